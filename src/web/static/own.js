// A household's own page with a script: a voice that reads, a number pad, the camera, choosing without a new page. Everything
// is there without it too.

const part = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// The voice: only where the device has one for the language.
const speech = window.speechSynthesis;
const language = (element) => (element.closest("[lang]").lang || "de").split("-")[0];
const voiceOf = (tag) => speech?.getVoices().find((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === tag);
const spoken = (element) => {
  const copy = element.cloneNode(true);
  for (const left of all("button, input, form, [aria-hidden], template", copy)) left.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};

function speak(text, tag) {
  speech.cancel();
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voiceOf(tag);
  said.lang = said.voice?.lang ?? tag;
  said.rate = 0.9;
  speech.speak(said);
}

function offerVoice() {
  const whole = part("[data-aloud]");
  whole.hidden = !voiceOf(language(whole));
  if (whole.hidden) return;
  whole.onclick = () => speak(all("main [data-read], main .thing, main .touch").map(spoken).join(". "), language(whole));
  for (const text of all("main [data-read]")) {
    if (part(".speak", text)) continue;
    const button = part("[data-aloud-part]").content.firstElementChild.cloneNode(true);
    button.onclick = () => speak(spoken(text), language(text));
    text.append(button);
  }
}
if (speech) {
  offerVoice();
  // Voices come late, and a voice that was still reading is no help on the next page.
  speech.addEventListener?.("voiceschanged", offerVoice);
  window.addEventListener("pagehide", () => speech.cancel());
}

// The number pad.
const pad = part("[data-pad]");
if (pad) {
  const pin = part("#pin");
  pad.hidden = false;
  pad.addEventListener("click", ({ target }) => {
    const key = target.closest("button[type=button]");
    if (!key) return;
    if ("delete" in key.dataset) pin.value = pin.value.slice(0, -1);
    else if (pin.value.length < 6) pin.value += key.textContent.trim();
  });
}

// The camera, where the browser can read codes by itself.
const look = part("[data-camera]");
if (look && navigator.mediaDevices?.getUserMedia) {
  const eye = part("[data-eye]");
  const video = part("video", eye);
  let reader;
  let stream;
  const off = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    eye.hidden = true;
    look.hidden = false;
  };
  const read = async () => {
    if (!stream) return;
    const codes = await reader.detect(video).catch(() => []);
    // The card's code is the end of its address.
    const code = codes.map(({ rawValue }) => rawValue.match(/[0-9A-Z]{10}$/i)?.[0]).find(Boolean);
    if (!code) return setTimeout(read, 200);
    part("#card").value = code;
    off();
    part("#pin").focus();
  };
  window.BarcodeDetector?.getSupportedFormats()
    .then((formats) => {
      if (!formats.includes("qr_code")) return;
      reader = new BarcodeDetector({ formats: ["qr_code"] });
      look.hidden = false;
    })
    .catch(() => {});
  look.addEventListener("click", async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      [look.hidden, eye.hidden] = [true, false];
      await video.play();
      read();
    } catch {
      off();
      part("[data-camera-failed]").hidden = false;
    }
  });
  part("[data-camera-off]").addEventListener("click", off);
  window.addEventListener("pagehide", off);
}

// A photo goes at once, made small first: a cheap phone is often on a slow line.
const photo = part("#photo");
photo?.addEventListener("change", async () => {
  const [file] = photo.files;
  if (!file) return;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture) {
    const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    const files = new DataTransfer();
    if (small) files.items.add(new File([small], "card.jpg", { type: "image/jpeg" }));
    if (small) photo.files = files.files;
  }
  photo.form.submit();
});

// Choosing: the answer takes the place of the page's middle, the focus stays on its button.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-swap]");
  if (!form) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  const focused = event.submitter?.id;
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = part("#main", page);
    // Signed out, or something else: then the whole page.
    if (!answer.ok || !part(".choices", fresh)) return location.assign(answer.url);
    part("#main").replaceWith(fresh);
    const button = focused && document.getElementById(focused);
    const next = button?.disabled ? part("button:not([disabled])", button.form) : button;
    (next ?? fresh).focus({ preventScroll: true });
    if (speech) offerVoice();
  } catch {
    HTMLFormElement.prototype.submit.call(form);
  }
});

for (const button of all("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
