// The page for writing: the parts of a page as fields, findings to cite, checks while typing, a preview, and the file at the end.
// What it needs comes once, with the page, the findings when they are first asked for. What is typed stays in the fields.

import { count as counted, fill } from "./draft/remarks.js";
import { Reading } from "./language/sentences.js";
import { element } from "./nodes.js";
import { Checks } from "./write/checks.js";
import { Comparing } from "./write/comparing.js";
import { assembled, numberOf, opened, partsOf, pathOf, withMarks, withNumbers } from "./write/document.js";
import { copied, mailed, saved } from "./write/ends.js";
import { Findings } from "./write/evidence.js";
import { Field } from "./write/fields.js";
import { Finder } from "./write/finder.js";
import { Preview } from "./write/shown.js";
import { fileOf, pageAddress, translation } from "./write/translation.js";

const PAUSE = 800; // milliseconds after the last key until the text is looked at
const QUIET = 1200; // … until a screen reader is told the counts
const LONGEST_ADDRESS = 7000; // characters that a code host takes
const NUMBER = /\[(\d{1,3})\](?!\(|\[(?!\d{1,3}\]))/g;
const NO_FINDINGS = { sources: [] };

const box = document.getElementById("write");
const part = (name) => box.querySelector(name);
const language = document.documentElement.lang;
// No break where a text has a space before a mark or inside its quotation marks.
const words = JSON.parse(document.getElementById("write-words").textContent.replace(/(?<=«) | (?=[»:;?!])/g, "\u00a0"));
const plural = new Intl.PluralRules(language);
const countOf = (phrases, n) => counted(phrases, n, plural);
const count = (key, n) => countOf(words[key], n);
const wide = matchMedia("(min-width: 68.8125rem)");

let kinds; // what can be written
let checks;
let findings = new Findings(NO_FINDINGS);
let coming; // the findings, once they are asked for
let fields = [];
let cited = []; // the citation marks that the numbers in the text stand for
let texts = {}; // of the parts, by id: also of those that the type that was chosen does not have
let original; // of a translation: the texts of its original, by part
let place = ""; // of a translation: its path
let isThere = false; // whether the project has a file there already
let front; // of a file that was opened: its front matter
let fileName = ""; // and what it is called
let last; // the field that was written in last
let timer;
let sayTimer;
let announced = "";

const draft = () => {
  for (const field of fields) texts[field.part.id] = field.text;
  return { title: texts.title ?? "", description: texts.description ?? "", area: part("[data-area]").value, themes: [...box.querySelectorAll("[data-theme-choice]:checked")].map((one) => one.value), name: part("[data-name]").value, texts, cited, front };
};
const kind = () => kinds.types.find(({ id }) => id === part("[data-type]").value);
const parts = () => partsOf(kind(), words, texts, original?.texts ?? {});

/** Tell a screen reader, once there is a pause. */
function say(text, pause = 0) {
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => { part(".write-live").textContent = text; }, pause);
}

// Fields -----------------------------------------------------------------------------------------------------------------

const acts = {
  entered(field) {
    if (!field.part.plain) last = field;
  },
  changed(field) {
    if (field.text.includes("[@")) loadFindings();
    follow();
  },
  left(field) {
    // A citation that was typed as files have it becomes a number, once its finding is known.
    if (field.text.includes("[@") && findings.all.size > 0) field.text = withNumbers(field.text, cited);
    look();
  },
  cite(field) {
    last = field;
    openFinder();
  },
  insert(field, number, states) {
    const before = field.text.trimEnd();
    field.type(`${before ? `${before} ` : ""}${states} [${number}]`.trim(), 0, field.text.length);
    look();
  },
  remove(field, number) {
    field.type(field.text.replaceAll(` [${number}]`, "").replaceAll(`[${number}]`, ""), 0, field.text.length);
    look();
  },
  repair(field, _problem, repair) {
    if (repair.cite) field.type(` [${numberOf(`@${repair.cite}`, cited)}]`, repair.start, repair.start);
    else field.type(repair.text, repair.start, repair.end);
    look();
    say(`${repair.label}. ${counts()}`);
  },
};

/** Make the fields of the chosen type; what was written in others is kept. */
function showFields() {
  draft();
  const own = [{ id: "title", name: words.title, hint: words.title_hint, plain: true }, { id: "description", name: words.description, hint: words.description_hint, plain: true }];
  fields = [...own, ...parts()].map((one) => new Field(one, words, acts));
  for (const field of fields) field.text = texts[field.part.id] ?? "";
  if (original) showOriginals();
  part(".write-fields").replaceChildren(...fields.map((field) => field.box));
  part(".write-about").hidden = !kind().area;
  last = null;
  look();
}

/** Show the original beside each part; its numbers are those of the fields. */
function showOriginals() {
  for (const field of fields) {
    const text = original.texts[field.part.id];
    if (text) field.showOriginal(field.part.plain ? [text] : new Preview([]).blocks(text), original);
  }
}

function choices() {
  part("[data-type]").append(...kinds.types.map(({ id, name }) => new Option(name, id)));
  part("[data-area]").append(...kinds.areas.map(({ id, name }) => new Option(name, id)));
  const groups = ["missing", "behind", "there"].map((state) => [state, kinds.pages.filter((one) => one.state === state).sort((one, other) => one.title.localeCompare(other.title, language))]);
  part("[data-page]").append(...groups.filter(([, pages]) => pages.length > 0).map(([state, pages]) => {
    const group = element("optgroup", "", ...pages.map(({ key, title }) => new Option(title, key)));
    group.label = words.page_state[state];
    return group;
  }));
  part(".write-page").hidden = kinds.pages.length === 0;
  part(".write-area").hidden = kinds.areas.length === 0;
  part(".write-themes").hidden = kinds.themes.length === 0;
  part(".write-themes-list").append(...kinds.themes.map(({ id, name }) => {
    const tick = element("input");
    Object.assign(tick, { type: "checkbox", value: id, autocomplete: "off" });
    tick.dataset.themeChoice = "";
    return element("label", "", tick, name);
  }));
}

// Looking at the text ------------------------------------------------------------------------------------------------------

const all = () => fields.flatMap((field) => field.problems ?? []);
const counts = () => [count("to_change", all().filter(({ level }) => level === "change").length), count("to_think", all().filter(({ level }) => level === "think").length)].join(", ");

/** Look at everything once there is a pause. */
function follow() {
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
}

function look() {
  clearTimeout(timer);
  if (!checks) return;
  const results = checks.run(fields.map((field) => ({ ...field.part, text: field.text })), cited);
  fields.forEach((field, at) => {
    field.showProblems(results[at].problems, results[at].figures);
    field.showCited(citedIn(field.text, original?.texts[field.part.id]));
  });
  const now = all().length > 0 || fields.some((field) => field.isWritten) ? counts() : "";
  part(".write-counts").textContent = counts();
  part(".write-first").hidden = all().length === 0;
  const written = fill(words.written, { n: fields.filter((field) => field.isWritten).length, all: fields.length });
  const length = results.reduce((sum, one) => sum + one.words, 0);
  const [fewest, most] = kind().length;
  part(".write-parts").textContent = [written, most ? fill(words.length, { n: length, fewest, most }) : count("words", length)].join(" · ");
  if (now !== announced) say(now, QUIET);
  announced = now;
}

const numbersIn = (text) => [...text.matchAll(NUMBER)].map(([, number]) => Number(number)).filter((number) => cited[number - 1]);

/** Return what the numbers of a text, and of its original, stand for, each once. */
function citedIn(text, from = "") {
  const own = numbersIn(text);
  return [...new Set([...numbersIn(from), ...own])].map((number) => {
    const key = cited[number - 1].replace(/^@/, "").split(",")[0].trim();
    const finding = findings.get(key);
    const source = finding?.source ?? findings.sources.get(key.split("#")[0]);
    return { number, who: source?.who ?? key, states: finding?.states ?? "", isIn: own.includes(number) };
  });
}

// Findings --------------------------------------------------------------------------------------------------------------------

const finder = new Finder(part(".finder"), words, { use, count, home: new URL(box.dataset.home, location.href) });

/** Fetch the findings, once. */
function loadFindings() {
  coming ??= fetch(new URL(box.dataset.sources, location.href)).then((answer) => answer.json()).then((content) => {
    findings = new Findings(content);
    checks.findings = findings;
    finder.load(content);
    look();
  }, () => {
    coming = undefined;
    finder.fail();
  });
  return coming;
}

/** While the finder lies over the page, Tab stays out of all that it covers; the header, with the way to leave, is none of it. */
function setInert(isInert) {
  for (const covered of document.querySelectorAll(".write-main, main > :not(#write), footer")) covered.inert = isInert;
}

/** Open the finder: beside the text, or over it under the header. */
function openFinder() {
  loadFindings();
  part(".finder").dataset.open = "";
  setInert(!wide.matches);
  part(".finder input").focus();
}

function closeFinder() {
  delete part(".finder").dataset.open;
  setInert(false);
}

/** Put a finding where the text was written last. */
function use(key, sentence) {
  closeFinder();
  const field = last ?? fields.find((one) => !one.part.plain && !one.isWritten) ?? fields.find((one) => !one.part.plain);
  const mark = `[${numberOf(`@${key}`, cited)}]`;
  const at = field.area.selectionStart;
  const gap = at > 0 && !/\s/.test(field.text[at - 1]) ? " " : "";
  field.type(gap + [sentence, mark].filter(Boolean).join(" "), at, field.area.selectionEnd);
  field.area.scrollIntoView({ block: "nearest" });
  look();
  say(fill(words.inserted, { n: mark.slice(1, -1), part: field.part.name }));
}

// Preview -----------------------------------------------------------------------------------------------------------------------

function preview() {
  const { title, description } = draft();
  const shown = new Preview(cited);
  const written = (id) => (texts[id] ?? "").trim();
  const made = parts().flatMap(({ id, block, heading, name, hint, own }) => {
    const missing = own?.some(written) ? [] : [element("p", "write-empty", hint)]; // its blocks may say it all
    const blocks = written(id) ? shown.blocks(withMarks(texts[id], cited)) : missing;
    if (block) return [element("div", `block block-${block}${id === "fact-2" ? " block-fact-closing" : ""}`, element("p", "block-label", name), ...blocks)];
    return heading ? [element("h2", "", name), ...blocks] : blocks;
  });
  const sources = shown.sources.map((id) => element("li", "", findings.sources.get(id)?.who ?? id));
  const list = sources.length > 0 ? [element("h2", "", words.sources), element("ol", "", ...sources)] : [];
  part(".write-shown").replaceChildren(element("h2", "write-shown-title", title || words.title_hint), element("p", "lead", description), ...made, ...list);
}

function setMode(mode) {
  for (const button of box.querySelectorAll("[data-mode]")) button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
  if (mode === "preview") preview();
  part(".write-body").hidden = mode === "preview";
  part(".write-preview").hidden = mode !== "preview";
}

// When it is done -----------------------------------------------------------------------------------------------------------------

const file = () => assembled(draft(), kind(), parts());
const path = () => place || pathOf(draft(), kind(), language);
const tell = (text) => { part(".write-said").textContent = text; };

/** Return what is still empty, in words; "" for nothing. */
function lacking() {
  const empty = fields.filter((field) => !field.isWritten && !field.part.own?.length).map((field) => field.part.name);
  return empty.length > 0 ? ` ${fill(words.empty, { parts: empty.join(words.semicolon) })}` : "";
}

function save() {
  const name = fileName || path().split("/").at(-1);
  saved(name, file(), "text/markdown");
  return name;
}

const ends = {
  save: () => tell(fill(fileName ? words.saved_again : words.saved, { name: save(), path: path() }) + lacking()),
  copy: async () => tell(((await copied(file())) ? words.copied : words.not_copied) + lacking()),
  print: () => print(),
  mail: () => {
    mailed(words, draft().title || words.title, fill(words.mail_body, { name: save() }));
    tell(words.mailed);
  },
  host: async () => {
    const [whole, empty] = [file(), isThere ? `${words.host_edit}/${place}` : `${words.host}?filename=${encodeURIComponent(path())}`];
    const address = `${empty}&value=${encodeURIComponent(whole)}`;
    const isToPaste = isThere || address.length > LONGEST_ADDRESS; // a host fills in new files alone
    const isCopied = isToPaste && (await copied(whole));
    open(isToPaste ? empty : address, "_blank", "noopener,noreferrer");
    const pasted = isThere ? words.compare.host_about : words.too_long;
    tell(!isToPaste ? "" : isCopied ? pasted : words.not_copied);
  },
};

/** Take over a draft that was opened, in place of what the fields hold. */
async function take(found, { name = "", path: there = "", isOld = false, from } = {}) {
  ({ cited, front } = found);
  [fileName, place, isThere, original] = [name, there, isOld, from];
  texts = { ...found.texts, title: found.title, description: found.description };
  fields = [];
  part("[data-type]").value = found.type;
  part("[data-area]").value = found.area;
  part("[data-name]").value = found.name;
  for (const tick of box.querySelectorAll("[data-theme-choice]")) tick.checked = found.themes.includes(tick.value);
  showFields();
  if (cited.length > 0) await loadFindings();
  say(fill(words.opened, { title: found.title || from?.texts.title }));
}

/** Open a file that was saved; a translation beside its original, which its name and its front matter tell. */
async function openFile(chosen) {
  if (!chosen) return;
  const text = await chosen.text();
  const found = opened(text, kinds.types, words);
  const page = found?.front.some(({ key }) => key === "translation") && kinds.pages.find(({ key }) => key.split("/").at(-1) === chosen.name.replace(/\.md$/, ""));
  if (page) await translate(page, text);
  else if (found) await take(found, { name: chosen.name });
  else tell(words.not_opened);
}

/** Open a page beside its original, to translate it or to correct its translation. */
async function translate(page, saved) {
  const entries = new URL(box.dataset.entries, location.href);
  const get = (address) => fetch(address).then((answer) => answer.json());
  try {
    const [from, mine, theirs] = await Promise.all([
      get(pageAddress(page, page.from, entries)), saved || page.state === "missing" ? null : get(pageAddress(page, language, entries)), get(new URL(`${page.from}.json`, entries)),
    ]);
    const found = translation(from, saved ?? (mine && fileOf(mine)), theirs.types, kinds.types, words);
    const target = mine?.path ?? from.path.replace(`docs/${page.from}/`, `docs/${language}/`);
    await take(found, { name: target.split("/").at(-1), path: target, isOld: page.state !== "missing", from: { texts: found.original, language: page.from, label: words.original } });
  } catch {
    tell(words.failed);
  }
}

// Starting --------------------------------------------------------------------------------------------------------------------------

function listen() {
  part("[data-type]").addEventListener("change", showFields);
  part("[data-page]").addEventListener("change", (event) => {
    const page = kinds.pages.find(({ key }) => key === event.target.value);
    if (page) translate(page);
  });
  part("[data-file]").addEventListener("change", (event) => {
    openFile(event.target.files[0]);
    event.target.value = "";
  });
  for (const button of box.querySelectorAll("[data-mode]")) button.addEventListener("click", () => setMode(button.dataset.mode));
  for (const button of box.querySelectorAll("[data-end]")) button.addEventListener("click", ends[button.dataset.end]);
  part(".write-first").addEventListener("click", () => {
    setMode("write");
    const field = fields.find((one) => one.problems?.length > 0);
    field?.select(field.problems[0]);
  });
  part(".finder").addEventListener("focusin", loadFindings);
  part(".finder-close").addEventListener("click", () => {
    closeFinder();
    (last ?? fields[0]).area.focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && part(".finder").contains(document.activeElement)) part(".finder-close").click();
  });
  wide.addEventListener("change", closeFinder);
  addEventListener("beforeprint", preview);
  // A page that the browser kept whole must not show the text to whoever goes back.
  addEventListener("pagehide", () => {
    [texts, cited, fields, front, original, fileName, place, isThere] = [{}, [], [], undefined, undefined, "", "", false];
    part("[data-page]").value = "";
    for (const input of [part("[data-name]"), part(".finder input")]) input.value = "";
    showFields();
    setMode("write");
  });
}

async function start() {
  try {
    const get = (name) => fetch(new URL(box.dataset[name], location.href)).then((answer) => answer.json());
    const [rules, content] = await Promise.all([get("rules"), get("entries")]);
    kinds = content;
    checks = new Checks(rules, kinds, findings, words);
    choices();
    listen();
    new Comparing(box, words, { pages: kinds.readable, reading: new Reading(rules.grammar), count: countOf, findings: () => loadFindings().then(() => findings), entries: new URL(box.dataset.entries, location.href), home: finder.home });
    showFields();
    part(".write-loading").hidden = true;
    part(".write-all").hidden = false;
    box.dataset.ready = "";
  } catch {
    part(".write-loading").textContent = words.failed;
  }
}

start();
