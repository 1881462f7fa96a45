// The screen with the numbers keeps up by itself, with a chime if somebody wants one; and buttons that copy a text.

for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.querySelector(button.dataset.copy);
  const text = () => source.value ?? source.innerText;
  if (!source) continue;
  // The server knows only the path of an address that is to be copied.
  if ("origin" in source.dataset) source.value = location.origin + source.value;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      // Over plain HTTP there is no clipboard for scripts: the text is marked, ready for the keys.
      if (source.select) source.select();
      else getSelection().selectAllChildren(source);
      if (!document.execCommand("copy")) return;
    }
    button.textContent = button.dataset.done;
  });
}

const body = document.body;
if (body.dataset.events) {
  const lost = document.querySelector("[data-lost]");
  const chime = document.querySelector("[data-chime]");
  let sound = null;
  let busy = false;
  let again = false;

  // Browsers are silent until somebody asked for sound: hence the button.
  if ("AudioContext" in window) {
    chime.hidden = false;
    chime.addEventListener("click", () => {
      if (sound) {
        sound.close();
        sound = null;
      } else {
        sound = new AudioContext();
        ring();
      }
      chime.setAttribute("aria-pressed", String(Boolean(sound)));
    });
  }

  const ring = () => {
    if (!sound) return;
    for (const [pitch, at] of [[660, 0], [880, 0.25]]) {
      const tone = sound.createOscillator();
      const loud = sound.createGain();
      tone.frequency.value = pitch;
      loud.gain.setValueAtTime(0.3, sound.currentTime + at);
      loud.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + at + 0.6);
      tone.connect(loud).connect(sound.destination);
      tone.start(sound.currentTime + at);
      tone.stop(sound.currentTime + at + 0.6);
    }
  };

  const refresh = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [old, fresh] = [document.querySelector("#screen"), page.querySelector("#screen")];
      if (old.innerHTML !== fresh.innerHTML || old.dataset.mark !== fresh.dataset.mark) {
        const called = fresh.dataset.mark && fresh.dataset.mark !== old.dataset.mark;
        if (called) fresh.querySelector(".screen-now")?.setAttribute("data-fresh", "");
        old.replaceWith(document.adoptNode(fresh));
        if (called) ring();
      }
      lost.hidden = true;
    } catch {
      lost.hidden = false; // an old number on the wall must say that it is old
    }
    busy = false;
    if (again) {
      again = false;
      refresh();
    }
  };

  const events = new EventSource(body.dataset.events);
  events.addEventListener("changed", refresh);
  events.addEventListener("open", refresh);
  events.addEventListener("error", () => (lost.hidden = false));
  // A line that died without a word, as behind some televisions' browsers.
  setInterval(refresh, 20000);
}
