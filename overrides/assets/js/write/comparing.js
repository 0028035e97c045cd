// Reading a page against its findings: each cited sentence beside what its sources found, with an answer and a remark to give.

import { fill } from "../draft/remarks.js";
import { element } from "../nodes.js";
import { citedSentences, readingFile } from "./compare.js";
import { copied, mailed, saved } from "./ends.js";
import { details } from "./shown.js";
import { pageAddress } from "./translation.js";

const ASKED = /^#read=([^:]+)(?::claim-(.+))?$/; // a page, and the mark of the sentence from which somebody came
const OTHER_WAYS = "[data-type], [data-page], [data-file]";

/** The part of the page for writing in which one reads. */
export class Comparing {
  #box;
  #words;
  #tools;
  #page;
  #answers = [];

  /**
   * Args: box: The whole page for writing. words: Its texts. tools: {pages (that can be read), reading, findings (a function that
   * comes to them), count, entries (the address of what can be written), home}.
   */
  constructor(box, words, tools) {
    this.#box = box;
    this.#words = words;
    this.#tools = tools;
    const list = this.#part("[data-compare]");
    const titles = [...tools.pages].sort((one, other) => one.title.localeCompare(other.title, document.documentElement.lang));
    list.append(...titles.map(({ key, title }) => new Option(title, key)));
    this.#part(".write-compare").hidden = tools.pages.length === 0;
    list.addEventListener("change", () => (list.value ? this.#open(list.value) : this.#close()));
    for (const other of box.querySelectorAll(OTHER_WAYS)) other.addEventListener("change", () => this.#close());
    const form = this.#part(".compare");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => this.#count());
    for (const button of form.querySelectorAll("[data-read]")) button.addEventListener("click", () => this.#end(button.dataset.read));
    addEventListener("pagehide", () => this.#close());
    const [, key, claim] = ASKED.exec(location.hash) ?? [];
    if (tools.pages.some((one) => one.key === key)) {
      list.value = key;
      this.#open(key, claim);
    }
  }

  #part(name) {
    return this.#box.querySelector(name);
  }

  async #open(key, claim = "") {
    const list = this.#part(".compare-list");
    list.replaceChildren();
    this.#part(".write-all").dataset.compares = "";
    this.#part(".compare-count").textContent = this.#words.loading;
    try {
      const address = pageAddress({ key }, document.documentElement.lang, this.#tools.entries);
      const [page, findings] = await Promise.all([fetch(address).then((answer) => answer.json()), this.#tools.findings()]);
      if (findings.all.size === 0) throw new Error("no findings came");
      if (this.#part("[data-compare]").value !== key) return; // another page was chosen meanwhile
      this.#page = page;
      this.#answers = citedSentences(page.body, this.#tools.reading).map((one) => ({ ...one, says: "", remark: "" }));
      const seen = new Set();
      list.replaceChildren(...this.#answers.map((one, at) => this.#row(one, at, findings, seen)));
      this.#count();
      if (claim) this.#show(claim);
    } catch {
      this.#part(".compare-count").textContent = this.#words.failed;
    }
  }

  /** Go to the sentence that a mark on its page belongs to: the mark is named after a finding, and numbered after the first. */
  #show(claim) {
    const [, finding, number = "0"] = /^(.*?)(?:_(\d+))?$/.exec(claim);
    const citing = [...this.#answers.keys()].filter((at) => this.#answers[at].keys.some((key) => key.replace("#", "-") === finding));
    const row = this.#part(".compare-list").children[citing[number] ?? citing[0]];
    row?.scrollIntoView({ block: "center" });
    row?.querySelector("input").focus({ preventScroll: true });
    row?.classList.add("compare-asked");
  }

  /** Leave no trace of what was answered. */
  #close() {
    delete this.#part(".write-all").dataset.compares;
    [this.#page, this.#answers] = [undefined, []];
    this.#part(".compare-list").replaceChildren();
    this.#part(".compare").reset();
    this.#part("[data-compare]").value = "";
    this.#tell("");
  }

  #row(one, at, findings, seen) {
    const row = document.getElementById("write-comparison").content.cloneNode(true).firstElementChild;
    const within = (name) => row.querySelector(name);
    within(".compare-section").textContent = [at + 1, one.section].filter(Boolean).join(" · ");
    within(".compare-sentence").textContent = one.text;
    const remark = within("textarea");
    const fold = within("details");
    for (const choice of row.querySelectorAll("input")) {
      choice.name = `compare-${at}`;
      choice.addEventListener("change", () => {
        one.says = choice.value === "unsure" ? "" : choice.value;
        if (choice.value === "no") fold.open = true;
      });
    }
    remark.addEventListener("input", () => { one.remark = remark.value; });
    within(".compare-findings").append(...one.keys.map((key) => this.#finding(key, findings, seen)));
    return row;
  }

  /** A finding with all that is to be known of it, which is folded away where it stood open above. */
  #finding(key, findings, seen) {
    const found = findings.get(key);
    if (!found) return element("p", "compare-finding", fill(this.#words.compare.withheld, { key }));
    const { source } = found;
    const link = element("a", "", this.#words.all_of);
    Object.assign(link, { href: new URL(source.page, this.#tools.home).href, target: "_blank", rel: "noopener" });
    const who = element("p", "finding-source", [source.who, source.kind, source.read].join(" · "));
    const fold = element("details", "", element("summary", "", this.#words.compare.about), element("dl", "", ...details(found, this.#words)), element("p", "", link));
    fold.open = !seen.has(key);
    seen.add(key);
    return element("div", "compare-finding", element("p", "finding-states", found.states), who, fold);
  }

  #count() {
    const all = this.#answers.length;
    const n = this.#part(".compare").querySelectorAll("input:checked").length;
    this.#part(".compare-count").textContent = [this.#tools.count(this.#words.compare.sentences, all), fill(this.#words.compare.answered, { n, all })].join(" · ");
  }

  #tell(text) {
    this.#part(".compare-told").textContent = text;
  }

  /** Return why there is no file yet, "" where there can be one; the place to mend has the focus then. */
  #lacking(role) {
    const words = this.#words.compare;
    const [place, why] = !this.#answers.some(({ says }) => says) ? [this.#part(".compare-list input"), words.no_answer] : role.value.trim() ? [null, ""] : [role, words.no_role];
    place?.focus();
    return why;
  }

  async #end(way) {
    const words = this.#words;
    const role = this.#part("[data-role]");
    const lacking = this.#lacking(role);
    this.#tell(lacking);
    if (lacking) return;
    const text = readingFile({ page: this.#page, answers: this.#answers, role: role.value, name: this.#part("[data-reader]").value, words: words.compare });
    const path = this.#page.path.replace(/^docs\//, "reviews/").replace(/\.md$/, ".yaml");
    const name = path.split("/").at(-1);
    const copy = async () => ((await copied(text)) ? words.copied : words.not_copied);
    const place = this.#page.readings ? `${words.host_edit}/${path}` : `${words.host}?filename=${encodeURIComponent(path)}`;
    const ways = {
      copy,
      save() {
        saved(name, text, "application/yaml");
        return fill(words.saved, { name, path });
      },
      mail() {
        saved(name, text, "application/yaml");
        mailed(words, name, fill(words.compare.mail_body, { name }));
        return words.mailed;
      },
      async host() {
        const told = await copy();
        open(place, "_blank", "noopener,noreferrer");
        return told;
      },
    };
    this.#tell(await ways[way]());
  }
}
