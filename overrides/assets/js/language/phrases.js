// Phrases of a rule file, found in a text word by word (scripts/commonground/model/phrases.py).
// In one, * at a word's end is any ending, (a|b) one of some words, … up to five words, and , a comma, dash, bracket or the end
// of a sentence.

import { W, fold, hasAny, unicode, wordsOf } from "./folding.js";

const TOKEN = unicode(`([${W}]+(?:-[${W}]+|[.,:]\\p{Nd}+)*|%)|[\\][,()–—|\n]|(?<=\\s)--?(?=\\s)|([;:.!?])`, "g");
const GROUP = /\(([^()]*)\)/;
const MOST_BETWEEN = 5;
const KEY = 3;

/** The words of a folded text; whether a stop, and a full stop, stands after each. */
export class Words {
  /** Args: isWhole: The text ends here, which is a stop, rather than going on. */
  constructor(folded, isWhole = true) {
    this.words = [];
    this.stops = [];
    this.ends = [];
    for (const [, word, end] of folded.matchAll(TOKEN)) {
      const last = this.words.length - 1;
      if (word) {
        this.words.push(word);
        this.stops.push(false);
        this.ends.push(false);
      } else if (last >= 0) {
        this.stops[last] = true;
        this.ends[last] ||= Boolean(end);
      }
    }
    if (isWhole && this.words.length > 0) this.stops[this.words.length - 1] = this.ends[this.words.length - 1] = true;
  }
}

/** Return each word for which a word with (a|b) in it stands. */
function spelledOut(chunk) {
  const group = GROUP.exec(chunk);
  if (!group) return [chunk];
  const [before, after] = [chunk.slice(0, group.index), chunk.slice(group.index + group[0].length)];
  return group[1].split("|").flatMap((word) => spelledOut(before + word + after));
}

const wordsIn = new Map();

/** Return the words that may stand in one place of a phrase. */
function wordsOfChunk(chunk) {
  if (!wordsIn.has(chunk)) wordsIn.set(chunk, spelledOut(chunk).map((word) => fold(word).text));
  return wordsIn.get(chunk);
}

const GAP = ["…"];
const STOP = [","];

/** Return what a phrase is made of: the words that may stand in each place, a gap or a stop. */
function elementsOf(phrase) {
  return phrase.split(/\s+/).flatMap((chunk) => {
    if (chunk === "…") return [GAP];
    return chunk === "," ? [STOP] : chunk.split("'").filter(Boolean).map(wordsOfChunk);
  });
}

/** What may come next: a word, by itself or by its first letters; any few words; a stop. `isLast`: nothing has to. */
class Node {
  #whole = new Map();
  #begun = new Map();
  #byElement = new Map();

  /** Return what comes after an element, which may have to be made. */
  child(element) {
    if (!this.#byElement.has(element)) {
      const node = new Node();
      const add = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
      this.#byElement.set(element, node);
      for (const word of element === GAP || element === STOP ? [] : element) {
        if (word.endsWith("*")) add(this.#begun, word.slice(0, -1).slice(0, KEY), [word.slice(0, -1), node]);
        else add(this.#whole, word, node);
      }
    }
    return this.#byElement.get(element);
  }

  /** Return the place after the longest way on from a word of the text. Args: fresh: A stop before it does not matter. */
  end(text, at, longest, fresh = false) {
    let best = this.isLast ? Math.max(longest, at) : longest;
    const stop = this.#byElement.get(STOP);
    if (stop && (at === 0 || text.stops[at - 1])) best = stop.end(text, at, best, true);
    if (!fresh && text.ends[at - 1]) return best;
    const gap = this.#byElement.get(GAP);
    if (gap) best = gap.#afterGap(text, at, best);
    if (at === text.words.length) return best;
    const word = text.words[at];
    for (const node of this.#whole.get(word) ?? []) best = node.end(text, at + 1, best);
    for (const [begun, node] of this.#begun.get(word.slice(0, KEY)) ?? []) {
      if (word.startsWith(begun)) best = node.end(text, at + 1, best);
    }
    return best;
  }

  #afterGap(text, at, longest) {
    let best = longest;
    for (let place = at; place <= Math.min(at + MOST_BETWEEN, text.words.length); place += 1) {
      if (place > at && text.ends[place - 1]) break;
      best = this.end(text, place, best, true);
    }
    return best;
  }
}

/** Some phrases as a tree: what may follow what has been read, of all of them at once. */
class Phrases {
  #root = new Node();

  constructor(phrases) {
    for (const phrase of phrases) {
      let node = this.#root;
      for (const element of elementsOf(phrase)) node = node.child(element);
      node.isLast = true;
    }
  }

  /**
   * Return the place after the longest phrase that stands at a word of the text, -1 where none does.
   *
   * Args: fresh: It may stand there although a full stop is before it.
   */
  end(text, at, fresh = true) {
    return this.#root.end(text, at, -1, fresh);
  }
}

const isPattern = (phrase) => /[(…,]/.test(phrase) || phrase.slice(0, -1).includes("*");
const sorted = new Map();
let latest = {}; // the words of one text, of which much is asked in a row

/** Tell whether one of some phrases stands in a folded text. */
export function standIn(phrases, folded) {
  if (!sorted.has(phrases)) {
    const marked = phrases.filter(isPattern);
    sorted.set(phrases, [phrases.filter((one) => !isPattern(one)), marked.length > 0 && new Phrases(marked)]);
  }
  const [plain, others] = sorted.get(phrases);
  if (latest.folded !== folded) latest = { folded, spaced: wordsOf(folded) };
  if (hasAny(plain, latest.spaced)) return true;
  if (!others) return false;
  latest.text ??= new Words(folded);
  return latest.text.words.some((_, at) => others.end(latest.text, at) >= 0);
}

const trees = new Map();

function treeOf(phrases) {
  if (!trees.has(phrases)) trees.set(phrases, new Phrases(phrases));
  return trees.get(phrases);
}

/** Tell whether one of some phrases stands right after the first word of a text. */
export const beginsWith = (phrases, text) => treeOf(phrases).end(text, 1, false) >= 0;

/** Tell whether one of some phrases stands at the very end of a text that goes on. */
export function endsWith(phrases, text) {
  const last = text.words.length;
  let at = last > 0 && text.ends[last - 1] ? last : Math.max(0, last - MOST_BETWEEN - 1);
  for (; at <= last; at += 1) if (treeOf(phrases).end(text, at) === last) return true;
  return false;
}

/** What a paragraph may be about, so that words for adults who agree are not offered in it: somebody under 18, force. */
export class Situation {
  #any;
  #but;

  constructor({ id, any, but, why, instead }) {
    Object.assign(this, { id, why, instead });
    this.#any = new Phrases(any);
    this.#but = new Phrases(but);
  }

  /** Tell whether a text is about it: read from the left, with each phrase of `but` passed over, it has one of `any`. */
  holds(text) {
    for (let at = 0; at < text.words.length; ) {
      const passed = this.#but.end(text, at);
      if (passed <= at && this.#any.end(text, at) >= 0) return true;
      at = Math.max(at + 1, passed);
    }
    return false;
  }
}
