// The finder: findings by word, theme and place. It shows who, where, when, the limits and who disagrees, before one is used.

import { details } from "./shown.js";

const FEW = 12; // results at once
const SHORTEST = 4; // letters of a word that may be the beginning of another: "raid" finds "raids"

/** Letters without case and accents; what stands between words is one space. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("\u0153", "oe").replaceAll("\u00e6", "ae").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const standsIn = (word, text) => text.includes(word.length < SHORTEST ? ` ${word} ` : ` ${word}`);

/** The findings as they are searched: each with its own words, and those of its source. */
function searched({ sources }) {
  return sources.filter(({ gone }) => !gone).flatMap((source) => {
    const about = ` ${fold([source.title, source.who, ...(source.places ?? []), source.people ?? "", source.kind].join(" "))} `;
    return source.findings.map((finding) => ({ source, finding, own: ` ${fold(finding.states)} `, about }));
  });
}

/** Return the findings that have the most of some words, those first that have them in their own sentence. */
export function search(all, { words, theme, place }) {
  const asked = fold(words).split(" ").filter(Boolean);
  const fits = all.filter(({ source }) => (!theme || source.themes?.includes(theme)) && (!place || source.places?.includes(place)));
  if (asked.length === 0) return theme || place ? fits : [];
  const ranked = fits.map((one) => {
    const own = asked.filter((word) => standsIn(word, one.own)).length;
    return { one, own, held: asked.filter((word) => standsIn(word, one.own) || standsIn(word, one.about)).length };
  });
  const most = Math.max(1, ...ranked.map(({ held }) => held));
  return ranked.filter(({ held }) => held === most).sort((a, b) => b.own - a.own).map(({ one }) => one);
}

/** The panel with its form and its list. */
export class Finder {
  #box;
  #words;
  #all = [];
  #shown = FEW;
  #use;
  #timer;

  /**
   * Args: box: The panel. words: The page's texts. use: Called with the key of a finding, its sentence ("" for the citation
   * alone). home: The site's address.
   */
  constructor(box, words, { use, count, home }) {
    this.#box = box;
    this.#words = words;
    this.#use = use;
    this.count = count;
    this.home = home;
    const form = box.querySelector("form");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      this.#shown = FEW;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.show(), 120);
    });
    box.querySelector(".finder-more").addEventListener("click", () => {
      const first = this.#shown;
      this.#shown += FEW;
      this.show();
      box.querySelectorAll(".finding > summary")[first]?.focus();
    });
  }

  /** Take the findings, and offer the places that there are. */
  load(content) {
    this.#all = searched(content);
    const places = new Set(this.#all.flatMap(({ source }) => source.places ?? []));
    const list = this.#box.querySelector("select[data-place]");
    const names = [...places].sort((one, other) => one.localeCompare(other, document.documentElement.lang));
    list.append(...names.map((name) => new Option(name, name)));
    this.show();
  }

  fail() {
    this.#box.querySelector("[role=status]").textContent = this.#words.failed;
  }

  show() {
    const value = (name) => this.#box.querySelector(name).value;
    const asked = { words: value("input"), theme: value("[data-theme]"), place: value("[data-place]") };
    const found = search(this.#all, asked);
    const isAsked = Boolean(asked.words.trim() || asked.theme || asked.place);
    const said = !isAsked ? this.count("held", this.#all.length) : found.length > 0 ? this.count("found", found.length) : this.#words.none_found;
    this.#box.querySelector("[role=status]").textContent = said;
    const list = this.#box.querySelector(".finder-list");
    const listed = found.slice(0, this.#shown);
    if (listed.length !== list.children.length || listed.some((one, at) => one !== list.children[at].one)) list.replaceChildren(...listed.map((one) => this.#item(one)));
    this.#box.querySelector(".finder-more").hidden = found.length <= this.#shown;
  }

  #item(one) {
    const { source, finding } = one;
    const row = document.getElementById("write-finding").content.cloneNode(true).firstElementChild;
    row.one = one;
    const within = (name) => row.querySelector(name);
    within(".finding-states").textContent = finding.states;
    within(".finding-source").textContent = [source.who, source.kind, source.read].join(" · ");
    within("dl").append(...details({ ...finding, source }, this.#words));
    const key = `${source.id}#${finding.id}`;
    within(".finding-insert").addEventListener("click", () => this.#use(key, finding.states));
    within(".finding-cite").addEventListener("click", () => this.#use(key, ""));
    within("a").href = new URL(source.page, this.home).href;
    return row;
  }
}
