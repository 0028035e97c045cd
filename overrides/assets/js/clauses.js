// The clauses of a policy: the settings that are chosen stay, to copy as a document or to print. Nothing is stored or sent.

import { fill } from "./draft/remarks.js";
import { uncited } from "./nodes.js";
import { printed } from "./write/ends.js";

const form = document.querySelector(".choose");
const { copy, print: toPrint, reasons } = form.elements;
const status = form.querySelector("[role=status]");

/** The settings in order: a heading with what stands below it. The first is everybody's. */
function read() {
  const settings = [];
  for (let part = form.nextElementSibling; part && part.localName !== "h2"; part = part.nextElementSibling) {
    if (part.localName === "h3") settings.push({ parts: [part] });
    else settings.at(-1).parts.push(part);
  }
  return settings;
}

const isClause = (part) => part.matches(".block-clause");
const settings = read();
const all = settings.flatMap(({ parts }) => parts.filter(isClause)).length;

for (const setting of settings.slice(1)) {
  const label = document.createElement("label");
  setting.box = document.createElement("input");
  setting.box.type = "checkbox";
  label.append(setting.box, ` ${setting.parts[0].firstChild.textContent.trim()}`);
  form.querySelector(".choose-settings").append(label);
}

/** What stays of each setting: its heading, its clauses and, where they are wanted, the reasons. */
function chosen() {
  return settings.filter(({ parts }) => !parts[0].hidden).map(({ parts }) => parts.filter((part) => reasons.checked || part.localName === "h3" || isClause(part)));
}

function show() {
  const some = settings.some(({ box }) => box?.checked);
  for (const { parts, box } of settings) {
    for (const part of parts) part.hidden = some && Boolean(box) && !box.checked;
  }
  const left = chosen().flat().filter(isClause).length;
  status.textContent = fill(status.dataset.shown, { n: left, all });
}

/** A part of the page as a line of a document: the name of its element, its words, and the numbers of its sources. */
function line(part) {
  const words = uncited(part);
  const cites = [...part.querySelectorAll(".cite")].map((link) => link.textContent);
  words.querySelector(".block-label")?.remove();
  const text = words.textContent.replaceAll("\u2060", "").trim().replace(/\s+/g, " ");
  if (part.localName === "h3") return { name: "h2", text, cites };
  return { name: "p", text: isClause(part) ? text : [form.dataset.why, text, ...cites.map((number) => `[${number}]`)].join(" "), cites };
}

/** A source as a reference; a search of ours has none, and goes by its name. */
const reference = (source) => (source.querySelector(".reference") ?? source.querySelector(".source-title")).textContent;

/** The document: title, settings, clauses and reasons, then the sources of the reasons and where it is from. */
function written() {
  const lines = chosen().flat().map(line);
  const cites = [...new Set(lines.flatMap((one) => one.cites))].sort((one, other) => one - other);
  const sources = cites.map((number) => ({ name: "p", text: `[${number}] ${reference(document.getElementById(`source-${number}`))}` }));
  if (sources.length > 0) sources.unshift({ name: "h2", text: form.dataset.heading });
  return [{ name: "h1", text: form.dataset.title }, ...lines, ...sources, { name: "p", text: form.dataset.address }];
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

copy.addEventListener("click", async () => {
  const lines = written();
  const text = lines.map((one) => (one.name === "p" ? one.text : `\n${one.text}`)).join("\n").trim();
  const html = lines.map((one) => `<${one.name}>${escaped(one.text)}</${one.name}>`).join("");
  const blob = (type, content) => new Blob([content], { type });
  const done = await navigator.clipboard?.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })]).then(() => true, () => false);
  status.textContent = done ? copy.dataset.copied : copy.dataset.failed;
});

toPrint.addEventListener("click", () => printed(reasons.checked ? "reasons" : "clauses", chosen().flat()));
form.addEventListener("change", show);
form.addEventListener("submit", (event) => event.preventDefault());
show(); // a browser may bring back choices when the reader comes back to the page
