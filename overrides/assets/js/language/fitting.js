// Replacements that fit their sentence (scripts/commonground/matching/fitting.py).

import { Around, CHECK, NONE, agreement, allows } from "./agreement.js";
import { CAPITAL, S, W, isUpper, letterAt, letterBefore, unicode } from "./folding.js";

const lettersOf = (text) => text.match(/\p{L}/gu) ?? [];
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const TITLE_WORD = unicode(`[^${S}-]+`, "g");
// What goes on a form in another gender: "·e·s", "(e)s", " (ne)s", "/trice", by whatever mark.
const SECOND_GENDER = unicode(String.raw` ?[(\[][${W}]{1,5}[)\]]|[^${W} ][${W}]`, "y");

/** Where a form was found in a folded text; `opens`: it is the first word of its sentence; `titled`: that is a title. */
export class Place {
  constructor(folded, start, end, form, { opens, titled }) {
    Object.assign(this, { folded, start, end, form, opens, titled, written: folded.exact.slice(start, end) });
  }
}

/** Return one edit for each option that can stand in the form's place. */
export function edits(place, grammar) {
  const { text } = place.folded;
  SECOND_GENDER.lastIndex = place.end;
  if (grammar.genders && SECOND_GENDER.test(text)) return [];
  const around = new Around(place.folded, place.start, place.end);
  if (!allows(place.form, around)) return [];
  return place.form.options.filter((option) => option.straight).flatMap((option) => {
    const before = determiner(place, option, grammar);
    const agrees = agreement(place.form, option, before[1], around, grammar);
    if (agrees === NONE) return [];
    const written = around.isInCompound ? { ...option, text: option.text.replaceAll(" ", "-") } : option;
    return [{ ...edit(place, written, before, grammar), ...(agrees === CHECK && { check_after: true }) }];
  });
}

function edit(place, option, [start, old, fitting], grammar) {
  const leads = fitting !== old && CAPITAL.test(place.folded.exact.slice(start));
  let text = withCapitals(place, option.text, grammar, leads);
  let end = place.end;
  if (grammar.possessives) [text, end] = withPossessive(place, text);
  if (fitting === old) return { start: place.start, end, text };
  const before = !leads ? fitting : isShouted(place) ? fitting.toUpperCase() : capital(fitting);
  return { start, end, text: before + text };
}

/** Tell whether a form stands there in capitals, which it does not have by itself. */
function isShouted({ written, form }) {
  const letters = lettersOf(written);
  return letters.length > 1 && letters.every(isUpper) && !isUpper(form.written);
}

/** Return an option with the capitals of what it replaces: ALL, Title or First; one with capitals of its own keeps them. */
function withCapitals(place, option, grammar, lower) {
  const { written } = place;
  const form = place.form.written;
  if (isShouted(place)) return option.toUpperCase();
  if (!CAPITAL.test(written) || lower) return option;
  if (CAPITAL.test(form) && !place.opens) return option;
  const long = (written.match(TITLE_WORD) ?? []).filter((word) => !grammar.small_words.includes(word.toLowerCase()));
  const titled = place.titled || long.every((word) => CAPITAL.test(word)) && (long.length > 1 || !place.opens);
  return titled && !CAPITAL.test(form) ? inTitle(option, grammar) : capital(option);
}

function inTitle(option, grammar) {
  return option.replace(TITLE_WORD, (word, at) => (at > 0 && grammar.small_words.includes(word) ? word : capital(word)));
}

/** Move the possessive that follows: addicts' becomes youth's, business's becomes businesses'. */
function withPossessive(place, text) {
  const after = place.folded.text;
  const endsInS = text.slice(-1).toLowerCase() === "s";
  if (after.startsWith("'s", place.end) && !letterAt(after, place.end + 2) && endsInS) return [`${text}'`, place.end + 2];
  const bare = after.startsWith("'", place.end) && !letterAt(after, place.end + 1);
  if (bare && place.written.slice(-1).toLowerCase() === "s" && !endsInS) {
    return [`${text}'${isUpper(text) ? "S" : "s"}`, place.end + 1];
  }
  return [text, place.end];
}

/** Return where the small word before the form begins, that word, and the one the option needs (with its space). */
function determiner(place, option, grammar) {
  const { text } = place.folded;
  const spaced = (word) => (word.endsWith("'") ? word : `${word} `);
  const gender = option.gender === "mf" ? place.form.gender : option.gender;
  const column = (option.vowel ? 2 : 0) + (gender === "f" ? 1 : 0);
  let best = [place.start, "", ""];
  for (const row of grammar.determiners) {
    if (gender !== "m" && gender !== "f" && grammar.genders && (row[0] !== row[1] || row[2] !== row[3])) continue;
    for (const word of row.map(spaced)) {
      const at = place.start - word.length;
      if (at >= 0 && at < best[0] && text.startsWith(word, at) && !letterBefore(text, at)) best = [at, word, spaced(row[column])];
    }
  }
  return best;
}

