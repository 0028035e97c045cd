// The search panel. The index lies on this site and is read in the browser: what is typed is not sent, kept or put in an address.

const PAUSE = 180; // milliseconds after the last key
const MOST = 6; // results in a group
const KINDS = ["question", "guide", "research", "source"];

let pagefind;
let panel;
let opener;
let openers;
let vocabulary;

const part = (name) => panel.querySelector(name);
const field = () => part("input");
const rows = () => [...panel.querySelectorAll(".search-results a")];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("\u0153", "oe").replaceAll("\u00e6", "ae");

/** How many letters must be changed, added or dropped to make one word of the other. */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[other.length];
}

/** The words of the A to Z index: what a mistyped word may have meant. */
async function words() {
  if (vocabulary) return vocabulary;
  const page = await fetch(new URL(panel.dataset.index, location.href)).then((answer) => answer.text());
  const index = new DOMParser().parseFromString(page, "text/html").querySelector("[data-vocabulary]");
  vocabulary = new Set(index?.textContent.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  return vocabulary;
}

/** Return the query with each unknown word replaced by the nearest known one, or "" where none is near. */
async function mended(query) {
  const known = [...(await words())];
  const changed = query.split(/\s+/).map((word) => {
    if (word.length < 4) return word;
    const near = known
      .map((other) => [distance(plain(word), plain(other)), other])
      .filter(([far]) => far <= (word.length > 6 ? 2 : 1))
      .sort(([one], [other]) => one - other)[0];
    return near ? near[1] : word;
  });
  const result = changed.join(" ");
  return plain(result) === plain(query) ? "" : result;
}

function row(result) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const answer = document.createElement("p");
  link.href = result.url;
  link.textContent = result.meta.title;
  answer.textContent = result.meta.answer ?? "";
  item.append(link, answer);
  return item;
}

function group(kind, results) {
  const section = document.createElement("section");
  const title = document.createElement("h2");
  const list = document.createElement("ul");
  title.textContent = panel.getAttribute(`data-kind-${kind}`);
  list.append(...results.map(row));
  section.append(title, list);
  return section;
}

function say(text, extra = "") {
  part(".search-said").textContent = extra ? `${text} ${extra}` : text;
}

function show(groups, query, typed) {
  const shown = groups.filter(({ results }) => results.length > 0);
  part(".search-results").replaceChildren(...shown.map(({ kind, results }) => group(kind, results)));
  const number = groups.reduce((sum, { count }) => sum + count, 0);
  if (number === 0) return say(panel.dataset.none.replace("{query}", () => typed), panel.dataset.hint);
  const count = panel.dataset[number === 1 ? "one" : "other"].replace("{n}", number).replace("{query}", () => query);
  return say(count, query === typed ? "" : panel.dataset.instead.replace("{query}", () => typed));
}

/**
 * Return the first results of each kind, with how many there are. Only sources, which outnumber all else, have a filter:
 * Pagefind writes several filters in any order, and two builds of one site must be the same bytes.
 */
async function found(query) {
  const [pages, sources] = await Promise.all([
    pagefind.search(query, { filters: { none: { source: "1" } } }),
    pagefind.search(query, { filters: { source: "1" } }),
  ]);
  const load = ({ results }, most) => Promise.all(results.slice(0, most).map((result) => result.data()));
  const [near, far] = await Promise.all([load(pages, 3 * MOST), load(sources, MOST)]);
  const rest = pages.results.length - near.length;
  return KINDS.map((kind, index) => {
    if (kind === "source") return { kind, count: sources.results.length, results: far };
    const mine = near.filter((result) => result.meta.kind === kind);
    return { kind, count: mine.length + (index === 0 ? rest : 0), results: mine.slice(0, MOST) };
  });
}

/** Pagefind answers an unknown word with what begins like it. Texts that hold no word of the query are such a guess. */
function fits(groups, query) {
  const stems = plain(query).split(/\s+/).map((word) => word.slice(0, Math.max(4, word.length - 1)));
  return groups.some(({ results }) => results.some((result) => {
    const text = plain(`${result.meta.title} ${result.meta.answer ?? ""} ${result.content}`);
    return stems.some((stem) => text.includes(stem));
  }));
}

async function search() {
  const typed = field().value.trim();
  if (!typed) {
    part(".search-results").replaceChildren();
    return say("");
  }
  let query = typed;
  let groups = await found(typed);
  if (!fits(groups, typed)) {
    const other = await mended(typed);
    const better = other ? await found(other) : [];
    if (better.some(({ count }) => count > 0)) [query, groups] = [other, better];
  }
  if (typed === field().value.trim()) show(groups, query, typed);
  return undefined;
}

async function run() {
  try {
    if (!pagefind) {
      say(panel.dataset.waiting);
      pagefind = await import(new URL(panel.dataset.pagefind, location.href).href);
      await pagefind.init();
    }
    await search();
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
  part(".search-results").replaceChildren();
  say("");
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
    rows()[0]?.focus();
  });
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
