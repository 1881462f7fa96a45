// Photos: shows how far the upload is, and lets the marks on the picture be ticked. Without it the forms work all the same.

const form = document.querySelector("form[data-photo-upload]");

if (form) {
  const field = form.querySelector("input[type=file]");
  field.addEventListener("change", () => field.files.length && send());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
}

let sending = false;

function send() {
  const field = form.querySelector("input[type=file]");
  const [file] = field.files;
  if (sending || !file || !form.reportValidity()) return;
  const { dataset } = form;
  if (file.size > Number(dataset.largest)) return say(dataset.tooLarge);
  sending = true;
  say(dataset.sending);
  const request = new XMLHttpRequest();
  const bar = form.querySelector("progress");
  bar.removeAttribute("hidden");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = total ? (loaded / total) * 100 : 0;
    if (loaded === total) {
      bar.removeAttribute("value"); // how long reading takes nobody knows
      say(dataset.reading);
    }
  });
  request.addEventListener("error", () => {
    sending = false;
    bar.hidden = true;
    say(dataset.offline);
  });
  request.addEventListener("load", () => {
    // The answer to a good photo says where its list is.
    if (request.status === 201) return location.assign(request.getResponseHeader("Location"));
    if (request.status === 200) return location.assign(request.responseURL);
    sending = false;
    const fresh = new DOMParser().parseFromString(request.responseText, "text/html");
    const notice = fresh.querySelector("#photo-choose .notice") ?? fresh.querySelector("main p");
    bar.hidden = true;
    field.value = "";
    say(notice?.textContent.trim() || dataset.offline);
  });
  request.open("POST", form.getAttribute("action"));
  const body = new FormData(form);
  body.set("address", "1"); // not the list itself: the page that follows loads it
  request.send(body);
}

function say(sentence) {
  form.querySelector("[data-photo-progress]").hidden = false;
  form.querySelector("[data-photo-status]").textContent = sentence;
}

// ---------------------------------------------------------------- the list

const boxes = () => Array.from(document.querySelectorAll("input[data-tick]"));

function show() {
  const ticked = boxes().filter((box) => box.checked);
  for (const box of boxes()) {
    for (const mark of document.querySelectorAll(`[data-mark="${box.dataset.tick}"]`)) mark.toggleAttribute("data-off", !box.checked);
  }
  const count = document.querySelector("[data-ticked]");
  if (!count) return;
  count.hidden = false;
  count.textContent = ` (${ticked.length})`;
  count.closest("button").disabled = ticked.length === 0;
}

document.addEventListener("change", (event) => event.target.matches("input[data-tick]") && show());
document.addEventListener("click", (event) => {
  const mark = event.target.closest?.("[data-mark]");
  if (!mark) return;
  const box = document.querySelector(`input[data-tick="${mark.dataset.mark}"]`);
  if (!box) return; // the link leads to its line
  event.preventDefault();
  box.checked = !box.checked;
  show();
});
show();
