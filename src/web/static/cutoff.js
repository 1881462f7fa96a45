// What the desk shows while the server is away: the words stand in the page (#cut-off), the rules say what to show.

import * as local from "./local.js";
import { line, mayDecide, who } from "./line.js";

const shelf = document.getElementById("cut-off");
export const words = shelf?.dataset ?? {};
const template = (name) => shelf.querySelector(`template[data-of="${name}"]`).content.cloneNode(true);
const fill = (text, ...values) => values.reduce((filled, value, at) => filled.replace(`%${at + 1}`, value), text);
const clock = (at) => new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", timeZone: local.siteZone() }).format(at);

/** Since when, and how many wait: always in sight while the server is away. */
export function showLine(desk, { since, open, others, rejected }) {
  const strip = desk.querySelector("[data-line]");
  const stand = since && mayDecide() ? local.stand() : undefined;
  const parts = since ? [fill(words.line, clock(since), open), stand ? fill(words.lineStand, stand) : words.lineBlank] : [];
  strip.hidden = !since;
  strip.textContent = parts.join(" · ");
  showOthers(desk, others);
  showRejected(desk, rejected);
}

/** What the server does not take stays to be seen until somebody says that it is understood. */
function showRejected(desk, rejected) {
  const side = desk.querySelector(".desk-side");
  const known = rejected.map(({ n }) => n).join();
  if ((side.dataset.rejected ?? "") === known) return;
  side.dataset.rejected = known;
  side.querySelector("[data-rejected-list]")?.remove();
  if (!rejected.length) return;
  const panel = template("rejected");
  for (const { n, event } of rejected) {
    const entry = template("rejected-line");
    entry.querySelector("span").textContent = fill(words.rejected, event.code);
    entry.querySelector("[data-dismiss]").dataset.dismiss = n;
    panel.querySelector("ul").append(entry);
  }
  side.prepend(panel);
}

function showOthers(desk, others) {
  const side = desk.querySelector(".desk-side");
  const known = JSON.stringify(others);
  if ((side.dataset.others ?? "[]") === known) return;
  side.dataset.others = known;
  side.querySelectorAll("[data-other]").forEach((panel) => panel.remove());
  for (const { user, by, count } of others) {
    const panel = template("other");
    panel.querySelector("[data-name]").textContent = fill(words.other, by, count);
    panel.querySelector("[data-help]").textContent = fill(words.otherHelp, by);
    const button = panel.querySelector("[data-send-other]");
    button.hidden = who()?.role !== "coordinator" || Boolean(line.since);
    button.dataset.sendOther = user;
    side.prepend(panel);
  }
}

/** Once in a window: over plain HTTP there is no journal, and scans wait only as long as the page is open. */
export function sayInsecure(desk) {
  if (window.isSecureContext || sessionStorage.getItem("gabentisch-insecure")) return;
  sessionStorage.setItem("gabentisch-insecure", "said");
  const strip = desk.querySelector("[data-line]");
  [strip.hidden, strip.textContent] = [false, words.insecure];
}

export function offerSignIn(verdict, address) {
  const link = template("sign-in");
  link.querySelector("a").href = `/sign-in?next=${encodeURIComponent(address)}`;
  verdict.querySelector(".verdict-buttons").append(link);
}

// ---------------------------------------------------------------- verdict and desk

const SOUNDS = { "verdict-visit-finished": "finish" };

/** Shows a verdict that was reached here, and the desk after it. */
export function draw(desk, { verdict, desk: after }, at = Date.now()) {
  panel(desk, verdict.tone, words[`word${verdict.tone[0].toUpperCase()}${verdict.tone.slice(1)}`], verdict.headline, verdict.detail);
  buttons(desk, after.asks, verdict.tone);
  desk.toggleAttribute("data-question", after.asks);
  const lines = verdict.lines.filter(({ outcome }) => outcome !== "applied").map(({ code, headline }) => `${code}: ${headline}`);
  note([...lines, verdict.headline], at, verdict.outcome);
  sides(desk, after);
}

function panel(desk, tone, word, headline, detail) {
  const verdict = desk.querySelector("[data-verdict]");
  Object.assign(verdict.dataset, { tone, sound: SOUNDS[headline] ?? "", outcome: "" });
  delete verdict.dataset.trouble;
  for (const [part, text] of Object.entries({ word, headline, detail, note: "" })) verdict.querySelector(`[data-part="${part}"]`).textContent = text ?? "";
  verdict.querySelector('[data-part="headline"]').toggleAttribute("data-long", Array.from(headline).length > 40);
}

function buttons(desk, asks, tone) {
  const place = desk.querySelector(".verdict-buttons");
  for (const button of place.querySelectorAll(".key:not([data-retry])")) button.remove();
  place.querySelector("[data-retry]").hidden = true;
  const kind = asks ? "asks" : tone === "stop" ? "stop" : "";
  if (kind) place.prepend(template(kind));
}

/** Nothing was just scanned: after a reload, or when a stop was understood. */
export function drawAgain(desk) {
  const after = local.shown();
  if (after.asks) panel(desk, "again", words.wordAgain, words.ready, words.readyDetail);
  else panel(desk, "ready", words.wordReady, words.ready, words.readyDetail);
  buttons(desk, after.asks, "ready");
  desk.toggleAttribute("data-question", after.asks);
  sides(desk, after);
}

// What was said here, newest first; a page that is loaded anew begins its list anew.
const said = [];

function note(texts, at, outcome) {
  for (const text of texts) said.unshift({ text, at, outcome });
  said.splice(40);
}

function sides(desk, after) {
  const side = desk.querySelector(".desk-side");
  const { mode } = desk.dataset;
  const what = mode === "intake" ? (side.querySelector("[data-what]")?.closest("section") ? keepWhat(side) : makeWhat(desk)) : undefined;
  const parts = [];
  const needs = document.createDocumentFragment();
  if (mode === "handout") {
    const all = visit(after);
    needs.append(...all.querySelectorAll("[data-needs]"));
    parts.push(all);
  }
  if (what) parts.push(what);
  if (mode === "move" || mode === "stocktake") parts.push(...places(side, after));
  parts.push(since(), needs);
  side.replaceChildren(...parts);
  delete side.dataset.others;
  delete side.dataset.rejected;
  if (mode === "intake" && after.intake) side.querySelector("[data-what]").textContent = after.intake;
  if (mode === "intake") stick(desk, after.memory.intake);
  showLine(desk, line);
}

function since() {
  const part = template("since");
  const list = part.querySelector("ol");
  part.querySelector("[data-none]").hidden = said.length > 0;
  for (const { text, at, outcome } of said) {
    const entry = document.createElement("li");
    const [name, time] = [document.createElement("span"), document.createElement("time")];
    [name.textContent, time.textContent] = [text, clock(at)];
    entry.toggleAttribute("data-waiting", outcome !== "applied");
    entry.append(name, time);
    list.append(entry);
  }
  return part;
}

function visit({ visit, tray }) {
  const part = template("visit");
  const [head, needs] = part.querySelectorAll("section");
  head.querySelector("[data-none]").hidden = Boolean(visit);
  const waits = head.querySelector("p[data-tray]");
  waits.hidden = !tray;
  waits.textContent = fill(words.tray, tray);
  if (!visit) {
    head.querySelector(".row").remove();
    return part;
  }
  head.querySelector("bdi").textContent = visit.card;
  head.querySelector("[data-people]").textContent = `✓ ${visit.pieces}`;
  needs.hidden = false;
  needs.querySelector("[data-none]").hidden = visit.needs.length > 0;
  const open = ({ got, wanted }) => (got < wanted ? 0 : 1);
  for (const need of [...visit.needs].sort((a, b) => open(a) - open(b))) needs.querySelector("ul").append(needLine(need));
  return part;
}

function needLine({ name, pictogram, cut, size, wanted, got }) {
  const entry = template("need");
  const use = entry.querySelector("use");
  use.setAttribute("href", `${use.getAttribute("href").split("#")[0]}#${pictogram}`);
  entry.querySelector("li").toggleAttribute("data-met", got >= wanted);
  entry.querySelector("[data-name]").textContent = name;
  entry.querySelector("small").textContent = [cut && cut !== "U" && words[`cut${cut}`], size].filter(Boolean).join(" · ");
  for (let tick = 0; tick < Math.min(wanted, 10); tick++) {
    const mark = document.createElement("span");
    mark.className = "tick";
    mark.toggleAttribute("data-met", tick < got);
    entry.querySelector(".ticks").append(mark);
  }
  entry.querySelector("[data-progress]").textContent = fill(words.progress, got, wanted);
  return entry;
}

/** The list of places stays while it is there; where pieces go is said in any case. */
function places(side, { place }) {
  const list = side.querySelector("select[name=place]")?.closest("section");
  list?.querySelectorAll(".place-now, .quiet, progress").forEach((old) => old.closest("p, div")?.remove());
  const part = template("place");
  part.querySelector("[data-place]").textContent = place ?? "–";
  return [part, ...(list ? [list] : [])];
}

// ---------------------------------------------------------------- what a piece is

const FIELDS = ["product", "cut", "size", "condition", "donation"];
const chosen = (desk, name) => desk.querySelector("form[data-desk]").elements[name];

function makeWhat(desk) {
  const part = template("what");
  for (const name of FIELDS) part.querySelector(`[name=${name}]`).value = chosen(desk, name)?.value ?? "";
  return part;
}

const keepWhat = (side) => {
  const part = document.createDocumentFragment();
  part.append(...Array.from(side.querySelectorAll("section")).filter((section) => section.querySelector("[name=product], [name=quantity]")));
  return part;
};

/** What sticks from the last piece. */
function stick(desk, intake) {
  if (!intake?.product) return options(desk);
  for (const name of ["product", "cut", "size", "condition"]) chosen(desk, name).value = intake[name] ?? "";
  options(desk);
}

function options(desk) {
  const [product, cut, size] = ["product", "cut", "size"].map((name) => chosen(desk, name).value);
  const { cuts, sizes } = product ? local.choices(product, cut) : { cuts: [], sizes: [] };
  chips(desk, "[data-cuts]", cuts.length > 1 ? cuts.map((value) => ({ value: `cut:${value}`, text: words[`cut${value}`], on: value === cut })) : []);
  chips(desk, "[data-sizes]", sizes.map((value) => ({ value: `size:${value}`, text: value, on: value === size })));
}

function chips(desk, place, list) {
  const made = list.map(({ value, text, on }) => {
    const chip = template("chip");
    const button = chip.querySelector("button");
    Object.assign(button, { value, textContent: text });
    button.setAttribute("aria-pressed", String(Boolean(on)));
    return chip;
  });
  desk.querySelector(place).replaceChildren(...made);
}

/** Words instead of a code in the scan field, as the server takes them, too. */
export function isSearch(desk, { code, action }) {
  if (desk.dataset.mode !== "intake" || (action && action !== "scan") || !/\p{L}/u.test(code) || code.length > 60) return false;
  const isCode = /^[0-9A-Z]{10}$/i.test(code.replaceAll(/[\s-]/g, "")) && /\d/.test(code);
  return !isCode && local.find(code).length > 0;
}

export function search(desk, query) {
  if (!desk.querySelector("[data-found]")) drawAgain(desk);
  const [first, ...others] = local.find(query);
  desk.querySelector("[data-nothing]").hidden = Boolean(first);
  const value = ({ code, size }) => `product:${code}:${size ?? ""}`;
  const text = ({ name, size }) => [name, size].filter(Boolean).join(" · ");
  chips(desk, "[data-found]", others.slice(0, 6).map((product) => ({ value: value(product), text: text(product) })));
  if (first) take(desk, first);
}

function take(desk, { code, name, size, cuts }) {
  const values = { product: code, cut: cuts.length === 1 ? cuts[0] : "", size: size ?? "", condition: "" };
  for (const [field, value] of Object.entries(values)) chosen(desk, field).value = value;
  desk.querySelector("[data-what]").textContent = [name, size].filter(Boolean).join(" · ");
  options(desk);
}

/** A button that only chooses. */
export function choose(desk, { action, code }, body) {
  if (action === "search") return search(desk, body.get("q") || code);
  const [field, value, size] = action.split(":");
  if (field === "product") {
    const known = local.find(value).find((product) => product.code === value);
    const button = desk.querySelector(`button[value="${CSS.escape(action)}"]`);
    return take(desk, { code: value, name: known?.name ?? button?.textContent ?? value, size, cuts: known?.cuts ?? local.choices(value, "").cuts });
  }
  if (!desk.querySelector("[data-found]")) drawAgain(desk);
  if (FIELDS.includes(field)) {
    chosen(desk, field).value = value;
    return options(desk);
  }
  drawAgain(desk);
}

// ---------------------------------------------------------------- after it

let collected = [];
/** What the server said to scans that were sent later, until it is told. */
export const collect = (answers) => (collected = collected.concat(answers));
export const hasNews = () => collected.length > 0;

/** What became of the scans that were sent later. Beside a scan's own verdict only what was booked otherwise is said. */
export function report(desk, isAside = false) {
  const all = collected;
  collected = [];
  const isFine = ({ told, verdict }) => (told ? ["duplicate", told].includes(verdict.outcome) : verdict.tone === "ok");
  const odd = all.filter((answer) => answer.rejected || !isFine(answer));
  said.length = 0;
  if (!isAside) {
    panel(desk, odd.length ? "again" : "ok", odd.length ? words.wordAgain : words.wordOk, words.back, fill(odd.length ? words.askedDetail : words.backDetail, all.length));
    buttons(desk, desk.hasAttribute("data-question"), "ok");
  }
  if (!odd.length) return;
  const part = template("asked");
  for (const { event, verdict, rejected } of odd) {
    const entry = template("line");
    entry.querySelector("span").textContent = rejected ? fill(words.rejected, event.code) : verdict.headline;
    if (rejected) entry.querySelector("bdi").remove();
    else entry.querySelector("bdi").textContent = event.code;
    part.querySelector("ul").append(entry);
  }
  desk.querySelector(".desk-side").prepend(part);
}
