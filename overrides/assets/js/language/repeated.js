// Claims and figures that texts repeat, and what is held on them. It finds what scripts/commonground/matching/repeated.py finds, in
// the same patterns (/data/repeated/<lang>.json); tests/corpus/repeated/conformance.json holds both to it. Nothing here looks at
// the page, asks for a file or keeps a text.

import { Numbers } from "../numbers.js";
import { carries } from "../write/evidence.js";
import { fold } from "./folding.js";
import { standIn } from "./phrases.js";
import { quotations } from "./quotations.js";
import { Reading, addresses, outside, titles } from "./sentences.js";

const NAME = /\{([^{}]*)\}/;

/** Return each phrase with every {name} in it as one of the phrases of that list; an unknown name stays. */
function expanded(phrases, lists) {
  return phrases.flatMap((phrase) => {
    const found = NAME.exec(phrase);
    const words = found && lists[found[1]];
    return words ? expanded(words.map((one) => phrase.replace(NAME, () => one)), lists) : [phrase];
  });
}

/** The patterns of one language, ready to be looked for. */
export class Repeats {
  #shared;
  #reading;
  #numbers;
  #patterns;

  /** Args: claims: The content of /data/repeated/<lang>.json. grammar: Of /data/language/<lang>.json. */
  constructor(claims, grammar) {
    this.#shared = claims;
    this.#reading = new Reading(grammar);
    this.#numbers = claims.numbers && new Numbers(claims.numbers);
    this.#patterns = claims.claims.map((claim) => ({
      claim, all: claim.all.map((any) => expanded(any, claims.lists)), none: expanded(claim.none ?? [], claims.lists),
    }));
  }

  /** Return what a paragraph repeats: its sentence's `start` and `end`, and the `claim`. Args: spoken: Ranges of quotations over several. */
  find(text, spoken = []) {
    const reading = this.#reading;
    const speech = [...quotations(text, reading.marks), ...reading.mentions(text), ...titles(text), ...spoken];
    const own = outside(text, speech, 0, text.length);
    const ranges = reading.sentences(text);
    const sentences = ranges.map(([start, end]) => fold(own.slice(start, end)).text);
    const figures = this.#numbers?.read(text, addresses(text)).figures ?? [];
    return ranges.flatMap(([start, end], at) => {
      if (sentences[at].includes("?") || standIn(this.#shared.after, sentences[at + 1] ?? "")) return [];
      const mine = figures.filter((one) => start <= one.start && one.start < end);
      return this.#of(sentences[at], mine).map((claim) => ({ start, end, claim }));
    });
  }

  #of(sentence, figures) {
    const found = new Map();
    const isSilent = standIn(this.#shared.silent, sentence);
    const denies = standIn(this.#shared.denials, sentence);
    for (const { claim, all, none } of this.#patterns) {
      const mayBe = claim.values ? figures.some((figure) => carries(claim, figure)) : !isSilent && (claim.denies || !denies);
      const holds = () => all.every((any) => standIn(any, sentence)) && !standIn(none, sentence);
      if (mayBe && !found.has(claim.key) && holds()) found.set(claim.key, claim);
    }
    return [...found.values()];
  }
}
