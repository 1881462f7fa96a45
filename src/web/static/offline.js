// On every page: the worker that keeps the desk for the time without a server, what is kept of the house, and scans that wait.

import * as journal from "./journal.js";

const { user } = document.querySelector("script[data-offline]").dataset;
const desk = document.getElementById("desk");
const isKeptPage = Boolean(desk && !desk.dataset.now);
const DAY_MS = 24 * 3600_000;
const SIGN_OUT_MS = 1500;

/** What is known of the house belongs to whoever is signed in, and to nobody after that; and not longer than a day. */
async function forgetHouse() {
  const [owner, desk, snapshot] = [await journal.kept("owner"), await journal.kept("desk"), await journal.kept("snapshot")];
  const isOld = snapshot?.taken && Date.now() - snapshot.taken > DAY_MS;
  if (owner !== user && (owner || desk || snapshot)) await journal.forgetHouse();
  else if (isOld) await journal.renew(undefined, 0);
  if (user && owner !== user) await journal.own(user);
}

/** What the server does not take does not wait: the desk lists it. */
const unsent = async () => (await journal.queued()).filter(({ rejected }) => !rejected);

async function showPending() {
  const notice = document.getElementById("pending-notice");
  const open = (await unsent()).length;
  if (!open || desk || !notice) return;
  const shown = notice.content.cloneNode(true);
  shown.querySelector("p").textContent = notice.dataset.words.replace("%1", open);
  document.getElementById("main").prepend(shown);
}

async function work() {
  const { serviceWorker } = navigator;
  // Without the server there is at least the one that is here.
  const registration = await serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => serviceWorker.getRegistration());
  if (!registration) return;
  // Which language the desk has when the server is away.
  if (!isKeptPage) await (await caches.open("gabentisch-language")).put("/language", new Response(document.documentElement.lang));
  const takeOver = async () => {
    // A new worker waits while scans do: then nothing changes under a desk that is cut off.
    if (registration.waiting && !(await unsent()).length) registration.waiting.postMessage("take over");
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", takeOver));
  document.addEventListener("desk:verdict", takeOver);
  document.addEventListener("desk:sent", takeOver);
  takeOver();
  // A page that was on its way while the worker began belongs to none: it would stay alone when it is loaded without a server.
  const { active } = await serviceWorker.ready;
  if (!serviceWorker.controller) active.postMessage("here too");
}

/** Done when nothing is left of another person's time. */
export const tidied = journal.canKeep && !isKeptPage ? forgetHouse().catch(() => {}) : Promise.resolve();

if (journal.canKeep) {
  showPending().catch(() => {});
  work().catch((cause) => console.info("no worker", cause));
  document.addEventListener("submit", async (event) => {
    if (event.target.getAttribute("action") !== "/sign-out") return;
    event.preventDefault();
    // A disk that does not answer keeps nobody signed in.
    const silence = new Promise((give) => setTimeout(give, SIGN_OUT_MS));
    await Promise.race([journal.forgetHouse().catch(() => {}), silence]);
    event.target.submit();
  });
}
