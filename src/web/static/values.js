// What the lines of a gift come to while somebody types: amounts are for one piece, and a person who typed the total of all
// sees at once that it is forty times too much. Without JavaScript the sums stand there after saving.

const euros = new Intl.NumberFormat(document.documentElement.lang, {
  style: "currency",
  currency: "EUR",
  numberingSystem: "latn",
});

// Cents of what was typed, as the server reads it: the last mark with one or two digits behind it begins the cents. Null for
// what is no amount.
function cents(text) {
  const typed = text.replace(/[\s\u00a0€]/g, "");
  const parts = /^(\d+|\d{1,3}([.,])\d{3}(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/.exec(typed);
  if (!parts) return null;
  return Number(parts[1].replace(/[.,]/g, "")) * 100 + Number((parts[3] ?? "").padEnd(2, "0"));
}

// The value of one piece: what is stated, or net and VAT together. Null as long as one of them is missing.
function each(scope) {
  const of = (name) => {
    const field = scope.querySelector(`input[name="${name}"], input[name^="${name}."]`);
    return field ? cents(field.value) : null;
  };
  const [net, vat] = [of("net"), of("vat")];
  return of("value") ?? (net === null || vat === null ? null : net + vat);
}

function lines() {
  let sum = 0;
  for (const line of document.querySelectorAll("[data-quantity]")) {
    const one = line.dataset.cents ? Number(line.dataset.cents) : each(line);
    // What was emptied adds nothing, and says so in its line.
    line.querySelector(".value-sum").textContent = "";
    if (one === null) continue;
    const all = one * Number(line.dataset.quantity);
    sum += all;
    line.querySelector(".value-sum").textContent = euros.format(all / 100);
  }
  const total = document.querySelector(".value-total b");
  if (total) total.textContent = euros.format(sum / 100);
}

function byHand() {
  const told = document.querySelector("[data-sum-of-form]");
  const one = each(told.form);
  const quantity = Number(told.form.elements.quantity.value);
  const counts = one !== null && Number.isInteger(quantity) && quantity > 0;
  told.textContent = counts ? told.dataset.sumOfForm.replace("#", euros.format((one * quantity) / 100)) : "";
}

document.addEventListener("input", (event) => {
  if (event.target.closest("[data-quantity]")) lines();
  else if (event.target.closest("form")?.querySelector("[data-sum-of-form]")) byHand();
});
