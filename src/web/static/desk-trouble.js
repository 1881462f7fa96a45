// Hears of trouble that the desk shows without a verdict of the server: no connection, signed out, too many waiting scans.

/** Calls `tell({ tone, word, headline, detail })` whenever the desk's panel begins to show a trouble. */
export function onTrouble(tell) {
  new MutationObserver((changes) => {
    const panel = document.querySelector("#desk [data-verdict][data-trouble]");
    if (!panel || !changes.some(({ target, oldValue }) => target === panel && oldValue !== panel.dataset.trouble)) return;
    const [word, headline, detail] = ["word", "headline", "detail"].map((part) => panel.querySelector(`[data-part="${part}"]`)?.textContent.trim() ?? "");
    tell({ tone: "stop", word, headline, detail });
  }).observe(document.getElementById("main"), { subtree: true, attributes: true, attributeFilter: ["data-trouble"], attributeOldValue: true });
}
