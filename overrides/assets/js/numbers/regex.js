// The expressions of the compiled data, which Python reads as they stand, as JavaScript reads them.

import { S, W } from "../language/folding.js";

const BOUNDARY = `(?:(?<=[${W}])(?![${W}])|(?<![${W}])(?=[${W}]))`;
const LETTER = String.raw`[^\W0-9_]`;
const PIECE = /\[\^\\W0-9_\]|\(\?P<|\(\?P=(\w+)\)|\\[\s\S]|[[\].]|[^[\].\\(]+|\(/g;
const OUTSIDE = { "\\w": `[${W}]`, "\\W": `[^${W}]`, "\\s": `[${S}]`, "\\S": `[^${S}]`, "\\b": BOUNDARY, "\\Z": "$", ".": "[^\\n]" };
const IN_CLASS = { "\\w": W, "\\s": S };

/** Return the source of an expression as JavaScript has it, for the flag u. */
function translated(source) {
  let inClass = false;
  return source.replace(PIECE, (piece, name) => {
    if (piece === LETTER) return `(?:(?![0-9_])[${W}])`;
    if (piece === "(?P<") return "(?<";
    if (name) return `\\k<${name}>`;
    if (piece === "[" && !inClass) {
      inClass = true;
      return piece;
    }
    if (piece === "]") inClass = false;
    if (inClass && piece === "[") return "\\[";
    return (inClass ? IN_CLASS : OUTSIDE)[piece] ?? piece;
  });
}

/** One expression, made when it is first needed. */
export class Pattern {
  #source;
  #made = {};

  constructor(source) {
    this.#source = source;
  }

  #get(flags, end = "") {
    this.#made[flags + end] ??= new RegExp(end ? `(?:${translated(this.#source)})${end}` : translated(this.#source), `${flags}u`);
    return this.#made[flags + end];
  }

  #run(pattern, text, start) {
    pattern.lastIndex = Math.max(0, start);
    return pattern.exec(text);
  }

  /** Return the match that begins at an offset, or null. */
  at(text, start) {
    return this.#run(this.#get("y"), text, start);
  }

  /** Tell whether a range of a text matches as a whole. */
  full(text, start, end) {
    return this.#run(this.#get("y", "$"), text.slice(0, end), start) !== null;
  }

  /** Return the first match in a range of a text, which ends there, or null. */
  search(text, start = 0, end = text.length) {
    return this.#run(this.#get("g"), text.slice(0, end), start);
  }

  /** Return all matches. */
  all(text) {
    const pattern = this.#get("g");
    pattern.lastIndex = 0;
    return [...text.matchAll(pattern)];
  }
}

/** Expressions by name. */
export class Patterns {
  #all;

  constructor(sources) {
    this.#all = new Map(Object.entries(sources).map(([name, source]) => [name, new Pattern(source)]));
  }

  at(name, text, start) {
    return this.#all.get(name).at(text, start);
  }

  full(name, text, start = 0, end = text.length) {
    return this.#all.get(name).full(text, start, end);
  }

  search(name, text, start, end) {
    return this.#all.get(name).search(text, start, end);
  }

  all(name, text) {
    return this.#all.get(name).all(text);
  }
}
