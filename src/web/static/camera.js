// A camera that looks for codes. It opens, reads frame after frame, and says each code once while it stays in the picture.
// Nothing here touches the page: eye.js shows it.

const AGAIN_MS = 1500; // a code that was away this long, in at least two frames, is new
const OWN_MS = 160; // between two frames that this browser reads
const SERVER_MS = 340; // between two frames that the server reads: at most three a second
const LONG_SIDE = 640;
const IDLE_MS = 10 * 60 * 1000; // nobody scans any more: neither the camera nor the screen stays on
const KEPT = "gabentisch-camera";

let own; // the browser's reader; null when it has none

/** The browser's own reader of QR codes, if it has one. */
async function ownReader() {
  if (own !== undefined) return own;
  own = null;
  try {
    const formats = (await window.BarcodeDetector?.getSupportedFormats()) ?? [];
    if (formats.includes("qr_code")) own = new BarcodeDetector({ formats: ["qr_code"] });
  } catch {
    // A browser that promises and does not keep: the server reads.
  }
  return own;
}

/** Whether frames go to the server. */
export const serverReads = async () => !(await ownReader());

/** The codes of a frame: [{ text, corners }]. Throws "offline", "signed-out" or "busy" when nobody could look. */
async function read(video, address) {
  const reader = await ownReader();
  if (reader) {
    try {
      return (await reader.detect(video)).map(({ rawValue, cornerPoints }) => ({ text: rawValue, corners: cornerPoints.map(({ x, y }) => [x, y]) }));
    } catch {
      own = null; // such as Android without its services: from now on the server reads
    }
  }
  return ask(address, await jpeg(video, video.videoWidth, video.videoHeight, LONG_SIDE, 0.7));
}

/** Sends a picture to the server's reader. */
export async function ask(address, picture) {
  const answer = await fetch(address, { method: "POST", body: picture, headers: { "content-type": "image/jpeg" }, credentials: "same-origin" }).catch(() => null);
  if (!answer) throw new Error("offline");
  if (answer.ok && answer.headers.get("content-type")?.includes("json")) return answer.json();
  if (answer.redirected || [401, 403, 410].includes(answer.status)) throw new Error("signed-out");
  throw new Error(answer.status === 429 ? "busy" : "unread");
}

let canvas;

/** A picture (a video, a bitmap) as a JPEG of this many pixels on its long side. */
export function jpeg(picture, width, height, longSide, quality) {
  const scale = Math.min(1, longSide / Math.max(width, height));
  canvas ??= document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
}

/** Cards before pieces, so that one picture with both opens the visit first. */
export const inOrder = (codes) => [...codes].sort((a, b) => /^K/.test(b.text.slice(-10)) - /^K/.test(a.text.slice(-10)));

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The word for what went wrong, as the page's texts call it. */
function trouble(error) {
  switch (error?.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "refused";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "none";
  }
}

const remembered = () => {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
};

export class Camera {
  #turn = 0; // counts starts and stops: what belongs to an older turn gives up
  #stream = null;
  #awake = null;
  #seen = new Map(); // text → { at, missed }
  #usedAt = 0; // opened, or a new code

  /** `onCode(text)`, `onTrouble(word or "")`: "" when reading goes on after a trouble. */
  constructor({ video, frames, onCode, onTrouble }) {
    Object.assign(this, { video, frames, onCode, onTrouble });
  }

  get track() {
    return this.#stream?.getVideoTracks()[0] ?? null;
  }

  /** Opens the chosen camera, else the one that was chosen last, else the one at the back. Returns whether it is open. */
  async start(deviceId = "") {
    const turn = ++this.#turn;
    this.#close();
    if (!navigator.mediaDevices?.getUserMedia) {
      this.onTrouble(window.isSecureContext ? "missing" : "insecure");
      return false;
    }
    let stream;
    try {
      stream = await this.#open(deviceId);
    } catch (error) {
      if (turn === this.#turn) this.onTrouble(trouble(error));
      return false;
    }
    if (turn !== this.#turn) {
      // Somebody has closed it, or chosen another one, while this one was opening.
      for (const track of stream.getTracks()) track.stop();
      return false;
    }
    this.#stream = stream;
    this.#usedAt = performance.now();
    this.video.srcObject = stream;
    this.video.play().catch(() => {}); // a browser may wait for a touch; frames come nevertheless
    const { track } = this;
    track.addEventListener("ended", () => turn === this.#turn && (this.stop(), this.onTrouble("lost")));
    if (deviceId) localStorage.setItem(KEPT, JSON.stringify({ id: deviceId, label: track.label }));
    this.stayAwake();
    this.#look(turn);
    return true;
  }

  async #open(deviceId) {
    const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
    const media = (video) => navigator.mediaDevices.getUserMedia({ video: { ...size, ...video }, audio: false });
    const { id, label } = remembered();
    const wanted = deviceId || id;
    if (wanted) {
      try {
        return await media({ deviceId: { exact: wanted } });
      } catch (error) {
        if (error.name !== "OverconstrainedError" && error.name !== "NotFoundError") throw error;
        // Browsers give new ids now and then; the name stays.
        const same = (await this.cameras()).find((camera) => label && camera.label === label);
        if (same) return media({ deviceId: { exact: same.deviceId } });
      }
    }
    return media({ facingMode: { ideal: "environment" } });
  }

  /** All cameras; their names are known only after one was allowed. */
  async cameras() {
    const devices = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    return devices.filter((device) => device.kind === "videoinput");
  }

  stop() {
    this.#turn++;
    this.#close();
  }

  #close() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.video.srcObject = null;
    this.#awake?.release().catch(() => {});
    this.#awake = null;
  }

  /** The screen stays on while the camera looks. The browser forgets this whenever the page is hidden. */
  async stayAwake() {
    const turn = this.#turn;
    try {
      const lock = await navigator.wakeLock?.request("screen");
      if (turn === this.#turn && this.#stream) this.#awake = lock ?? null;
      else lock?.release();
    } catch {
      // An empty battery may refuse it: then the screen goes dark, nothing more.
    }
  }

  get hasTorch() {
    return Boolean(this.track?.getCapabilities?.().torch);
  }

  setTorch(on) {
    return this.track?.applyConstraints({ advanced: [{ torch: on }] });
  }

  async #look(turn) {
    let troubled = false;
    while (turn === this.#turn) {
      const begun = performance.now();
      if (begun - this.#usedAt > IDLE_MS) {
        this.stop();
        return this.onTrouble("idle");
      }
      let rest = (await serverReads()) ? SERVER_MS : OWN_MS;
      if (this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && this.video.videoWidth) {
        try {
          const codes = await read(this.video, this.frames);
          if (turn !== this.#turn) return;
          if (troubled) this.onTrouble("");
          troubled = false;
          this.#tell(codes);
        } catch ({ message }) {
          if (turn !== this.#turn) return;
          if (message === "offline" || message === "signed-out") {
            this.onTrouble(message);
            troubled = true;
          }
          rest = message === "unread" ? rest : 2000;
        }
      }
      await pause(Math.max(30, rest - (performance.now() - begun)));
    }
  }

  #tell(codes) {
    const now = performance.now();
    const texts = new Set(inOrder(codes).map(({ text }) => text.trim()).filter(Boolean));
    for (const [text, known] of this.#seen) {
      if (!texts.has(text)) known.missed++;
      if (known.missed >= 2 && now - known.at > AGAIN_MS) this.#seen.delete(text);
    }
    for (const text of texts) {
      const isNew = !this.#seen.has(text);
      this.#seen.set(text, { at: now, missed: 0 });
      if (!isNew) continue;
      this.#usedAt = now;
      this.onCode(text);
    }
  }
}
