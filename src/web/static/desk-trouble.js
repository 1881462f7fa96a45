// Hears of trouble that the desk shows without a verdict of the server: no connection, signed out, too many waiting scans.

/** What the desk's panel shows: { tone, word, headline, detail }. */
function wordsOf(panel) {
  const [word, headline, detail] = ["word", "headline", "detail"].map((part) => panel.querySelector(`[data-part="${part}"]`)?.textContent.trim() ?? "");
  return { tone: "stop", word, headline, detail };
}

/** The trouble that stands there now. */
export const shownTrouble = () => wordsOf(document.querySelector("#desk [data-verdict]"));

/** Calls `tell({ tone, word, headline, detail }, kind)` whenever the desk's panel begins to show a trouble. */
export function onTrouble(tell) {
  new MutationObserver((changes) => {
    const panel = document.querySelector("#desk [data-verdict][data-trouble]");
    if (!panel || !changes.some(({ target, oldValue }) => target === panel && oldValue !== panel.dataset.trouble)) return;
    tell(wordsOf(panel), panel.dataset.trouble);
  }).observe(document.getElementById("main"), { subtree: true, attributes: true, attributeFilter: ["data-trouble"], attributeOldValue: true });
}
