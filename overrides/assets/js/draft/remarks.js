// What is said about a word: for the draft checker and for the page for writing. `words` are the site's texts for drafts.

/** How a level is shown: to change, or to think about. */
export const KINDS = { error: "change", warning: "think", suggestion: "think" };

/** Fill in a text of the site. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Return a counted phrase. */
export function count(phrases, n, plural) {
  return fill(phrases[plural.select(n)] ?? phrases.other, { n });
}

/** Set quotation marks and apostrophes as a typographer would; the rules have them straight. */
export function typographic(text, { quotes }) {
  return text.replace(/"([^"]*)"/g, quotes.join("$1")).replaceAll("'", "’");
}

/** Return what to do where no replacement fits by itself. */
function advice(one, words) {
  if (one.situation) return fill(words.instead, { advice: typographic(one.situation.instead, words) });
  if (one.loose) return words.loose;
  if (one.swaps.length > 0) return one.swaps.some((swap) => swap.isToCheck) ? words.check_after : "";
  const told = one.form.advice ?? one.form.options.find((option) => !option.straight)?.text;
  if (told) return fill(words.instead, { advice: typographic(told, words) });
  const unfit = one.form.options.map((option) => typographic(`"${option.text}"`, words));
  return unfit.length > 0 ? fill(words.reword_with, { options: unfit.slice(0, 3).join(words.or) }) : words.reword;
}

/** Return why a use is to be changed or thought about, and what to do. */
export function reason(one, words) {
  return [typographic((one.situation ?? one.rule).why, words), advice(one, words)].filter(Boolean).join(" ");
}
