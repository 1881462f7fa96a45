// Keeps what is being typed into a form in this tab, and offers it after a crash, a reload or the back button. A draft goes
// when the form was sent and another page answered, when it is dropped, and when somebody signs out.

const PREFIX = "draft:";
const words = document.querySelector("#draft");
const owner = words?.dataset.owner;
// A browser without storage types on as before.
const store = (() => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
})();

const isKept = (field) =>
  field.name && !field.disabled && !["hidden", "password", "file", "submit", "button"].includes(field.type);

const valuesOf = (form) =>
  [...form.elements].filter(isKept).map((field) =>
    field.type === "checkbox" || field.type === "radio"
      ? [field.name, field.value, field.checked]
      : [field.name, null, field.value],
  );

const fill = (form, values) => {
  for (const [name, value, content] of values) {
    const fields = [...form.elements].filter((field) => field.name === name && isKept(field));
    for (const field of fields) {
      if (value === null) field.value = content;
      else if (field.value === value) field.checked = content;
    }
  }
};

const read = (key) => {
  try {
    return JSON.parse(store.getItem(key));
  } catch {
    return null;
  }
};

const write = (key, draft) => {
  try {
    store.setItem(key, JSON.stringify(draft));
  } catch {
    // Full: then there is no draft.
  }
};

const drafts = () => Object.keys(store).filter((key) => key.startsWith(PREFIX));

// What is scanned or chosen and sent at once (data-no-draft) is nothing that somebody would miss.
// A live page swaps its parts, and their forms with them: nothing here holds on to a form.
const forms = () =>
  [...document.querySelectorAll("form.form[method=post]:not([data-desk], [data-no-draft])")].filter((form) => !form.querySelector("[type=password], [name=password]"));

const targetOf = (form) => new URL(form.getAttribute("action") || location.pathname, location.href).pathname;

const keyOf = (form, number) => `${PREFIX}${targetOf(form)}#${form.querySelector("input[name=parent]")?.value || number}`;

const offer = (form, key) => {
  const known = read(key);
  // An answer that was sent back holds what was typed already.
  if (document.querySelector("#clash, .field-error, [aria-invalid=true]")) return;
  if (known?.owner !== owner || JSON.stringify(known.values) === JSON.stringify(valuesOf(form))) return;
  const offered = words.content.firstElementChild.cloneNode(true);
  offered.querySelector("[data-take]").addEventListener("click", () => {
    fill(form, known.values);
    offered.remove();
    [...form.elements].find((field) => isKept(field) && field.offsetParent)?.focus();
  });
  offered.querySelector("[data-drop]").addEventListener("click", () => {
    store.removeItem(key);
    offered.remove();
  });
  form.before(offered);
};

if (store && owner) {
  // Somebody else sits here now: what others typed is none of his or her business.
  for (const key of drafts()) if (read(key)?.owner !== owner) store.removeItem(key);
  const here = new Set(forms().map(keyOf));
  // A page with a form for the next one says that the last one is kept: then nothing of it is waiting.
  const isTaken = document.querySelector("#main > .notice-undo, #main > .notice[data-tone=ok]");
  for (const key of drafts()) if (isTaken && read(key)?.sent) store.removeItem(key);
  for (const [number, form] of forms().entries()) offer(form, keyOf(form, number));
  // Sent, and the answer is not the form once more: it was taken.
  for (const key of drafts()) if (read(key)?.sent && !here.has(key)) store.removeItem(key);
  document.addEventListener("input", ({ target }) => {
    const number = forms().indexOf(target.form);
    if (number >= 0) write(keyOf(target.form, number), { owner, values: valuesOf(target.form) });
  });
  document.addEventListener("live:swapped", ({ target }) => {
    for (const [number, form] of forms().entries()) if (target.contains(form)) offer(form, keyOf(form, number));
  });
  document.addEventListener("submit", ({ target: form }) => {
    if (form.getAttribute("action") === "/sign-out") {
      for (const key of drafts()) store.removeItem(key);
      return;
    }
    const number = forms().indexOf(form);
    const key = number >= 0 && keyOf(form, number);
    if (key && read(key)) write(key, { owner, values: valuesOf(form), sent: location.pathname, target: targetOf(form) });
  });
}
