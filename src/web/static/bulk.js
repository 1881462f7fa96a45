// Ticking many rows: all of this page with one box, a range with the shift key, and how many are ticked. Without JavaScript
// each row is ticked by itself, and the bar stands below the table.

const boxes = () => [...document.querySelectorAll("[form=bulk][name=item]")];
const bulk = document.querySelector("[data-bulk]");
let lastBox = null;
// Small and out of the way: only from the first tick on, and folded until it is needed.
if (bulk) {
  bulk.dataset.small = "";
  bulk.querySelector("details").open = false;
}

function count() {
  const ticked = boxes().filter((box) => box.checked).length;
  if (bulk) bulk.hidden = ticked === 0;
  const told = bulk?.querySelector("[data-bulk-count]");
  if (told) told.textContent = ticked ? told.dataset.bulkCount.replace("#", ticked) : "";
  const all = document.querySelector("[data-tick-all]");
  if (!all) return;
  all.hidden = false;
  all.checked = ticked > 0 && ticked === boxes().length;
  all.indeterminate = ticked > 0 && !all.checked;
}

document.addEventListener("click", (event) => {
  const box = event.target;
  if (!box.matches?.("[form=bulk][name=item]")) return;
  const all = boxes();
  if (event.shiftKey && lastBox && all.includes(lastBox)) {
    const [from, to] = [all.indexOf(lastBox), all.indexOf(box)].sort((a, b) => a - b);
    for (const between of all.slice(from, to + 1)) between.checked = box.checked;
  }
  lastBox = box;
});
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-tick-all]")) for (const box of boxes()) box.checked = event.target.checked;
  if (event.target.matches("[data-tick-all], [form=bulk][name=item]")) count();
});
document.addEventListener("live:swapped", count);
window.addEventListener("pageshow", count);
count();
