// The camera as a part of a page (eye.html): opens and closes it, shows what is wrong, and lays each verdict over the picture.

import { Camera, serverReads } from "./camera.js";

const SHOWN_MS = 1100;
const SIGNS = { ok: "✓", again: "!", stop: "✗" };
const PATTERNS = { ok: 200, again: [80, 60, 80], stop: [80, 60, 80] };

export class Eye {
  /** `onCode(text)`; `onChange(on)` when it opens or closes. */
  constructor(root, { onCode, onChange = () => {} }) {
    this.root = root;
    this.on = false; // as the person wants it; a hidden page closes the camera meanwhile
    this.onChange = onChange;
    this.texts = this.part("texts").dataset;
    this.camera = new Camera({
      video: root.querySelector("video"),
      frames: root.dataset.frames,
      onCode: (text) => {
        this.part("note").hidden = true; // it works: the advice is in the way now
        onCode(text);
      },
      onTrouble: (word) => {
        this.#showTrouble(word);
        if (word !== "idle") return;
        this.on = false; // it is off until somebody wants it again
        this.onChange(false);
      },
    });
    this.part("again").addEventListener("click", () => this.open());
    for (const button of root.querySelectorAll("[data-eye-close]")) button.addEventListener("click", () => this.close());
    this.part("cameras").addEventListener("change", ({ target }) => this.open(target.value));
    const torch = this.part("torch");
    torch.addEventListener("click", async () => {
      const lit = torch.getAttribute("aria-pressed") !== "true";
      await this.camera.setTorch(lit)?.catch?.(() => {});
      torch.setAttribute("aria-pressed", String(lit));
    });
    document.addEventListener("visibilitychange", () => {
      if (!this.on) return;
      if (document.hidden) this.camera.stop();
      else this.open();
    });
    window.addEventListener("pagehide", () => this.camera.stop());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.on && this.open());
  }

  part(name) {
    return this.root.querySelector(`[data-eye-${name}]`);
  }

  async open(deviceId = "") {
    this.on = true;
    this.root.hidden = false;
    this.part("trouble").hidden = true;
    this.part("view").hidden = false;
    this.part("torch").hidden = true;
    this.part("torch").setAttribute("aria-pressed", "false");
    this.#hint(this.texts.starting);
    this.onChange(true);
    if (!(await this.camera.start(deviceId))) return;
    this.#hint(this.texts.hold);
    this.part("torch").hidden = !this.camera.hasTorch;
    this.part("note").hidden = !(await serverReads());
    await this.#offerCameras();
  }

  close() {
    this.on = false;
    this.camera.stop();
    this.root.hidden = true;
    this.onChange(false);
  }

  #hint(text) {
    this.part("hint").textContent = text;
  }

  async #offerCameras() {
    const cameras = await this.camera.cameras();
    const select = this.part("cameras");
    const now = this.camera.track?.getSettings().deviceId;
    select.replaceChildren(
      ...cameras.map(({ deviceId, label }, index) => new Option(label || this.root.dataset.name.replace("#", index + 1), deviceId, false, deviceId === now)),
    );
    select.hidden = cameras.length < 2;
  }

  #showTrouble(word) {
    const box = this.part("trouble");
    box.hidden = !word;
    // Frames that nobody reads are still a picture; a camera that did not open is none.
    const stillLooks = word === "" || word === "offline" || word === "signed-out";
    this.part("view").hidden = !stillLooks;
    this.part("again").hidden = ["insecure", "missing", "offline", "signed-out"].includes(word);
    if (this.part("photo")) this.part("photo").hidden = word === "offline" || word === "signed-out";
    const sentence = word.replace(/-(.)/, (_, letter) => letter.toUpperCase());
    this.part("sentence").textContent = this.texts[sentence] ?? "";
    if (!stillLooks) this.part("note").hidden = true;
  }

  /** Lays a verdict over the whole picture for about a second; its headline stays below the picture. */
  say({ tone, word, headline, detail }) {
    if (!SIGNS[tone]) return;
    // Before the first touch a browser refuses it, and complains.
    if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(PATTERNS[tone]);
    const box = this.part("verdict");
    box.dataset.tone = tone;
    const shown = { word, headline, detail, last: headline || word };
    for (const [part, text] of Object.entries(shown)) this.root.querySelector(`[data-eye-part="${part}"]`).textContent = text ?? "";
    box.hidden = false;
    const last = this.part("last");
    last.dataset.tone = tone;
    last.hidden = false;
    this.part("sign").textContent = SIGNS[tone];
    this.part("hint").hidden = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (box.hidden = true), SHOWN_MS);
  }
}
