// Phones that scan for this desk. Codes come over server-sent events; each is claimed before it is booked, so that nothing
// is booked which the phone has given up, and its verdict goes back.

import { onTrouble, shownTrouble } from "./desk-trouble.js";
import { uuid } from "./uuid.js";

const ID = "gabentisch-desk"; // this browser, as the server knows it
const LISTENS = "gabentisch-phones"; // some phone is paired or invited: listen from the start
const INVITED_MS = 5 * 60 * 1000;
const CLAIM_MS = 4000; // as long as the phone waits
const AGAIN_MS = [5000, 30000]; // desks that were refused together do not come back together

const root = document.getElementById("phones");
const part = (name) => root.querySelector(`[data-phones-${name}]`);
const texts = part("texts").dataset;
const button = () => document.querySelector("#desk [data-open=phones]");

let events = null;
let phones = [];
let invitedAt = 0;
let timer = 0;
let again = 0;
const owed = []; // scans that the desk has and the phone waits for: { scan, eventId }

function browserId() {
  let id = localStorage.getItem(ID);
  if (!id) {
    id = uuid();
    localStorage.setItem(ID, id);
  }
  return id;
}

const post = (path, fields = {}, signal = null) =>
  fetch(`/desk/phones${path}`, { method: "POST", body: new URLSearchParams({ desk: browserId(), ...fields }), credentials: "same-origin", signal });

// ---------------------------------------------------------------- listening

function listen() {
  if (events && events.readyState !== EventSource.CLOSED) return;
  events = new EventSource(`/desk/phones/events?desk=${browserId()}`);
  events.addEventListener("phones", ({ data }) => show(JSON.parse(data)));
  events.addEventListener("scan", ({ data }) => take(JSON.parse(data)));
  events.addEventListener("moved", () => {
    events.close(); // it would come back by itself, and take them away again
    say(texts.moved);
  });
  events.addEventListener("error", ({ target }) => {
    if (target.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    say(texts.lost);
    clearTimeout(again);
    again = setTimeout(listen, AGAIN_MS[0] + Math.random() * (AGAIN_MS[1] - AGAIN_MS[0]));
  });
  events.addEventListener("open", () => part("says").textContent === texts.lost && say(""));
}

let claims = Promise.resolve();

/** One after the other, in the order in which they came. */
function take({ scan, code }) {
  claims = claims.then(async () => {
    const answer = await post("/claim", { scan }, AbortSignal.timeout(CLAIM_MS)).catch(() => null);
    if (!answer?.ok) return; // the phone waits no longer and has said so
    const detail = { code, source: "phone" };
    document.dispatchEvent(new CustomEvent("desk:scan", { detail }));
    if (detail.eventId) owed.push({ scan, eventId: detail.eventId });
    else answer({ scan }, shownTrouble()); // too many wait: this one is not among them
  });
}

function answer(waiting, { tone, word, headline, detail }) {
  const asks = document.getElementById("desk").hasAttribute("data-question");
  post("/verdict", { scan: waiting.scan, tone, word, headline, detail, asks }).catch(() => {});
}

document.addEventListener("desk:verdict", ({ detail }) => {
  if (detail.source !== "phone") return;
  const at = owed.findIndex(({ eventId }) => eventId === detail.eventId);
  if (at >= 0) answer(owed.splice(at, 1)[0], detail);
});
// Only the newest can have met it: those before it wait for the connection, and get their verdicts later.
// Which one was not taken or not kept is known, and is told above.
onTrouble((said, kind) => owed.length && !["full", "notKept"].includes(kind) && answer(owed.at(-1), said));

// ---------------------------------------------------------------- showing

function say(text) {
  part("says").textContent = text;
}

function show(now) {
  const grown = now.length > phones.length;
  phones = now;
  part("list").replaceChildren(
    ...now.map(({ id, number, here }) => {
      const line = part("line").content.cloneNode(true).firstElementChild;
      const name = texts.name.replace("#", number);
      line.querySelector("[data-phones-name]").textContent = name;
      line.querySelector("[data-phones-state]").textContent = here ? texts.here : texts.away;
      const end = line.querySelector("button");
      end.setAttribute("aria-label", `${end.textContent}: ${name}`);
      end.addEventListener("click", () => post("/end", { phone: id }).catch(() => say(texts.failed)));
      return line;
    }),
  );
  part("none").hidden = now.length > 0;
  part("end-all").hidden = now.length < 2;
  part("invite-word").textContent = now.length ? texts.another : texts.invite;
  if (grown && invitedAt) {
    forgetInvitation();
    say(texts.taken);
  }
  remember();
  showCount();
}

function remember() {
  if (phones.length || invitedAt) localStorage.setItem(LISTENS, "yes");
  else localStorage.removeItem(LISTENS);
}

function showCount() {
  const count = button()?.querySelector("[data-phones-count]");
  button()?.setAttribute("aria-expanded", String(!root.hidden));
  if (!count) return;
  count.hidden = !phones.length;
  count.textContent = String(phones.length);
}

function forgetInvitation() {
  invitedAt = 0;
  clearTimeout(timer);
  part("invitation").replaceChildren();
  part("invite").hidden = false;
}

async function invite(host = "") {
  say("");
  listen();
  const answer = await post("", { host }).catch(() => null);
  const fresh = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("invitation");
  if (!fresh) return say(texts.failed);
  part("invitation").replaceChildren(fresh);
  part("invite").hidden = true;
  invitedAt = Date.now();
  remember();
  clearTimeout(timer);
  timer = setTimeout(() => {
    forgetInvitation();
    say(texts.expired);
    remember();
  }, INVITED_MS);
}

function open() {
  root.hidden = false;
  showCount();
  if (!phones.length && !invitedAt) invite();
}

function close() {
  root.hidden = true;
  forgetInvitation();
  remember();
  showCount();
}

document.addEventListener("click", ({ target }) => {
  if (target.closest?.("[data-open=phones]")) root.hidden ? open() : close();
  else if (target.closest?.("[data-phones-close]")) close();
  else if (target.closest?.("[data-phones-invite]")) invite();
  else if (target.closest?.("[data-phones-end-all]")) post("/end").catch(() => say(texts.failed));
  else if (target.closest?.("#phones [data-host]")) invite(target.closest("[data-host]").dataset.host);
});
document.addEventListener("keydown", ({ key }) => key === "Escape" && !root.hidden && close());
new MutationObserver(showCount).observe(root.parentElement, { childList: true });
// Of two windows the one that is looked at listens.
document.addEventListener("visibilitychange", () => !document.hidden && localStorage.getItem(LISTENS) && listen());
window.addEventListener("pagehide", () => events?.close());
window.addEventListener("pageshow", ({ persisted }) => persisted && localStorage.getItem(LISTENS) && listen());
if (localStorage.getItem(LISTENS)) listen();
