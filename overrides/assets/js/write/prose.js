// From Markdown to what checks read: paragraphs, items, rows, headings, titles of blocks, without their marks, each character with its place.
// It reads the Markdown that articles are written in (scripts/commonground/read/events.py); tests/corpus/writing/conformance.json
// holds both to it. Nothing here looks at the page, asks for a file or keeps a text.

import { addresses } from "../language/sentences.js";

export const CITATION = "\ufffc"; // stands where a citation mark is
const CELL_GAP = " | ";

const COMMENT = /<!--[\s\S]*?-->/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const BLOCK = /^ {0,3}\/{3,}\s*(?:([A-Za-z][A-Za-z0-9-]*)\s*(?:\|\s*(.*))?)?$/;
const TITLED = "details"; // the block of which readers see the title
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const HEADING_END = /(?:[ \t]+#+)?[ \t]*(?:\{:?[ ]*#[^{}]*\})?[ \t]*$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;
const QUOTE = /^ {0,3}>[ ]?/;
const CODE_LINE = /^(?: {4}|\t)(?=\S)/;
const TABLE_RULE = /^ *\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)*\|? *$/;

export const INLINE = new RegExp([
  String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])`,
  "(?<ticks>`+)(?<code>[^`]|[^`][\\s\\S]*?[^`])\\k<ticks>(?!`)",
  String.raw`<(?<address>https?://[^\s<>]*|mailto:[^\s<>]*)>`,
  String.raw`!\[(?<picture>[^\]\n]*)\]\([^)\n]*\)`,
  String.raw`\[(?<cites>@[^[\]\n]*)\](?!\()`,
  String.raw`\[(?<number>[0-9]{1,3})\](?!\(|\[(?![0-9]{1,3}\]))`,
  String.raw`\[(?<link>[^[\]\n]+)\]\((?<target>[^()\s]*)(?:[ ]+"[^"\n]*")?\)`,
  String.raw`(?<attributes>\{:?[ ]*\.in-[a-z]{2}[ ]*\})`,
].join("|"), "gu");
const STARS = /(\*{1,3})(?=[^\s*])([\s\S]*?[^\s*])\1(?!\*)/gu;
const STROKES = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([\s\S]*?[^\s_])\1(?![\p{L}\p{N}_])/gu;

const BETWEEN = /;|,(?=\s*@)/;
const PART = /^\s*@([A-Za-z][A-Za-z0-9]*)(?:#([A-Za-z0-9][A-Za-z0-9-]*))?(?:\s*,\s*([^;]*?))?\s*$/;

/** Return the parts of a citation mark, each with source ("" where it is written in no form that we know), finding and locator. */
export function parts(mark) {
  return mark.split(BETWEEN).map((raw) => {
    const [, source = "", finding = "", locator = ""] = PART.exec(raw) ?? [];
    return { source, finding, locator, raw: raw.trim(), key: finding ? `${source}#${finding}` : source };
  });
}

/**
 * Return the passages of a text in reading order.
 *
 * Each has `kind`, `text`, `places` (of each character in the Markdown, and of the end), `citations`, `code` (ranges of code and
 * addresses), `unread` (of addresses alone) and `block`, the name of the block around it.
 *
 * Args: numbered: The citation marks that "[1]", "[2]" and so on stand for.
 */
export function passages(markdown, numbered = []) {
  return stretches(markdown).flatMap((one) => (one.kind === "code" ? [codePassage(one)] : inline(one, numbered)));
}

/**
 * Return kind, block, text and places of each stretch of lines that belong together; of a heading also its `level`, of an item
 * whether it is `numbered`, of a row whether it is the `head` of its table, of each whether it is in a `quote`.
 */
export function stretches(markdown) {
  const text = markdown.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
  const found = [];
  let open = null;
  let fence = "";
  let block = "";
  let isTable = false;
  let inList = false;
  let isQuote = false;
  const close = () => { open = null; };
  const begin = (kind, more = {}) => { open = { kind, block, isQuote, ...more, text: "", places: [] }; found.push(open); };
  const add = (content, start, gap = " ") => {
    if (open.text) { open.text += gap; for (let at = 0; at < gap.length; at += 1) open.places.push(start - 1); }
    open.text += content;
    for (let at = 0; at < content.length; at += 1) open.places.push(start + at);
  };
  const lines = text.split("\n");
  let start = 0;
  lines.forEach((whole, number) => {
    let from = start;
    start += whole.length + 1;
    let line = whole.replace(/\s+$/, "");
    if (fence) {
      if (line.trim().startsWith(fence)) { fence = ""; close(); } else add(line, from, "\n");
      return;
    }
    const opened = FENCE.exec(line);
    if (opened) { close(); fence = opened[1]; begin("code"); return; }
    if (!line) { if (open?.kind !== "code") close(); isTable = false; return; }
    const stroke = BLOCK.exec(line);
    if (stroke) {
      close(); block = stroke[1] ?? ""; inList = false;
      if (block === TITLED && stroke[2]) { begin("title of the block"); add(stroke[2], from + line.length - stroke[2].length); close(); }
      return;
    }
    const quote = QUOTE.exec(line);
    if (quote || !open) isQuote = Boolean(quote);
    if (quote) { from += quote[0].length; line = line.slice(quote[0].length); if (!line) { close(); return; } }
    if (!inList && (!open || open.kind === "code") && CODE_LINE.test(line)) { if (!open) begin("code"); add(line, from, "\n"); return; }
    if (open?.kind === "code") close();
    if (RULE.test(line)) { close(); return; }
    const heading = HEADING.exec(line);
    if (heading) {
      close(); inList = false; begin("heading", { level: heading[0].trim().length });
      add(line.slice(heading[0].length).replace(HEADING_END, ""), from + heading[0].length);
      close(); return;
    }
    if (isTable || (line.includes("|") && TABLE_RULE.test(lines[number + 1]?.trim() ?? ""))) {
      if (isTable && TABLE_RULE.test(line)) return;
      close(); begin("row", { head: !isTable });
      isTable = true;
      for (const cell of line.matchAll(/(?:\\.|[^|\\])+/g)) {
        const content = cell[0].trim();
        add(content, from + cell.index + cell[0].indexOf(content), CELL_GAP);
      }
      close(); return;
    }
    const item = ITEM.exec(line);
    if (item) { close(); inList = true; begin("item", { numbered: /\d/.test(item[0]) }); add(line.slice(item[0].length), from + item[0].length); return; }
    const lead = /^[ \t]*/.exec(line)[0].length;
    if (!open) { if (!lead) inList = false; begin("paragraph"); }
    add(line.slice(lead), from + lead);
  });
  return found.filter((one) => one.text);
}

function codePassage({ text, places, block }) {
  const range = [[0, text.length]];
  return { kind: "code", text, places: [...places, places.at(-1) + 1], citations: [], code: range, unread: addresses(text), block };
}

/** Return a passage without its marks, then the texts of its pictures. */
function inline({ kind, text, places, block }, numbered) {
  const dropped = new Uint8Array(text.length);
  const plain = text.split("");
  const drop = (from, to) => dropped.fill(1, from, to);
  const literal = (from, to) => plain.fill("\0", from, to); // what emphasis must not look at
  const marks = new Map();
  const codes = [];
  const named = [];
  const pictures = [];
  INLINE.lastIndex = 0;
  for (let found = INLINE.exec(text); found; found = INLINE.exec(text)) {
    const { escaped, ticks, code, address, picture, cites, number, link, attributes } = found.groups;
    const [from, to] = [found.index, found.index + found[0].length];
    if (escaped) { drop(from, from + 1); literal(from, to); }
    else if (code) { drop(from, from + ticks.length); drop(to - ticks.length, to); literal(from, to); codes.push([from + ticks.length, to - ticks.length]); }
    else if (address) { drop(from, from + 1); drop(to - 1, to); literal(from, to); named.push([from + 1, to - 1]); }
    else if (picture !== undefined) { drop(from, to); literal(from, to); pictures.push([picture, places[from + 2]]); }
    else if (cites || (number && Number(number) >= 1 && Number(number) <= numbered.length)) {
      marks.set(from, parts(cites ?? numbered[number - 1]));
      drop(from + 1, to); literal(from, to);
    } else if (link) {
      drop(from, from + 1); drop(from + 1 + link.length, to); literal(from, from + 1); literal(from + 1 + link.length, to);
      INLINE.lastIndex = from + 1; // the words of a link have marks of their own
    } else if (attributes) { drop(from, to); literal(from, to); }
  }
  withoutEmphasis(plain, drop);
  return [assembled({ kind, text, places, block }, dropped, marks, codes, named), ...pictures.filter(([words]) => words).map(([words, at]) => picturePassage(words, at, block))];
}

/** Drop the marks of emphasis that have their partner. */
function withoutEmphasis(plain, drop) {
  for (const pattern of [STARS, STROKES]) {
    for (let more = true; more;) {
      more = false;
      for (const found of plain.join("").matchAll(pattern)) {
        const [from, to, length] = [found.index, found.index + found[0].length, found[1].length];
        drop(from, from + length); drop(to - length, to);
        plain.fill("\0", from, from + length); plain.fill("\0", to - length, to);
        more = true;
      }
    }
  }
}

function assembled({ kind, text, places, block }, dropped, marks, codes, named) {
  let shown = "";
  const from = [];
  const citations = [];
  const moved = new Map();
  for (let at = 0; at < text.length; at += 1) {
    moved.set(at, shown.length);
    if (marks.has(at)) {
      for (const part of marks.get(at)) citations.push({ ...part, offset: shown.length, start: places[at] });
      shown += CITATION;
      from.push(places[at]);
    } else if (!dropped[at]) {
      shown += text[at];
      from.push(places[at]);
    }
  }
  moved.set(text.length, shown.length);
  const range = ([start, end]) => [moved.get(start), moved.get(end)];
  const unread = [...named.map(range), ...addresses(shown)].sort(([one], [other]) => one - other);
  return { kind, text: shown, places: [...from, (places.at(-1) ?? 0) + 1], citations, code: [...codes.map(range), ...unread], unread, block };
}

function picturePassage(words, start, block) {
  const places = Array.from({ length: words.length + 1 }, (_, at) => start + at);
  return { kind: "picture", text: words, places, citations: [], code: [], unread: [], block };
}
