// The search panel. What it answers from lies on this site and is read in the browser: what is typed is not sent, kept or put in an address.

const PAUSE = 60; // milliseconds after the last key
const MOST = 5; // answers shown; of the full text twice as many results
const SHORT = 24; // letters of a title that may stand in large type

let answers;
let pagefind;
let panel;
let opener;
let openers;
let waiting;
let whole; // whether all entries are there

const part = (name) => panel.querySelector(name);
const field = () => part("input");
const rows = () => [...panel.querySelectorAll(".search-results a, .search-results button")];
const here = (address) => new URL(address, location.href);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const json = (address) => fetch(here(address)).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));
const entriesOf = (file) => json(file).then(({ entries }) => entries, () => []); // none where the file does not come

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function row(kind, title, answer, address, className = "") {
  const item = element("li", "", className);
  const link = element("a", title);
  link.href = address;
  item.append(element("p", kind, "search-kind"), link, element("p", answer));
  return item;
}

/** One answer; the word to use and the number to quote are large. */
function answerRow({ kind, page, anchor, title, answer }) {
  const address = new URL(`${page}${anchor ? `#${anchor}` : ""}`, here(panel.dataset.root));
  const large = (kind === "word" || kind === "figure") && title.length <= SHORT;
  return row(panel.getAttribute(`data-kind-${kind}`), title, answer ?? "", address.href, large ? "search-large" : "");
}

function say(text) {
  part(".search-said").textContent = text;
}

/**
 * Load what is needed for the first answer, and what follows: the sources last, unless a number is asked for. The second file is
 * asked for while the first is still on its way.
 */
async function load() {
  const rest = [panel.dataset.later, panel.dataset.sources];
  if (/\d/.test(field().value)) rest.reverse();
  const next = entriesOf(rest[0]);
  const [{ Answers }, index] = await Promise.all([import(here(panel.dataset.answers).href), json(panel.dataset.entries)]);
  answers = new Answers(index);
  addRest(next, rest[1]);
}

async function addRest(next, last) {
  answers.add(await next);
  search();
  answers.add(await entriesOf(last));
  whole = true;
  search();
}

function show(typed) {
  const { results, read } = answers.find(typed);
  const list = part(".search-list");
  const shown = results.slice(0, MOST);
  list.replaceChildren(...shown.map(answerRow));
  list.firstElementChild?.classList.add("search-first");
  part(".search-full").replaceChildren();
  part(".search-more").hidden = false;
  part(".search-talk").hidden = false;
  if (shown.length === 0 && !whole) {
    say(panel.dataset.waiting);
    return;
  }
  const none = shown.length === 0 ? `${fill(panel.dataset.none, { query: typed })} ${panel.dataset.hint}` : "";
  part(".search-read").textContent = none || (read === typed ? "" : fill(panel.dataset.instead, { read, query: typed }));
  say(none || fill(panel.dataset[shown.length === 1 ? "one" : "other"], { n: shown.length, query: typed }));
}

function clear() {
  for (const name of [".search-list", ".search-full", ".search-read"]) part(name).replaceChildren();
  part(".search-more").hidden = true;
  part(".search-talk").hidden = true;
  say("");
}

function search() {
  if (rows().includes(document.activeElement)) return; // who has gone on to an answer keeps it
  const typed = field().value.trim();
  if (typed) show(typed);
  else clear();
}

async function run() {
  try {
    if (!answers) {
      say(panel.dataset.waiting);
      waiting ??= load();
      await waiting;
    }
    search();
  } catch {
    waiting = undefined;
    say(panel.dataset.failed);
  }
}

/** Look through every page, when the reader asks for it. */
async function searchFull() {
  const typed = field().value.trim();
  say(panel.dataset.waiting);
  try {
    if (!pagefind) {
      pagefind = await import(here(panel.dataset.pagefind).href);
      await pagefind.init();
    }
    const { results } = await pagefind.search(typed);
    const found = await Promise.all(results.slice(0, 2 * MOST).map((result) => result.data()));
    part(".search-full").replaceChildren(...found.map(({ meta, url }) => row(panel.getAttribute(`data-kind-${meta.kind}`) ?? "", meta.title, meta.answer ?? "", url)));
    const words = found.length === 0 ? panel.dataset.none : panel.dataset[results.length === 1 ? "one" : "other"];
    say(fill(words, { n: results.length, query: typed }));
    part(".search-full a")?.focus();
  } catch {
    say(panel.dataset.failed);
  }
}

function move(event) {
  const links = rows();
  if (links.length === 0) return;
  event.preventDefault();
  const at = links.indexOf(document.activeElement);
  const next = event.key === "ArrowDown" ? at + 1 : at - 1;
  if (next < 0) field().focus();
  else links[Math.min(next, links.length - 1)].focus();
}

/** Close the panel and forget what was typed. */
export function close(returnFocus = true) {
  if (!panel.open) return;
  panel.close();
  field().value = "";
  clear();
  for (const button of openers) button.setAttribute("aria-expanded", "false");
  if (returnFocus) opener?.focus();
}

function prepare() {
  let timer;
  field().addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    part(".search-list a")?.click();
  });
  part(".search-more").addEventListener("click", searchFull);
  part(".close").addEventListener("click", () => close());
  panel.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event);
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  panel.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (to && !panel.contains(to) && !to.closest(".bar")) close(false);
  });
  addEventListener("pointerdown", (event) => {
    if (panel.open && !panel.contains(event.target) && !event.target.closest(".bar, .row")) close(false);
  });
}

/** Take over the open panel, with a query where the reader has typed one elsewhere. */
export function open(dialog, buttons, from, query) {
  if (!panel) {
    panel = dialog;
    openers = buttons;
    prepare();
  }
  opener = from;
  for (const button of openers) button.setAttribute("aria-expanded", "true");
  if (query) field().value = query;
  field().focus();
  return run();
}
