// A small generator of random numbers that both halves have: the same seed draws the same numbers
// here and in Python (explorer/generator.py).
// Sources: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
// OOPSLA 2014 (splitmix: a counter, mixed), with the mixing of 32 bits of C. Wellons'
// hash-prospector, lowbias32, 2018.

const WORDS = 2 ** 32;
const STEP = 0x9e3779b9;

/** Draws from a seed, a whole number from 0 to 2^32 - 1. */
export class Generator {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed;
  }

  /**
   * So many whole numbers from low up to, not including, high, each as likely as any other.
   * @param {number} low
   * @param {number} high
   * @param {number} count
   */
  integers(low, high, count) {
    return Array.from({ length: count }, () => this.#whole(low, high));
  }

  /**
   * So many of the n numbers from 0 up, none of them twice, in any order.
   * @param {number} n
   * @param {number} count
   */
  choice(n, count) {
    const places = Array.from({ length: n }, (_, k) => k);
    for (let k = 0; k < count; k++) {
      const other = this.#whole(k, n);
      [places[k], places[other]] = [places[other], places[k]];
    }
    return places.slice(0, count);
  }

  /**
   * So many normal deviates, nearly: each a sum of 12 evenly drawn numbers less its mean, which never
   * leaves -6 to 6. Every step of it is exact, as those with logarithms and cosines are not.
   * @param {number} count
   */
  normals(count) {
    return Array.from({ length: count }, () => {
      const sum = this.integers(0, WORDS, 12).reduce((total, word) => total + word, 0);
      return (sum - 6 * WORDS) / WORDS;
    });
  }

  /**
   * @param {number} low
   * @param {number} high
   */
  #whole(low, high) {
    const span = high - low;
    const fair = WORDS - WORDS % span; // words from here on would favour the small numbers
    let word = this.#word();
    while (word >= fair) word = this.#word();
    return low + word % span;
  }

  #word() {
    this.#state = (this.#state + STEP) % WORDS;
    let word = this.#state;
    word = Math.imul(word ^ word >>> 16, 0x7feb352d);
    word = Math.imul(word ^ word >>> 15, 0x846ca68b);
    return (word ^ word >>> 16) >>> 0;
  }
}
