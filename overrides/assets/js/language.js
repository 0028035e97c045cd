// The language rules in the browser. It finds what scripts/commonground/matching/engine.py finds, in the same rules
// (/data/language/<lang>.json, explained by the schema beside them); tests/corpus/language/conformance.json holds both to it.
// Nothing here looks at the page, asks for a file or keeps a text. Offsets are those of JavaScript strings.

import { Place, edits } from "./language/fitting.js";
import { ANY_LETTER, CAPITAL, S, SMALL_LETTER, W, fold, isUpper, isWholeAt, unicode } from "./language/folding.js";
import { Line, NameWords } from "./language/names.js";
import { Parted } from "./language/parted.js";
import { Situation, Words, standIn } from "./language/phrases.js";
import { carried, quotations } from "./language/quotations.js";
import { Reading, addresses, titles } from "./language/sentences.js";

const STRICTNESS = { error: 2, warning: 1, suggestion: 0 };

const BIG_WORD = unicode(String.raw`[\p{L}\p{Nl}\p{No}]+(?:'[\p{L}\p{Nl}\p{No}]+)*`, "g");
const LONGEST_ARTICLE = 8;
const FEWEST_TITLE_WORDS = 2;
const FIRST_WORD = unicode(`^[${W}]+`);
const within = ([start, end], match) => start <= match.start && match.end <= end;

/** Return a pattern for an article at the end of a text. */
function articlePattern(articles) {
  const words = articles.map((one) => (one.endsWith("'") ? one : `${one}[${S}]+`));
  return unicode(`(?<![${W}])(?:${words.join("|")})$`);
}

/** Group matches that share a character. */
function overlapping(matches) {
  const groups = [];
  let reach = -1;
  for (const match of [...matches].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (match.start >= reach) groups.push([]);
    groups.at(-1).push(match);
    reach = Math.max(reach, match.end);
  }
  return groups;
}

/** Return the longest match of a group; of equally long ones the strictest. */
function longest(group) {
  const weight = (match) => (match.end - match.start) * 3 + STRICTNESS[match.rule.level];
  return group.reduce((best, match) => (weight(match) > weight(best) ? match : best));
}

/** A paragraph as it is read once a form was seen in it; what only some paragraphs need is made when it is asked for. */
class Paragraph {
  constructor(text, folded, reading) {
    Object.assign(this, { text, folded });
    this.sentences = reading.sentences(text);
    this.ranges = this.sentences.map((one) => folded.range(one));
    this.words = new Words(folded.text);
    this.lines = new Map();
  }

  /** Return the range in the folded text of the sentence that holds a place, or of the whole where none does. */
  sentence(start) {
    return this.ranges.find(([from, to]) => from <= start && start < to) ?? [0, this.folded.text.length];
  }

  /** Tell whether a match is part of a name. */
  isName({ start, end, form, rule }, words) {
    const [from, to] = this.sentence(start);
    if (!this.lines.has(from)) this.lines.set(from, new Line(this.folded.exact.slice(from, to), words));
    // Words for peoples have a capital that is no name's.
    const own = form.written !== form.written.toLowerCase() || rule.subject === "groups";
    return this.lines.get(from).isName(start - from, end - from, own);
  }

  /** Tell whether no word stands before a match in its sentence, and whether that is a title. */
  standing({ start, end }, { small_words: small, title_case: hasTitles }) {
    const [from, to] = this.sentence(start);
    const { text, exact } = this.folded;
    const beside = `${exact.slice(from, start)} ${exact.slice(end, to).trimEnd()}`;
    const big = (beside.match(BIG_WORD) ?? []).filter((word) => !small.includes(word.toLowerCase()));
    const isTitle = big.length >= FEWEST_TITLE_WORDS && !beside.endsWith(".") && big.every((word) => CAPITAL.test(word));
    return { opens: !ANY_LETTER.test(text.slice(from, start)), titled: hasTitles && isTitle };
  }
}

/** All forms of one language. Build it once; `check` may run on every key. */
export class Engine {
  #rules;
  #reading;
  #situations;
  #forms = new Map(); // lists in the rules' order, by their first word, which the text must have whole
  #firstWords;
  #nameWords;
  #parted;
  #article;

  /** Args: rules: The content of /data/language/<lang>.json. */
  constructor(rules) {
    this.#rules = rules;
    this.#reading = new Reading(rules.grammar);
    this.#nameWords = new NameWords(rules.grammar.names);
    this.#article = articlePattern(rules.grammar.articles);
    this.#parted = new Parted(rules.forms.map((form) => form.find));
    this.#situations = rules.situations.map((one) => new Situation(one));
    for (const listed of rules.forms) {
      const form = { ...listed, cased: listed.exact && fold(listed.written).exact };
      const [first] = FIRST_WORD.exec(form.find);
      if (!this.#forms.has(first)) this.#forms.set(first, []);
      this.#forms.get(first).push(form);
    }
    this.#firstWords = unicode(`(?<![${W}])(?:${[...this.#forms.keys()].sort().join("|")})(?![${W}])`, "g");
  }

  /** Return the paragraphs of a text, each with where it starts and the ranges of quotations that go over several. */
  paragraphs(text) {
    const all = [...paragraphs(text)];
    const spoken = carried(all.map((one) => one.text), this.#reading.marks);
    return all.map((one, index) => ({ ...one, spoken: spoken[index] }));
  }

  /**
   * Look at one paragraph.
   *
   * Args: spoken: The ranges of quotations that go over several.
   * Returns: `found`, the uses in reading order, each with start, end, rule, level, loose (in quotation marks, but nobody
   * is named as the speaker), edits and situation (what the paragraph seems to be about, so that there are no edits); `kept`,
   * the forms that quotation marks excuse, each with start and end.
   */
  check(text, spoken = []) {
    const folded = this.#parted.joined(fold(text));
    const seen = this.#seen(folded);
    if (seen.length === 0) return { found: [], kept: [] };
    const paragraph = new Paragraph(text, folded, this.#reading);
    const matches = seen.filter((match) => nearHolds(match, paragraph));
    return matches.length > 0 ? this.#judge(matches, paragraph, spoken) : { found: [], kept: [] };
  }

  /** Return where a form stands as a whole, before its condition is looked at. */
  #seen({ text, exact }) {
    const seen = [];
    for (const { 0: first, index: start } of text.matchAll(this.#firstWords)) {
      for (const form of this.#forms.get(first)) {
        const end = start + form.find.length;
        if (!text.startsWith(form.find, start) || !isWholeAt(text, end)) continue;
        const written = exact.slice(start, end);
        if ((form.exact && written !== form.cased) || (form.capitals && !isUpper(written))) continue;
        seen.push({ start, end, form, rule: this.#rules.rules[form.rule] });
      }
    }
    return seen;
  }

  /** Sort the matches into ours and those that somebody's quotation marks excuse. */
  #judge(matches, paragraph, spoken) {
    const { text, folded, sentences } = paragraph;
    const speech = [...quotations(text, this.#reading.marks), ...spoken];
    const loose = this.#reading.loose(text, speech, sentences, this.#nameWords);
    const quoted = speech.map((one) => ({ range: folded.range(one), loose: loose.includes(one) }));
    const others = [...this.#reading.mentions(text), ...titles(text), ...addresses(text)].map((one) => folded.range(one));
    const excused = [...quoted, ...[...others, ...this.#named(folded)].map((range) => ({ range, loose: false }))];
    const mine = [];
    const kept = [];
    for (const match of matches) {
      const inside = excused.filter(({ range }) => within(range, match));
      if (paragraph.isName(match, this.#nameWords)) continue;
      if (inside.every((one) => one.loose)) mine.push({ ...match, loose: inside.length > 0 });
      else if (inside.some((one) => quoted.includes(one))) kept.push(match);
    }
    return {
      found: overlapping(mine).map((group) => this.#found(paragraph, group)),
      kept: overlapping(kept).map(longest).map((match) => this.#place(folded, match)),
    };
  }

  #found(paragraph, group) {
    const { folded } = paragraph;
    const best = longest(group);
    const levels = group.map(({ rule }) => rule).filter(({ id }) => !best.rule.replaces.includes(id)).map(({ level }) => level);
    const level = best.loose ? "suggestion" : levels.reduce((one, other) => (STRICTNESS[other] > STRICTNESS[one] ? other : one));
    const found = { ...this.#place(folded, best), rule: best.rule, form: best.form, level, loose: best.loose, edits: [] };
    const situation = best.rule.adults && this.#situations.find((one) => one.holds(paragraph.words));
    if (situation) return { ...found, situation };
    const { grammar } = this.#rules;
    const place = new Place(folded, best.start, best.end, best.form, paragraph.standing(best, grammar));
    const fitted = edits(place, grammar).map((one) => ({ ...one, ...this.#place(folded, one) }));
    return { ...found, edits: fitted };
  }

  #place(folded, { start, end }) {
    const [from, to] = folded.origin(start, end);
    return { start: from, end: to };
  }

  /** Return where a name begins with its article: "the John Howard Society" holds "the John". */
  #withArticle(text, start) {
    const from = Math.max(0, start - LONGEST_ARTICLE - 1);
    const found = this.#article.exec(text.slice(from, start));
    return found ? from + found.index : start;
  }

  /** Return the ranges of names, each with its article. */
  #named({ exact, text }) {
    const found = [];
    for (const name of this.#rules.names) {
      for (let at = exact.indexOf(name); at >= 0; at = exact.indexOf(name, at + 1)) {
        found.push([this.#withArticle(text, at), at + name.length]);
      }
    }
    return found;
  }
}

function nearHolds({ form, start }, paragraph) {
  if (!form.near) return true;
  const { any, none } = form.near;
  const around = paragraph.folded.text.slice(...paragraph.sentence(start));
  return (any.length === 0 || standIn(any, around)) && !standIn(none, around);
}

/**
 * Yield the paragraphs of a text, with where each starts.
 *
 * A line end is the end of one unless the text goes on below it: in small letters, or inside quotation marks.
 */
function* paragraphs(text) {
  let start = 0;
  for (const { index } of text.matchAll(/\n/g)) {
    const held = text.slice(start, index);
    const following = text.slice(index + 1);
    const open = (from, to) => held.lastIndexOf(from) > held.lastIndexOf(to);
    const goesOn = SMALL_LETTER.test(following) || open("“", "”") || open("«", "»");
    if (goesOn && !/^[^\S\n]*(?:\n|$)/.test(following)) continue;
    if (held.trim()) yield { start, text: held };
    start = index + 1;
  }
  if (text.slice(start).trim()) yield { start, text: text.slice(start) };
}
