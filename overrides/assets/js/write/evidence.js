// Each figure against the findings that its sentence cites: what `commonground check` says with evidence/uncited-figure,
// evidence/figure-mismatch, evidence/unknown-source and evidence/unknown-finding (scripts/commonground/checks/shared/citing.py).
// tests/corpus/writing/conformance.json holds both to it. Nothing here looks at the page, asks for a file or keeps a text.

const EXAMPLE = "example"; // a block of invented examples: nothing in it claims to be a finding
const CITING = ["paragraph", "item", "row"];
const NUMERAL = /\d+(?:[.,]\d+)?/g;

/** The findings that can be cited, by "source#finding". */
export class Findings {
  /** Args: sources: The content of /data/writing/<lang>-findings.json. */
  constructor({ sources, searches = [] }) {
    this.sources = new Map([...sources, ...searches].map((one) => [one.id, one]));
    this.all = new Map();
    for (const source of sources) {
      for (const finding of source.findings) this.all.set(`${source.id}#${finding.id}`, { ...finding, key: `${source.id}#${finding.id}`, source });
    }
  }

  get(key) {
    return this.all.get(key);
  }

  /** Return the findings that citations lead to, each once; unknown ones are left out. */
  of(citations) {
    const keys = new Set(citations.filter((one) => one.finding).map((one) => one.key));
    return [...keys].map((key) => this.all.get(key)).filter(Boolean);
  }
}

const isBare = ([, unit, detail]) => unit === "number" && !detail;

/** Tell whether a written quantity is a recorded one: a number recorded bare agrees with all but percentages and money. */
function agrees({ value, unit, detail }, recorded) {
  const sameKind = isBare(recorded) ? unit !== "per cent" && unit !== "money" : unit === recorded[1] && detail === recorded[2];
  return sameKind && value === recorded[0];
}

function hasAll({ quantities, bare }, recorded) {
  const has = (quantity) => recorded.some((one) => agrees(quantity, one));
  return quantities.every((quantity) => has(quantity) || (bare && bare.value === quantity.value && has(bare)));
}

/** Tell "25%" from "one in four", "1 in 4" and "a quarter". */
function isExact({ text, quantities }) {
  return quantities.every(({ unit }) => unit === "per cent") && (text.match(NUMERAL) ?? []).length === quantities.length;
}

/** Tell whether a finding has every value of a figure; the ends of a range stand there as one, or one after the other. */
export function carries(finding, figure) {
  const plain = (finding.plain ?? []).filter(([inDigits]) => inDigits || !isExact(figure)).map(([, value]) => value);
  const values = [...(finding.values ?? []), ...plain];
  if (figure.quantities.length === 1) return hasAll(figure, values.flat());
  if (new Set(figure.quantities.map(({ value }) => value)).size === 1) return false;
  const pairs = values.slice(1).flatMap((other, at) => (values[at].length === 1 && other.length === 1 ? [[...values[at], ...other]] : []));
  return [...values, ...pairs].some((known) => hasAll(figure, known));
}

/** Return the citations of the sentence in which an offset lies; a row is one sentence. */
function citationsAt(passage, offset, reading) {
  if (passage.kind === "row") return passage.citations;
  passage.sentences ??= reading.sentences(passage.text);
  const sentence = passage.sentences.find(([start, end]) => start <= offset && offset < end);
  return sentence ? passage.citations.filter((one) => sentence[0] <= one.offset && one.offset < sentence[1]) : passage.citations;
}

/**
 * Return what is wrong with the figures and citations of a page, passage by passage.
 *
 * Each problem has `rule`, `start` and `end` in its passage, `what` (uncited, near, code, place, mismatch, unknown), `written`
 * and `findings`: those that have the figure (near), or that the sentence cites (mismatch).
 *
 * Args: passages: Of the whole page. numbers, reading: Of its language.
 */
export function figureProblems(passages, { findings, numbers, reading }) {
  const cited = findings.of(passages.flatMap((one) => one.citations));
  return passages.map((passage) => {
    const found = unknown(passage, findings);
    passage.figures = passage.block === EXAMPLE || passage.exempt ? [] : numbers.read(passage.text, passage.unread).figures;
    for (const figure of passage.figures) {
      const problem = figureProblem(figure, passage, { findings, reading, cited });
      if (problem) found.push({ start: figure.start, end: figure.end, written: figure.text, findings: [], ...problem });
    }
    return found.sort((one, other) => one.start - other.start);
  });
}

function unknown({ citations }, findings) {
  const lost = citations.filter(({ source, finding, key }) => source && (!findings.sources.has(source) || (finding && !findings.get(key))));
  return lost.map(({ source, key, offset }) => ({
    rule: findings.sources.has(source) ? "evidence/unknown-finding" : "evidence/unknown-source", what: "unknown", start: offset, end: offset + 1, written: key, findings: [],
  }));
}

function figureProblem(figure, passage, { findings, reading, cited }) {
  const near = cited.filter((one) => carries(one, figure));
  const uncited = (what) => ({ rule: "evidence/uncited-figure", what, findings: near });
  if (passage.code.some(([start, end]) => start <= figure.start && figure.start < end)) return uncited("code");
  if (!CITING.includes(passage.kind)) return near.length > 0 ? null : uncited("place");
  const citations = citationsAt(passage, figure.start, reading).filter((one) => one.finding);
  if (citations.length === 0) return uncited(near.length > 0 ? "near" : "uncited");
  const known = findings.of(citations);
  if (citations.some((one) => !findings.get(one.key)) || known.some((one) => carries(one, figure))) return null;
  return { rule: "evidence/figure-mismatch", what: "mismatch", findings: known };
}
