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

const keep = (form, number) => {
  const target = new URL(form.getAttribute("action") || location.pathname, location.href).pathname;
  const parent = form.querySelector("input[name=parent]")?.value ?? "";
  const key = `${PREFIX}${target}#${parent || number}`;
  const first = JSON.stringify(valuesOf(form));
  const known = read(key);
  // An answer that was sent back holds what was typed already.
  const sentBack = document.querySelector("#clash, .field-error, [aria-invalid=true]");
  if (!sentBack && known?.owner === owner && JSON.stringify(known.values) !== first) {
    const offer = words.content.firstElementChild.cloneNode(true);
    offer.querySelector("[data-take]").addEventListener("click", () => {
      fill(form, known.values);
      offer.remove();
      [...form.elements].find((field) => isKept(field) && field.offsetParent)?.focus();
    });
    offer.querySelector("[data-drop]").addEventListener("click", () => {
      store.removeItem(key);
      offer.remove();
    });
    form.before(offer);
  }
  form.addEventListener("input", () => write(key, { owner, values: valuesOf(form) }));
  form.addEventListener("submit", () => {
    const values = valuesOf(form);
    if (read(key)) write(key, { owner, values, sent: location.pathname, target });
  });
  return key;
};

if (store && owner) {
  // Somebody else sits here now: what others typed is none of his or her business.
  for (const key of drafts()) if (read(key)?.owner !== owner) store.removeItem(key);
  const forms = [...document.querySelectorAll("form.form[method=post]:not([data-desk])")];
  const here = new Set(forms.filter((form) => !form.querySelector("[type=password], [name=password]")).map(keep));
  // Sent, and the answer is not the form once more: it was taken.
  for (const key of drafts()) if (read(key)?.sent && !here.has(key)) store.removeItem(key);
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") === "/sign-out") for (const key of drafts()) store.removeItem(key);
  });
}
