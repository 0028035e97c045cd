// A deck, one slide at a time: arrow keys or buttons go on, Escape goes back to the page.

const deck = document.querySelector(".deck");
const slides = [...deck.querySelectorAll(".slide")];
let at = -1; // the slide on show, -1 while the page is read

function show(number) {
  slides[at]?.removeAttribute("data-here");
  at = Math.min(Math.max(number, 0), slides.length - 1);
  document.body.setAttribute("data-showing", "");
  slides[at].setAttribute("data-here", "");
  slides[at].querySelector("h1, h2").focus();
}

function close() {
  const last = slides[at];
  document.body.removeAttribute("data-showing");
  last.removeAttribute("data-here");
  at = -1;
  last.scrollIntoView();
  document.querySelector('[data-slide="open"]').focus({ preventScroll: true });
}

const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };

addEventListener("keydown", (event) => {
  if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") close();
  else if (event.key in STEPS) show(at + STEPS[event.key]);
  else return;
  event.preventDefault();
});

for (const button of document.querySelectorAll("[data-slide]")) {
  const act = { open: () => show(0), back: () => show(at - 1), next: () => show(at + 1), close };
  button.addEventListener("click", act[button.dataset.slide]);
}
