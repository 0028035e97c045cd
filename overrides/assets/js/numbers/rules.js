// The rules for numbers that are no figures: "section 213", "May 5", "10 a.m." (scripts/commonground/read/figures/rules.py).

import { S, unicode } from "../language/folding.js";
import { Pattern } from "./regex.js";

// Characters before a number in which a hedge, "between" or "section" can stand.
export const LOOK_BACK = 32;
const OPENERS = " \u00a0\u2009\u202f\n([/'’";
const SPACE_AT_END = unicode(`[${S}]+$`);
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
const LETTER_AT_END = /\p{L}$/u;

const lastWord = (text) => {
  let at = text.length;
  while (at && !OPENERS.includes(text[at - 1])) at -= 1;
  return text.slice(at);
};

/** What stands shortly before an offset of a text; `last` is the numeral before it that is no figure, if there is one. */
export class Before {
  constructor(written, end, last = null) {
    this.written = ` ${written.slice(Math.max(0, end - LOOK_BACK), end)}`.replace(SPACE_AT_END, "");
    this.text = this.written.toLowerCase();
    this.last = last && end - last.end < LOOK_BACK ? last : null;
    this.lastWord = lastWord(this.text);
  }
}

/** Words of which one may end what stands before a number. */
class Ending {
  #byLastWord = new Map();

  constructor({ plain, pattern }) {
    for (const phrase of plain) {
      const { lastWord: word } = new Before(phrase, phrase.length);
      this.#byLastWord.set(word, [...(this.#byLastWord.get(word) ?? []), phrase]);
    }
    this.pattern = pattern ? new Pattern(pattern) : null;
  }

  ends({ text, lastWord: word }) {
    const isEnd = (one) => text.endsWith(one) && (one.length === text.length || OPENERS.includes(text.at(-one.length - 1)));
    return (this.#byLastWord.get(word) ?? []).some(isEnd) || Boolean(this.pattern?.search(text));
  }
}

class Rule {
  constructor(data) {
    Object.assign(this, { id: data.id, reason: data.reason, unless: data.unless, follows: data.follows });
    this.match = new Pattern(data.match);
    this.joint = new Pattern(data.joint);
    this.after = data.after && new Ending(data.after);
    this.notAfter = data.not_after && new Ending(data.not_after);
    this.afterCased = data.after_cased && new Pattern(data.after_cased);
  }

  /** Tell whether what stands before a number is what the rule asks for. */
  stands(before) {
    if (this.after && !this.after.ends(before)) return false;
    if (this.notAfter?.ends(before)) return false;
    if (this.afterCased && !(LETTER_AT_END.test(before.written) && this.afterCased.search(before.written))) return false;
    return !this.follows || before.last?.reason === this.follows;
  }
}

/** The rules of a language. */
export class Rules {
  #all = new Map();
  #byKind = new Map();

  constructor(rules) {
    for (const data of rules) {
      const one = new Rule(data);
      const kind = data.reason === "figure" ? "" : data.of === "form" && data.cased ? "cased" : data.of;
      this.#all.set(one.id, one);
      this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), one]);
    }
  }

  #rules(kind) {
    return this.#byKind.get(kind) ?? [];
  }

  /** Return what the first rule leaves alone that holds at an offset, or null. */
  #first(rules, text, at, before) {
    for (const one of rules) {
      const match = one.match.at(text, at);
      if (match && one.stands(before) && !this.#isException(one, text, at, before)) return { start: at, end: at + match[0].length, reason: one.reason };
    }
    return null;
  }

  #isException({ unless }, text, at, before) {
    return unless.some((id) => this.#all.get(id).match.at(text, at) && this.#all.get(id).stands(before));
  }

  /** Return a numeral that its neighbours' capitals make none, such as a house's, or null. */
  cased(shown, at, before) {
    return DIGIT.test(shown[at]) && this.#first(this.#rules("cased"), shown, at, before);
  }

  /** Return what is no figure by its own form, such as a date, or null. */
  form(lowered, at, before) {
    // Only phrases begin with a letter.
    const inWords = LETTER.test(lowered[at]);
    const rules = this.#rules("form");
    return this.#first(inWords ? rules.filter((one) => one.reason === "phrase") : rules, lowered, at, before);
  }

  /** Return what a rule of a kind leaves alone at an offset, or null. */
  of(kind, lowered, at, before) {
    return this.#first(this.#rules(kind), lowered, at, before);
  }

  /** Return the rule whose words end what stands before a number, "sections", or null. */
  opensList(before) {
    return this.#rules("list").find((one) => one.stands(before)) ?? null;
  }
}
