// All that is said about a page while it is written: words, figures and citations, and places that are still to come.

import { KINDS, fill, reason } from "../draft/remarks.js";
import { Engine } from "../language.js";
import { Reading } from "../language/sentences.js";
import { Numbers } from "../numbers.js";
import { figureProblems } from "./evidence.js";
import { passages } from "./prose.js";
import { Unfinished } from "./unfinished.js";

const WORD = /[\p{L}\p{N}_][\p{L}\p{N}_’'-]*/gu;
const MOST_NAMED = 3; // findings whose figures a remark lists
const NO_NUMBERS = { read: () => ({ figures: [] }) };

/** Looks at pages in one language. */
export class Checks {
  #engine;
  #tools;
  #words;
  #unfinished;
  #seen = new Map(); // what the word rules found, by passage: a key changes one, and only that one is looked at again

  /**
   * Args: rules: The content of /data/language/<lang>.json. kinds: Of /data/writing/<lang>.json. findings: What can be cited.
   * words: The texts of the page, and those for drafts.
   */
  constructor(rules, kinds, findings, words) {
    this.#engine = new Engine(rules);
    const numbers = kinds.numbers ? new Numbers(kinds.numbers) : NO_NUMBERS;
    this.#tools = { findings, numbers, reading: new Reading(rules.grammar) };
    this.#words = words;
    this.#unfinished = new Unfinished(kinds.placeholders);
  }

  set findings(findings) {
    this.#tools.findings = findings;
  }

  /**
   * Return the problems of each text, in reading order, and how many figures and words it has.
   *
   * A problem has `level` (change, think), `start` and `end` in its text, `why`, and `repairs`: each with what the button says
   * and what it writes (`text`, from `start` to `end`) or cites (`cite`).
   *
   * Args: texts: {id, text, plain (title and the like), block, exempt} in the order of the page. cited: What the numbers stand for.
   */
  run(texts, cited) {
    const read = texts.map((one) => this.#passages(one, cited));
    const all = read.flat();
    const figures = new Map(figureProblems(all, this.#tools).map((found, at) => [all[at], found]));
    const seen = new Map();
    const results = read.map((mine, at) => {
      const problems = mine.flatMap((passage) => [
        ...this.#wordsOf(passage, texts[at], seen), ...this.#once(figures.get(passage), passage).map((one) => this.#figure(one, passage)), ...this.#note(passage, texts[at].id),
      ]);
      const count = mine.reduce((sum, passage) => sum + passage.figures.length, 0);
      return { problems: problems.sort((one, other) => one.start - other.start), figures: count, words: texts[at].plain ? 0 : wordsOf(mine) };
    });
    this.#seen = seen;
    return results;
  }

  #passages({ text, plain, block, exempt }, cited) {
    if (!plain) return passages(text, cited).map((one) => ({ ...one, block: one.block || block, exempt }));
    const places = Array.from({ length: text.length + 1 }, (_, at) => at);
    return text.trim() ? [{ kind: "title", text, places, citations: [], code: [], unread: [] }] : [];
  }

  #wordsOf(passage, { text }, seen) {
    const found = this.#seen.get(passage.text) ?? (passage.kind === "code" ? [] : this.#engine.check(passage.text).found);
    seen.set(passage.text, found);
    return found.map((one) => this.#word(one, passage, text));
  }

  #word(one, passage, text) {
    const { places } = passage;
    const swaps = (one.edits ?? []).map((edit) => ({ ...edit, isToCheck: Boolean(edit.check_after), start: places[edit.start], end: places[edit.end - 1] + 1, old: passage.text.slice(edit.start, edit.end) }));
    const whole = swaps.filter((swap, at) => text.slice(swap.start, swap.end) === swap.old && swaps.findIndex((other) => other.text === swap.text) === at);
    const words = this.#words.draft;
    return {
      level: KINDS[one.level], rule: one.rule.id, ...placed(one, passage),
      what: fill(this.#words.word, { word: passage.text.slice(one.start, one.end) }), why: reason({ ...one, swaps: whole }, words),
      repairs: whole.map((swap) => ({ label: fill(words.replace_with, { old: swap.old, new: swap.text }), text: swap.text, start: swap.start, end: swap.end })),
    };
  }

  #figure(one, passage) {
    const words = this.#words;
    const known = one.findings.slice(0, MOST_NAMED);
    const has = known.map(({ source, figures }) => (figures ? fill(words.has, { who: source.who, figures: Object.values(figures).flat().join(words.comma) }) : fill(words.has_none, { who: source.who })));
    const why = fill(words.figure[one.what], { figure: one.written, known: has.join(words.semicolon), who: known[0]?.source.who ?? "" });
    const place = placed(one, passage);
    const isNear = one.what === "near";
    const repairs = isNear ? [{ label: fill(words.cite_who, { who: known[0].source.who }), cite: known[0].key, start: this.#sentenceEnd(one, passage) }] : [];
    return { level: "change", rule: one.rule, ...place, what: "", why, repairs };
  }

  /** Return one problem of each sentence that cites nothing, whatever figures it has: one citation mends them all. */
  #once(problems, passage) {
    const seen = new Set();
    return problems.filter((one) => {
      if (!["uncited", "near"].includes(one.what)) return true;
      const key = `${this.#sentenceEnd(one, passage)} ${one.findings[0]?.key ?? ""}`;
      return !seen.has(key) && seen.add(key);
    });
  }

  /** Return where the sentence of a figure ends in its text: there a citation goes. */
  #sentenceEnd({ start }, { text, places, sentences }) {
    const end = sentences?.find(([from, to]) => from <= start && start < to)?.[1] ?? text.length;
    return places[end - 1] + 1;
  }

  #note(passage, section) {
    const { reading } = this.#tools;
    passage.sentences ??= passage.kind === "row" ? [[0, passage.text.length]] : reading.sentences(passage.text);
    const found = this.#unfinished.of(passage, { sentences: passage.sentences, section, marks: reading.marks });
    if (!found) return [];
    return [{ level: "change", rule: "structure/placeholder", ...placed(found, passage), what: "", why: fill(this.#words.to_come, found), repairs: [] }];
  }
}

/** Return how many words a reader sees. */
export function wordsOf(read) {
  return read.filter(({ kind }) => kind !== "code" && kind !== "picture").reduce((sum, { text }) => sum + (text.match(WORD) ?? []).length, 0);
}

const placed = ({ start, end }, { places }) => ({ start: places[start], end: places[Math.max(start, end - 1)] + 1 });
