// Finds what somebody asks for among the entries of data/search/<language>.json. Pure: it reads no page and asks for nothing.

const WEIGHT = { exact: 1, begun: 0.75, mended: 0.8, same: 0.7 };
const LIKELY = { question: 1.08, word: 1.05, work: 1.06, guide: 1, research: 1, term: 1.01, law: 1, event: 1, service: 1.08, figure: 0.85, source: 0.65 };
const LEAST = 0.2; // of the weight of the query that an entry must have
const NEAR = 0.5; // of the best score that an entry must have
const MOST = 12;
const NUMBER = 1.5; // what has a digit is meant as it stands
const NAMED = 0.5; // of the share that an entry has of a query, in its names
const ALL = 0.2; // of the same, in all its words
const PART = 0.42; // of the score of a phrase, whatever else it says
const PLACE = 0.8; // of the score, for a place that is asked for
const SOUGHT = 1.08; // of the score of a service, where somebody seeks help
const UNSOUGHT = 0.95; // of the same, where nobody does
const NEARBY = 1.5; // of the score of the same in the place that is named, where somebody seeks help
const IN_A_SENTENCE = 0.65; // of the score of a word to avoid, where somebody asks about more than a word
const WHOLE = 1.15; // of the same and of a term, where nothing else is typed
const DEFINED = 1.2; // of the score of a term, where somebody asks what it means
const ASKED_FOR = 1.5; // of the same, where somebody asks how to say it
const COUNTED = 1.2; // of the score of a figure, where somebody asks how many
const UNKNOWN = 0.4; // of the weight of a rare word, for one that is nowhere: it tells no entry from another
const SLIP = 8; // times as likely is a word that is one slip nearer
const WEAK = 0.6; // of the weight of a word, for one that people say of anything

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

/** By how many letters changed, added, dropped, or two that changed places, two words differ; Infinity for more than `most`. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Number.POSITIVE_INFINITY;
  let last = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], last[j - 2] + 1);
    }
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY;
    [last, row] = [row, next];
  }
  return row[other.length] <= most ? row[other.length] : Number.POSITIVE_INFINITY;
}

/** Read the words of texts in one language: folded, with the endings that make no difference taken away. */
class Reader {
  constructor({ stop, weak, asking, counting, seeking, elsewhere, wording, defining, cries, joined, spellings, endings }) {
    this.stop = new Set(stop);
    this.asking = new Set(asking);
    this.counting = new Set(counting);
    this.seeking = new Set(seeking);
    this.elsewhere = new Set(elsewhere);
    this.wording = wording.map((pattern) => new RegExp(pattern, "g"));
    this.defining = defining.map((pattern) => new RegExp(pattern));
    this.cries = cries.map((pattern) => new RegExp(pattern));
    this.joined = Object.entries(joined).map(([word, pattern]) => [new RegExp(pattern, "giu"), word]);
    this.spellings = spellings.map(([pattern, text]) => [new RegExp(pattern), text]);
    this.endings = endings;
    this.known = new Map();
    this.weak = new Set(weak.map((word) => this.stem(word)));
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

  /** Whether a text has one of some words: of `asking`, who asks about somebody and does not only name a thing; of `counting`, who asks for a figure; of `seeking`, who looks for help; of `elsewhere`, who names a place without a service. */
  hasOne(words, text) {
    return (text.match(WORD) ?? []).some((written) => words.has(fold(written)));
  }

  /** The word that a text asks how to say, "" where it asks for something else. */
  inQuestion(text) {
    const said = folded(text);
    const word = this.wording.reduce((left, pattern) => left.replace(pattern, " "), said);
    return word === said || !this.words(word).length ? "" : word;
  }

  /** Whether a text has one of some patterns: of `cries`, who is in danger or wants out, or a child of theirs; of `defining`, who asks what a word means. */
  says(patterns, text) {
    const said = folded(text);
    return patterns.some((pattern) => pattern.test(said));
  }

  /** The words of a text as [folded, stem, as written]; of small words only where there are no others. */
  words(text) {
    const joined = this.joined.reduce((read, [pattern, word]) => read.replace(pattern, word), text);
    const all = (joined.match(WORD) ?? []).map((written) => [fold(written), written]);
    const read = all.map(([word, written]) => [word, this.stem(word), written.toLowerCase()]);
    const telling = read.filter(([word]) => !this.stop.has(word));
    return telling.length > 0 ? telling : read;
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
    this.slips = new Map();
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
      if (!entry.title) {
        this.widen(entry.page, others.map((text) => this.stems(text)));
        continue;
      }
      const [title, ...names] = [entry.title, ...others].map((text) => this.stems(text));
      const phrases = entry.kind === "word" ? names : [title, ...names]; // a word to avoid is not looked up by the word to use
      const places = this.stems((entry.places ?? []).join(", "));
      const named = new Set([...phrases.flatMap((stems) => [...stems]), ...places]);
      const all = new Set([...named, ...title, ...this.stems(entry.answer ?? "")]);
      this.take(all);
      this.entries.push({ entry, phrases, places, named, all });
      this.learn(entry, title, names);
    }
  }

  /** A page that is there already is asked for in these words too. */
  widen(page, phrases) {
    const known = this.entries.find(({ entry }) => entry.page === page && !entry.anchor);
    if (!known) return;
    this.take(new Set(phrases.flatMap((stems) => [...stems].filter((stem) => !known.all.has(stem)))));
    known.phrases.push(...phrases);
    for (const stem of phrases.flatMap((stems) => [...stems])) for (const set of [known.named, known.all]) set.add(stem);
  }

  /** One more entry has these stems. */
  take(stems) {
    this.slips.clear();
    for (const stem of stems) {
      this.count.set(stem, (this.count.get(stem) ?? 0) + 1);
      if (!this.letters.has(stem)) this.letters.set(stem, letters(stem));
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
    return Math.log(1 + this.entries.length / (this.count.get(stem) ?? 0.5)) * (DIGIT.test(stem) ? NUMBER : 1) * (this.reader.weak.has(stem) ? WEAK : 1);
  }

  /** What each word of a query stands for: its own stem, stems with how well they fit, and those that mean the same. `read` is the query with its slips mended. */
  understood(query) {
    const words = this.reader.words(query);
    const read = [];
    const terms = words.map(([word, stem, written], place) => {
      const fits = new Map();
      if (this.count.has(stem)) fits.set(stem, WEIGHT.exact);
      else for (const other of this.same.get(stem) ?? []) if (this.count.has(other)) fits.set(other, WEIGHT.same);
      if (stem.length > 2 && (place === words.length - 1 || fits.size === 0)) this.begun(word, stem, fits);
      let shown = written;
      if (fits.size === 0) for (const half of this.halves(word)) fits.set(half, WEIGHT.mended);
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
      return { own: new Map([[stem, 1]]), fits, means, weight: this.weightOf(stem, [...fits.keys()]) };
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

  /** The two known words that somebody has written as one. */
  halves(word) {
    for (let at = 3; at < word.length - 3; at += 1) {
      const halves = [word.slice(0, at), word.slice(at)].map((half) => this.reader.stem(half));
      if (halves.every((half) => this.count.has(half))) return halves;
    }
    return [];
  }

  /** The known word that is likeliest meant by one that is not known, "" where none is near. */
  mended(word, stem) {
    if (!this.slips.has(stem)) this.slips.set(stem, this.likeliest(word, stem));
    return this.slips.get(stem);
  }

  likeliest(word, stem) {
    const most = word.length > 11 ? 3 : word.length > 7 ? 2 : 1;
    const own = letters(stem);
    let best = "";
    let likeliest = 0;
    for (const [other, count] of this.count) {
      if ((other[0] !== stem[0] && most === 1) || ones(own ^ this.letters.get(other)) > 2 * most) continue;
      const likely = count / SLIP ** distance(stem, other, most);
      if (likely > likeliest) [best, likeliest] = [other, likely];
    }
    return best;
  }

  /**
   * Return { results, read }: the entries that answer a query, the likeliest first, and the query as it was read. A cry for help
   * leads to a service that it names, else to the page of all services; so does who seeks help where no service is.
   */
  find(query) {
    const { results, read } = this.search(query);
    const { reader } = this;
    const far = reader.hasOne(reader.seeking, query) && reader.hasOne(reader.elsewhere, query);
    if (!far && (!reader.says(reader.cries, query) || results[0]?.kind === "service")) return { results, read };
    const help = this.entries.map(({ entry }) => entry).filter(({ kind, anchor }) => kind === "service" && !anchor);
    return { results: [...help, ...results.filter((entry) => !help.includes(entry))], read };
  }

  search(query) {
    const inQuestion = this.reader.inQuestion(query);
    const { terms, read } = this.understood(inQuestion || query);
    const weight = terms.reduce((sum, term) => sum + term.weight, 0);
    if (weight === 0) return { results: [], read: query };
    const share = (stems, read) => terms.reduce((sum, term) => sum + term.weight * best(term[read], stems), 0) / weight;
    const meant = this.meant(query, inQuestion);
    const scored = this.entries.map((one) => ({ ...one, score: this.score(one, terms, share, meant) })).filter(({ score }) => score > 0);
    scored.sort((one, other) => other.score - one.score);
    const results = scored.filter(({ score }) => score >= NEAR * scored[0].score).slice(0, MOST).map(({ entry }) => entry);
    const slips = new Map(read.filter(([written, shown]) => written !== shown));
    return { results, read: query.replace(WORD, (written) => slips.get(written.toLowerCase()) ?? written) };
  }

  /** How likely each kind is meant by the way in which a query is put, and what a service near is worth. */
  meant(query, inQuestion) {
    const { reader } = this;
    const counted = reader.hasOne(reader.counting, query);
    const defined = reader.says(reader.defining, query);
    const inSentence = counted || reader.hasOne(reader.asking, query);
    const sought = reader.hasOne(reader.seeking, query);
    return {
      term: defined ? DEFINED : 1,
      word: inQuestion ? ASKED_FOR : inSentence && !defined ? IN_A_SENTENCE : 1,
      figure: counted ? COUNTED : 1,
      service: sought ? SOUGHT : UNSOUGHT,
      near: sought ? NEARBY : 1,
      looked: defined || !inSentence,
    };
  }

  /** What an entry is worth. `share` is what stems have of the query's weight, as its words are read. */
  score({ entry, all, named, phrases, places }, terms, share, meant) {
    const { kind } = entry;
    const read = kind === "word" ? "fits" : "means"; // a word is looked up by its own form
    const has = share(all, read);
    if (has < LEAST) return 0;
    const least = kind === "word" ? 0 : PART; // a word to avoid is asked for whole
    const phrase = Math.max(...phrases.map((stems) => this.fit(share(stems, read), terms, stems, least)));
    const place = share(places, "fits");
    const there = has > place || place === 1 ? PLACE * place : 0; // a place tells where to go for what is asked, not what
    const looked = meant.looked && terms.length === 1 && phrase === 1 && (kind === "word" || kind === "term");
    const near = kind === "service" && share(places, "own") > 0;
    return (phrase + NAMED * share(named, read) + ALL * has + there) * LIKELY[kind] * (meant[kind] ?? 1) * (looked ? WHOLE : 1) * (near ? meant.near : 1);
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
