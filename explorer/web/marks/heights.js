// How high a picture may be: with what is touched above it, all of it is to be seen on one screen.

/** Pixels below which panels stand below each other, and a picture is as high as they need. */
export const NARROW = 620;
const [LAPTOP, DESK, DESK_HEIGHT] = [532, 1200, 588]; // pixels: a laptop's cell, and a wider one's

/** Pixels of a picture that has no room for all of its rows: on a stage the first ones are there. */
export const LOW = 430;

/**
 * The most pixels that a picture is high in so many across.
 * @param {number} width
 */
export const tallest = (width) => width < NARROW ? Infinity : width < DESK ? LAPTOP : DESK_HEIGHT;
