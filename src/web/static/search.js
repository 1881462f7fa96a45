// The search box: Ctrl+K (or "/") goes there, suggestions come while one types, arrows choose, Enter opens. Without this
// the form leads to the page with everything that was found. On desk pages the box is an overlay, so that the scan field
// keeps its focus until somebody asks for the search.

const PAUSE_MS = 120; // between the last key and the question

const isTyping = (element) => element?.matches?.("input, select, textarea, [contenteditable]");

for (const form of document.querySelectorAll("[data-find]")) {
  const field = form.querySelector("input");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[data-find-status]");
  let timer = 0;
  let asking = null; // the question on its way
  let active = -1;

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  const options = () => Array.from(list.querySelectorAll("[role=option]"));

  const choose = (at) => {
    const all = options();
    all[active]?.setAttribute("aria-selected", "false");
    active = all.length ? (at + all.length + 1) % (all.length + 1) : -1; // one more place: the field itself
    if (active >= all.length) active = -1;
    const option = all[active];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  };

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    asking = null;
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const ask = async () => {
    const text = field.value.trim();
    if (text.length < 2) return close();
    asking?.abort();
    const mine = (asking = new AbortController());
    try {
      const answer = await fetch(`${form.dataset.url}?q=${encodeURIComponent(text)}`, { signal: mine.signal, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return close(); // signed out meanwhile: Enter leads to the sign-in
      const html = await answer.text();
      if (asking !== mine) return;
      list.innerHTML = html;
      options().forEach((option, at) => (option.id = `${list.id}-${at}`));
      active = -1;
      field.removeAttribute("aria-activedescendant");
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
      status.textContent = list.querySelector("[data-find-count]")?.dataset.findCount ?? "";
    } catch {
      // Aborted, or no connection: Enter still asks the server.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    asking?.abort();
    timer = setTimeout(ask, PAUSE_MS);
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else choose(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      const option = options()[active];
      if (list.hidden || !option) return close(); // what was typed or scanned goes to the server as it is
      event.preventDefault();
      location.assign(option.href);
    } else if (event.key === "Escape") {
      // First the list, then what was typed; an overlay closes by itself when both are gone.
      if (!list.hidden) {
        event.preventDefault();
        close();
      } else if (field.value) {
        event.preventDefault();
        field.value = "";
      }
    }
  });

  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || close());
  form.addEventListener("submit", (event) => {
    if (!field.value.trim()) event.preventDefault();
  });
}

const overlay = document.querySelector("[data-find-dialog]");
// The desk's keys (F2, F9 …) must not book while somebody searches.
overlay?.addEventListener("keydown", (event) => event.stopPropagation());

/** Goes to the search: the box of the page or, where there is none, the overlay. */
function open() {
  if (overlay) {
    if (!overlay.open) overlay.showModal();
    overlay.querySelector("input").select();
    return;
  }
  const field = document.querySelector("[data-find] input");
  field?.focus();
  field?.select();
}

for (const way of document.querySelectorAll("[data-find-open]")) {
  way.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
}

document.addEventListener("keydown", (event) => {
  const isCtrlK = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  // A scanner types "/" too: where things are scanned it stays a letter.
  const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !overlay && !isTyping(event.target);
  if (!isCtrlK && !isSlash) return;
  if (!overlay && !document.querySelector("[data-find]")) return;
  event.preventDefault();
  event.stopPropagation();
  open();
}, true);
