// Notes of what is still to come, as structure/placeholder finds them (scripts/commonground/checks/structure/placeholder.py).
// tests/corpus/writing/conformance.json holds both to it. Nothing here looks at the page, asks for a file or keeps a text.

import { quotations } from "../language/quotations.js";
import { CITATION } from "./prose.js";

const LONGEST = 60; // characters of a note that is a whole sentence, with its marks
const FORMS = ["clause", "wording", "pairs"]; // sections that show wording to copy: its blanks are for the reader to fill in
const EDGES = new RegExp(`^[ .:;,!?…–—()[\\]*_${CITATION}-]+|[ .:;,!?…–—()[\\]*_${CITATION}-]+$`, "g");
const ALONE = ["paragraph", "item", "code", "picture", "title"];
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const anyCase = (text) => [...text].map((letter) => (/\p{L}/u.test(letter) ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : escaped(letter))).join("");
const isSmall = (word) => word === word.toLowerCase() && word !== word.toUpperCase();
const plain = (text) => text.toLowerCase().replaceAll("’", "'").replace(/[\u00a0\u202f]/g, " ");

/** Finds the notes of one language. */
export class Unfinished {
  #notes;
  #alone;
  #blanks;

  /** Args: placeholders: As /data/writing/<lang>.json has them. */
  constructor({ anywhere = [], alone = [], blanks = [] }) {
    const either = (forms) => forms.join("|") || "(?!)";
    this.#notes = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${either(anywhere.map((word) => (isSmall(word) ? anyCase(word) : escaped(word))))})(?![\\p{L}\\p{N}_])`, "gu");
    this.#alone = new Set(alone);
    this.#blanks = new RegExp(`\\[(?:${either(blanks.map(anyCase))})(?![\\p{L}\\p{N}_])[^[\\]]*\\]`, "gu");
  }

  /**
   * Return the first note of a passage, or null: one is enough to send the writer there.
   *
   * Args: sentences: The ranges of its sentences. section: The id of the section in which it stands. marks: As quotations are found.
   */
  of({ text, kind, unread, block }, { sentences, section, marks }) {
    const found = [...text.matchAll(this.#notes)].map((one) => [one.index, one.index + one[0].length]);
    if (ALONE.includes(kind)) found.push(...sentences.filter(([start, end]) => end - start <= LONGEST && this.#alone.has(plain(text.slice(start, end)).replace(EDGES, ""))));
    if (text.includes("[") && block !== "example" && !FORMS.includes(section)) {
      const speech = quotations(text, marks);
      const blanks = [...text.matchAll(this.#blanks)].map((one) => [one.index, one.index + one[0].length]);
      found.push(...blanks.filter(([start]) => !speech.some(([from, to]) => from <= start && start < to)));
    }
    const [first] = found.filter(([start]) => !unread.some(([from, to]) => from <= start && start < to));
    return first ? { start: first[0], end: first[1], words: text.slice(...first).replaceAll(CITATION, "").trim() } : null;
  }
}
