// A translation being written: the original's parts beside the fields, with one list of citations for both.

import { opened, partsOf } from "./document.js";

const TAKEN_OVER = ["type", "area", "themes", "layout"]; // what a new translation has of its original's front matter

/** Return the address of a page's file, beside that of what can be written. */
export function pageAddress({ key }, language, entries) {
  return new URL(`../texts/${language}/${(key || "index").replaceAll("/", "--")}.json`, entries).href;
}

/** Return a page as its Markdown file. */
export const fileOf = ({ front, body }) => `---\n${front}\n---\n${body}`;
const lineOf = ({ digest }) => `translation: {of: "${digest}", status: machine}`;

/** Return the front matter of a translation that begins: that of its original, without its own texts. */
function begun(front, original) {
  const taken = front.filter(({ key }) => TAKEN_OVER.includes(key));
  return [{ key: "title", raw: 'title: ""' }, ...taken, { key: "description", raw: 'description: ""' }, { key: "credits", raw: "credits: []" }, { key: "draft", raw: "draft: true" }, { key: "translation", raw: lineOf(original) }];
}

/**
 * Return the draft of a translation, with `original`: title, description and the text of each part, in its own words.
 *
 * A translation that is there says, when it is saved, that it was held against the original as it stands now.
 *
 * Args: original: A file of /data/texts. mine: The translation as a Markdown file, null for one that begins. theirs, ours: The types of
 * articles in both languages.
 */
export function translation(original, mine, theirs, ours, words) {
  const from = opened(fileOf(original), theirs, words);
  const { cited } = from;
  const draft = mine ? opened(mine, ours, words, cited) : { ...from, title: "", description: "", name: "", texts: {} };
  const front = mine ? draft.front.map((one) => (one.key === "translation" ? { ...one, raw: lineOf(original) } : one)) : begun(from.front, original);
  const type = theirs.find(({ id }) => id === from.type);
  const shared = new Set(partsOf(type, words, from.texts).map(({ id }) => id));
  const texts = Object.fromEntries(Object.entries(from.texts).filter(([id]) => shared.has(id)));
  return { ...draft, cited, front, original: { title: from.title, description: from.description, ...texts } };
}
