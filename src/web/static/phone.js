// A phone that scans for a desk on a PC: camera, photo or typed code go to the server, which hands them to the desk's page;
// the desk's verdict comes back over server-sent events and fills the picture. Nothing is kept here and sent again later.

import { ask, inOrder, jpeg } from "./camera.js";
import { Eye } from "./eye.js";

const VERDICT_MS = 6000; // after this the desk has it, but has not said what became of it
const SENT_MS = 6000; // the server waits 4 s for the desk; an answer that takes longer does not come
const STALE_MS = 5000; // a code that waited longer would be booked at a desk that may serve somebody else by now
const REMEMBERED = 64; // as many scans as the server remembers for a second word
const PHOTO_SIDE = 2000;

const root = document.getElementById("phone");
const part = (name) => root.querySelector(`[data-phone-${name}]`);
const texts = part("texts").dataset;

const waiting = new Map(); // scan → timer
const early = new Map(); // verdicts that were faster than the answer to the code
let listens = null; // whether the desk listens; null while there is no line
let events = null;

const eye = new Eye(document.getElementById("eye"), {
  onCode: send,
  onChange: (on) => (part("camera").hidden = on),
});

// ---------------------------------------------------------------- the line to the desk

function showState() {
  const state = listens === null ? "connecting" : listens ? "listens" : "unheard";
  part("state").dataset.phoneState = state;
  part("says").textContent = texts[state];
}

function listen() {
  events?.close();
  events = new EventSource("/phone/events");
  events.addEventListener("desk", ({ data }) => {
    ({ listens } = JSON.parse(data));
    showState();
  });
  events.addEventListener("verdict", ({ data }) => {
    const { scan, said } = JSON.parse(data);
    if (waiting.has(scan)) settle(scan, said);
    else early.set(scan, said);
  });
  events.addEventListener("ended", ended);
  events.addEventListener("error", async () => {
    listens = null;
    showState();
    if (events.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    // Why it was refused only another request can say; one that is let in is left again.
    const look = new AbortController();
    const answer = await fetch("/phone/events", { signal: look.signal }).catch(() => null);
    look.abort();
    if (answer?.status === 410) ended();
    else setTimeout(listen, 2000);
  });
}

function ended() {
  events?.close();
  eye.close();
  location.replace("/phone"); // which says that it is not connected, and how to connect again
}

// A phone that slept has a line that may look open and is not.
document.addEventListener("visibilitychange", () => document.hidden || listen());
window.addEventListener("online", listen);

// ---------------------------------------------------------------- codes and their verdicts

function show(said) {
  eye.say(said);
  const shown = part("shown");
  shown.hidden = false;
  shown.dataset.tone = said.tone;
  for (const name of ["word", "headline", "detail"]) shown.querySelector(`[data-shown-${name}]`).textContent = said[name] ?? "";
  part("answers").hidden = !said.asks;
  part("live").textContent = "";
  setTimeout(() => (part("live").textContent = [said.word, said.headline, said.detail].filter(Boolean).join(" ")), 50);
}

const stop = (kind) => show({ tone: "stop", word: texts.stop, headline: texts[kind], detail: texts[`${kind}Help`] });

let line = Promise.resolve();

/** Codes go one after the other, so that a card comes before its pieces; none of them goes late. */
function send(code) {
  const at = Date.now();
  line = line.then(() => (Date.now() - at > STALE_MS ? stop("offline") : offer(code)));
}

async function offer(code) {
  part("says").textContent = texts.sending;
  const answer = await fetch("/phone/code", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
    credentials: "same-origin",
    signal: AbortSignal.timeout(SENT_MS),
  }).catch(() => null);
  showState();
  if (!answer) return stop("offline");
  if (answer.status === 410) return ended();
  if (answer.status === 409) return stop("unheard");
  if (answer.status === 429) return stop("fast");
  if (!answer.ok) return stop("offline");
  const { scan } = await answer.json().catch(() => ({}));
  if (!scan) return stop("offline");
  for (const old of [...waiting.keys()].slice(0, -REMEMBERED)) waiting.delete(old);
  for (const old of [...early.keys()].slice(0, -REMEMBERED)) early.delete(old);
  waiting.set(scan, setTimeout(() => stop("slow"), VERDICT_MS));
  if (early.has(scan)) settle(scan, early.get(scan));
}

function settle(scan, said) {
  clearTimeout(waiting.get(scan));
  early.delete(scan);
  // A desk without a connection says so first, and later what became of it: the scan is remembered for the second word.
  show(said.hidden ? { ...said, headline: said.word, detail: texts.atDesk } : said);
}

// ---------------------------------------------------------------- other ways

part("type").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = document.getElementById("typed");
  const code = field.value.trim();
  if (!code) return;
  field.value = "";
  send(code);
});

part("photo").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  target.value = ""; // so that the same photo may be chosen again
  if (!file) return;
  part("says").textContent = texts.reading;
  try {
    const picture = await createImageBitmap(file).catch(() => null);
    const small = picture ? await jpeg(picture, picture.width, picture.height, PHOTO_SIDE, 0.85) : file;
    picture?.close();
    const codes = await ask("/phone/photo", small);
    showState();
    if (!codes.length) return stop("nothing");
    for (const { text } of inOrder(codes)) send(text.trim());
  } catch ({ message }) {
    showState();
    if (message === "signed-out") ended();
    else stop(message === "offline" ? "offline" : "failed");
  }
});

root.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-code]");
  if (button) send(root.dataset[button.dataset.code]);
  if (target.closest("[data-phone-camera]")) eye.open();
});

part("camera").hidden = false;
listen();
eye.open();
