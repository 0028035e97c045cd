// Where sentences end, and which words in them are somebody else's (scripts/commonground/read/sentences.py).

import { CAPITAL, S, SMALL_LETTER, W, fold, hasAny, letterBefore, unicode, wordsOf } from "./folding.js";
import { isInTitleCase } from "./names.js";
import { CLOSING, marks } from "./quotations.js";

const CITATION = "\ufffc"; // stands for a citation mark where a page is read
const STARTING_SPACE = unicode(`^[${S}]*`);
const ENDING_SPACE = unicode(`[${S}]+$`);
const BETWEEN_WORDS = unicode(`[${S}]+`);

const STOP = unicode(String.raw`[.!?…]+[)\]”’"']*(?:[${S}]?[»›])?(?=[${S}${CITATION}]|$)`, "g");
const TRAIL = unicode(`(?:[${S}]*${CITATION})*`, "y");
const DOMAIN = String.raw`\.(?:com|org|net|info|biz|edu|gov|int|ca|fr|uk|eu|io|tv|xyz|online|site|blog|news|shop|club|xxx|porn|sex|example|test|onion|quebec)(?![${W}\-])`;
const BARE_ADDRESS = String.raw`(?<![${W}.\/@\-])[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*${DOMAIN}(?::[0-9]+)?(?:[\/?#][^${S}<>"»)]*)?`;
const ADDRESS = unicode(
  String.raw`https?://[^${S}<>"»)]+|www\.[^${S}<>"»)]+|(?<![${W}.+\-])[${W}.+\-]+@[${W}\-]+\.[${W}.]+|${BARE_ADDRESS}`,
  "g",
);
const HAS_ADDRESS = unicode(String.raw`://|www\.|@|${DOMAIN}`);
const PAUSE = unicode(`[,;?!…–—][${S}]`);
const WORDS_AFTER = 2;
const EMPHASIS = unicode(String.raw`(?<![${W}*])([*_])(?=[^${S}*_])([^*_\n]+)(?<=[^${S}])\1(?![${W}*])`, "g");
const NEXT_WORD = unicode(`[${S}]+([${W}][${W}’'\\-]*)`, "y");

const spans = (text, pattern) => Array.from(text.matchAll(pattern), (found) => [found.index, found.index + found[0].length]);

/** Return the ranges of web and mail addresses. */
export const addresses = (text) => (HAS_ADDRESS.test(text) ? spans(text, ADDRESS) : []);

/** Return the ranges of titles between marks that stand for italics; a lone capitalised word that opens a sentence is stress. */
export function titles(text) {
  if (!/[*_]/.test(text)) return [];
  const found = Array.from(text.matchAll(EMPHASIS), (one) => [one.index + 1, one.index + one[0].length - 1]);
  return found.filter(([start, end]) => {
    const inside = text.slice(start, end);
    if (!CAPITAL.test(inside)) return false;
    const before = text.slice(0, start).replace(/[*_]+$/, "").replace(ENDING_SPACE, "").at(-1);
    return words(inside).length > 1 || !(before === undefined || ".!?…:".includes(before));
  });
}

const strip = (text) => text.replace(STARTING_SPACE, "").replace(ENDING_SPACE, "");
const words = (text) => strip(text).split(BETWEEN_WORDS).filter(Boolean);
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

function matchAt(pattern, text, offset) {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** How one language's sentences are read, from the rules' `grammar`. */
export class Reading {
  constructor(grammar) {
    const either = (list) => list.map(escaped).join("|");
    this.abbreviations = new Set(grammar.abbreviations.map((one) => one.toLowerCase()));
    this.oneLetterWords = grammar.one_letter_words;
    this.lists = new Set(grammar.mention_lists);
    this.lastWords = [...new Set(grammar.mention_words.map((one) => words(one.toLowerCase().replaceAll("'", " ")).at(-1)))];
    this.mention = unicode(`(?<![${W}])(?:${either(grammar.mention_words)})(?![${W}])`, "gi");
    const joints = either(grammar.list_joints.filter((one) => /^\p{L}+$/u.test(one)));
    this.joint = unicode(`,(?:[${S}]+(?:${joints})(?![${W}]))?|[${S}]+(?:${joints})(?![${W}])`, "y");
    this.speakers = grammar.quotation_words;
    this.speaking = grammar.speaking_words;
    this.marks = marks(grammar.elisions);
  }

  /** Return the ranges of a paragraph's sentences. */
  sentences(text) {
    const found = [];
    let start = 0;
    for (const stop of text.matchAll(STOP)) {
      const after = stop.index + stop[0].length;
      const end = after + matchAt(TRAIL, text, after)[0].length;
      if (end < text.length && !this.#endsHere(text, stop, end)) continue;
      if (end > start && after > start) {
        found.push([start, end]);
        start = end + STARTING_SPACE.exec(text.slice(end))[0].length;
      }
    }
    if (strip(text.slice(start))) found.push([start, text.length]);
    return found;
  }

  #endsHere(text, stop, end) {
    const following = text.slice(end).replace(STARTING_SPACE, "");
    if (!following || SMALL_LETTER.test(following)) return false;
    if (stop[0] !== ".") return true;
    const last = `${lastWord(text, stop.index)}.`;
    const points = [...last];
    const isInitial = points.length === 2 && CAPITAL.test(last) && !this.oneLetterWords.includes(points[0]);
    return !(isInitial || this.abbreviations.has(last.toLowerCase()));
  }

  /** Yield the ranges of words that are mentioned, not used: after "the word", and in the list that may follow. */
  *mentions(text) {
    const lowered = text.toLowerCase();
    if (!this.lastWords.some((one) => lowered.includes(one))) return; // much faster than the pattern
    for (const found of text.matchAll(this.mention)) {
      let word = matchAt(NEXT_WORD, text, found.index + found[0].length);
      if (!word) continue;
      yield wordSpan(word);
      if (!this.lists.has(found[0].toLowerCase())) continue;
      for (;;) {
        const at = word.index + word[0].length;
        const joint = matchAt(this.joint, text, at);
        word = joint && matchAt(NEXT_WORD, text, at + joint[0].length);
        if (!word) break;
        yield wordSpan(word);
      }
    }
  }

  /** Return those ranges of `speech` that are quotations for which nobody is named, and no titles (matching/quotation.py). */
  loose(text, speech, sentences, names) {
    const quotes = speech.filter(([start, end]) => end - start > 1 && CLOSING[text[start]] === text[end - 1]);
    return quotes.filter(([start, end]) => {
      if (text.slice(0, start).replace(ENDING_SPACE, "").endsWith(":") || isInTitleCase(text.slice(start, end), names)) return false;
      if (this.#hasSpeakerWithin(text.slice(start + 1, end - 1))) return false;
      const touched = sentences.flatMap(([from, to], index) => (from < end && start < to ? [index] : []));
      if (touched.length === 0) return true;
      const beside = (first, last) => {
        const [from, to] = [sentences[Math.max(0, first)][0], sentences[Math.min(sentences.length - 1, last)][1]];
        return outside(text, quotes, from, to);
      };
      const around = beside(touched[0] - 1, touched.at(-1) + 1);
      if (around.includes(CITATION) || hasAny(this.speakers, wordsOf(fold(around).text))) return false;
      return !hasAny(names.works, wordsOf(fold(beside(touched[0], touched.at(-1))).text));
    });
  }

  #hasSpeakerWithin(quotation) {
    const after = quotation.split(PAUSE).slice(1);
    return after.some((part) => hasAny(this.speaking, ` ${wordsOf(fold(part).text).trim().split(" ").slice(0, WORDS_AFTER).join(" ")} `));
  }
}

/** Return a stretch of a text with a space for each character that stands inside a quotation. */
export function outside(text, quotes, first, last) {
  let around = "";
  let at = first;
  for (const [start, end] of [...quotes].sort(([one], [other]) => one - other)) {
    const [from, to] = [Math.max(start, at), Math.min(end, last)];
    if (to <= from) continue;
    around += text.slice(at, from) + " ".repeat(to - from);
    at = to;
  }
  return around + text.slice(at, last);
}

function wordSpan(word) {
  const end = word.index + word[0].length;
  return [end - word[1].length, end];
}

/** Return the word, dots included, that ends where a stop begins, or at the line end before it. */
function lastWord(text, stop) {
  const end = text[stop - 1] === "\n" ? stop - 1 : stop;
  let start = end;
  while (start > 0 && (text[start - 1] === "." || letterBefore(text, start))) start -= 1;
  return text.slice(start, end);
}

