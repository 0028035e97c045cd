// The parts of a page as fields: each with its label, its hint, its text, the findings that it cites and what is said about it.

import { fill } from "../draft/remarks.js";
import { element } from "../nodes.js";

/** One part to fill in. */
export class Field {
  /**
   * Args: part: As `partsOf` gives it; `plain`: one line without citations. act: {entered, changed, left, cite, insert, remove, repair}, called
   * with this field, and with what was pressed.
   */
  constructor(part, words, act) {
    this.part = part;
    this.words = words;
    this.act = act;
    this.box = document.getElementById("write-field").content.cloneNode(true).firstElementChild;
    const id = `part-${part.id}`;
    this.area = this.box.querySelector("textarea");
    this.area.id = id;
    this.area.rows = part.plain ? 1 : 3;
    const label = this.box.querySelector("label");
    label.htmlFor = id;
    label.textContent = part.name;
    this.box.classList.toggle("write-plain", Boolean(part.plain));
    if (part.block) label.classList.add(`label-${part.block}`);
    this.#describe("hint", ".write-hint");
    this.#describe("said", ".write-problems");
    this.box.querySelector(".write-hint").textContent = part.hint;
    this.#listen();
  }

  #describe(name, selector) {
    const id = `${this.area.id}-${name}`;
    this.box.querySelector(selector).id = id;
    this.area.setAttribute("aria-describedby", [this.area.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
  }

  #listen() {
    const add = this.box.querySelector(".write-add");
    add.hidden = Boolean(this.part.plain);
    add.setAttribute("aria-label", fill(this.words.add_to, { part: this.part.name }));
    add.addEventListener("click", () => this.act.cite(this));
    this.area.addEventListener("input", () => this.act.changed(this));
    this.area.addEventListener("focus", () => this.act.entered(this));
    this.area.addEventListener("blur", () => this.act.left(this));
    if (this.part.plain) {
      this.area.addEventListener("keydown", (event) => {
        if (event.key === "Enter") event.preventDefault(); // one line
      });
    }
  }

  get text() {
    return this.area.value;
  }

  set text(text) {
    this.area.value = text;
  }

  get isWritten() {
    return Boolean(this.text.trim());
  }

  /** Write over a range as if it were typed, so that the browser's own undo takes it back. */
  type(text, start = this.area.selectionStart, end = this.area.selectionEnd) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) this.area.setRangeText(text, start, end, "end");
    this.act.changed(this);
  }

  select({ start, end }) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
  }

  /** Show the original of this part, as the site shows it. */
  showOriginal(nodes, { label, language }) {
    const original = element("div", "write-original", ...nodes);
    original.lang = language;
    const fold = element("details", "fold", element("summary", "", label), original);
    fold.open = true;
    this.box.querySelector(".write-hint").after(fold);
  }

  /** Show what is cited here, or in its original: number, who, what was found. */
  showCited(entries) {
    const list = this.box.querySelector(".write-cites");
    list.hidden = entries.length === 0;
    list.replaceChildren(...entries.map(({ number, who, states, isIn }) => {
      const button = element("button", "as-link", isIn ? this.words.remove : this.words.insert_short);
      button.type = "button";
      button.setAttribute("aria-label", fill(isIn ? this.words.remove_named : this.words.insert_named, { n: number, who }));
      button.addEventListener("click", () => (isIn ? this.act.remove(this, number) : this.act.insert(this, number, states)));
      return element("li", "", element("span", "write-number", String(number)), element("span", "write-cited", element("strong", "", who), " ", states), button);
    }));
  }

  /** Show the problems; one that says the same as before stays, with its focus. */
  showProblems(problems, figures) {
    const list = this.box.querySelector(".write-problems");
    const keys = problems.map((one) => JSON.stringify(one));
    if (JSON.stringify(keys) !== this.keys) {
      const focused = [...list.children].findIndex((row) => row.contains(document.activeElement));
      list.replaceChildren(...problems.map((one) => this.#problem(one)));
      if (focused >= 0) (list.children[Math.min(focused, list.children.length - 1)]?.querySelector("button") ?? this.area).focus();
    }
    this.keys = JSON.stringify(keys);
    this.problems = problems;
    list.hidden = problems.length === 0;
    const isFine = figures > 0 && !problems.some((one) => one.rule.startsWith("evidence/"));
    this.box.querySelector(".write-fine").textContent = isFine ? this.words.figures_fine : "";
  }

  #problem(one) {
    const level = element("span", "write-level", this.words.draft[`${one.level}_label`]);
    const place = element("button", "as-link", this.words.show);
    place.addEventListener("click", () => this.select(one));
    const repairs = one.repairs.map((repair) => {
      const button = element("button", "as-link", repair.label);
      button.addEventListener("click", () => this.act.repair(this, one, repair));
      return button;
    });
    const buttons = [...repairs, place];
    for (const button of buttons) button.type = "button";
    const words = element("p", "", level, " ", element("strong", "", one.what), one.what ? " " : "", one.why);
    return element("li", `write-problem write-${one.level}`, words, element("div", "write-repairs", ...buttons));
  }
}
