// Places for alphas: log10(alpha) on a scale of six decades, and a stop at each side for 0 and for
// infinity.

export const DECADES = 6;
/** Decades from the ends of the scale to the stops of 0 and infinity beyond them. */
export const GAP = 0.39;

/** A scale whose lower end is 10^low; `diverges`: alpha = 0 has no meaning (log-sum-exp). */
export class AlphaAxis {
  /**
   * @param {number} low
   * @param {boolean} diverges
   */
  constructor(low, diverges) {
    this.low = low;
    this.high = low + DECADES;
    this.diverges = diverges;
    /** The places of 0 and of infinity. */
    this.ends = [low - GAP, this.high + GAP];
  }

  /**
   * Where alpha stands; one beyond the scale stands at its end.
   * @param {number} alpha
   */
  place(alpha) {
    if (alpha === 0 || alpha === Infinity) return this.ends[Number(alpha > 0)];
    return this.#within(Math.log10(alpha));
  }

  /**
   * The alpha of a place, in four digits: 0 and infinity from half-way to their stops on.
   * @param {number} place
   */
  alphaAt(place) {
    if (place > this.high + GAP / 2) return Infinity;
    if (place < this.low - GAP / 2 && !this.diverges) return 0;
    return Number((10 ** this.#within(place)).toPrecision(4));
  }

  /** @param {number} place */
  #within(place) {
    return Math.min(Math.max(place, this.low), this.high);
  }
}
