// Whether a form is part of a name: of a body, a place, a person, a work (scripts/commonground/matching/names.py).

import { CAPITAL, SMALL_LETTER, S, isUpper, unicode } from "./folding.js";

const TOKEN = unicode(String.raw`[\p{L}\p{N}]+`, "g");
const JOINED = new Set([" ", "'", "' ", "-", " & ", "&"]);
const AFTER_INITIAL = new Set([". ", "."]);
const LONGEST_INITIAL = 3;
const CLAUSE_STARTS = ":;–—“\"«(‹•|*[";
const BEFORE_NAME = /^[ ,:–—“"«*_]+$/;
const LAST_LETTER = unicode(`([^${S}])[${S}]*$`);
const MOST_JOINTS = 3;
const MOST_BETWEEN = 2;
const FARTHEST_ABBREVIATION = 8;
const FULL_STOPS = ".!?…";
const MOST_BEFORE_VERB = 5;
const LONGEST_ASIDE = 10;
const MOST_BEFORE_KIND = 5;
const ABBREVIATION = /^\p{Uppercase}\p{L}*\p{Uppercase}$/u;

const points = (text) => [...text];

/** The words of a language that tell a name, from the rules' `grammar.names`. */
export class NameWords {
  constructor(names) {
    for (const key of ["bodies", "kinds", "joints", "of", "conjunctions", "adjectives", "before", "small", "singular_verbs", "acts", "explains"]) this[key] = new Set(names[key]);
    this.works = names.works;
    this.titleCase = names.title_case;
  }
}

/** Tell whether all words have a capital, but small ones; there must be two. */
function haveCapitals(texts, words) {
  const content = texts.filter((text) => points(text).length > 1 && !words.small.has(text.toLowerCase()));
  return content.length > 1 && !content.some((text) => SMALL_LETTER.test(text));
}

/** Tell whether a text has the capitals that a title has, but not all letters in capitals; never in some languages. */
export function isInTitleCase(text, words) {
  return words.titleCase && !isUpper(text) && haveCapitals(text.match(TOKEN) ?? [], words);
}

/** One sentence word by word, asked which of its forms are names. */
export class Line {
  constructor(exact, words) {
    Object.assign(this, { exact, words });
    this.spans = Array.from(exact.matchAll(TOKEN), (found) => [found.index, found.index + found[0].length]);
    this.texts = this.spans.map(([start, end]) => exact.slice(start, end));
    this.small = this.texts.map((text) => text.toLowerCase());
    this.isHeadline = haveCapitals(this.texts, words);
  }

  /** Tell whether a form is part of a name. Args: hasOwnCapitals: It is written with a capital anywhere. */
  isName(start, end, hasOwnCapitals) {
    const tokens = this.spans.flatMap(([from, to], at) => (from < end && start < to ? [at] : []));
    while (tokens.length > 0 && this.#isJoint(tokens[0])) tokens.shift();
    if (tokens.length === 0) return false;
    const [first, last] = [tokens[0], tokens.at(-1)];
    const content = this.words.titleCase ? tokens.filter((at) => !this.#isJoint(at)) : [first];
    const capital = content.every((at) => this.#isTitled(at));
    if (this.#isAbbreviated(first, last) || (capital && this.#goesOnToBody(last)) || this.#goesOnFromBody(first, capital)) return true;
    if (this.isHeadline) return false;
    if (first === 0 && this.#opensAsName(last)) return true;
    return this.#isIntroduced(first, capital) || (capital && !hasOwnCapitals && this.#isCapitalised(first, last));
  }

  /** Return what stands between a word and the next. */
  #gap(at) {
    return at >= 0 && at + 1 < this.spans.length ? this.exact.slice(this.spans[at][1], this.spans[at + 1][0]) : "";
  }

  #isCapital(at) {
    return CAPITAL.test(this.texts[at]);
  }

  /** Tell whether a word has a capital, and is not all capitals. */
  #isTitled(at) {
    return this.#isCapital(at) && !(points(this.texts[at]).length > 1 && isUpper(this.texts[at]));
  }

  #isJoint(at) {
    return this.words.joints.has(this.small[at]) || (this.small[at] === "s" && this.#gap(at - 1) === "'");
  }

  /** Tell whether a word and the next may belong to one name. */
  #isLinked(at) {
    const short = points(this.texts[at]).length <= LONGEST_INITIAL && this.#isCapital(at);
    return JOINED.has(this.#gap(at)) || (AFTER_INITIAL.has(this.#gap(at)) && short);
  }

  #isBody(at) {
    return this.#isTitled(at) && this.words.bodies.has(this.small[at]);
  }

  /** Return the last word of a name that goes on from a word: words with a capital, few small words between them. */
  #reach(from, step) {
    let [at, reach, joints] = [from, from, 0];
    while (at + step >= 0 && at + step < this.spans.length && this.#isLinked(Math.min(at, at + step))) {
      at += step;
      const opens = at === 0 && this.#isJoint(at);
      if (this.#isCapital(at) && !opens) {
        reach = at;
        joints = 0;
      } else {
        if (!this.#isJoint(at)) break;
        joints += 1;
        if (joints > MOST_JOINTS) break;
      }
    }
    return reach;
  }

  /** Tell whether the capital of a form within a sentence is that of a name. */
  #isCapitalised(first, last) {
    const before = LAST_LETTER.exec(this.exact.slice(0, this.spans[first][0]))?.[1] ?? "";
    if (first === 0 || (before && CLAUSE_STARTS.includes(before))) return false;
    if (!this.words.titleCase) return true;
    const [begin, end] = [this.#reach(first, -1), this.#reach(last, 1)];
    for (let at = begin; at <= end; at += 1) {
      if ((at < first || at > last) && this.#isCapital(at) && !this.#isJoint(at)) return true;
    }
    return this.#isLinked(first - 1) && this.words.before.has(this.small[first - 1]);
  }

  /** Tell by what follows whether a bare form that opens a sentence is a name. */
  #opensAsName(last) {
    const end = LAST_LETTER.exec(this.exact)?.[1] ?? "";
    if (!end || !FULL_STOPS.includes(end)) return false;
    const verbs = this.small[0].endsWith("s") ? this.words.singular_verbs : this.words.acts;
    const isBare = !this.words.titleCase && this.#gap(last) === " " && this.words.singular_verbs.has(this.small[last + 1]);
    return isBare || this.#goesOnToVerb(last, verbs) || this.#isExplained(last);
  }

  /** Tell whether one of some verbs follows, after words of the name or after something between two commas. */
  #goesOnToVerb(last, verbs) {
    const comma = this.#comma(last, MOST_BEFORE_VERB);
    if (comma >= 0) {
      const close = this.#comma(comma + 1, LONGEST_ASIDE);
      return close >= 0 && verbs.has(this.small[close + 1]);
    }
    const end = Math.min(last + 1 + MOST_BEFORE_VERB, this.spans.length);
    for (let at = last + 1; at < end; at += 1) {
      if (!this.#isLinked(at - 1)) return false;
      if (verbs.has(this.small[at])) return true;
      const joint = this.#isJoint(at);
      if ((this.words.small.has(this.small[at]) && !joint) || (this.words.titleCase && !joint && !this.#isCapital(at))) return false;
    }
    return false;
  }

  /** Return the first word, from one on, that a comma follows, and another word; -1 where the next few have none. */
  #comma(from, most) {
    const end = Math.min(from + most, this.spans.length - 1);
    for (let at = from; at < end; at += 1) if (this.#gap(at).startsWith(",")) return at;
    return -1;
  }

  /** Tell whether a comma and what the name is follow: ", a play by". */
  #isExplained(last) {
    const comma = this.#comma(last, MOST_BEFORE_VERB);
    if (comma < 0 || !this.words.explains.has(this.small[comma + 1])) return false;
    const end = Math.min(comma + 2 + MOST_BEFORE_KIND, this.spans.length);
    for (let at = comma + 2; at < end; at += 1) {
      if (this.words.kinds.has(this.small[at])) return this.#gap(at).startsWith(",") || this.words.joints.has(this.small[at + 1]);
      if (!this.#isLinked(at - 1)) return false;
    }
    return false;
  }

  /** Tell whether a word such as "film" or "group" stands before a name: "the film Lamplighters". */
  #isIntroduced(first, capital) {
    const begin = this.#reach(first, -1);
    if (!capital && !(begin === first - 1 && this.#isJoint(begin))) return false;
    return begin > 0 && BEFORE_NAME.test(this.#gap(begin - 1)) && this.words.kinds.has(this.small[begin - 1]);
  }

  /** Tell whether a form goes on to a word for a body or a place: "Lamp Street". */
  #goesOnToBody(last) {
    const most = this.isHeadline && !this.#gap(last).startsWith("'") ? 0 : MOST_BETWEEN;
    let between = 0;
    for (let at = last; at + 1 < this.spans.length && this.#isLinked(at);) {
      at += 1;
      if (this.#isBody(at)) return true;
      if (this.small[at] === "s") continue;
      between += 1;
      if (between > most || !this.#isCapital(at) || this.#isJoint(at)) return false;
    }
    return false;
  }

  /** Tell whether the name of a body goes on to the form: "Committee on Lamps". */
  #goesOnFromBody(first, capital) {
    const most = this.isHeadline ? 0 : MOST_BETWEEN;
    let [between, joint] = [0, ""];
    for (let at = first; at > 0 && this.#isLinked(at - 1);) {
      at -= 1;
      if (this.#isBody(at)) {
        // Without a capital of its own the form is part of a name only where the body's cannot be the sentence's.
        return joint !== "" && !this.words.conjunctions.has(joint) && (capital || at > 0);
      }
      if (this.small[at] === "s" && this.#gap(at - 1) === "'") return false;
      if (this.#isJoint(at)) joint = this.small[at];
      else {
        between += 1;
        if (at === first - 1 || between > most || !this.#mayStandBetween(at, capital)) return false;
      }
    }
    return false;
  }

  #mayStandBetween(at, capital) {
    const afterOf = at > 0 && this.words.of.has(this.small[at - 1]);
    return this.#isCapital(at) || (!capital && (afterOf || this.words.adjectives.has(this.small[at])));
  }

  /** Tell whether the initials of a name stand in brackets after it: "Lamplighters of New York (LONY)". */
  #isAbbreviated(first, last) {
    const end = Math.min(last + FARTHEST_ABBREVIATION, this.spans.length - 1);
    for (let at = last; at < end; at += 1) {
      if (this.#gap(at) === " (") return this.#beginsWith(at, this.texts[at + 1], first);
      if (!this.#isLinked(at)) return false;
    }
    return false;
  }

  /** Tell whether the words up to one have an abbreviation's initials, from a word before the form on. */
  #beginsWith(last, abbreviation, first) {
    if (!ABBREVIATION.test(abbreviation)) return false;
    let [at, named] = [last, false];
    for (const letter of points(abbreviation.toLowerCase()).reverse()) {
      while (at >= 0 && !this.small[at].startsWith(letter) && this.#isJoint(at)) at -= 1;
      if (at < 0 || !this.small[at].startsWith(letter)) return false;
      named ||= this.#isCapital(at) && (at > 0 || this.#isBody(at));
      at -= 1;
    }
    return at < first && named && this.#isCapital(at + 1);
  }
}
