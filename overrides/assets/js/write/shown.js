// The preview: a page as the site shows it. Every text becomes a text node, never HTML.

import { element } from "../nodes.js";
import { INLINE, parts as citationParts, stretches } from "./prose.js";

const HELD = 0xe000; // what is not plain text stands in a text as a character from here on
const EMPHASIS = /(?<![\p{L}\p{N}_*])([*_]{1,3})(?=[^\s*_])([\s\S]*?[^\s*_])\1(?![\p{L}\p{N}*_])|(\*{1,3})(?=[^\s*])([\s\S]*?[^\s*])\3/u;
const STYLES = ["em", "strong", "strong"];

/** Return what is to be known of a finding before it is used: a name and a text each, for a list. */
export function details({ source, ...finding }, words) {
  const against = [...new Set([...(finding.against ?? []), ...(source.against ?? [])])];
  const all = [
    ["where", finding.where], ["people", source.people], ["places", source.places?.join(", ")], ["period", source.period], ["limits", source.limits],
    ["must", finding.must?.join("; ")], ["caution", finding.caution], ["unsafe", finding.unsafe], ["against", [against.join(", "), source.contested].filter(Boolean).join(". ")],
  ];
  return all.filter(([, text]) => text).map(([name, text]) => element("div", `finding-${name}`, element("dt", "", words[name]), element("dd", "", text)));
}

/** Shows pages; `numberOf` gives the number of a source in the order in which the page cites them. */
export class Preview {
  #sources = [];
  #cited;

  constructor(cited) {
    this.#cited = cited;
  }

  /** Return the ids of the sources that were cited so far, in order. */
  get sources() {
    return this.#sources;
  }

  /** Return the elements of a text. */
  blocks(markdown) {
    const shown = [];
    for (const one of stretches(markdown)) this.#add(shown, one);
    return shown.map(({ element: made }) => made);
  }

  #add(shown, { kind, text, level, numbered, head, isQuote }) {
    const last = shown.at(-1);
    const into = (name, again) => {
      if (again && last?.name === name) return last.element;
      const made = element(name === "table" ? "div" : name, name === "table" ? "table" : "");
      if (name === "table") made.append(element("table", "", element("tbody")));
      shown.push({ name, element: made });
      return made;
    };
    if (kind === "code") into("pre").append(element("code", "", text));
    else if (kind === "heading" || kind === "title of the block") into(level <= 2 ? "h2" : "h3").append(...this.inline(text));
    else if (kind === "item") into(numbered ? "ol" : "ul", true).append(element("li", "", ...this.inline(text)));
    else if (kind === "row") into("table", !head).querySelector("tbody").append(this.#row(text, head));
    else if (isQuote) into("blockquote", true).append(element("p", "", ...this.inline(text)));
    else into("p").append(...this.inline(text));
  }

  #row(text, head) {
    return element("tr", "", ...text.split(" | ").map((cell) => element(head ? "th" : "td", "", ...this.inline(cell))));
  }

  /** Return the nodes of one line of text. */
  inline(text) {
    const held = [];
    const hold = (node) => String.fromCharCode(HELD + held.push(node) - 1);
    const plain = text.replace(/[\ue000-\uf8ff]/g, "").replace(INLINE, (whole, ...found) => {
      const { escaped, code, address, picture, cites, number, link, target, attributes } = found.at(-1);
      if (escaped) return hold(escaped);
      if (code) return hold(element("code", "", code));
      if (address) return hold(this.#link(address, [address]));
      if (picture !== undefined) return hold(element("em", "", picture));
      if (cites || this.#cited[number - 1]) return hold(this.#cites(cites ?? this.#cited[number - 1]));
      if (link) return hold(this.#link(target, this.inline(link)));
      return attributes ? "" : whole;
    });
    return emphasized(plain, held);
  }

  /** A link opens in a tab of its own, so that the text stays; one into the site leads nowhere yet. */
  #link(target, content) {
    if (!/^https?:\/\//i.test(target)) return element("span", "shown-link", ...content);
    const made = element("a", "", ...content);
    made.href = target;
    made.target = "_blank";
    made.rel = "noopener noreferrer";
    return made;
  }

  #cites(mark) {
    const numbers = citationParts(mark).map(({ source }) => {
      if (!this.#sources.includes(source)) this.#sources.push(source);
      return this.#sources.indexOf(source) + 1;
    });
    return element("span", "cites", ...[...new Set(numbers)].map((number) => element("span", "cite", String(number))));
  }
}

/** Return a text as nodes: its emphasis as elements, what was held back in its place. */
function emphasized(text, held) {
  const found = EMPHASIS.exec(text);
  if (found) {
    const [marks, inside] = found[1] ? [found[1], found[2]] : [found[3], found[4]];
    const made = element(STYLES[marks.length - 1], "", ...emphasized(inside, held));
    return [...emphasized(text.slice(0, found.index), held), made, ...emphasized(text.slice(found.index + found[0].length), held)];
  }
  return text.split(/([\ue000-\uf8ff])/).filter(Boolean).map((piece) => held[piece.charCodeAt(0) - HELD] ?? piece);
}
