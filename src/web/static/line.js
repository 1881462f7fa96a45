// The line to the server: each scan is kept before it is sent; when the server is away, the rules here decide, and when it is
// back everything is sent in the order in which it was decided. Two windows of one browser share journal and line.

import * as journal from "./journal.js";
import * as local from "./local.js";
import { tidied } from "./offline.js";

/** No answer for so long: the server is away. The terminal's measure. */
const SILENCE_MS = 1500;
const PAGE_MS = 5000;
const BATCH_MS = 20_000;
const BATCH = 100;
const BACK_OFF_MS = [400, 800, 1500, 3000, 5000];

/** Why a request led to nothing: cut (no server), failed, signedOut, other (somebody else is signed in by now). */
export class Trouble extends Error {
  constructor(kind, cause) {
    super(kind, { cause });
    this.kind = kind;
  }
}

const tab = crypto.randomUUID?.() ?? "";
const TAB = "gabentisch-tab-";
const SINCE = "gabentisch-cut";

let me; // who is signed in: {user, role, lang, by, skew}
let tries = 0;
let timer = 0;
let hears = () => {};
let reports = () => {};

export const line = {
  /** Since when the server is away; nothing while it is there. */
  since: undefined,
  /** Scans on this device that the server does not have: one's own, and others' by name. */
  open: 0,
  others: [],
  /** One's own that the server does not take. */
  rejected: [],
};

const exclusive = (name, work) => navigator.locks.request(`gabentisch-${name}`, work);

/** The server's page belongs to this person; on the page that was kept nobody was known before. */
export function adopt(who) {
  me = who;
  local.belongTo(who);
}

/** Whether scans can be decided here. */
export const mayDecide = () => journal.canKeep && local.isReady() && Boolean(me?.user);
export const who = () => me;

/** Begins. `who` is nobody on the page that was kept for the time without a server; then it is whoever was here last. */
export async function begin(who, memory, file, onChange, onAnswers) {
  [hears, reports, me] = [onChange, onAnswers, who];
  if (!journal.canKeep) return;
  if (who) since(0); // a page of the server: it is there
  await tidied;
  exclusive(TAB.slice(11) + tab, () => new Promise(() => {}));
  if (who) local.belongTo(who);
  else me = await local.recall();
  const loading = local.load(file);
  if (who && memory) await exclusive("decide", () => local.follow([], memory)).catch(() => {});
  await loading;
  await count().catch((cause) => console.info("the journal cannot be read", cause));
  navigator.storage?.persist?.().catch(() => {});
  if (!mayDecide()) return;
  const there = exclusive("decide", local.catchUp).catch((cause) => console.info("the rules are behind", cause));
  if (!who) await there;
}

let isTaking = false;

/** Fetches a snapshot now and then, while the server is there. */
export function takeAlong() {
  if (isTaking || !mayDecide()) return;
  isTaking = true;
  const renew = async () => {
    if (line.since || document.hidden) return;
    await local.renew();
    await exclusive("decide", local.catchUp);
    document.documentElement.dataset.takenAlong = local.stand() ?? ""; // from now on the server may go
  };
  renew();
  setInterval(renew, 30_000);
}

async function count() {
  const kept = await journal.queued();
  const all = kept.filter(({ rejected }) => !rejected);
  line.rejected = kept.filter(({ rejected, user }) => rejected && user === me?.user);
  line.open = all.filter(({ user }) => user === me?.user).length;
  const names = new Map();
  for (const { user, by } of all) if (user !== me?.user) names.set(user, { user, by, count: (names.get(user)?.count ?? 0) + 1 });
  line.others = Array.from(names.values());
  hears();
}

/** Keeps a scan before anything else is done with it. Throws when the disk is full. */
export async function keep(event) {
  const record = { event, told: null, user: me.user, by: me.by, tab, form: journal.FORM };
  record.n = await journal.add(record);
  line.open += 1;
  return record;
}

/** The window does not wait for this one any more; it is sent when the line is free. */
export const leave = (record) => journal.put({ ...record, tab: "" });

export async function forget(record) {
  await journal.drop(record.n);
  await count();
}

/** By the server's clock. */
export const moment = (at) => local.now(at);

// ---------------------------------------------------------------- sending

/** Whether a scan of the journal has to go before others: it was decided here, or its window is gone without an answer. */
async function isDue() {
  const { held } = await navigator.locks.query();
  const alive = new Set(held.map(({ name }) => name));
  return ({ told, tab: its, rejected }) => !rejected && (Boolean(told) || (its !== tab && !alive.has(TAB + its)));
}

/** Asks the server about one scan with the page's form. Gives the page that it answers. */
export function post(address, body, record) {
  const work = async () => {
    if (record) await sendDue(me.user);
    const limit = mayDecide() ? { signal: AbortSignal.timeout(SILENCE_MS) } : {};
    const page = await desk(address, { method: "POST", body, ...limit });
    if (!record) return page;
    const { outcome } = page.querySelector("[data-verdict]").dataset;
    const booked = { ...record, outcome: outcome === "stale" ? "" : outcome };
    const memory = page.dataset.memory && JSON.parse(page.dataset.memory);
    // What the server answered counts, also when it cannot be noted here: the scan is sent once more then, and known there.
    await exclusive("decide", () => local.follow([booked], memory)).catch(() => {});
    await count();
    return page;
  };
  return journal.canKeep ? inLine(work) : work();
}

/** When another window holds the line for too long, the server is as good as away, as long as the rules here can decide. */
async function inLine(work) {
  let isHeld = false;
  try {
    const patience = mayDecide() ? { signal: AbortSignal.timeout(SILENCE_MS) } : {};
    return await navigator.locks.request("gabentisch-line", patience, () => ((isHeld = true), work()));
  } catch (cause) {
    throw isHeld ? cause : new Trouble("cut", cause);
  }
}

/** A page of the server with a desk on it. */
async function desk(address, options) {
  let answer, text;
  try {
    answer = await fetch(address, { credentials: "same-origin", ...options });
    text = await answer.text();
  } catch (cause) {
    throw new Trouble("cut", cause);
  }
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("desk");
  // A page without a clock is the one that was kept for the time without a server.
  if (fresh && !fresh.dataset.now) throw new Trouble("cut");
  if (fresh && me?.user && fresh.dataset.user !== me.user) throw Object.assign(new Trouble("other"), { page: fresh });
  if (fresh && me) me.skew = Date.parse(fresh.dataset.now) - Date.now(); // this clock may be set meanwhile
  if (fresh) return fresh;
  if ([502, 503, 504].includes(answer.status)) throw new Trouble("cut");
  throw new Trouble(answer.redirected || answer.status === 401 ? "signedOut" : "failed", answer.status);
}

/** What this person's journal has to send. */
async function dueOf(user) {
  const due = await isDue();
  return (await journal.queued()).filter((record) => record.user === user && due(record));
}

/** Sends what is due, in order. What the server said to each is told batch by batch: a later one may fail. Gives how many. */
async function sendDue(user, deskOf) {
  let [sent, size] = [0, BATCH];
  for (;;) {
    const batch = (await dueOf(user)).slice(0, size);
    if (!batch.length) return sent;
    const events = batch.map(({ event, told }) => (told ? { ...event, told } : event));
    const answer = await send({ events, sender: me.user, desk_of: deskOf });
    if (!answer) {
      if (batch.length === 1) {
        // The server does not take it: it must not stand in the way of the others, and stays to be seen.
        await journal.put({ ...batch[0], rejected: true });
        reports([{ ...batch[0], rejected: true }]);
        sent += 1;
        await count();
      }
      size = 1;
      continue;
    }
    const said = batch.map((record, at) => ({ ...record, verdict: answer.verdicts[at] }));
    const answered = said.map((record) => ({ ...record, outcome: record.verdict.outcome === "duplicate" ? record.told : record.verdict.outcome }));
    await exclusive("decide", () => local.follow(answered, deskOf ? undefined : answer.desk.memory, true));
    reports(said);
    sent += said.length;
    await count();
  }
}

/** Nothing when the server rejects the whole request. */
async function send(request) {
  let answer;
  try {
    const [method, headers] = ["POST", { "content-type": "application/json" }];
    answer = await fetch("/api/v1/scans", { method, headers, body: JSON.stringify(request), credentials: "same-origin", signal: AbortSignal.timeout(BATCH_MS) });
    if (answer.ok) {
      const said = await answer.json();
      if (said.verdicts.length !== request.events.length) throw new Error("not an answer for each");
      return said;
    }
  } catch (cause) {
    throw new Trouble("cut", cause);
  }
  if (answer.status === 401) throw new Trouble("signedOut");
  if (answer.status === 403) throw new Trouble("other");
  if ([400, 413, 422].includes(answer.status)) return undefined;
  throw new Trouble("cut", answer.status);
}

/** A coordinator sends what another person scanned here. */
export const sendFor = (user) => exclusive("line", () => sendDue(user, user));

// ---------------------------------------------------------------- cut off

/** Decides a scan here, when it is on the disk. Gives verdict and desk as the server would; nothing when it is back meanwhile. */
export async function decide(record) {
  const said = await exclusive("decide", () => line.since && local.decide(record));
  await count();
  return said;
}

/** Since when, for windows that are opened without the server. A full disk only makes them begin anew. */
function since(moment) {
  try {
    if (moment) localStorage.setItem(SINCE, String(moment));
    else if (moment === 0) localStorage.removeItem(SINCE);
    return Number(localStorage.getItem(SINCE));
  } catch {
    return 0;
  }
}

/** The server is away from now on. `back` gets the server's page when it is there again. */
export function cut(address, back, trouble) {
  if (!line.since) {
    line.since = new Date(since() || Date.now());
    since(line.since.getTime());
    tries = 0;
  }
  hears();
  const again = async () => {
    timer = 0;
    try {
      // The line stays held until the page stands: no scan's answer comes before it and is covered by it.
      await exclusive("line", async () => {
        let page;
        do {
          await sendDue(me?.user);
          page = await pageOf(address);
        } while (!(await isOver()));
        await count();
        await back(page);
      });
      local.renew(true);
    } catch (cause) {
      if (!(cause instanceof Trouble)) console.info("not sent", cause);
      else if (cause.kind !== "cut") trouble(cause);
      tries += 1;
      wait();
    }
  };
  const wait = () => (timer ||= setTimeout(again, BACK_OFF_MS[Math.min(tries, BACK_OFF_MS.length - 1)]));
  wait();
  retry = () => (clearTimeout(timer), (timer = 0), again());
}

/** Ends the time without the server, unless a scan was decided here while the page came. None is being decided meanwhile. */
const isOver = () =>
  exclusive("decide", async () => {
    if ((await dueOf(me?.user)).length) return false;
    since(0);
    line.since = undefined;
    return true;
  });

let retry = () => {};
/** Tries at once: the network says that it is there, or a person asks. */
export const tryNow = () => line.since && timer && retry();

/** The server's page of this desk, as it is now. */
const pageOf = (address) => desk(address, { signal: AbortSignal.timeout(PAGE_MS) });
export { pageOf as page };

/** What windows before this one left to send. */
export const sendLeft = () => exclusive("line", () => sendDue(me.user));
