// The draft checker. A text field, a layer behind it that draws the lines under words, and a list of remarks.
// The rules come once, with the page; after that nothing is asked for. What is typed stays in the field and goes with the page.

import { answered, repeatsOf } from "./draft/answers.js";
import { KINDS, count as counted, fill, reason, typographic } from "./draft/remarks.js";
import { copied } from "./write/ends.js";

const PAUSE = 150; // milliseconds after the last key until the list of remarks follows
const TEMPLATES = { kept: "draft-kept", answer: "draft-answer" };
const QUIET = 1200; // … until a screen reader is told the counts

const box = document.querySelector("[data-draft]");
const part = (name) => box.querySelector(name);
const field = part("textarea");
const layer = part(".draft-marks");
const list = part(".draft-list");
const live = part(".draft-live");
const words = JSON.parse(document.getElementById("draft-words").textContent);
const plural = new Intl.PluralRules(document.documentElement.lang);
const count = (key, n) => counted(words[key], n, plural);

let engine;
let repeats; // what finds claims and figures that are answered here; without it nothing is said of them
let checked = new Map(); // what was found, by paragraph: a key changes one paragraph, and only that one is looked at again
let remarks = [];
let announced = "";
let listTimer;
let sayTimer;

// Looking at the text ----------------------------------------------------------------------------------------------------

/** Return what is to be said about a text, in reading order: what the engine found, each with its place, line and number. */
function look(text) {
  const before = checked;
  checked = new Map();
  const all = [];
  const curly = text.includes("’");
  for (const paragraph of engine.paragraphs(text)) {
    const key = `${paragraph.spoken.join()} ${paragraph.text}`;
    const result = before.get(key) ?? checkedParagraph(paragraph);
    checked.set(key, result);
    const here = [...result].sort((one, other) => one.start - other.start);
    for (const one of here) all.push(remark(one, paragraph.start, text, curly));
  }
  let number = 0;
  let line = 1;
  let at = 0;
  for (const one of all) {
    for (; at < one.start; at += 1) if (text[at] === "\n") line += 1;
    one.line = line;
    if (one.kind !== "kept") one.number = number += 1;
  }
  return all;
}

function checkedParagraph({ text, spoken }) {
  const { found, kept } = engine.check(text, spoken);
  return [...found, ...kept, ...(repeats?.find(text, spoken) ?? [])];
}

/** Args: curly: The text has typographic apostrophes, so what is written into it has them too. */
function remark(one, offset, text, curly) {
  const [start, end] = [one.start + offset, one.end + offset];
  const swaps = (one.edits ?? []).map((edit) => ({
    start: edit.start + offset,
    end: edit.end + offset,
    old: text.slice(edit.start + offset, edit.end + offset),
    text: curly ? edit.text.replaceAll("'", "’") : edit.text,
    isToCheck: Boolean(edit.check_after),
  }));
  const unique = swaps.filter((swap, index) => swaps.findIndex((other) => other.text === swap.text) === index);
  const kind = one.claim ? "answer" : one.rule ? KINDS[one.level] : "kept";
  return { ...one, start, end, swaps: unique, kind, written: text.slice(start, end) };
}

// The layer behind the field ---------------------------------------------------------------------------------------------

function mark(text, one, isLast) {
  const element = document.createElement("mark");
  element.className = `draft-${one.kind}`;
  element.textContent = text;
  if (isLast && one.number) element.dataset.number = one.number;
  return element;
}

/** Return one line of the layer, with the marks that lie in it. */
function drawn(line, start, here) {
  const row = document.createElement("div");
  let at = start;
  for (const one of here) {
    const from = Math.max(one.start, at); // two may overlap where one straddles a quotation mark
    const to = Math.max(from, Math.min(one.end, start + line.length));
    row.append(line.slice(at - start, from - start), mark(line.slice(from - start, to - start), one, to === one.end));
    at = to;
  }
  row.append(`${line.slice(at - start)}\n`);
  return row;
}

/** Return the marks in the order of the text; a whole sentence is marked at its last character. */
function marked() {
  const all = remarks.map((one) => (one.kind === "answer" ? { ...one, start: one.end - 1 } : one));
  return all.sort((one, other) => one.start - other.start);
}

/** Draw the lines that have changed. */
function draw(text) {
  const marks = marked();
  let start = 0;
  let next = 0;
  const rows = text.split("\n").map((line) => {
    const end = start + line.length;
    while (next < marks.length && marks[next].end <= start) next += 1;
    const here = [];
    for (let at = next; at < marks.length && marks[at].start < end; at += 1) here.push(marks[at]);
    const row = { line, start, here, key: line + here.map((one) => `\n${one.start - start} ${one.end - start} ${one.kind} ${one.number}`).join("") };
    start = end + 1;
    return row;
  });
  const old = layer.keys ?? [];
  const most = Math.min(old.length, rows.length);
  let head = 0;
  while (head < most && old[head] === rows[head].key) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === rows.at(-1 - tail).key) tail += 1;
  const after = layer.children[old.length - tail] ?? null;
  for (const gone of [...layer.children].slice(head, old.length - tail)) gone.remove();
  const fresh = document.createDocumentFragment();
  for (const row of rows.slice(head, rows.length - tail)) fresh.append(drawn(row.line, row.start, row.here));
  layer.insertBefore(fresh, after);
  layer.keys = rows.map((row) => row.key);
}

// The list of remarks ------------------------------------------------------------------------------------------------------

function swapButton(row, one, swap, index) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "as-link";
  button.textContent = one.swaps.length > 1 ? swap.text : words.replace;
  button.setAttribute("aria-label", fill(words.replace_with, { old: swap.old, new: swap.text }));
  button.addEventListener("click", () => replace(row, index));
  return button;
}

function item(one) {
  const row = document.getElementById(TEMPLATES[one.kind] ?? "draft-remark").content.cloneNode(true).firstElementChild;
  const within = (name) => row.querySelector(name);
  const place = within(".remark-place");
  place.textContent = fill(words.line, { n: one.line });
  place.setAttribute("aria-label", fill(words.show, { place: place.textContent, word: one.written }));
  place.addEventListener("click", () => {
    field.focus();
    field.setSelectionRange(row.remark.start, row.remark.end);
  });
  if (one.kind === "answer") return answered(row, one);
  within("s, q").textContent = one.swaps.length === 1 ? one.swaps[0].old : one.written;
  if (one.kind === "kept") return row;
  row.classList.add(`remark-${one.kind}`);
  within(".remark-number").textContent = one.number;
  within(".remark-level").textContent = words[`${one.kind}_label`];
  within(".remark-new").hidden = one.swaps.length !== 1;
  within("strong").textContent = one.swaps.length === 1 ? one.swaps[0].text : "";
  within(".remark-why").textContent = reason(one, words);
  within(".remark-with").hidden = one.swaps.length < 2;
  within(".remark-swaps").append(...one.swaps.map((swap, index) => swapButton(row, one, swap, index)));
  within(".remark-stays").textContent = typographic(one.rule.except.join("; "), words);
  within(".remark-stays").parentElement.hidden = one.rule.except.length === 0;
  within("a").href += `#${one.rule.id.replace("language/", "")}`;
  return row;
}

/** Show which remark the word at the caret has. */
function point() {
  if (document.activeElement !== field) return;
  const at = field.selectionStart;
  [...list.children].forEach((row, index) => {
    const one = remarks[index];
    row.toggleAttribute("data-current", Boolean(one) && one.start <= at && at <= one.end);
  });
}

/** Return the counts in words. */
function counts() {
  const number = (kind) => remarks.filter((one) => one.kind === kind).length;
  const told = [count("to_change", number("change")), count("to_think", number("think")), count("left_alone", number("kept"))];
  const answers = number("answer");
  return [...told, ...(answers > 0 ? [count("answered", answers)] : [])].join(", ");
}

/** Show a remark at its place in the list. One that says the same as before stays, with its focus and its opened reason. */
function showItem(one, index) {
  const key = JSON.stringify([one.kind, one.rule?.id ?? one.claim?.key, one.written, one.line, one.number, one.situation?.id, one.swaps.map((swap) => [swap.old, swap.text])]);
  const old = list.children[index];
  const row = old?.key === key ? old : item(one);
  row.key = key;
  row.remark = one;
  if (!old) list.append(row);
  else if (old !== row) old.replaceWith(row);
}

function showList() {
  clearTimeout(listTimer);
  remarks.forEach(showItem);
  while (list.children.length > remarks.length) list.lastElementChild.remove();
  const blank = !field.value.trim();
  part(".draft-empty").hidden = !blank;
  part(".draft-fine").hidden = blank || remarks.length > 0;
  part(".draft-counts").textContent = blank ? words.ready : counts();
  part(".draft-copy").hidden = blank;
  point();
}

// Doing -----------------------------------------------------------------------------------------------------------------------

/** Tell a screen reader, once there is a pause. */
function say(text, pause = 0) {
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => { live.textContent = text; }, pause);
}

/** Follow the text: the layer at once, the list after a pause. */
function follow() {
  const text = field.value;
  remarks = engine ? look(text) : [];
  draw(text);
  part(".draft-example").hidden = text !== words.example;
  if (!engine) return;
  clearTimeout(listTimer);
  listTimer = setTimeout(showList, PAUSE);
  const now = text.trim() ? counts() : "";
  if (now !== announced) say(now, QUIET);
  announced = now;
}

/** Write over a range as if it were typed, so that the browser's own undo takes it back. */
function type(text, start, end) {
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, start, end, "end");
  follow();
}

function replace(row, choice) {
  const index = [...list.children].indexOf(row);
  showList(); // the list may be a key behind the text; a remark that has changed since was not what the reader chose
  if (list.children[index] !== row) return;
  const swap = row.remark.swaps[choice];
  type(swap.text, swap.start, swap.end);
  showList();
  part(".draft-undo").hidden = false;
  part(".draft-said").textContent = swap.isToCheck ? words.check_after : "";
  const rows = [...list.children];
  (rows[Math.min(index, rows.length - 1)]?.querySelector("button") ?? part(".draft-undo")).focus();
  say(`${fill(words.replaced, { old: swap.old, new: swap.text })} ${counts()}`);
}

function undo() {
  field.focus({ preventScroll: true });
  document.execCommand("undo");
  showList();
  part(".draft-undo").focus();
  say(`${words.undone} ${counts()}`);
}

async function copy() {
  const isCopied = await copied(field.value);
  if (!isCopied) field.select();
  part(".draft-said").textContent = isCopied ? words.copied : words.not_copied;
}

/**
 * Look at the rules' own examples before anybody types: the browser compiles what has run, and a long text then does not wait
 * for it. It does so apart for texts with typographic marks, whose characters are twice as wide in its memory.
 */
function rehearse({ rules }) {
  const sample = rules.map(({ examples }) => `${examples.wrong} ${examples.right}`).join("\n\n");
  for (const text of [sample, typographic(sample, words), `${sample}…`]) look(text);
}

async function start() {
  try {
    const [module, rules] = await Promise.all([
      import(new URL(box.dataset.engine, location.href).href),
      fetch(new URL(box.dataset.rules, location.href)).then((answer) => answer.json()),
    ]);
    engine = new module.Engine(rules);
    rehearse(rules);
    checked.clear();
    repeats = await repeatsOf(box.dataset, rules.grammar);
    follow();
    showList();
    box.dataset.ready = "";
  } catch {
    part(".draft-counts").textContent = words.failed;
  }
}

field.addEventListener("input", () => {
  part(".draft-said").textContent = "";
  follow();
});
// The browser shows the caret, which may leave most of the field below the window for those who come by Tab.
field.addEventListener("keyup", (event) => {
  if (event.key === "Tab") field.scrollIntoView({ block: "nearest" });
});
document.addEventListener("selectionchange", point);
part(".draft-try")?.addEventListener("click", () => {
  type(words.example, 0, field.value.length);
  showList();
  part(".draft-undo").hidden = false;
});
part(".draft-undo").addEventListener("click", undo);
part(".draft-copy").addEventListener("click", copy);
// A page that the browser kept whole must not show the text to whoever goes back.
addEventListener("pagehide", () => {
  field.value = "";
  follow();
  if (engine) showList();
});
document.querySelector(".without-script").hidden = true; // for browsers that cannot tell styles whether scripts run
start();
