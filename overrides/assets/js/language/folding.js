// Text as the rules see it: what a reader cannot tell apart is the same (scripts/commonground/text/folding.py).
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

// Letters, each followed by the letter of our alphabet that a reader takes it for.
const LOOK_ALIKES = [
  "\u0430a\u0441c\u0501d\u0435e\u0451\u00eb\u04bbh\u0456i\u0457\u00ef\u0458j\u043ak\u04cfl\u043cm\u043fn\u043eo\u0440p\u051bq\u0433r\u0455s\u0442t\u0475v\u051dw\u0445x\u0443y\u04afy", // Cyrillic
  "\u0410A\u0412B\u0421C\u0500D\u0415E\u0401\u00cb\u050cG\u041dH\u0406I\u0407\u00cf\u04c0I\u0408J\u041aK\u041cM\u041eO\u0420P\u051aQ\u0405S\u0422T\u051cW\u0425X\u0423Y\u04aeY",
  "\u03b1a\u03b5e\u03b3y\u03b7n\u03b9i\u03bak\u03bdv\u03bfo\u03c1p\u03c3o\u03c4t\u03c5u\u03c7x\u03c9w", // Greek
  "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X",
  "\u0570h\u0581g\u0578n\u0585o\u0566q\u057du", // Armenian
  "\u13aaA\u13f4B\u13dfC\u13a0D\u13acE\u13c0G\u13bbH\u13a5i\u13abJ\u13e6K\u13deL\u13b7M\u13e2P\u13a1R\u13daS\u13a2T\u13d9V\u13b3W\u13c3Z", // Cherokee
  "\u0251a\u1d00a\u0299b\u1d04c\u1d05d\u1d07e\ua730f\u0261g\u0262g\u029ch\u0131i\u0269i\u026ai\u0237j\u1d0aj\u1d0bk\u029fl\u1d0dm\u0274n\u1d0fo\u1d18p\u0280r\ua731s\u1d1bt\u1d1cu\u1d20v\u1d21w\u028fy\u1d22z", // Latin
].join("");
const SAME = new Map([
  ...[..."’\u02bc‘`´"].map((one) => [one, "'"]),
  ...[..."\u2010\u2011"].map((one) => [one, "-"]),
  ...[..."\u0387\u1427\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\u318d\ua78f"].map((one) => [one, "·"]),
  ...[..."\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"].map((one) => [one, " "]),
  ["…", "."],
  ...LOOK_ALIKES.match(/../g).map(([one, other]) => [one, other]),
]);
const LIGATURES = new Map([["\u0153", "oe"], ["\u00e6", "ae"], ["\u0152", "Oe"], ["\u00c6", "Ae"]]);

const TO_REPLACE = new RegExp(`[${[...SAME.keys()].join("")}]`);
const EACH_TO_REPLACE = new RegExp(TO_REPLACE, "g");
const UNSEEN = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\ufffe\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
// A soft hyphen before a space or a line end becomes ¬, as in texts out of a PDF.
const SOFT_LINE_END = unicode(`\\u00ad(?=[${S}])`, "g");
const UNUSUAL = /[^\x20-\x7e\u00c0-\u00c5\u00c7-\u00e5\u00e7-\u00ff§©«»°·“”–—€→−≤≥\ufffc]| {2}/;
const MARKS = String.raw`[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]`;
// A run that folding leaves as it is, or one character with its marks.
const CLUSTER = unicode(String.raw`([!-_a-~]+)(?!${MARKS})|[\s\S]${MARKS}*`, "g");

/** Return a text with each apostrophe, hyphen, middle dot, space, ellipsis and look-alike letter as one plain character. */
function plain(text) {
  return TO_REPLACE.test(text) ? text.replace(EACH_TO_REPLACE, (one) => SAME.get(one)) : text;
}

/** Return the two letters of one; beside a capital both are capitals. */
function ligature(letter, text, at) {
  const two = LIGATURES.get(letter);
  const isBesideCapital = CAPITAL.test(text.charAt(at - 1)) || CAPITAL.test(text.charAt(at + 1));
  return CAPITAL.test(letter) && isBesideCapital ? two.toUpperCase() : two;
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

  /** Return the same with some ranges left out. */
  without(ranges) {
    const all = Array.from({ length: this.exact.length }, (_, at) => at);
    const kept = all.filter((at) => !ranges.some(([start, end]) => start <= at && at < end));
    const origins = kept.map((at) => this.origin(at, at + 1));
    return new Folded(kept.map((at) => this.exact[at]).join(""), origins.map(([start]) => start), origins.map(([, end]) => end));
  }

  /** Return a range of the original as it stands here. */
  range([start, end]) {
    return [this.place(start), this.place(end)];
  }
}

/** Fold a text: NFKC, small letters, plain apostrophes, hyphens, dots and spaces, nothing unseen, no look-alikes. */
export function fold(original) {
  const text = original.replace(SOFT_LINE_END, "¬");
  const same = plain(text);
  if (!UNUSUAL.test(same)) return new Folded(same);
  let exact = "";
  const starts = [];
  const ends = [];
  for (const { 0: cluster, 1: run, index } of text.matchAll(CLUSTER)) {
    let piece = run ?? plain(plain(cluster).normalize("NFKC")).replace(UNSEEN, "");
    if (LIGATURES.has(piece)) piece = ligature(piece, text, index);
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
