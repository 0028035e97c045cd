// Numbers in the browser: which stand in a text, what they are worth, and which are no figures. It reads what
// scripts/commonground/read/figures/scan.py reads, by the same compiled data (a language's numbers.toml);
// tests/corpus/figures/conformance.json holds both to it. Nothing here looks at the page, asks for a file or keeps a text.
// Offsets are those of JavaScript strings.

import { Fraction } from "./numbers/fraction.js";
import { readNumber } from "./numbers/number.js";
import { lowered, plain } from "./numbers/plain.js";
import { ranges } from "./numbers/ranges.js";
import { Patterns } from "./numbers/regex.js";
import { Before, LOOK_BACK, Rules } from "./numbers/rules.js";

const HIDDEN = "\ufffc";
const DIGITS = /[0-9]/;
const FIRST_MARKS = /[0-9$€£¥₹×¼½¾⅐-⅞][0-9]*/gu;
const LETTER = /\p{L}/u;
// A numeral that is none, with what belongs to it: the 1234-18 of "T-1234-18".
const NAME = /[0-9]+(?:-[0-9]+)*(?![0-9]|-[0-9]|[.,][0-9]|\s?%)|[0-9]+/y;
const LONGEST_DAY = new Fraction(24n);

const map = (table, value) => new Map(Object.entries(table).map(([word, written]) => [word, value(written)]));
const multiple = (written) => {
  const [number, sign] = written.split(" ");
  return { value: Fraction.of(number), unit: sign ? "per cent" : "times", detail: "" };
};

/** The numbers of one language, as its compiled data say. */
class Grammar {
  constructor({ tables, lists, patterns, units, rules }) {
    const whole = (table) => map(table, BigInt);
    this.patterns = new Patterns(patterns);
    this.units = new Patterns(units);
    this.unitNames = Object.keys(units);
    this.words = whole(tables.words);
    this.rounds = whole(tables.rounds);
    this.scales = new Map([...whole(tables.scales), ...whole(tables.letters)]);
    this.whole = whole(tables.whole);
    this.fractions = whole(tables.fractions);
    this.implied = map(tables.implied, Fraction.of);
    this.added = map(tables.added, Fraction.of);
    this.multiples = map(tables.multiples, multiple);
    this.currencies = map(tables.currencies, String);
    this.time = map(tables.time, String);
    this.measures = map(tables.measures, String);
    this.vague = new Set(lists.vague);
    this.rules = new Rules(rules);
  }
}

/** Reads the figures of texts in one language. */
export class Numbers {
  /** Compiled is what `Compiled.as_json` gives. */
  constructor(compiled) {
    this.grammar = new Grammar(compiled);
  }

  /**
   * Return the figures of a text and the numerals left alone, in reading order.
   *
   * A value is written as a fraction: "200/3". `bare` is the end of a range that took its unit from the other, as it stands. What stands in the ranges of `code` is not read.
   */
  read(text, code = []) {
    let hidden = text;
    for (const [start, end] of code) hidden = hidden.slice(0, start) + HIDDEN.repeat(end - start) + hidden.slice(end);
    const { shown, place } = plain(hidden);
    const lower = lowered(shown, this.grammar.patterns.all("capitals", shown));
    const found = this.#found(shown, lower);
    const figures = [];
    const left = found.filter((one) => one.reason);
    for (const run of ranges(this.grammar, lower, found.filter((one) => !one.reason))) {
      if (run.some((one) => one.isFigure)) figures.push(figure(text, run, place));
      else left.push(...run.filter((one) => one.inDigits).map(({ start, end }) => ({ start, end, reason: "small" })));
    }
    return {
      figures,
      leftAlone: left
        .sort((one, other) => one.start - other.start)
        .map(({ start, end, reason }) => ({ start: place(start), end: place(end - 1) + 1, reason })),
    };
  }

  /** Return the numbers of a text, and in its place each numeral that is no figure. */
  #found(shown, lower) {
    const { rules } = this.grammar;
    const all = [];
    let at = 0;
    let listEnd = 0;
    let last = null;
    let listing = null;
    for (const start of this.#starts(lower)) {
      if (start < at) continue;
      const before = new Before(shown, start, last);
      let found = this.#at(shown, lower, start, before);
      if (!found) continue;
      if (found.reason || (found.isBare && found.inDigits)) {
        listing = listing?.joint.full(lower, listEnd, start) ? listing : rules.opensList(before);
      } else listing = null;
      if (!found.reason) {
        const item = listing?.match.at(lower, start);
        if (item) found = { start, end: start + item[0].length, reason: "numbered" };
        else found = this.#leftAlone(lower, found, before) ?? found;
      }
      at = found.end;
      listEnd = found.end;
      if (!found.reason) {
        listing = null;
        all.push(found);
      } else if (DIGITS.test(lower.slice(start, at))) {
        last = found;
        all.push(found);
      }
    }
    return all;
  }

  /** Return the number that begins at an offset, or what is none by its own form, or null. */
  #at(shown, lower, start, before) {
    const { patterns, rules } = this.grammar;
    const named = rules.cased(shown, start, before);
    if (named) return named;
    if (patterns.at("begins", lower, start)) {
      const form = rules.form(lower, start, before);
      if (form) return form;
      const article = patterns.at("articles", lower, start);
      if (article) return { start, end: start + article[0].length, reason: "phrase" };
      const number = readNumber(this.grammar, lower, start);
      if (number) return number;
    }
    NAME.lastIndex = start;
    const name = NAME.exec(lower);
    return name && { start, end: start + name[0].length, reason: "name" };
  }

  /** Return a number that is no quantity for the words before it, or null. */
  #leftAlone(lower, number, before) {
    const kind = kindOf(number);
    if (!kind || (kind === "hours" && this.#endsRange(lower, number, before))) return null;
    const left = this.grammar.rules.of(kind, lower, number.start, before);
    return left && !number.isBare ? { start: number.start, end: number.end, reason: left.reason } : left;
  }

  /** Tell "two to three hours" from the hour of a day after a date. */
  #endsRange(lower, number, before) {
    const joint = this.grammar.patterns.search("range_open", lower, number.start - LOOK_BACK, number.start);
    return joint !== null && !(before.last && before.last.end > joint.index);
  }

  /** Return where numbers may begin, in order: a mark before a digit may belong to the number, or be a dash. */
  #starts(text) {
    const starts = this.grammar.patterns.all("first_words", text).map((match) => match.index);
    for (const { index } of text.matchAll(FIRST_MARKS)) {
      let at = index;
      if (!DIGITS.test(text[at]) && DIGITS.test(text[at + 1] ?? "")) starts.push(at + 1);
      if (text[at] === "$") {
        while (at > Math.max(0, index - 2) && LETTER.test(text[at - 1])) at -= 1;
      } else if (at && "-−+.,[".includes(text[at - 1])) starts.push(at - 1);
      starts.push(at);
    }
    return starts.sort((one, other) => one - other);
  }
}

/** Return which rules ask for such numbers, "" for none. */
function kindOf({ quantity, isBare, inDigits }) {
  if (isBare) return inDigits ? "number" : "words";
  if (quantity.unit === "time" && quantity.detail === "hour" && !LONGEST_DAY.isLess(quantity.value)) return "hours";
  if (quantity.unit === "per cent" && !quantity.detail) return inDigits ? "percent" : "share";
  return "";
}

function figure(text, run, place) {
  const start = place(run[0].start);
  const end = place(run.at(-1).end - 1) + 1;
  const written = (quantity) => ({ ...quantity, value: String(quantity.value) });
  const bare = run.find((one) => one.bare)?.bare;
  const whole = { start, end, text: text.slice(start, end), quantities: run.map(({ quantity }) => written(quantity)) };
  return bare ? { ...whole, bare: written(bare) } : whole;
}
