// The desk that decides while the server is away: the server's own rules, from desk.wasm, over what the journal has kept.
// Each window has one; before it decides it takes along what other windows and the server did since.

import * as journal from "./journal.js";

/** A snapshot is fetched this often, and not trusted longer than a day (the rules say so themselves). */
const [FETCH_MS, AGAIN_MS] = [5 * 60_000, 60_000];

let rules; // the instance's exports
let built = null; // the journal's mark up to which the rules know everything
let zone; // the site's, from the snapshot
let me; // {user, role, lang, skew}

/** A question to the rules, and their answer. */
function ask(question) {
  const bytes = new TextEncoder().encode(JSON.stringify(question));
  const at = rules.room(bytes.length);
  new Uint8Array(rules.memory.buffer, at, bytes.length).set(bytes);
  const answer = BigInt.asUintN(64, rules.ask(at, bytes.length));
  rules.forget(at, bytes.length);
  const [start, length] = [Number(answer >> 32n), Number(answer & 0xffffffffn)];
  const told = JSON.parse(new TextDecoder().decode(new Uint8Array(rules.memory.buffer, start, length)));
  rules.forget(start, length);
  if (told.wrong) throw new Error(told.wrong);
  return told;
}

/** Seconds that the clocks of a zone are ahead of UTC. The rules know no zones, the browser does. */
export function offset(zone, at = new Date()) {
  try {
    const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at);
    const [, sign, hours, minutes] = parts.find(({ type }) => type === "timeZoneName").value.match(/GMT(?:([+-])(\d+):(\d+))?/);
    return hours ? Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60) : 0;
  } catch {
    return -at.getTimezoneOffset() * 60;
  }
}

/** Loads the rules. Without them the desk waits for the server, as it does over plain HTTP. */
export async function load(file) {
  try {
    const { instance } = await WebAssembly.instantiateStreaming(fetch(file));
    rules = instance.exports;
  } catch (cause) {
    console.info("the rules are not here", cause);
  }
  return Boolean(rules);
}

export const isReady = () => Boolean(rules);

/** Who is signed in, as the server's page says. */
export const belongTo = (who) => (me = who);

/** Who was signed in when the server was there last. */
export async function recall() {
  const desk = await journal.unseal(await journal.kept("desk"));
  if (desk) me = { user: desk.user, role: desk.role, lang: desk.lang, by: desk.by, skew: desk.skew };
  return me;
}

/** Brings the rules to where the journal stands, unless they are there. */
export async function catchUp() {
  let mark = await journal.lastMark();
  if (mark === built) return;
  const [sealed, desk, queue, done] = await Promise.all([journal.kept("snapshot"), journal.kept("desk"), journal.queued(), journal.answered()]);
  const [snapshot, remembered] = await Promise.all([journal.unseal(sealed), journal.unseal(desk)]);
  const own = ({ user }) => user === me?.user;
  zone = snapshot?.zone;
  ask({ ask: "stand", role: me?.role || "volunteer", offset: offset(snapshot?.zone) });
  ask({ ask: "renew", snapshot: snapshot ?? null });
  if (snapshot && ask({ ask: "age", now: now() }).stale) {
    ask({ ask: "renew", snapshot: null });
    await journal.renew(undefined, 0);
    mark = journal.ownMark();
  }
  ask({ ask: "replay_over", events: done.filter(own).map(({ event, outcome }) => [event, outcome]) });
  ask({ ask: "remember", desk: remembered?.memory ?? {} });
  ask({ ask: "replay", events: queue.filter(({ told }) => told).filter(own).map(({ event, told }) => [event, told]) });
  built = mark;
}

/** Puts what the server answered into the journal, and into the rules when they are up to date and did not decide it. */
export async function follow(answered, memory, wasDecidedHere = false) {
  const isCurrent = !wasDecidedHere && isReady() && (await journal.lastMark()) === built;
  await journal.settle(answered, memory && (await journal.seal({ ...me, memory })));
  if (!isCurrent) return;
  const events = answered.filter(({ outcome }) => outcome);
  ask({ ask: "replay", events: events.map(({ event, outcome }) => [event, outcome]) });
  if (memory) ask({ ask: "remember", desk: memory });
  built = journal.ownMark();
}

/** Decides a scan of the journal, which then says what was told; nothing is shown before it is on the disk. */
export async function decide(record) {
  await catchUp();
  const { outcome: told } = ask({ ask: "decide", event: record.event });
  const said = ask({ ask: "keep", lang: me?.lang || "de" });
  built = null; // the rules are ahead of the journal until it is written
  // At the server other browsers of this person share the desk: what was told for one visit must not go to another.
  const open = said.desk.memory.visit?.id;
  const visit = open && said.verdict.visit === open ? open : null;
  await journal.tell({ ...record, event: { ...record.event, visit }, told });
  built = journal.ownMark();
  return said;
}

/** By the server's clock, as far as it is known: this one may be wrong. */
export const now = (at = Date.now()) => new Date(at + (me?.skew ?? 0)).toISOString();

export const shown = () => ask({ ask: "shown", lang: me?.lang || "de" });
export const find = (query) => ask({ ask: "find", query, lang: me?.lang || "de" }).products;
export const choices = (product, cut) => ask({ ask: "choices", product, cut });
export const siteZone = () => zone;
/** The snapshot's moment as a clock shows it. */
export const stand = () => ask({ ask: "age", now: now() }).clock;

// ---------------------------------------------------------------- the snapshot

let due = 0;

/** Fetches a snapshot when it is time. What was booked while it was made is played again over it. */
export async function renew(isSoon = false) {
  if (!journal.canKeep || (!isSoon && Date.now() < due)) return;
  due = Date.now() + AGAIN_MS;
  try {
    const before = (await journal.answered()).at(-1)?.n ?? 0;
    // By itself: this keeps nobody signed in.
    const answer = await fetch("/api/v1/terminal/snapshot", { credentials: "same-origin", headers: { "X-Live": "1" } });
    if (!answer.ok) return;
    const snapshot = await answer.json();
    await journal.renew({ ...(await journal.seal(snapshot)), taken: Date.parse(snapshot.taken_at) }, before);
    due = Date.now() + FETCH_MS;
  } catch {
    // cut off: the one before stays
  }
}
