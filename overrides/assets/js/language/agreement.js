// Whether a replacement agrees with the words around it (scripts/commonground/matching/agreement.py).

import { ANY_LETTER, letterBefore } from "./folding.js";
import { Words, beginsWith, endsWith } from "./phrases.js";

const REACH = 120;

/** What becomes of the words around a form that is replaced: nothing, maybe something, surely something. */
const SURE = 1;
export const CHECK = 2;
export const NONE = 3;

/** The words before a form and those after it, before which one stands for the form. */
export class Around {
  constructor({ text }, start, end) {
    Object.assign(this, { text, start, end });
    this.before = new Words(text.slice(Math.max(0, start - REACH), start), false);
    this.after = new Words(`x${text.slice(end, end + REACH)}`);
    for (const words of [this.before, this.after]) words.ends = words.stops; // with a stop between them they are not beside
    this.isInCompound = (text.charAt(start - 1) === "-" && letterBefore(text, start - 1)) || this.after.words[0] !== "x";
  }

  /** Tell whether no word follows in the whole text. */
  get isLast() {
    return !ANY_LETTER.test(this.text.slice(this.end));
  }
}

/** Tell whether the words right beside a form are those beside which its replacements fit. */
export function allows({ fits }, around) {
  if (!fits) return true;
  const { before, after } = fits;
  return (
    (before.any.length === 0 || endsWith(before.any, around.before)) &&
    !endsWith(before.none, around.before) &&
    (after.any.length === 0 || beginsWith(after.any, around.after)) &&
    !beginsWith(after.none, around.after)
  );
}

/** Return how an option agrees with the words around a form. Args: determiner: The small word before it that changes. */
export function agreement(form, option, determiner, around, grammar) {
  const found = [SURE];
  if (option.open) found.push(ofOpenOption(around, grammar));
  const { gender } = option;
  if (gender && form.gender && gender !== "mf" && gender !== shownGender(form, determiner, grammar)) {
    found.push(ofOtherGender(around, determiner, grammar));
  }
  return Math.max(...found);
}

/** A noun with words after it ("person who …"): nothing may be tied to it, and no noun follow. */
function ofOpenOption(around, grammar) {
  if (around.isInCompound || (grammar.possessives && around.text.charAt(around.end) === "'")) return NONE;
  const { words, stops } = around.after;
  return words.length < 2 || stops[0] || grammar.function_words.includes(words[1]) ? SURE : CHECK;
}

/** A noun of another gender: no word before it but its determiner may change; words after it may. */
function ofOtherGender(around, determiner, grammar) {
  const { words, stops } = around.before;
  let at = words.length - new Words(determiner).words.length;
  if (!determiner && at > 0 && !stops[at - 1]) {
    at -= 1;
    if (!grammar.function_words.includes(words[at]) && !/^\p{Nd}+$/u.test(words[at])) return NONE;
  }
  if (at > 0 && !stops[at - 1] && grammar.agreeing_words.includes(words[at - 1])) return NONE;
  return around.isLast ? SURE : CHECK;
}

/** The gender of a form; where it may have either, that of the word before it, if that tells. */
function shownGender(form, determiner, grammar) {
  if (form.gender !== "mf" || !determiner) return form.gender;
  const word = determiner.trim();
  const columns = grammar.determiners.flatMap((row) => row.flatMap((other, column) => (other === word ? [column % 2] : [])));
  return new Set(columns).size === 1 ? "mf"[columns[0]] : form.gender;
}
