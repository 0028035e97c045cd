// Words that a line end has parted: "lamp-" and "light" (scripts/commonground/matching/parted.py).

import { unicode } from "./folding.js";

const LETTER = String.raw`[\p{L}\p{N}]`;
const GAP = unicode(`(?<=${LETTER})[-¬] (?=${LETTER})`, "g");
const WORD = unicode(`${LETTER}+`, "g");
const FIRST_WORD = unicode(`^${LETTER}+`);
const LAST_WORD = unicode(`${LETTER}+$`);
const COMPOUND = unicode(`(?<!${LETTER})(?=(${LETTER}+-${LETTER}+))`, "g");
const LONGEST_PART = 40;

/** The words of the listed forms, by which two parts are known to be one word. */
export class Parted {
  constructor(forms) {
    this.words = new Set(forms.flatMap((form) => form.match(WORD)));
    this.compounds = new Set(forms.flatMap((form) => Array.from(form.matchAll(COMPOUND), (found) => found[1])));
  }

  /** Return a folded text in which the parts of a listed word stand together; a compound keeps its own hyphen. */
  joined(folded) {
    const ranges = [...this.#gaps(folded.text)];
    return ranges.length > 0 ? folded.without(ranges) : folded;
  }

  /** Yield what is to be left out between two parts. */
  *#gaps(text) {
    for (const { index } of text.matchAll(GAP)) {
      const end = index + 2;
      const [first] = LAST_WORD.exec(text.slice(Math.max(0, index - LONGEST_PART), index));
      const [second] = FIRST_WORD.exec(text.slice(end, end + LONGEST_PART));
      if (this.words.has(first + second)) yield [index, end];
      else if (text[index] === "¬") yield [index, index + 1];
      else if (this.compounds.has(`${first}-${second}`)) yield [end - 1, end];
    }
  }
}
