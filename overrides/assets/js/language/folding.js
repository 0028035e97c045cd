// Text as the rules see it: what a reader cannot tell apart is the same (scripts/commonground/model/folding.py).
// Offsets are those of JavaScript strings.

// Classes as Python has them: \w is a letter, a digit or _; \s is what JavaScript's \s is not quite.
export const W = String.raw`\p{L}\p{N}_`;
export const S = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
export const unicode = (source, flags = "") => new RegExp(source, `${flags}u`);

const LETTER = unicode(`^[${W}]`);
export const ANY_LETTER = unicode(`[${W}]`);
export const SMALL_LETTER = /^\p{Lowercase}/u;
export const CAPITAL = /^\p{Uppercase}/u;
const SPACE_ONLY = unicode(`^[${S}]+$`);

const APOSTROPHE = /[’ʼ‘`´]/g;
const HYPHEN = /[\u2010\u2011]/g;
const SPACE = /[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]/g;
const TO_REPLACE = /[’ʼ‘`´\u2010\u2011\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000…]/;
const UNUSUAL = /[^\x20-\x7eÀ-ÿ§©«»°·Œœ“”–—€•→−≤≥\ufffc]| {2}/;
const MARKS = String.raw`[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]`;
// A run that folding leaves as it is, or one character with its marks.
const CLUSTER = unicode(String.raw`([!-_a-~]+)(?!${MARKS})|[\s\S]${MARKS}*`, "g");

/** Return a text with each apostrophe, hyphen, space and ellipsis as one plain character. */
function plain(text) {
  if (!TO_REPLACE.test(text)) return text;
  return text.replace(APOSTROPHE, "'").replace(HYPHEN, "-").replace(SPACE, " ").replaceAll("…", ".");
}

/** Return the text in small letters, equally long: a letter whose small form is longer stays. */
function small(text) {
  const lowered = text.toLowerCase();
  if (lowered.length === text.length) return lowered;
  return Array.from(text, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join("");
}

/** A text for matching, and where in the original each of its characters comes from. */
class Folded {
  constructor(exact, starts, ends) {
    this.exact = exact;
    this.text = small(exact);
    this.starts = starts;
    this.ends = ends;
  }

  /** Return the range in the original of a range that is not empty. */
  origin(start, end) {
    return this.starts ? [this.starts[start], this.ends[end - 1]] : [start, end];
  }

  /** Return where a character of the original, or the next one kept, stands here. */
  place(offset) {
    if (!this.starts) return offset;
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Return a range of the original as it stands here. */
  range([start, end]) {
    return [this.place(start), this.place(end)];
  }
}

/** Fold a text: NFKC, small letters, plain apostrophes, hyphens and spaces, nothing unseen. */
export function fold(text) {
  const same = plain(text);
  if (!UNUSUAL.test(same)) return new Folded(same);
  let exact = "";
  const starts = [];
  const ends = [];
  for (const { 0: cluster, 1: run, index } of text.matchAll(CLUSTER)) {
    const piece = run ?? plain(plain(cluster).normalize("NFKC")).replace(UNSEEN, "");
    if (SPACE_ONLY.test(piece) && exact.endsWith(" ")) {
      ends[ends.length - 1] = index + cluster.length;
      continue;
    }
    exact += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(run ? index + unit : index);
      ends.push(run ? index + unit + 1 : index + cluster.length);
    }
  }
  return new Folded(exact, starts, ends);
}

// Looked up for the first thousand characters, which are nearly all that our languages use.
const LETTERS = Uint8Array.from({ length: 1024 }, (_, code) => LETTER.test(String.fromCharCode(code)));
const letterCode = (code) => (code < 1024 ? LETTERS[code] === 1 : LETTER.test(String.fromCodePoint(code)));

/** Tell whether the character at an offset belongs to a word. */
export function letterAt(text, offset) {
  if (offset >= text.length) return false;
  const code = text.charCodeAt(offset);
  return letterCode(code >= 0xd800 && code < 0xdc00 ? text.codePointAt(offset) : code);
}

/** Tell whether the character that ends at an offset belongs to a word. */
export function letterBefore(text, offset) {
  if (offset <= 0) return false;
  const low = text.charCodeAt(offset - 1);
  const isLow = low >= 0xdc00 && low <= 0xdfff && offset > 1;
  return letterCode(isLow ? text.codePointAt(offset - 2) : low);
}

/** Tell whether no word goes on across an offset. */
export const isWholeAt = (text, offset) => !(letterAt(text, offset) && letterBefore(text, offset));

const NO_WORD = unicode(`[^${W}'-]+`, "g");

/** Return a folded text's words with one space around each, an elided article being a word of its own. */
export function wordsOf(folded) {
  const spaced = folded.replace(NO_WORD, " ").replaceAll("'", "' ").trim();
  return ` ${spaced.split(/ +/).join(" ")} `;
}

const known = new Map();

/** Return a word or phrase as it stands in `wordsOf`; a last * leaves the ending open. */
function lookedFor(item) {
  if (!known.has(item)) {
    const folded = fold(item).text.replaceAll("'", "' ").trim();
    known.set(item, folded.endsWith("*") ? ` ${folded.slice(0, -1).trim()}` : ` ${folded} `);
  }
  return known.get(item);
}

/** Tell whether one of the words or phrases of a rule file stands in what `wordsOf` returned. */
export function hasAny(wanted, spaced) {
  return wanted.some((one) => spaced.includes(lookedFor(one)));
}


/** Tell whether a text has letters that are capitals, and none that are not. */
export const isUpper = (text) => /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
