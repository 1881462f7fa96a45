// The camera of the desk: what it reads goes the way of all scans, what became of it is laid over the picture.

import { onTrouble } from "./desk-trouble.js";

const KEPT = "gabentisch-eye"; // for whom it is open on this tab: that person's next desk page opens it again

const root = document.getElementById("eye");
const button = () => document.querySelector("#desk [data-open=camera]");
const user = () => document.getElementById("desk").dataset.user || "-";

function showState(on) {
  button()?.setAttribute("aria-pressed", String(on));
  document.body.toggleAttribute("data-eye-open", on);
  // With a finger on the glass no field takes the focus by itself: the keyboard would cover the picture.
  document.body.toggleAttribute("data-no-focus", on && matchMedia("(pointer: coarse)").matches);
  sessionStorage.setItem(KEPT, on ? user() : "");
}

let eye;
let coming = false; // asked for, and not here yet

/** The eye comes when it is asked for: a desk without a camera loads none of it. */
async function open() {
  coming = true;
  const { Eye } = await import("./eye.js").catch(() => ({}));
  const wanted = coming && Eye;
  coming = false;
  if (!wanted) return;
  eye ??= new Eye(root, {
    onCode: (code) => document.dispatchEvent(new CustomEvent("desk:scan", { detail: { code, source: "camera" } })),
    onChange: showState,
  });
  eye.open();
}

document.addEventListener("click", ({ target }) => {
  if (!target.closest?.("[data-open=camera]")) return;
  if (eye?.on) eye.close();
  else if (coming) coming = false;
  else open();
});
document.addEventListener("desk:verdict", ({ detail }) => eye?.on && eye.say(detail));
onTrouble((said) => eye?.on && eye.say(said));
// The answer of the server brings a new button, which knows nothing of the camera.
new MutationObserver(() => button()?.setAttribute("aria-pressed", String(Boolean(eye?.on)))).observe(root.parentElement, { childList: true });
if (sessionStorage.getItem(KEPT) === user()) open();
