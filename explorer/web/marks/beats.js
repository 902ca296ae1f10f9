// The beats of a layer: its pairs come forward, it is said what becomes of them, they move.

/** Where the beats begin, in parts of a layer. */
const BEATS = [0, 0.25, 0.5];

/**
 * An eased way from 0 to 1 between two moments.
 * @param {number} t
 * @param {number} from
 * @param {number} to
 */
export const eased = (t, from, to) => {
  const done = Math.min(Math.max((t - from) / (to - from), 0), 1);
  return done * done * (3 - 2 * done);
};

/**
 * How much of each beat is over when so much of a layer is: how far the pairs are `forward`, how
 * much of the `verdict` is to be seen, how far the values have `moved`, and how far the pairs have
 * `settled` again among the others. All go from 0 to 1, and each begins when the one before is
 * over, but that the pairs settle as they arrive.
 * @param {number} t
 */
export const beats = (t) => ({
  forward: eased(t, 0, 0.2),
  verdict: eased(t, 0.25, 0.4),
  moved: eased(t, 0.5, 0.95),
  settled: eased(t, 0.85, 1),
});

/** A playhead nearer to a beat than this is at it. */
const NEAR = 1e-6;

/**
 * Where the beat begins that the playhead is in.
 * @param {number} position
 */
export function beatAt(position) {
  const layer = Math.floor(position);
  return layer + Math.max(...BEATS.filter((beat) => beat <= position - layer));
}

/**
 * Where the next beat begins, or the next layer.
 * @param {number} position
 */
export function beatAfter(position) {
  const layer = Math.floor(position + NEAR);
  return layer + (BEATS.find((beat) => beat > position - layer + NEAR) ?? 1);
}

/**
 * Where the beat begins before the playhead.
 * @param {number} position
 */
export const beatBefore = (position) => beatAt(Math.max(position - NEAR, 0));
