// What stands in quotation marks, in one paragraph or over several (scripts/commonground/model/quotations.py).

import { S, W, letterAt, letterBefore, unicode } from "./folding.js";

/** Opening marks, and what closes each. */
export const CLOSING = { "“": "”", "«": "»", "‹": "›", '"': '"', "‘": "’", "'": "'" };

// Marks of one kind close each other: a straight one may close a curly one.
const KIND = { "“": "“", "”": "“", '"': "“", "«": "«", "»": "«", "‹": "‹", "›": "‹", "‘": "‘", "’": "‘", "'": "‘" };
const ALWAYS_OPENS = "“«‹";
const ALWAYS_CLOSES = "”»›";
const MOST_MENTIONED = 6;
const AFTER_STOP = ".,!?…:;)]”»›–—";
const STOP = unicode(String.raw`[.!?…:;][)\]”"»›’']*[${S}]*$`);
const LETTER_AFTER = unicode(String.raw`[${S}]*[${W}“"‘'‹(]`, "y");
const SPACES = unicode(`[${S}]*`, "y");
const GUILLEMET = /[«»]/g;
const BETWEEN_WORDS = unicode(`[${S}]+`);
const DIGIT = /^\p{Nd}$/u;

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
const isSpace = (character) => character === "" || unicode(`^[${S}]$`).test(character);
const wordCount = (text) => text.split(BETWEEN_WORDS).filter(Boolean).length;

/** Return what finds each mark; of apostrophes those that may open or close something. */
export function marks(elisions) {
  const elided = [String.raw`\p{Nd}\p{Nd}s?`, ...elisions.map(escaped)].join("|");
  const opens = String.raw`(?<![${W}'’])[‘'](?!(?:${elided})(?![${W}]))(?=[${W}“"«‹(\[…])`;
  return unicode(String.raw`[“”"«»‹›]|${opens}|(?<=[^${S}])[’'](?![${W}])`, "gi");
}

function afterSpace(text, at) {
  SPACES.lastIndex = at;
  return at + SPACES.exec(text)[0].length;
}

/** What is open while paragraphs are read in turn, and the pairs found: `opened`, and the closing mark's paragraph and place. */
class Scan {
  constructor(pattern) {
    this.pattern = pattern;
    this.open = { "“": [], "«": [], "‹": [], "‘": [] };
    this.pairs = [];
    this.line = 0;
  }

  read(number, text) {
    this.line = 0;
    const begin = number > 0 ? this.#goOn(number, text) : 0;
    const starts = Array.from(text.matchAll(/\n/g), ({ index }) => afterSpace(text, index + 1));
    this.pattern.lastIndex = begin;
    for (let found = this.pattern.exec(text); found; found = this.pattern.exec(text)) {
      const at = found.index;
      const opened = this.open[KIND[text[at]]];
      while (this.line < starts.length && starts[this.line] <= at) this.line += 1;
      if (opened.length > 0 && this.#isRepeated(text, at, opened.at(-1), starts)) opened.at(-1).line = this.line;
      else if (KIND[text[at]] === "‘") this.#takeSingle(number, text, at, opened);
      else this.#take(number, text, at, opened);
    }
    this.#settle(number, text);
    return this;
  }

  /** Take the marks with which quotations go on in a paragraph; return where the rest of it begins. */
  #goOn(number, text) {
    let at = afterSpace(text, 0);
    for (const kind of Object.keys(this.open)) {
      this.open[kind] = this.open[kind].filter((one) => !one.doubtful).map((one) => ({ ...one, line: -1 }));
    }
    for (;;) {
      const top = this.open[KIND[text[at]]]?.at(-1);
      LETTER_AFTER.lastIndex = at + 1;
      const goesOn = top && (text[at] in CLOSING || (text[at] === "»" && LETTER_AFTER.test(text)));
      if (!goesOn || top.held !== number - 1) break;
      Object.assign(top, { held: number, line: 0 });
      at = afterSpace(text, at + 1);
    }
    for (const kind of Object.keys(this.open)) {
      this.open[kind] = this.open[kind].filter((one) => one.held === number || ALWAYS_OPENS.includes(one.mark)).slice(-1);
    }
    return at;
  }

  /** Tell whether a mark at the start of a line repeats one that the line before has. */
  #isRepeated(text, at, top, starts) {
    if (this.line === 0 || starts[this.line - 1] !== at || top.line !== this.line - 1) return false;
    if (text[at] === "»") {
      GUILLEMET.lastIndex = at + 1;
      return GUILLEMET.exec(text)?.[0] === "»";
    }
    return text[at] in CLOSING && STOP.test(text.slice(Math.max(0, at - 12), at));
  }

  #take(number, text, at, opened) {
    const mark = text[at];
    const top = opened.at(-1);
    let opens = ALWAYS_OPENS.includes(mark);
    let closes = ALWAYS_CLOSES.includes(mark);
    if (mark === '"') {
      const [before, after] = [text.slice(Math.max(0, at - 1), at), text.slice(at + 1, at + 2)];
      opens = !letterBefore(text, at) && (!isSpace(after) || isSpace(before));
      closes = top?.held === number && !letterAt(text, at + 1) && (top.mark === '"' || !(opens || DIGIT.test(before)));
    }
    if (closes) {
      if (top) this.pairs.push({ opened: opened.pop(), paragraph: number, place: at });
    } else if (opens) {
      const mine = opened.filter((one) => one.held === number);
      for (const one of mine) one.doubtful = "“\"".includes(mark) && one.paragraph === number;
      this.open[KIND[mark]] = [...mine, { mark, paragraph: number, place: at, held: number, line: this.line, weak: -1 }];
    }
  }

  /** Take a single mark, which may be an apostrophe: between an s and a word it closes if nothing better does. */
  #takeSingle(number, text, at, opened) {
    const before = text.slice(Math.max(0, at - 1), at);
    if (text[at] === "‘" || isSpace(before) || letterAt(text, at + 1)) {
      this.#settle(number, text);
      for (const one of opened) one.doubtful = one.paragraph === number;
      opened.push({ mark: text[at], paragraph: number, place: at, held: number, line: this.line, weak: -1 });
    } else if (opened.length > 0 && "sS".includes(before) && text[at + 1] === " " && letterAt(text, at + 2)) {
      const top = opened.at(-1);
      if (top.weak < 0) top.weak = at;
    } else if (opened.length > 0 && (AFTER_STOP.includes(before) || !this.#settle(number, text))) {
      this.pairs.push({ opened: opened.pop(), paragraph: number, place: at });
    }
  }

  /** Close what a possessive may close, if a few words stand before it; tell whether that was done. */
  #settle(number, text) {
    const top = this.open["‘"].at(-1);
    if (!top || top.weak < 0) return false;
    if (wordCount(text.slice(top.place + 1, top.weak)) > MOST_MENTIONED) {
      top.weak = -1;
      return false;
    }
    this.pairs.push({ opened: this.open["‘"].pop(), paragraph: number, place: top.weak });
    return true;
  }
}

/** Return the ranges of one paragraph's quotations, their marks included; of a few words between single marks the words alone. */
export function quotations(text, pattern) {
  return new Scan(pattern).read(0, text).pairs.map(({ opened, place }) => {
    const few = "‘'".includes(opened.mark) && wordCount(text.slice(opened.place + 1, place)) <= MOST_MENTIONED;
    return few ? [opened.place + 1, place] : [opened.place, place + 1];
  });
}

/** Return for each paragraph the ranges of quotations that go over several, their marks left out. */
export function carried(paragraphs, pattern) {
  const scan = new Scan(pattern);
  for (const [number, text] of paragraphs.entries()) scan.read(number, text);
  const found = paragraphs.map(() => []);
  for (const { opened, paragraph: last, place } of scan.pairs) {
    for (let number = opened.paragraph; last > opened.paragraph && number <= last; number += 1) {
      const text = paragraphs[number];
      const start = number === opened.paragraph ? opened.place + 1 : afterMarks(text);
      found[number].push([start, number === last ? place : text.length]);
    }
  }
  return found;
}

/** Return where the first word of a paragraph begins that goes on with a quotation. */
function afterMarks(text) {
  let at = afterSpace(text, 0);
  while (text[at] in CLOSING || text[at] === "»") at = afterSpace(text, at + 1);
  return at;
}
