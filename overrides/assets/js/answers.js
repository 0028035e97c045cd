// Finds what somebody asks for among the entries of data/search/<language>.json. Pure: it reads no page and asks for nothing.

const WEIGHT = { exact: 1, begun: 0.75, mended: 0.8, same: 0.7 };
const LIKELY = { question: 1.08, word: 1.05, work: 1.06, guide: 1, research: 1, term: 1.01, law: 1, event: 1, service: 1.08, figure: 0.85, source: 0.72 };
const LEAST = 0.3; // of the weight of the query that an entry must have
const NEAR = 0.5; // of the best score that an entry must have
const MOST = 12;
const NUMBER = 1.5; // what has a digit is meant as it stands
const PART = 0.42; // of the score of a phrase, whatever else it says
const PLACE = 0.8; // of the score, for a place that is asked for
const IN_A_SENTENCE = 0.65; // of the score of a word to avoid, where somebody asks about more than a word
const ASKED_FOR = 1.3; // of the same, where somebody asks how to say it
const COUNTED = 1.2; // of the score of a figure, where somebody asks how many
const UNKNOWN = 0.4; // of the weight of a rare word, for one that is nowhere: it tells no entry from another

const DIGIT = /\d/;
// A DOI, 9-8-8, C-36, 6,442 or 6 442, 286.1 and 34,9 are one word each
const WORD = /10\.\d{4,}\/\S+|\b\d(?:-\d)+\b|\b\p{L}-\d+\b|(?<!\d)\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?![\d.])|\d+(?:[.,]\d+)+|[\p{L}\p{N}\p{M}]+/gu;
const JOINED = /^(?:[\p{L}\d](?:-\d+)+|\d{1,3}(?:[, \u00a0\u202f]\d{3})+)$/u;
const fold = (text) => text.replace(JOINED, (code) => code.replace(/[-,\s]/g, "")).replace(/^(\d+),(\d+)$/, "$1.$2").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("\u0153", "oe").replaceAll("\u00e6", "ae");

const folded = (text) => fold(text).replaceAll("\u2019", "'").trim();

/** The letters of a word as bits; a letter that is changed sets or clears two of them. */
function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function ones(bits) {
  let left = bits;
  let count = 0;
  for (; left; count += 1) left &= left - 1;
  return count;
}

/** Whether two words differ by no more than `most` letters changed, added, dropped, or two that changed places. */
function near(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let last = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], last[j - 2] + 1);
    }
    if (Math.min(...next) > most) return false;
    [last, row] = [row, next];
  }
  return row[other.length] <= most;
}

/** Read the words of texts in one language: folded, with the endings that make no difference taken away. */
class Reader {
  constructor({ stop, asking, counting, wording, cries, joined, spellings, endings }) {
    this.stop = new Set(stop);
    this.asking = new Set(asking);
    this.counting = new Set(counting);
    this.wording = wording.map((pattern) => new RegExp(pattern, "g"));
    this.cries = cries.map((pattern) => new RegExp(pattern));
    this.joined = Object.entries(joined).map(([word, pattern]) => [new RegExp(pattern, "giu"), word]);
    this.spellings = spellings.map(([pattern, text]) => [new RegExp(pattern), text]);
    this.endings = endings;
    this.known = new Map();
  }

  stem(word) {
    if (this.known.has(word)) return this.known.get(word);
    let stem = word;
    for (const [pattern, text] of this.spellings) stem = stem.replace(pattern, text);
    const ending = this.endings.find(([end]) => stem.endsWith(end) && stem.length - end.length > 2);
    if (ending && !DIGIT.test(stem)) stem = stem.slice(0, -ending[0].length) + ending[1];
    this.known.set(word, stem);
    return stem;
  }

  /** Whether a text has one of some words: of `asking`, who asks about somebody and does not only name a thing; of `counting`, who asks for a figure. */
  hasOne(words, text) {
    return (text.match(WORD) ?? []).some((written) => words.has(fold(written)));
  }

  /** The word that a text asks how to say, "" where it asks for something else. */
  inQuestion(text) {
    const said = folded(text);
    const word = this.wording.reduce((left, pattern) => left.replace(pattern, " "), said);
    return word === said || !this.words(word).length ? "" : word;
  }

  /** Whether somebody says that they, or a child of theirs, are in danger or want out. */
  isCry(text) {
    const said = folded(text);
    return this.cries.some((pattern) => pattern.test(said));
  }

  /** The words of a text as [folded, stem, as written]; of small words only where there are no others. */
  words(text) {
    const joined = this.joined.reduce((read, [pattern, word]) => read.replace(pattern, word), text);
    const all = (joined.match(WORD) ?? []).map((written) => [fold(written), written]);
    const telling = all.filter(([word]) => !this.stop.has(word));
    return (telling.length > 0 ? telling : all).map(([word, written]) => [word, this.stem(word), written.toLowerCase()]);
  }
}

export class Answers {
  /** `index` is the content of data/search/<language>.json. */
  constructor(index) {
    this.reader = new Reader(index);
    this.entries = [];
    this.count = new Map();
    this.letters = new Map();
    this.asWritten = new Map();
    this.same = new Map();
    for (const group of index.same) {
      const stems = group.split(" ").map((word) => this.reader.stem(word));
      for (const stem of stems) this.relate(stem, stems);
    }
    this.add(index.entries);
  }

  /** A stem may be read as others. */
  relate(stem, others) {
    this.same.set(stem, [...(this.same.get(stem) ?? []), ...others]);
  }

  /** Take in more entries. */
  add(entries) {
    for (const entry of entries) {
      const others = [...(entry.words ?? []), ...(entry.numbers ?? [])].flatMap((text) => text.split(/[,;?]\s+/));
      const [title, ...names] = [entry.title, ...others].map((text) => this.stems(text));
      const phrases = entry.kind === "word" ? names : [title, ...names]; // a word to avoid is not looked up by the word to use
      const places = this.stems((entry.places ?? []).join(", "));
      const named = new Set([...phrases.flatMap((stems) => [...stems]), ...places]);
      const all = new Set([...named, ...title, ...this.stems(entry.answer ?? "")]);
      for (const stem of all) {
        this.count.set(stem, (this.count.get(stem) ?? 0) + 1);
        if (!this.letters.has(stem)) this.letters.set(stem, letters(stem));
      }
      this.entries.push({ entry, phrases, places, named, all });
      this.learn(entry, title, names);
    }
  }

  stems(text) {
    const words = this.reader.words(text);
    for (const [, stem, written] of words) if (!this.asWritten.has(stem)) this.asWritten.set(stem, written);
    return new Set(words.map(([, stem]) => stem));
  }

  /** A word to avoid means what the word to use means, another name what the name means: stem to stems. */
  learn({ kind }, name, others) {
    if (kind !== "word" && kind !== "term") return;
    for (const stems of others) if (stems.size === 1) this.relate([...stems][0], name);
  }

  weight(stem) {
    return Math.log(1 + this.entries.length / (this.count.get(stem) ?? 0.5)) * (DIGIT.test(stem) ? NUMBER : 1);
  }

  /** What each word of a query stands for: stems with how well they fit, and those that mean the same. `read` is the query with its slips mended. */
  understood(query) {
    const words = this.reader.words(query);
    const read = [];
    const terms = words.map(([word, stem, written], place) => {
      const fits = new Map();
      if (this.count.has(stem)) fits.set(stem, WEIGHT.exact);
      else for (const other of this.same.get(stem) ?? []) if (this.count.has(other)) fits.set(other, WEIGHT.same);
      if (stem.length > 2 && (place === words.length - 1 || fits.size === 0)) this.begun(word, stem, fits);
      let shown = written;
      if (fits.size === 0 && stem.length > 3 && !DIGIT.test(word)) {
        const mended = this.mended(word, stem);
        if (mended) {
          fits.set(mended, WEIGHT.mended);
          shown = this.asWritten.get(mended);
        }
      }
      const means = new Map(fits);
      for (const [fit, weight] of fits) {
        for (const other of this.same.get(fit) ?? []) means.set(other, Math.max(means.get(other) ?? 0, weight * WEIGHT.same));
      }
      read.push([written, shown]);
      return { fits, means, weight: this.weightOf(stem, [...fits.keys()]) };
    });
    return { terms, read };
  }

  /** A word weighs as much as itself where it is known, else as much as the rarest that it may be. */
  weightOf(stem, fits) {
    if (this.count.has(stem)) return this.weight(stem);
    return fits.length > 0 ? Math.max(...fits.map((fit) => this.weight(fit))) : UNKNOWN * this.weight("");
  }

  begun(word, stem, fits) {
    for (const other of this.count.keys()) {
      if (other.length > stem.length && other.startsWith(word.length > stem.length ? stem : word)) {
        fits.set(other, Math.max(fits.get(other) ?? 0, WEIGHT.begun));
      }
    }
  }

  mended(word, stem) {
    const most = word.length > 7 ? 2 : 1;
    const own = letters(stem);
    let best = "";
    for (const [other, count] of this.count) {
      if ((other[0] !== stem[0] && most === 1) || ones(own ^ this.letters.get(other)) > 2 * most) continue;
      if (near(stem, other, most) && (!best || count > this.count.get(best))) best = other;
    }
    return best;
  }

  /**
   * Return { results, read }: the entries that answer a query, the likeliest first, and the query as it was read. A cry for help
   * leads to a service that it names, else to the page of all services.
   */
  find(query) {
    const { results, read } = this.search(query);
    if (!this.reader.isCry(query) || results[0]?.kind === "service") return { results, read };
    const help = this.entries.map(({ entry }) => entry).filter(({ kind, anchor }) => kind === "service" && !anchor);
    return { results: [...help, ...results.filter((entry) => !help.includes(entry))], read };
  }

  search(query) {
    const inQuestion = this.reader.inQuestion(query);
    const { terms, read } = this.understood(inQuestion || query);
    const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
    if (whole === 0) return { results: [], read: query };
    const { asking, counting } = this.reader;
    const meant = {
      word: inQuestion ? ASKED_FOR : this.reader.hasOne(asking, query) ? IN_A_SENTENCE : 1,
      figure: this.reader.hasOne(counting, query) ? COUNTED : 1,
    };
    const share = (stems, read) => terms.reduce((sum, term) => sum + term.weight * best(term[read], stems), 0) / whole;
    const scored = this.entries.map((one) => {
      const read = one.entry.kind === "word" ? "fits" : "means"; // a word is looked up by its own form
      const has = share(one.all, read);
      if (has < LEAST) return { ...one, score: 0 };
      const least = one.entry.kind === "word" ? 0 : PART; // a word to avoid is asked for whole
      const phrase = Math.max(...one.phrases.map((stems) => this.fit(share(stems, read), terms, stems, least)));
      const place = share(one.places, "fits");
      const there = has > place || place === 1 ? PLACE * place : 0; // a place tells where to go for what is asked, not what
      return { ...one, score: (phrase + 0.35 * share(one.named, read) + 0.2 * has + there) * LIKELY[one.entry.kind] * (meant[one.entry.kind] ?? 1) };
    }).filter(({ score }) => score > 0);
    scored.sort((one, other) => other.score - one.score);
    const results = scored.filter(({ score }) => score >= NEAR * scored[0].score).slice(0, MOST).map(({ entry }) => entry);
    const slips = new Map(read.filter(([written, shown]) => written !== shown));
    return { results, read: query.replace(WORD, (written) => slips.get(written.toLowerCase()) ?? written) };
  }

  /** How well a phrase fits: it has much of the query, and not much else. `least` is left of it where the query has nothing of the phrase. */
  fit(shared, terms, stems, least) {
    if (shared === 0) return 0;
    let own = 0;
    let met = 0;
    for (const stem of stems) {
      const weight = this.weight(stem);
      own += weight;
      met += weight * Math.max(0, ...terms.map(({ means }) => means.get(stem) ?? 0));
    }
    return shared * (least + (1 - least) * (met / own));
  }
}

function best(fits, stems) {
  let most = 0;
  if (fits.size > stems.size) for (const stem of stems) most = Math.max(most, fits.get(stem) ?? 0);
  else for (const [stem, weight] of fits) if (weight > most && stems.has(stem)) most = weight;
  return most;
}
