// The worker: keeps the files of one version and the empty desk pages, and gives them when the server is away. It never keeps a
// page that shows somebody something, and it sends no scans: the journal and the pages do that. `KEPT` is written in front.

const CACHE = `gabentisch-${KEPT.version}`;
const [LANGUAGE, PREFIX] = ["gabentisch-language", "gabentisch-"];
const PATIENCE_MS = 4000;

self.addEventListener("install", (event) => {
  const requests = [...KEPT.files, ...KEPT.shells.map((shell) => new Request(shell, { credentials: "omit" }))];
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== CACHE && name !== LANGUAGE;
  const tidy = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(tidy.then(() => self.clients.claim()));
});

// A page says so when no scan waits, and when it has no worker although there is one.
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  if (event.data === "here too") event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(kept(request).then((file) => file ?? fetch(request)));
  else if (request.mode === "navigate" && shell(pathname)) event.respondWith(visited(request, shell(pathname)));
});

const kept = (request) => caches.match(request, { ignoreVary: true });

/** The mode whose empty page stands for this address when the server is away. */
function shell(pathname) {
  if (pathname === "/") return "handout";
  const [, mode] = pathname.match(/^\/desk\/(?:offline\/\w+\/)?(\w+)$/) ?? [];
  return KEPT.shells.some((shell) => shell.endsWith(`/${mode}`)) ? mode : undefined;
}

async function visited(request, mode) {
  let timer;
  const silence = new Promise((_, give) => (timer = setTimeout(() => give(new Error("silent")), PATIENCE_MS)));
  try {
    return await Promise.race([fetch(request), silence]);
  } catch {
    const lang = await (await kept("/language"))?.text();
    const file = (await kept(`/desk/offline/${lang}/${mode}`)) ?? (await kept(KEPT.shells.find((shell) => shell.endsWith(`/${mode}`))));
    return file ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}
