// Exact numbers, as Python's fractions are: no figure may change by rounding.

const gcd = (one, other) => (other ? gcd(other, one % other) : one);
const abs = (value) => (value < 0n ? -value : value);

/** A whole number over another. */
export class Fraction {
  constructor(above, below = 1n) {
    const sign = below < 0n ? -1n : 1n;
    const common = gcd(abs(above), abs(below)) || 1n;
    this.above = (sign * above) / common;
    this.below = (sign * below) / common;
  }

  /** Return the value of "12", "1/2" or "0.35". */
  static of(written) {
    const [above, below] = written.split("/");
    if (below) return new Fraction(BigInt(above), BigInt(below));
    const [whole, decimals = ""] = written.split(".");
    return new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }

  plus({ above, below }) {
    return new Fraction(this.above * below + above * this.below, this.below * below);
  }

  times({ above, below }) {
    return new Fraction(this.above * above, this.below * below);
  }

  over({ above, below }) {
    return new Fraction(this.above * below, this.below * above);
  }

  isLess({ above, below }) {
    return this.above * below < above * this.below;
  }

  equals({ above, below }) {
    return this.above === above && this.below === below;
  }

  get isWhole() {
    return this.below === 1n;
  }

  get size() {
    return new Fraction(abs(this.above), this.below);
  }

  toString() {
    return this.isWhole ? `${this.above}` : `${this.above}/${this.below}`;
  }
}

export const ZERO = new Fraction(0n);
export const ONE = new Fraction(1n);
export const HUNDRED = new Fraction(100n);
export const THOUSAND = new Fraction(1000n);
