// The evidence library, narrowed down by kind, place, theme and year. Nothing is stored, sent or put in the address.

const form = document.querySelector(".narrow");
const lists = [...form.querySelectorAll("select")];
const status = form.querySelector("[role=status]");
const showAll = form.querySelector(".narrow-found button");
const none = form.querySelector(".narrow-none");
const sections = [...document.querySelectorAll("section.band:has(> .library)")];
const plural = new Intl.PluralRules(document.documentElement.lang);

/** Whether a source has the value chosen in every list; an empty choice is no choice. */
function fits(source) {
  return lists.every((list) => !list.value || source.dataset[list.name].split("|").includes(list.value));
}

function say(shown, narrowed) {
  const words = plural.select(shown) === "one" ? status.dataset.one : status.dataset.other;
  status.textContent = narrowed ? words.replace("{n}", shown) : status.dataset.all;
}

function narrow() {
  let shown = 0;
  for (const section of sections) {
    let here = 0;
    for (const source of section.querySelectorAll(".library > li")) {
      source.hidden = !fits(source);
      here += !source.hidden;
    }
    section.hidden = !here;
    shown += here;
  }
  const narrowed = lists.some((list) => list.value);
  none.hidden = shown > 0;
  showAll.hidden = !narrowed || !shown;
  say(shown, narrowed);
}

form.addEventListener("change", narrow);
form.addEventListener("reset", (event) => {
  event.preventDefault(); // done here, so that the list follows at once
  for (const list of lists) list.value = "";
  narrow();
  lists[0].focus(); // the button that was pressed is gone
});
form.addEventListener("submit", (event) => event.preventDefault());
narrow(); // a browser may bring back choices when the reader comes back to the page
