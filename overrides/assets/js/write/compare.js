// A page beside its findings: its cited sentences, and the file of a reading as the project reads it (scripts/commonground/read/
// readings.py). Nothing here looks at the page or keeps a text.

import { fill } from "../draft/remarks.js";
import { CITATION, passages } from "./prose.js";

const CITES = new RegExp(` ?${CITATION}`, "g");
const UNSEEN = /[\p{C}\s]+/gu; // also the end of a line, which would end a note

const squeezed = (text) => text.replace(UNSEEN, " ").trim();

/**
 * Return each sentence (of a table, each row) that cites a finding, in reading order: its `text`, the `section` in which it stands
 * and the `keys` of its findings.
 */
export function citedSentences(markdown, reading) {
  let section = "";
  return passages(markdown).flatMap(({ kind, text, citations }) => {
    const sentences = kind === "row" ? [[0, text.length]] : reading.sentences(text);
    const shown = ([start, end]) => squeezed(text.slice(start, end).replace(CITES, ""));
    if (kind === "heading") section = shown([0, text.length]);
    const keysOf = ([start, end]) => [...new Set(citations.filter(({ finding, offset }) => finding && start <= offset && offset < end).map(({ key }) => key))];
    return sentences.map((one) => ({ text: shown(one), section, keys: keysOf(one) })).filter(({ keys }) => keys.length > 0);
  });
}

/**
 * Return the file of a page's readings with a new one at its end; remarks stand above them as comments.
 *
 * Args: page: Its file of /data/texts. answers: Of each cited sentence {text, keys, says ("yes", "no" or ""), remark}. role, name: Of
 * the reader, as typed. words: The texts for comparing.
 */
export function readingFile({ page, answers, role, name, words }, today = new Date()) {
  const saying = (what) => answers.filter(({ says }) => says === what).length;
  const [yes, no, all] = [saying("yes"), saying("no"), answers.length];
  const told = answers.filter(({ says, remark }) => says === "no" || remark.trim());
  const notes = [fill(words.compared, { n: yes + no, all, yes, no }), ...told.flatMap((one) => noteOf(one, words))];
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const entry = [
    ["kind", "records"], ["by", "person"], ["role", quoted(role)], ...(name.trim() ? [["name", quoted(name)]] : []), ["date", day],
    ["against", quoted(yes + no === all ? words.against_all : words.against_some)], ["found", no], ["mended", 0], ["text", quoted(page.digest)],
  ];
  const lines = entry.map(([key, value], at) => `${at === 0 ? "- " : "  "}${key}: ${value}`);
  return `${notes.map((note) => `# ${squeezed(note)}`).join("\n")}\n${page.readings || "readings:\n"}${lines.join("\n")}\n`;
}

/** Text of JSON between quotation marks is text of YAML too. */
const quoted = (text) => JSON.stringify(squeezed(text));

function noteOf({ text, keys, says, remark }, words) {
  const about = `${words[says || "unsure"]} · ${text} [${keys.map((key) => `@${key}`).join("; ")}]`;
  return remark.trim() ? [about, `→ ${remark}`] : [about];
}
