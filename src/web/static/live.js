// A page that stays open keeps up: it hears that something changed, fetches itself again, and swaps the parts that are
// marked with data-live. Parts in which somebody types or ticks are left alone, and a list with data-live-ask says what is
// new instead of jumping. Without JavaScript a page shows what it showed when it was opened.

// One connection for the whole browser: HTTP/1.1 has six for each server. Where there are locks (only over HTTPS and on
// localhost), the tab that holds the lock listens and tells the others; elsewhere each visible tab listens itself.
const CHANNEL = "gabentisch-live";
const GAP = 2000;
const AGAIN_MS = [5000, 30000]; // pages that were refused together do not come back together

const bar = document.querySelector("[data-live-say]");
const parts = () => [...document.querySelectorAll("[data-live][id]")];
const topicsOf = (part) => part.dataset.live.split(" ");

const channel = "BroadcastChannel" in window ? new BroadcastChannel(CHANNEL) : null;
let source = null;
let letGo = null;
let timer = 0;
let last = 0;
let waiting = new Set();
let hiddenAt = 0;

function hear(topics) {
  if (!parts().some((part) => topicsOf(part).some((topic) => topics.includes(topic)))) return;
  for (const topic of topics) waiting.add(topic);
  if (!timer && !document.hidden) timer = setTimeout(refresh, Math.max(150, last + GAP - Date.now()));
}

function open() {
  if (source) return;
  source = new EventSource("/live");
  source.addEventListener("changed", (event) => {
    const topics = event.data.split(" ");
    channel?.postMessage(topics);
    hear(topics);
  });
  source.addEventListener("error", ({ target }) => {
    if (target !== source || target.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    close(); // another tab may have more luck
    setTimeout(() => {
      listen();
      hear(parts().flatMap(topicsOf)); // what happened meanwhile was not heard
    }, AGAIN_MS[0] + Math.random() * (AGAIN_MS[1] - AGAIN_MS[0]));
  });
}

function close() {
  source?.close();
  source = null;
  letGo?.();
  letGo = null;
}

function listen() {
  if (source || letGo || document.hidden || !parts().length) return;
  if (!navigator.locks || !channel) return open();
  const gone = new AbortController();
  letGo = () => gone.abort();
  navigator.locks
    .request(CHANNEL, { signal: gone.signal }, () => {
      open();
      return new Promise((resolve) => { letGo = resolve; });
    })
    .catch(() => {});
}

const isField = (element) => element.matches("input:not([type=hidden]):not([type=submit]), textarea, select");
const isTouched = (field) => {
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  if (field.matches("select")) {
    const options = [...field.options];
    if (field.multiple) return options.some((option) => option.selected !== option.defaultSelected);
    // Where the page chose none, a browser shows the first that can be chosen.
    const chosen = options.findLast((option) => option.defaultSelected) ?? options.find((option) => !option.disabled);
    return field.value !== (chosen?.value ?? "");
  }
  return field.value !== field.defaultValue;
};
// Somebody is busy there: the focus is in a field, or a field is not as it came, or a form was unfolded.
function isBusy(part) {
  // A token that is shown this once, a form that was sent back.
  if (part.querySelector(".card-once, .clash, .field-error, [aria-invalid=true]")) return true;
  const inside = document.activeElement;
  if (inside && part.contains(inside) && isField(inside)) return true;
  return [...part.querySelectorAll("input, textarea, select")].some((field) => isField(field) && isTouched(field));
}

function say(text, button) {
  if (!bar) return;
  bar.firstElementChild.textContent = text;
  const show = bar.querySelector("button");
  show.hidden = !button;
  show.onclick = button ?? null;
  bar.toggleAttribute("data-open", Boolean(button) || text === bar.dataset.editing);
}

// What changes with every answer is no change: ids of deeds to come, how an unfolded part looks.
function essence(part) {
  const copy = part.cloneNode(true);
  for (const field of copy.querySelectorAll("[name=deed], [name=event_id], [data-draft-offer], :scope > .notice")) field.remove();
  for (const unfolded of copy.querySelectorAll("details")) unfolded.removeAttribute("open");
  for (const element of copy.querySelectorAll("[hidden], [data-sent]")) { element.removeAttribute("hidden"); element.removeAttribute("data-sent"); }
  return copy.innerHTML;
}

// Numbers take several forms: the bar has a sentence for each, made for some number of that form.
function newOnes(count) {
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  return (bar?.getAttribute(`data-new-${form}`) ?? "").replace(/\d+/, count);
}

function swap(part, fresh) {
  const open = [...part.querySelectorAll("details")].map((unfolded) => unfolded.open);
  const focus = part.contains(document.activeElement) ? document.activeElement : null;
  const where = focus && [...part.querySelectorAll("a, button, summary")].indexOf(focus);
  // The notice of what was just done, with its button, stays.
  const notices = [...part.querySelectorAll(":scope > .notice:not([data-draft-offer])")];
  if (!fresh.querySelector(":scope > .notice")) for (const notice of notices.reverse()) fresh.prepend(notice);
  part.replaceWith(fresh);
  [...fresh.querySelectorAll("details")].forEach((unfolded, at) => { if (open[at]) unfolded.open = true; });
  if (focus) fresh.querySelectorAll("a, button, summary")[where]?.focus({ preventScroll: true });
  fresh.dispatchEvent(new CustomEvent("live:swapped", { bubbles: true }));
}

// The reader may no longer see what stands here: it goes at once, also what somebody was typing about it.
function gone() {
  const instead = document.querySelector("template[data-live-gone]");
  if (!instead) return;
  const main = document.querySelector("main");
  main.removeAttribute("data-live");
  main.replaceChildren(instead.content.cloneNode(true));
  document.title = main.querySelector("h1").textContent;
  main.focus();
}

async function refresh() {
  timer = 0;
  if (document.hidden) return;
  last = Date.now();
  const topics = waiting;
  waiting = new Set();
  let page;
  try {
    const answer = await fetch(location.href, { headers: { "X-Live": "1" }, cache: "no-store" });
    if (answer.status === 404) return gone();
    // Signed out, or the thing is gone: the page stays as it is until the person does something.
    if (!answer.ok || answer.redirected) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return;
  }
  let swapped = false;
  for (const part of parts().filter((part) => topicsOf(part).some((topic) => topics.has(topic)))) {
    const fresh = page.getElementById(part.id);
    if (!fresh || essence(fresh) === essence(part)) continue;
    if (part.hasAttribute("data-live-ask")) {
      const known = new Set([...part.querySelectorAll("[id]")].map((row) => row.id));
      const more = [...fresh.querySelectorAll("tr[id], li[id], section[id]")].filter((row) => !known.has(row.id)).length;
      const text = more ? newOnes(more) : bar?.dataset.more;
      say(text ?? "", () => { swap(part, fresh); say("", null); });
    } else if (isBusy(part)) {
      say(bar?.dataset.editing ?? "", null);
    } else {
      swap(part, fresh);
      swapped = true;
    }
  }
  if (swapped && !bar?.hasAttribute("data-open")) say(bar?.dataset.changed ?? "", null);
}

channel?.addEventListener("message", (event) => hear(event.data));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    hiddenAt = Date.now();
    close();
    return;
  }
  listen();
  // What happened while nobody looked was not heard.
  if (Date.now() - hiddenAt > 1000) hear(parts().flatMap(topicsOf));
});
window.addEventListener("pagehide", close);
window.addEventListener("pageshow", (event) => {
  listen();
  if (event.persisted) hear(parts().flatMap(topicsOf)); // come back to with the browser's arrow: it may be long ago
});
listen();
// What ends by itself at a moment that is known is told by nobody.
const endsIn = Number(document.querySelector("[data-live-for]")?.dataset.liveFor ?? 0) * 1000;
if (endsIn > 0 && endsIn < 2 ** 31) setTimeout(() => hear(parts().flatMap(topicsOf)), endsIn);
