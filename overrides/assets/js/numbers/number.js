// One number of a text: where it ends, and what it is worth (scripts/commonground/read/figures/number.py).

import { Fraction, HUNDRED, ONE, THOUSAND, ZERO } from "./fraction.js";
import { LOOK_BACK } from "./rules.js";

const LONGEST_BASE = 12;
const TEN = new Fraction(10n);
const TWENTY = new Fraction(20n);
const BOUND = /[<>≤≥≈~±]\s?$/;
const YEAR = /^(?:1[5-9]|20)[0-9]{2}$/;
const MIXED = /^([0-9]+)\s([0-9])\/([0-9]+)$/;
const POWER = /^(?:(.+?)\s?[×x·]\s?)?10(\^[-−]?[0-9]+|[⁻⁰¹²³⁴-⁹]+)$/u;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const ROUND = /^10*$/;
const BESIDE_SCALE = "[ \\-\u00a0\u2009\u202f]+";
const SCALE_FOLLOWS = new RegExp(`${BESIDE_SCALE}$`);
const SCALE_STANDS_BEFORE = new RegExp(`^${BESIDE_SCALE}`);
const GLYPHS = new Map(
  Object.entries({
    "¼": "1/4", "½": "1/2", "¾": "3/4", "⅐": "1/7", "⅑": "1/9", "⅒": "1/10", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
  }).map(([glyph, value]) => [glyph, Fraction.of(value)]),
);
const whole = (value) => new Fraction(value);
const quantity = (value, unit, detail = "") => ({ value, unit, detail });

/** A number: `scale` is the value of its "million", else 1; `of` the whole of a ratio; `counts`: a figure whatever its size. */
class OneNumber {
  constructor(start, end, worth, { inDigits = false, isDecimal = false, scale = 1n, of = null, counts = false, bare = null } = {}) {
    Object.assign(this, { start, end, quantity: worth, inDigits, isDecimal, scale, of, counts, bare });
  }

  get isBare() {
    return this.quantity.unit === "number" && !this.quantity.detail;
  }

  get isFigure() {
    if (this.counts || !this.isBare) return true;
    return this.inDigits && (this.isDecimal || !this.quantity.value.size.isLess(TEN));
  }

  with(worth) {
    return new OneNumber(this.start, this.end, worth, this);
  }

  /** Return it with the unit of the other end of its range; `bare` keeps what it was. */
  withUnitOf(worth) {
    return new OneNumber(this.start, this.end, worth, { ...this, bare: this.quantity });
  }

  scaled(scale) {
    return this.with({ ...this.quantity, value: this.quantity.value.times(whole(scale)) });
  }
}

/** Return the number at an offset of a text in lower case, what only looks like one, or null. */
export function readNumber(grammar, text, at) {
  const { patterns } = grammar;
  const part = patterns.at("fraction", text, at);
  if (part) return fraction(grammar, text, part) ?? { start: at, end: at + part[0].length, reason: "phrase" };
  const match = patterns.at("multiple", text, at);
  if (match) {
    const [, worth] = [...grammar.multiples].find(([start]) => match[0].startsWith(start));
    return new OneNumber(at, at + match[0].length, worth);
  }
  const one = counted(grammar, text, at);
  return one && withUnit(grammar, text, one);
}

function fraction(grammar, text, match) {
  const { half, sign, low, high, whole: words, part } = match.groups;
  let value = new Fraction(1n, 2n);
  if (half === undefined && sign !== undefined) value = GLYPHS.get(sign);
  else if (half === undefined && low !== undefined) value = new Fraction(BigInt(low), BigInt(high) || 1n);
  else if (half === undefined) {
    value = new Fraction(grammar.whole.get(words), grammar.fractions.get(part));
    if (!isShare(grammar, text, match)) return null;
  }
  if (!value.isLess(ONE)) return null;
  const end = match.index + match[0].length;
  const percent = grammar.units.at("percent", text, end);
  if (percent) return new OneNumber(match.index, end + percent[0].length, quantity(value, "per cent"));
  return new OneNumber(match.index, end, quantity(value.times(HUNDRED), "per cent"));
}

/** Tell "about a third" and "a third of" from "a third time", and a share from a third person. */
function isShare({ patterns }, text, { index, 0: words }) {
  const before = index - LOOK_BACK;
  const end = index + words.length;
  if (patterns.full("person_or_fraction", words)) {
    return Boolean(patterns.search("person_shared_before", text, before, index) || patterns.at("person_shared_after", text, end));
  }
  if (!patterns.full("ordinal_or_fraction", words)) return true;
  return Boolean(
    patterns.at("shared_after", text, end) ||
      patterns.search("hedge", text, before, index) ||
      patterns.search("changed_by", text, before, index) ||
      patterns.search("other_part", text, before - LOOK_BACK, index),
  );
}

/** Return the number in digits or words at an offset, with what stands before it, or null. */
function counted(grammar, text, at) {
  const prefix = grammar.patterns.at("prefix", text, at);
  const name = prefix ? Object.keys(prefix.groups).find((one) => prefix.groups[one] !== undefined) : "";
  const found = (prefix && numeral(grammar, text, at + prefix[0].length, name)) || numeral(grammar, text, at, "");
  if (!found) return null;
  const { match, inDigits } = found;
  const isPrefixed = match.index > at;
  const [value, scale] = worthOf(grammar, match[0]);
  const end = match.index + match[0].length;
  return { start: at, end, value, scale, written: match[0], inDigits, prefix: isPrefixed ? name : "", before: isPrefixed ? prefix[0] : "" };
}

function numeral({ patterns }, text, at, prefix) {
  const digits = patterns.at(prefix === "money" ? "digits_after_a_currency" : "digits", text, at);
  if (digits) return { match: digits, inDigits: true };
  const spelled = patterns.at("spelled", text, at);
  return spelled && { match: spelled, inDigits: false };
}

const JOINED = {
  ratio: (grammar, _, one, value, { groups }) => ratio(grammar, one, value, groups.other, false),
  share: (grammar, _, one, value, { groups }) => ratio(grammar, one, value, groups.other, true),
  rate: (grammar, _, __, value, { groups }) => rate(grammar, groups.base, value),
  odds,
};

/** Return a number with its unit, or bare; a ratio that is none leaves it bare. */
function withUnit(grammar, text, one) {
  const { patterns } = grammar;
  let { value, end } = one;
  const part = patterns.at("and_a_half", text, end);
  if (part) {
    value = value.plus(added(grammar, part[0]).times(whole(one.scale)));
    end += part[0].length;
  }
  const about = patterns.at("about", text, end);
  const found = (about && unitAt(grammar, text, end + about[0].length)) || unitAt(grammar, text, end);
  const half = found?.match.groups?.half;
  if (half !== undefined) value = value.plus(added(grammar, half).times(whole(one.scale)));
  const isJoined = found && found.name in JOINED;
  const joined = isJoined ? JOINED[found.name](grammar, text, one, value, found.match) : null;
  let worth = joined?.worth ?? prefixed(grammar, one, value);
  if (found && !worth && !isJoined) worth = measured(grammar, text, one, value, found);
  const takesUnit = found && (isJoined ? joined : worth);
  return new OneNumber(one.start, takesUnit ? found.match.index + found.match[0].length : end, worth ?? quantity(value, "number"), {
    inDigits: one.inDigits,
    isDecimal: one.inDigits && (!value.isWhole || patterns.search("decimal", one.written) !== null),
    scale: one.scale,
    of: joined?.of ?? null,
    counts: counts(grammar, text, one, value, about !== null),
  });
}

function unitAt(grammar, text, at) {
  for (const name of grammar.unitNames) {
    const match = grammar.units.at(name, text, at);
    if (match) return { name, match };
  }
  return null;
}

/** Tell a number that counts for its own form: of ten or more, with decimals, about, or behind a sign of comparison. */
function counts({ rounds, vague, patterns }, text, one, value, hasAbout) {
  if (one.inDigits) return BOUND.test(text.slice(Math.max(0, one.start - 2), one.start));
  const noun = one.written.slice(one.written.lastIndexOf(" ") + 1);
  if (rounds.has(noun) && value.isLess(THOUSAND)) return !vague.has(noun);
  return !value.isLess(TEN) || hasAbout || Boolean(patterns.search("spoken_decimal", one.written));
}

/** Return "one in four" as a percentage, with its whole, or null. */
function ratio(grammar, one, value, written, isShare) {
  const [of] = worthOf(grammar, written);
  if (!ZERO.isLess(value) || !value.isLess(of) || YEAR.test(written)) return null;
  const isRound = value.equals(ONE) || (value.isWhole && !TWENTY.isLess(of)) || ROUND.test(String(of));
  if (isShare && !isRound && one.inDigits) return null;
  return { worth: quantity(value.over(of).times(HUNDRED), "per cent"), of };
}

/** Return a rate by its base, in digits or in words; per hundred is a percentage. */
function rate({ scales, words }, written, value) {
  const digits = written.replace(/[^0-9]/g, "");
  if (digits.length > LONGEST_BASE) return null;
  const base = digits ? BigInt(digits) : (scales.get(written) ?? words.get(written));
  if (base === 100n) return { worth: quantity(value, "per cent") };
  return base > 100n ? { worth: quantity(value, "rate", `per ${base}`) } : null;
}

/** Return the odds of "3:1" or "three to one", or null for votes, goals and the ends of a range. */
function odds(grammar, text, one, value, match) {
  const { patterns } = grammar;
  const [other] = worthOf(grammar, match.groups.other);
  if (!ZERO.isLess(value) || !ZERO.isLess(other)) return null;
  const joint = match[0].slice(0, match[0].lastIndexOf(match.groups.other));
  const before = one.start - LOOK_BACK;
  if (!patterns.search("odds_after", text, before, one.start)) {
    const isNamed = joint.includes(":") || (other.equals(ONE) && ONE.isLess(value));
    if (!isNamed || patterns.search("scores", text, before, one.start)) return null;
    if (patterns.full("range", joint) && patterns.search("from", text, before, one.start)) return null;
  }
  return { worth: quantity(value.over(other), "rate", "to 1") };
}

/** Return a quantity by what stands before its number, or null. */
function prefixed(grammar, { prefix, before }, value) {
  if (prefix === "money") return money(grammar, before, value);
  if (prefix === "multiplied") return quantity(value, "times");
  return prefix === "divided" && ONE.isLess(value) ? quantity(HUNDRED.over(value), "per cent") : null;
}

function money({ currencies }, words, value) {
  const [, name] = [...currencies].find(([mark]) => words.includes(mark));
  const [currency, part] = name.split("/");
  return quantity(value.over(whole(BigInt(part ?? 1))), "money", currency);
}

/** Return a quantity with the unit that follows its number, or null. */
function measured(grammar, text, one, value, { name, match }) {
  switch (name) {
    case "money":
      return money(grammar, match[0], value);
    case "basis_points":
      return quantity(value.over(HUNDRED), "per cent", "points");
    case "points":
      return quantity(value, "per cent", "points");
    case "percent":
      return quantity(value, "per cent");
    case "per_mille":
      return quantity(value, "rate", "per 1000");
    case "times":
      return quantity(value, "times");
    case "time":
      return quantity(value, "time", grammar.time.get(match.groups.word) + (match.groups.less === undefined ? "" : " less a day"));
    case "measure":
      return quantity(value, "number", grammar.measures.get(match.groups.word));
    default:
      return isChange(grammar, text, one, match) ? quantity(value, "per cent", "points") : null;
  }
}

/** Tell points of percentage ("up 3 points") from those of a list or a score. */
function isChange({ patterns }, text, { start }, match) {
  const after = patterns.at("change_after", text, match.index + match[0].length);
  return Boolean(after || patterns.search("changes", text, start - LOOK_BACK, start));
}

/** Return the value of a number in digits or words, and the scale at its end ("million"), else 1. */
function worthOf(grammar, written) {
  const inDigits = /[0-9]/.test(written);
  const read = inDigits ? digitsOf : spelledOf;
  let value = ZERO;
  let at = 0;
  let scale = 1n;
  for (const { index, 0: word } of grammar.patterns.all("scale_words", written)) {
    const end = index + word.length;
    scale = index ? grammar.scales.get(word) : 1n;
    if (scale > 1n && (inDigits || !grammar.words.has(word))) {
      value = value.plus(whole(scale).times(read(grammar, written.slice(at, index).replace(SCALE_FOLLOWS, ""))));
      at = end;
    }
    if (end < written.length) scale = 1n;
  }
  const rest = at ? written.slice(at).replace(SCALE_STANDS_BEFORE, "") : written;
  return [rest ? value.plus(read(grammar, rest)) : value, scale];
}

function digitsOf(grammar, written) {
  const mixed = MIXED.exec(written);
  if (mixed) return Fraction.of(mixed[1]).plus(new Fraction(BigInt(mixed[2]), BigInt(mixed[3])));
  const power = POWER.exec(written);
  if (power) return digitsOf(grammar, power[1] ?? "1").times(powerOfTen(power[2]));
  const glyph = GLYPHS.get(written.at(-1));
  if (glyph) return digitsOf(grammar, written.slice(0, -1)).plus(glyph);
  const sign = "-−".includes(written[0]) ? -1n : 1n;
  const number = written.replace(/[\s+−-]/g, "");
  const mark = grammar.patterns.all("decimal", number).at(-1)?.index ?? -1;
  const clean = (text) => text.replace(/[^0-9]/g, "");
  const value = mark < 0 ? Fraction.of(clean(number)) : Fraction.of(`${clean(number.slice(0, mark)) || "0"}.${clean(number.slice(mark + 1))}`);
  return value.times(whole(sign));
}

/** Return 10 raised to "^6", "⁶" or "⁻³". */
function powerOfTen(written) {
  const digits = [...written].map((one) => (RAISED.includes(one) ? RAISED.indexOf(one) : one)).join("");
  const size = 10n ** BigInt(digits.replace(/[^0-9]/g, ""));
  return /[-−⁻]/.test(written) ? new Fraction(1n, size) : new Fraction(size);
}

/** Return the value of number words: "four hundred and six", the "half a" of a million. */
function spelledOf(grammar, written) {
  const implied = grammar.implied.get(written);
  if (implied) return implied;
  const joint = grammar.patterns.search("spoken_decimal", written);
  if (joint) {
    const decimals = spokenDigits(grammar, written.slice(joint.index + joint[0].length));
    return spelledOf(grammar, written.slice(0, joint.index)).plus(Fraction.of(`0.${decimals}`));
  }
  let total = ZERO;
  let current = ZERO;
  for (const { 0: word, groups } of grammar.patterns.all("number_words", written)) {
    const isRound = grammar.rounds.has(word);
    const value = whole(grammar.words.get(word) || grammar.rounds.get(word) || 0n);
    const times = () => (current.equals(ZERO) ? ONE : current).times(value);
    if (groups.part !== undefined) current = current.plus(added(grammar, word));
    else if ((isRound && !value.isLess(THOUSAND)) || value.equals(THOUSAND)) {
      total = total.plus(times());
      current = ZERO;
    } else if (value.equals(HUNDRED) || isRound) current = times();
    else current = current.plus(value);
  }
  return total.plus(current);
}

/** Return the digits of "oh four" or "twenty-eight" after a decimal point. */
function spokenDigits(grammar, written) {
  const digits = grammar.patterns.all("number_words", written).map(([word]) => grammar.words.get(word) ?? 10n);
  if (digits.every((digit) => digit < 10n)) return digits.join("");
  const first = digits.findIndex((digit) => digit !== 0n);
  return "0".repeat(first) + spelledOf(grammar, written);
}

/** Return what "and a half" adds. */
function added(grammar, part) {
  const [, value] = [...grammar.added].find(([word]) => part.endsWith(word));
  return value;
}
