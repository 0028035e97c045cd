// Leave this page. The link works without this file; here it becomes faster and gets a key.
// Only the current page can leave the history of the browser; the page on safety says so.

const WINDOW = 5000; // milliseconds between two presses of Shift
const PRESSES = 3;

const link = document.querySelector("[data-leave]");
const status = document.querySelector(".leave-status");
let presses = 0;
let alone = false;
let timer;

function leave() {
  document.documentElement.dataset.leaving = "";
  location.replace(link.href);
}

function show(count, message) {
  presses = count;
  clearTimeout(timer);
  link.dataset.presses = String(count);
  status.textContent = message;
  if (count > 0) timer = setTimeout(() => show(0, status.dataset.expired), WINDOW);
}

function press() {
  if (presses + 1 >= PRESSES) leave();
  else show(presses + 1, presses === 0 ? status.dataset.first : status.dataset.second);
}

if (link && status) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    leave();
  });

  // Shift counts when it is released and nothing else was pressed with it.
  addEventListener("keydown", (event) => {
    if (event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey) {
      if (!event.repeat) alone = true;
      return;
    }
    alone = false;
    if (presses > 0) show(0, "");
  }, true);
  addEventListener("keyup", (event) => {
    if (event.key === "Shift" && alone) {
      alone = false;
      press();
    }
  }, true);
  addEventListener("pointerdown", () => { alone = false; }, true);

  // A page that the browser kept whole comes back visible. A first showing may come after the click and must not undo it.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    delete document.documentElement.dataset.leaving;
    show(0, "");
  });
}
