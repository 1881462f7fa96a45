// The journal of a browser's desk, in IndexedDB: what was scanned and the server has not answered, what it answered since the
// last snapshot, and the snapshot itself, sealed. A store is only ever added to a newer version, so that no update loses a scan.

const [NAME, VERSION] = ["gabentisch", 1];
const STORES = { queue: { keyPath: "n", autoIncrement: true }, done: { keyPath: "n", autoIncrement: true }, keep: undefined };
/** The form of a record. A newer form must be able to read this one: scans may wait for days. */
export const FORM = 1;

/** Whether this browser can keep scans at all. Only over HTTPS, or on the machine itself, does it give all that takes. */
export const canKeep = Boolean(window.isSecureContext && window.indexedDB && navigator.locks && crypto.subtle && navigator.serviceWorker);

let opening;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const begin = (version) => {
      const request = indexedDB.open(NAME, version);
      request.onupgradeneeded = () => {
        const { result: db } = request;
        for (const [store, options] of Object.entries(STORES)) if (!db.objectStoreNames.contains(store)) db.createObjectStore(store, options);
      };
      request.onerror = () => (request.error?.name === "VersionError" && version ? begin() : reject(request.error)); // a newer one has been here
      request.onsuccess = () => {
        const db = request.result;
        db.onclose = db.onversionchange = () => (db.close(), (opening = undefined));
        resolve(db);
      };
    };
    begin(VERSION);
  });
  opening.catch(() => (opening = undefined));
  return opening;
}

/** Runs requests in one transaction; done when it is on the disk. `work` gets the stores and gives requests' results by hand. */
async function transact(stores, work, mode = "readwrite") {
  const db = await open();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(stores, mode, { durability: "strict" });
    let result;
    transaction.oncomplete = () => resolve(result?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("not kept"));
    result = work(...stores.map((store) => transaction.objectStore(store)));
  });
}

/** Keeps a scan: {event, told, user, by, tab, form}. Gives its number. */
export const add = (record) => transact(["queue"], (queue) => queue.add(record));

export const put = (record) => transact(["queue"], (queue) => queue.put(record));

/** Every change of what the rules rest on leaves a new mark, by which windows see that another one was here. */
let last = "";
const mark = (all) => all.put((last = crypto.randomUUID()), "mark");
/** The mark of this window's last change, and the one that stands there now. */
export const ownMark = () => last;
export const lastMark = () => kept("mark");

/** The scan was decided here: it goes to the end, because scans are sent in the order in which they were decided. */
export const tell = ({ n, ...record }) =>
  transact(["queue", "keep"], (queue, all) => {
    mark(all);
    queue.delete(n);
    return queue.add(record);
  });

export const drop = (n) => transact(["queue"], (queue) => queue.delete(n));

/** The server has answered: each with its outcome, and what its desk remembers now. */
export const settle = (answered, memory) =>
  transact(["queue", "done", "keep"], (queue, done, keep) => {
    for (const { n, event, outcome, user } of answered) {
      queue.delete(n);
      if (outcome) done.add({ event, outcome, user });
    }
    if (memory) keep.put(memory, "desk");
    mark(keep);
  });

export const queued = () => transact(["queue"], (queue) => queue.getAll(), "readonly");
export const answered = () => transact(["done"], (done) => done.getAll(), "readonly");
/** A new snapshot, which knows every answer up to this number. */
export const renew = (sealed, upTo) =>
  transact(["done", "keep"], (done, all) => {
    done.delete(IDBKeyRange.upperBound(upTo));
    all.put(sealed, "snapshot");
    mark(all);
  });

/** What is known of the house belongs to this person. */
export const own = (user) => transact(["keep"], (all) => all.put(user, "owner"));
export const kept = (name) => transact(["keep"], (all) => all.get(name), "readonly");

/** Forgets what was known of the house. Scans that wait stay: they are not known anywhere else. */
export const forgetHouse = () =>
  transact(["done", "keep"], (done, all) => {
    done.clear();
    all.clear();
  });

// ---------------------------------------------------------------- the vault

/** A key that no script can read out, made at the first use and gone with the house's data. */
async function key() {
  const known = await kept("key");
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  // Of two windows that make one at the same time, the first wins.
  return transact(["keep"], (all) => {
    const result = { result: made };
    all.get("key").onsuccess = ({ target }) => (target.result ? (result.result = target.result) : all.put(made, "key"));
    return result;
  });
}

export async function seal(value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), new TextEncoder().encode(JSON.stringify(value)));
  return { iv, data };
}

/** What was sealed; nothing when it cannot be read. */
export async function unseal(sealed) {
  if (!sealed) return undefined;
  try {
    const data = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, await key(), sealed.data);
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return undefined;
  }
}
