// A long list narrowed down, by words and by choices. Nothing is stored, sent or put in the address.

const FEW = 3; // entries that are opened, since they are what was looked for

const form = document.querySelector(".narrow");
const field = form.querySelector("input");
const lists = [...form.querySelectorAll("select")];
const status = form.querySelector("[role=status]");
const showAll = form.querySelector("button");
const none = form.querySelector(".narrow-none");

/** Letters without case and accents; what stands between words is one space. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("\u0153", "oe").replaceAll("\u00e6", "ae").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** What stands below a heading besides the items, up to the next one. */
function besides(heading) {
  const found = [];
  for (let next = heading.nextElementSibling; next && !next.matches(form.dataset.groups); next = next.nextElementSibling) {
    if (!next.matches(form.dataset.items)) found.push(next);
  }
  return found;
}

/** The groups of the list in order: a section or a fold, or a heading with what stands below it; each with its items and their texts. */
function read() {
  const groups = [];
  for (const element of document.querySelectorAll(`${form.dataset.groups}, ${form.dataset.items}`)) {
    if (element.matches(form.dataset.items)) groups.at(-1)?.items.push({ element, text: ` ${fold(element.textContent)}` });
    else groups.push({ frame: element.localName === "h2" ? [element, ...besides(element)] : [element], items: [] });
  }
  return groups;
}

const groups = read();
const all = groups.flatMap((group) => group.items);

/** Whether an item has the value chosen in every list, and each word that was typed at the beginning of one of its own. */
function fits(item, words) {
  return lists.every((list) => !list.value || item.element.dataset[list.name].split("|").includes(list.value)) && words.every((word) => item.text.includes(` ${word}`));
}

/** Open a group while something in it is looked for, and close it again; one that the reader opened stays. */
function openGroup(fold, narrowed) {
  if (fold.localName !== "details") return;
  if (narrowed && !fold.open) {
    fold.open = true;
    fold.dataset.opened = "";
  } else if (!narrowed && "opened" in fold.dataset) {
    fold.open = false;
    delete fold.dataset.opened;
  }
}

/** Open what is left where little is, and close it again when there is more; what the reader opened stays. */
function openFew(shown) {
  const few = field.value.trim() && shown.length <= FEW;
  for (const { element } of all) {
    if (element.localName !== "details") continue;
    if (few && !element.hidden && !element.open) {
      element.open = true;
      element.dataset.opened = "";
    } else if (!few && "opened" in element.dataset) {
      element.open = false;
      delete element.dataset.opened;
    }
  }
}

function narrow() {
  const words = fold(field.value).split(" ").filter(Boolean);
  for (const group of groups) {
    for (const item of group.items) item.element.hidden = !fits(item, words);
  }
  const narrowed = all.some((item) => item.element.hidden);
  for (const group of groups) {
    const empty = narrowed && group.items.every((item) => item.element.hidden);
    for (const part of group.frame) part.hidden = empty;
    openGroup(group.frame[0], narrowed && !empty);
  }
  const shown = all.filter((item) => !item.element.hidden);
  openFew(shown);
  none.hidden = shown.length > 0;
  showAll.hidden = !narrowed;
  status.textContent = status.dataset.shown.replace("{n}", shown.length).replace("{all}", all.length);
}

form.addEventListener("input", narrow);
form.addEventListener("reset", (event) => {
  event.preventDefault(); // done here, so that the list follows at once
  for (const control of [field, ...lists]) control.value = "";
  narrow();
  field.focus(); // the button that was pressed is gone
});
form.addEventListener("submit", (event) => event.preventDefault());
narrow(); // a browser may bring back choices when the reader comes back to the page
