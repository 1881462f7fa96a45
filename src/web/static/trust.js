// The page that leads a device through trusting the house: says whether it does by now.

const check = document.querySelector("[data-check]");
const picture = document.querySelector("[data-check-picture]");
const answer = document.querySelector("[data-check-answer]");

const look = () => {
  const address = new URL(picture.src);
  // Asked anew each time: what was refused before may be trusted now.
  address.search = `?${Date.now()}`;
  picture.hidden = true;
  picture.onload = () => {
    picture.hidden = false;
    answer.textContent = check.dataset.yes;
  };
  picture.onerror = () => {
    picture.hidden = true;
    answer.textContent = check.dataset.no;
  };
  picture.src = address.href;
};

if (picture) {
  look();
  document.querySelector("[data-check-again]").addEventListener("click", (event) => {
    event.preventDefault();
    look();
  });
  // Back from the phone's settings.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) look();
  });
}

// An iPad calls itself a Mac; a Mac has no screen to touch.
if (navigator.maxTouchPoints > 1 && /Macintosh/.test(navigator.userAgent)) {
  const guides = [...document.querySelectorAll("[data-device]")];
  const tablet = guides.find((guide) => guide.dataset.device === "apple");
  guides[0]?.before(tablet);
  for (const guide of guides) guide.open = guide === tablet;
}
