// The desk: keeps the scan field focused, sends every scan in order, shows and sounds the verdict.
// Everything here is comfort: without it the form posts, the page reloads, and the field has autofocus.
// The page's contract (texts, keys, tones as data attributes) is written down in docs/design.md.

import * as line from "./line.js";
import * as cutOff from "./cutoff.js";
import { canKeep } from "./journal.js";
import { uuid } from "./uuid.js";

// A question without an answer counts as no after 30 s (domain::desk::QUESTION_PAUSE): then it goes from the screen, keys and all.
const [MAX_WAITING, RETRY_MS, IDLE_MS, DOUBLE_MS, QUESTION_MS] = [32, 5000, 10000, 500, 31000];

const live = document.querySelector("[data-desk-live]");
const waiting = []; // { code, action, said, eventId, at, held, source, kept: the promise of its record in the journal }
let sending = false;
let broken = false; // the last attempt failed; the first of `waiting` is still unsent
let retryTimer = 0;
let idleTimer = 0;
let questionTimer = 0;
let pressed = { action: "", at: 0 };

const desk = () => document.getElementById("desk");
const form = () => desk().querySelector("form[data-desk]");
const field = () => desk().querySelector("[data-scan]");
/** Where this desk's page is. */
const address = () => form().getAttribute("action");

// ---------------------------------------------------------------- sending

/** Controls that a person sets beside the scan field, and what a few of them belong to alone: a button, or a scan (""). */
const byHand = () => Array.from(form().elements).filter((control) => control.matches("select, input[type=number], input[name=q]"));
const BELONGS_TO = { place: "place", q: "search", quantity: "" };

/** What the server drew. */
const drawn = (control) => (control.matches("select") ? (control.querySelector("option[selected]") ?? control.options[0])?.value ?? "" : control.defaultValue);

/** Set by hand since, and not yet part of a scan. */
const isFresh = (control) => {
  const { byhand } = control.dataset;
  return byhand ? byhand === "new" : control.value !== drawn(control);
};

/** What was set by hand belongs to the scan or button of this moment: until it is sent, something else may be chosen. */
function takeSaid(action) {
  const said = {};
  for (const control of byHand()) {
    const own = BELONGS_TO[control.name];
    if (own === undefined ? !isFresh(control) : own !== action) continue;
    said[control.name] = control.value;
    if (control.type === "number") control.value = control.defaultValue; // so many of this one, not of the next
    control.dataset.byhand = "said";
  }
  return said;
}

document.addEventListener("input", ({ target }) => (target.dataset.byhand = "new"));

function enqueue(code, action, source = "field") {
  if (waiting.length >= MAX_WAITING) return false;
  const scan = { code, action, said: takeSaid(action), eventId: uuid(), at: Date.now(), held: false, source };
  // Onto the disk before anything else; what only chooses books nothing.
  if (canKeep && line.who()?.user && isScan(scan)) scan.kept = line.keep(eventOf(scan)).catch((cause) => ({ cause }));
  waiting.push(scan);
  send();
  showWaiting();
  return true;
}

/** Whether it is an event: a code or a command, and not a button that only chooses or looks. */
const isScan = ({ code, action }) => (action && action !== "scan" ? action === "place" || !/^(ready|search)$|:/.test(action) : Boolean(code));

/** The form as it is sent for this scan. */
function bodyOf(scan) {
  const body = new URLSearchParams(new FormData(form()));
  for (const control of byHand()) body.set(control.name, drawn(control));
  for (const [name, value] of Object.entries(scan.said)) body.set(name, value);
  body.set("code", scan.code);
  body.set("event_id", scan.eventId);
  body.set("waited", String(Math.max(0, Date.now() - scan.at))); // not the time of day: this clock may be wrong
  if (scan.action) body.set("action", scan.action);
  return body;
}

/** The same as an event of the interface. */
function eventOf(scan) {
  const { mode } = desk().dataset;
  const body = bodyOf(scan);
  const of = (name) => body.get(name) ?? "";
  const code = scan.action === "place" ? of("place") : scan.action && scan.action !== "scan" ? scan.action : scan.code;
  const event = { event_id: scan.eventId, occurred_at: line.moment(scan.at), actor: null, mode, code, visit: null, quantity: 1, fields: {} };
  if (mode !== "intake") return event;
  const fields = Object.fromEntries(["product", "cut", "size", "condition", "donation"].map((name) => [name, of(name)]));
  return { ...event, fields, quantity: Number(of("quantity") || 1) || 0 };
}

/** The next one to send. Scans made before a question appeared wait until it is answered. */
function next() {
  return waiting.find((scan) => !scan.held);
}

async function send() {
  const scan = next();
  if (sending || !scan) return;
  sending = true;
  clearTimeout(retryTimer);
  try {
    const record = await scan.kept;
    if (record?.cause) await askUnkept(scan, record.cause);
    else if (line.line.since) await decideHere(scan, record);
    else await askServer(scan, record);
    broken = false;
  } catch (error) {
    broken = true;
    trouble(error, scan);
  } finally {
    sending = false;
    showWaiting();
  }
  if (!broken || !waiting.includes(scan)) send();
}

async function askServer(scan, record) {
  let fresh;
  try {
    // What was chosen before may have changed what the scan means.
    if (record) record.event = { ...eventOf(scan), occurred_at: record.event.occurred_at };
    fresh = await line.post(address(), bodyOf(scan), record); // not form().action: the buttons bear that name
  } catch (error) {
    if (error.kind !== "cut" || !line.mayDecide() || !(record || !isScan(scan))) throw error;
    goAlone();
    return decideHere(scan, record);
  }
  waiting.splice(waiting.indexOf(scan), 1);
  replace(fresh);
  tellVerdict(scan);
  if (cutOff.hasNews()) cutOff.report(desk(), true);
}

/** This device keeps nothing: the server can still book it, and only without it the scan is refused. */
async function askUnkept(scan, cause) {
  if (line.line.since) throw new line.Trouble("notKept", cause);
  try {
    await askServer(scan);
  } catch (error) {
    throw error.kind === "cut" ? new line.Trouble("notKept", cause) : error;
  }
}

/** What cannot be done now. */
function trouble(error, scan) {
  const kind = error.kind === "cut" ? "offline" : (error.kind ?? "failed");
  if (!error.kind) console.error(error);
  if (kind === "other") return giveUp(error.page);
  if (kind === "notKept") {
    waiting.splice(waiting.indexOf(scan), 1);
    return showTrouble("notKept"), tellVerdict(scan);
  }
  showTrouble(kind);
  retryTimer = setTimeout(send, RETRY_MS);
}

// ---------------------------------------------------------------- without the server

function goAlone() {
  if (line.line.since) return;
  line.cut(address(), comeBack, (error) => (error.kind === "other" ? giveUp(error.page) : showTrouble(error.kind)));
}

/** The rules decide here, by what this browser knows. */
async function decideHere(scan, record) {
  if (!record) {
    waiting.splice(waiting.indexOf(scan), 1);
    return cutOff.choose(desk(), scan, bodyOf(scan));
  }
  if (cutOff.isSearch(desk(), scan)) {
    waiting.splice(waiting.indexOf(scan), 1);
    await line.forget(record);
    return cutOff.search(desk(), scan.code);
  }
  const event = { ...eventOf(scan), occurred_at: record.event.occurred_at };
  const said = await line.decide({ ...record, event });
  if (!said) return askServer(scan, record);
  waiting.splice(waiting.indexOf(scan), 1);
  const focusAgain = rememberFocus();
  cutOff.draw(desk(), said, scan.at);
  focusAgain();
  for (const other of waiting) other.held = said.desk.asks;
  announce();
  tellVerdict(scan);
}

/** The server is there again: its page takes over, with what became of the scans. */
async function comeBack(page) {
  if (page.dataset.user !== line.who()?.user) line.adopt(whoOf(page));
  replace(page);
  if (cutOff.hasNews()) {
    cutOff.report(desk());
    announce();
  }
  document.dispatchEvent(new Event("desk:sent"));
  line.takeAlong();
  send();
}

/** Somebody else is signed in by now: what waits keeps its name, and the page becomes the other's. */
async function giveUp(page) {
  const records = await Promise.all(waiting.splice(0).map(({ kept }) => kept));
  await Promise.all(records.filter((record) => record?.n).map((record) => line.leave(record)));
  if (page) location.reload();
  else location.assign(address());
}

// ---------------------------------------------------------------- showing

/** Puts the server's answer in place. What is half typed stays in the field, what is chosen but not yet said stays chosen. */
function replace(fresh) {
  const typed = field()?.value ?? "";
  const chosen = byHand().filter(isFresh);
  const focusAgain = rememberFocus();
  desk().replaceWith(fresh);
  if (field()) field().value = typed;
  for (const { name, value } of chosen) {
    const control = byHand().find((known) => known.name === name);
    if (!control || (control.options && !Array.from(control.options).some((option) => option.value === value))) continue;
    control.value = value;
    control.dataset.byhand = "new";
  }
  const asks = fresh.hasAttribute("data-question");
  for (const scan of waiting) scan.held = asks;
  showLine();
  focusAgain();
  announce();
  watchQuestion();
}

/** When nobody answered in time, the page shows what the desk waits for now. */
function watchQuestion() {
  clearTimeout(questionTimer);
  if (!desk().hasAttribute("data-question")) return;
  questionTimer = setTimeout(async () => {
    if (sending || broken || line.line.since) return;
    try {
      const fresh = await line.page(address());
      // A scan that came meanwhile brings its own page.
      if (!sending && !line.line.since && desk().hasAttribute("data-question")) (replace(fresh), send());
    } catch {
      // Out of reach: the next scan finds that out and says so.
    }
  }, QUESTION_MS);
}

/** Others on this page (a camera, a paired phone) hear what became of a scan. */
function tellVerdict({ code, action, source, eventId }) {
  const { tone, sound } = desk().querySelector("[data-verdict]").dataset;
  const [word, headline, detail] = ["word", "headline", "detail"].map((part) => desk().querySelector(`[data-part="${part}"]`).textContent.trim());
  document.dispatchEvent(new CustomEvent("desk:verdict", { detail: { code, action, source, eventId, tone, sound, word, headline, detail } }));
}

// Another eye than the scan field has read a code: it goes the way of all scans.
document.addEventListener("desk:scan", ({ detail }) => (enqueue(detail.code, "", detail.source) ? (detail.eventId = waiting.at(-1).eventId) : showTrouble("full")));

function announce() {
  const verdict = desk().querySelector("[data-verdict]");
  if (!verdict || verdict.dataset.tone === "ready") return;
  beep(verdict.dataset.sound || verdict.dataset.tone);
  const said = verdict.querySelectorAll("[data-say]");
  if (!live) return;
  live.textContent = ""; // so that the same sentence is said again
  setTimeout(() => (live.textContent = Array.from(said, (part) => part.textContent.trim()).join(" ")), 50);
}

/** A stop made on this side. The words stand in the page: data-offline-headline, data-offline-detail and so on. */
function showTrouble(kind) {
  const { dataset } = desk();
  const verdict = desk().querySelector("[data-verdict]");
  const shown = verdict.dataset.trouble === kind;
  verdict.dataset.tone = "stop";
  verdict.dataset.trouble = kind;
  verdict.dataset.sound = "";
  for (const part of ["word", "headline", "detail", "note"]) {
    const name = `${kind}${part[0].toUpperCase()}${part.slice(1)}`;
    const text = (canKeep && cutOff.words[name]) || dataset[name] || dataset[`trouble${part[0].toUpperCase()}${part.slice(1)}`];
    verdict.querySelector(`[data-part="${part}"]`).textContent = text ?? "";
  }
  for (const button of verdict.querySelectorAll("button, a.key")) button.hidden = !button.hasAttribute("data-retry");
  if (kind === "signedOut" && canKeep && !verdict.querySelector("a.key")) cutOff.offerSignIn(verdict, address());
  if (!shown) announce();
}

function showWaiting() {
  const count = desk().querySelector("[data-pending]");
  if (!count) return;
  const open = Math.max(waiting.length, line.line.open);
  const isOnItsWay = sending && waiting.length === 1 && line.line.open <= 1 && !broken && !line.line.since;
  count.hidden = open === 0 || isOnItsWay;
  count.querySelector("[data-pending-count]").textContent = String(open);
  showLine();
}

const showLine = () => canKeep && cutOff.showLine(desk(), line.line);

// ---------------------------------------------------------------- sound: what was booked, not what was read

const SOUNDS = {
  ok: [[880, 0.16]],
  again: [[440, 0.16], [440, 0.16]],
  stop: [[220, 0.35], [220, 0.35]],
  finish: [[660, 0.14], [880, 0.18]],
  undo: [[880, 0.14], [660, 0.18]],
};
const GAP = 0.09;

let context;

/** Plays a sound by its name; an unknown name or a machine without sound is silent. */
function beep(name) {
  const notes = SOUNDS[name];
  if (!notes || !window.AudioContext) return;
  context ??= new AudioContext();
  context.resume().catch(() => {});
  let at = context.currentTime + 0.01;
  for (const [hertz, seconds] of notes) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.type = "triangle";
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.5, at + 0.01);
    volume.gain.setValueAtTime(0.5, at + seconds - 0.02);
    volume.gain.linearRampToValueAtTime(0, at + seconds);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds + GAP;
  }
}

// ---------------------------------------------------------------- focus and keys

const isControl = (element) => element?.closest?.("a, button, input, select, textarea, summary, [contenteditable]");

const takeKeys = () => field()?.focus({ preventScroll: true });
// While a camera is open on a phone (data-no-focus), the keyboard must not come up.
const focusField = () => document.body.hasAttribute("data-no-focus") || takeKeys();

/** A verdict of the camera or a phone takes the focus from nothing that a person sets beside the scan field. */
function rememberFocus() {
  const control = byHand().find((known) => known === document.activeElement);
  if (!control) return focusField;
  const { name, selectionStart, selectionEnd } = control;
  return () => {
    const now = byHand().find((known) => known.name === name);
    if (!now) return focusField();
    now.focus({ preventScroll: true });
    if (typeof selectionStart === "number") now.setSelectionRange(selectionStart, selectionEnd); // a number has none
  };
}

document.addEventListener("focusout", (event) => {
  // Tab may walk to a button; losing the focus to nothing brings it back.
  if (!event.relatedTarget) setTimeout(() => document.activeElement === document.body && focusField());
});
document.addEventListener("visibilitychange", () => document.hidden || focusField());
window.addEventListener("focus", () => isControl(document.activeElement) || focusField());
document.addEventListener("click", (event) => {
  if (!isControl(event.target) && !String(getSelection())) focusField();
});

document.addEventListener("keydown", (event) => {
  clearTimeout(idleTimer);
  idleTimer = setTimeout(focusField, IDLE_MS);
  if (event.ctrlKey || event.metaKey || event.altKey) return;

  if (/^F\d+$/.test(event.key)) {
    const button = Array.from(desk().querySelectorAll(`[data-key="${event.key}"]`)).find((b) => !b.hidden && !b.disabled);
    if (!button) return;
    event.preventDefault();
    if (!event.repeat) button.click();
    return;
  }
  const inField = event.target === field();
  // A scanner ends each code with Enter: it must never press a button, and a held key must not scan twice.
  if (event.key === "Enter" && (event.target.closest?.("button") || (inField && event.repeat))) event.preventDefault();
  const typesElsewhere = event.target.matches?.("input, select, textarea, [contenteditable]");
  const pressesButton = event.key === " " && isControl(event.target);
  if (!inField && !typesElsewhere && !pressesButton && event.key.length === 1) takeKeys(); // the key lands in the field: beside the camera somebody has a scanner
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-desk]")) return;
  if (event.submitter?.hasAttribute("formaction")) return; // leads to another page
  event.preventDefault();
  // Enter in a field of its own (a search) means that field's button, not the scan's.
  const entered = document.activeElement?.dataset?.enter ?? "";
  const action = event.submitter?.hasAttribute("data-key") ? event.submitter.value : entered;
  if (action) {
    // Cold fingers press twice: taking back and finishing within half a second is one press.
    const ends = ["F9", "F10"].includes(event.submitter?.dataset.key);
    const again = ends && action === pressed.action && performance.now() - pressed.at < DOUBLE_MS;
    pressed = { action, at: performance.now() };
    if (!again && !enqueue("", action)) showTrouble("full");
  } else {
    const code = field().value.trim();
    if (!code) return; // Enter alone says nothing
    if (enqueue(code, "")) field().value = "";
    else showTrouble("full");
  }
  focusField();
  if (field().value) field().select(); // a refused code stays to be seen; the next scan replaces it
});

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-retry]")) return;
  send();
  focusField();
});
document.addEventListener("click", async ({ target }) => {
  const user = target.closest?.("[data-send-other]")?.dataset.sendOther;
  if (!user) return;
  target.disabled = true;
  const failed = await line.sendFor(user).then(() => undefined, ({ kind }) => (kind === "cut" ? "offline" : (kind ?? "failed")));
  if (cutOff.hasNews()) {
    cutOff.report(desk());
    announce();
  }
  if (failed) showTrouble(failed === "other" ? "failed" : failed);
  target.disabled = false;
});
document.addEventListener("click", ({ target }) => {
  const rejected = line.line.rejected.find(({ n }) => String(n) === target.closest?.("[data-dismiss]")?.dataset.dismiss);
  if (rejected) line.forget(rejected).then(() => focusField());
});
window.addEventListener("online", () => (line.tryNow(), send()));
// What is in the journal is sent by the next page.
window.addEventListener("beforeunload", (event) => waiting.some(({ kept }) => !kept) && event.preventDefault());

focusField();
watchQuestion();
begin();

// ---------------------------------------------------------------- beginning

function whoOf({ dataset }) {
  const lang = document.documentElement.lang;
  return { user: dataset.user, role: dataset.role, lang, by: dataset.name ?? "", skew: Date.parse(dataset.now) - Date.now() };
}

async function begin() {
  const { dataset } = desk();
  const isServers = Boolean(dataset.now);
  const memory = dataset.memory && JSON.parse(dataset.memory);
  await line.begin(isServers ? whoOf(desk()) : undefined, memory, dataset.file, showWaiting, cutOff.collect);
  if (!canKeep) return cutOff.sayInsecure(desk());
  showWaiting();
  if (!isServers) {
    goAlone();
    if (!line.mayDecide()) return showTrouble("nobody");
    return cutOff.drawAgain(desk());
  }
  line.takeAlong();
  try {
    if (await line.sendLeft()) await comeBack(await line.page(address()));
  } catch (error) {
    if (error.kind === "cut" && line.mayDecide()) goAlone();
    else if (error.kind) trouble(error);
  }
}
