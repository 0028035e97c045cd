// A page being written, as parts to fill in and as the file that it becomes. Nothing here looks at the page or keeps a text.
// In the parts a citation is a number in brackets; `cited` has what each stands for: ["@platt2018#violence-odds, p. 3"].

import { parts as citationParts } from "./prose.js";

const MARK = /\[(@[^[\]\n]*)\](?!\()/g;
const NUMBERS = /\[\d{1,3}\](?: ?\[\d{1,3}\])*(?![([])/g;
const YEAR = 365; // days until the next check
const TEXT = "text"; // the one part of a type without sections, and what stands before the first section of another

/**
 * Return the parts that a type of article has, in order: blocks, then sections, each with its own blocks.
 *
 * Args: texts: Those of a page, or of several, by part: where one has a text before its sections, that is a part too.
 */
export function partsOf(type, words, ...texts) {
  const seen = new Map(type.sections.map(({ id }) => [id, 1])); // a block may be called as its section is
  const block = ({ id, name, hint }) => {
    const again = (seen.get(id) ?? 0) + 1;
    seen.set(id, again);
    return { id: again > 1 ? `${id}-${again}` : id, block: id, name: again > 1 && id === "fact" ? words.closing : name, hint };
  };
  const sections = type.sections.flatMap(({ id, name, heading, hint, exempt, blocks }) => {
    const own = blocks.map(block);
    return [{ id, heading, name, hint, exempt, own: own.map((one) => one.id) }, ...own];
  });
  const all = [...type.opening.map(block), ...sections];
  const needsText = all.length === 0 || texts.some((one) => one[TEXT]?.trim());
  return needsText ? [{ id: TEXT, name: words.text, hint: words.text_hint }, ...all] : all;
}

/** Return a text with its citations as the file has them. */
export function withMarks(text, cited) {
  return text.replace(NUMBERS, (run) => {
    const marks = run.match(/\d+/g).map((number) => cited[number - 1]);
    return marks.every(Boolean) ? `[${marks.join("; ")}]` : run;
  });
}

/** Return a text with a number for each citation, adding to `cited` what is new. */
export function withNumbers(text, cited) {
  return text.replace(MARK, (whole, inside) => {
    const found = citationParts(inside);
    return found.every(({ source }) => source) ? found.map(({ raw }) => `[${numberOf(raw, cited)}]`).join("") : whole;
  });
}

/** Return the number of a citation, adding it where it is new. */
export function numberOf(raw, cited) {
  if (!cited.includes(raw)) cited.push(raw);
  return cited.indexOf(raw) + 1;
}

const quoted = (text) => `"${text.replace(/[ \t\n]+/g, " ").trim().replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

const listOf = (text) => `[${text.split(",").map((one) => one.trim()).filter(Boolean).map(quoted).join(", ")}]`;

/** Return the lines of the front matter that the fields say, by key; the page is a draft until somebody publishes it. */
function ownLines({ title, description, area, themes, name }, type, today) {
  const next = new Date(today);
  next.setDate(next.getDate() + YEAR);
  const placed = type.area ? [area && ["area", area], themes.length > 0 && ["themes", `[${themes.join(", ")}]`]] : [];
  const all = [
    ["title", quoted(title)], ["type", type.id], ["description", quoted(description)], ...placed,
    ["reviewed", day(today)], ["review_by", day(next)], ["credits", listOf(name)], ["draft", "true"],
  ];
  return new Map(all.filter(Boolean));
}

/** Return the front matter; of a page that was opened, all that the fields do not say stays as it was. */
function frontMatter(draft, type, today) {
  const own = ownLines(draft, type, today);
  const lines = [];
  for (const { key, raw } of draft.front ?? []) {
    const isKept = !FIELDS.includes(key) || said(raw) === said(`${key}: ${own.get(key) ?? ""}`);
    lines.push(isKept ? raw : `${key}: ${own.get(key) ?? '""'}`);
    own.delete(key);
  }
  if (draft.front) own.delete("draft"); // whether it is one is no business of the fields
  return `---\n${[...lines, ...[...own].map(([key, value]) => `${key}: ${value}`)].join("\n")}\n---\n`;
}

/** Return the page as a Markdown file; a part that is empty holds what is to be written there, as a skeleton does. */
export function assembled(draft, type, parts, today = new Date()) {
  const written = (id) => (draft.texts[id] ?? "").trim();
  const hasIt = (one) => one.block && !written(one.id) && parts.some(({ id, own }) => own?.includes(one.id) && written(id).includes(`/// ${one.block}`));
  const body = parts.filter((one) => !hasIt(one)).map(({ id, block, heading, hint, own }) => {
    const text = withMarks(written(id), draft.cited) || hint;
    if (!written(id) && own?.some(written)) return `## ${heading}`; // its blocks say it all
    if (block) return `/// ${block}\n${text}\n///`;
    return heading ? `## ${heading}\n\n${text}` : text;
  });
  return `${frontMatter(draft, type, today)}\n${body.join("\n\n")}\n`;
}

/** Return where the file belongs, as `commonground new` would name it. */
export function pathOf({ title }, type, language) {
  const plain = title.toLowerCase().normalize("NFKD").replace(/[^\p{ASCII}]/gu, "").replaceAll("'", "");
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `docs/${language}/${type.folder}/${slug || type.id}.md`;
}

const FIELDS = ["title", "type", "description", "area", "themes", "credits"]; // what the fields say of a page that was opened
const unquoted = (value) => (value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1).replace(/\\(["\\])/g, "$1") : value);
const listed = (value) => value.replace(/^\[|\]$/g, "").split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((one) => unquoted(one.trim())).filter(Boolean);

/** Return what a line of front matter says, however it is written: its lines as one, without quotation marks. */
function said(raw) {
  const value = raw.replace(/^\w+:[ ]*/, "").replace(/^[>|][-+]?[ ]*\n/, "").replace(/\s*\n\s*/g, " ").replace(/ +#.*$/, "").trim();
  return value.startsWith("[") ? listed(value).join(", ") : unquoted(value);
}

/** Return the keys of a front matter in order, each with its lines as they stand. */
function entries(front) {
  const found = [];
  for (const line of front.split("\n")) {
    const [, key] = /^([\w-]+):/.exec(line) ?? [];
    if (key || found.length === 0) found.push({ key: key ?? "", raw: line });
    else found.at(-1).raw += `\n${line}`;
  }
  return found;
}

const alike = (text) => text.replaceAll("’", "'").replaceAll("\u00a0", " ").trim();

/**
 * Return the draft that a file holds, or null where it is of no known type.
 *
 * What belongs to no part stays at the end of the part above it, so that nothing is lost. `cited` gets its citations.
 */
export function opened(file, types, words, cited = []) {
  const [, front, body] = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(file.replaceAll("\r\n", "\n")) ?? [];
  const keys = entries(front ?? "");
  const value = (key) => said(keys.find((one) => one.key === key)?.raw ?? "");
  const type = types.find(({ id }) => id === value("type"));
  if (!type) return null;
  const texts = split(body, partsOf(type, words));
  for (const { id, hint } of partsOf(type, words, texts)) texts[id] = alike(texts[id] ?? "") === alike(hint) ? "" : withNumbers(texts[id] ?? "", cited);
  return {
    type: type.id, title: value("title"), description: value("description"), area: value("area"),
    themes: value("themes").split(", ").filter(Boolean), name: value("credits"), texts, cited, front: keys,
  };
}

const squeezed = (lines) => lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();

/** Return the text of each part of a body, by id. */
function split(body, parts) {
  const headed = new Map(parts.filter(({ heading }) => heading).map((one) => [alike(one.heading), one]));
  const stretches = [{ section: null, lines: [] }];
  let inBlock = false;
  for (const line of body.split("\n")) {
    const heading = inBlock ? null : /^##\s+(.*?)\s*$/.exec(line);
    if (/^\/{3,}/.test(line)) inBlock = !inBlock;
    const section = heading && headed.get(alike(heading[1]));
    if (section) stretches.push({ section, lines: [] });
    else stretches.at(-1).lines.push(line);
  }
  return Object.assign({}, ...stretches.map(({ section, lines }) => splitSection(lines, section, parts)));
}

/**
 * Return the text of a section and of its blocks, by id.
 *
 * Where its blocks stand in another order than the parts do, or are more, the section's own text keeps them as they are written.
 */
function splitSection(lines, section, parts) {
  const from = section ? parts.indexOf(section) + 1 : 0;
  const next = parts.findIndex((one, at) => at >= from && one.heading);
  const blocks = parts.slice(from, next < 0 ? undefined : next).filter(({ block }) => block);
  const own = section?.id ?? (blocks.length > 0 ? parts[0].id : TEXT);
  const found = Object.fromEntries([own, ...blocks.map(({ id }) => id)].map((id) => [id, []]));
  let here = section || blocks.length === 0 ? own : null;
  let left = 0; // of the blocks, how many were met
  for (const line of lines) {
    const stroke = /^\/{3,}\s*([\w-]*)/.exec(line);
    const isOpen = blocks.some(({ id }) => id === here);
    if (stroke && isOpen && !stroke[1]) here = null;
    else if (stroke?.[1] && !isOpen && blocks[left]?.block === stroke[1]) {
      here = blocks[left].id;
      left += 1;
    } else if (here) found[here].push(line);
    else if (line.trim()) return { [own]: squeezed(lines) };
  }
  return Object.fromEntries(Object.entries(found).map(([id, text]) => [id, squeezed(text)]));
}
