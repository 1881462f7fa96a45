// Small comforts of every page; each page works without them.

// A filter form with data-auto is sent when a choice changes.
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form?.hasAttribute("data-auto") && event.target.matches("select, [type=checkbox], [type=radio]")) form.requestSubmit();
});

// An open menu closes with Escape and with a click beside it.
const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
};
document.addEventListener("click", (event) => closeMenus(event.target.closest?.("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details.menu[open]");
  closeMenus();
  menu?.querySelector("summary").focus();
});

// F1 opens the page's help and closes it again; the focus goes along.
document.addEventListener("keydown", (event) => {
  const help = document.querySelector("details.menu-help");
  if (event.key !== "F1" || !help) return;
  event.preventDefault();
  closeMenus(help);
  help.open = !help.open;
  help.querySelector("summary").focus();
});

// A form is sent once: a double click does not book twice.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post" || event.target.hasAttribute("data-desk")) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
  // A download leaves the page as it is: after a while it may be asked for again.
  if (event.target.hasAttribute("data-download")) setTimeout(() => delete event.target.dataset.sent, 3000);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// data-print prints the page; the button is hidden until this works.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
