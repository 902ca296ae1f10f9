// Colours of inputs and signs: explorer/style.py has the same.

/**
 * From the least to the greatest input, evenly from dark to light, through hues that colour-blind
 * readers tell apart; each is clear of the page: at least 3 to 1, also of a dark grey one.
 */
export const INPUT_COLOURS = {
  light: [
    "#371659",
    "#2e2876",
    "#0c3b8e",
    "#075284",
    "#116675",
    "#10786a",
    "#1e895c",
    "#599346",
    "#8c9927",
  ],
  dark: [
    "#934dc5",
    "#6375e7",
    "#1c98e1",
    "#1ab0ce",
    "#21c5bc",
    "#5fd5a0",
    "#98e082",
    "#d6e552",
    "#fee6a6",
  ],
};

/** The two ends of the diverging scale: told apart by colour-blind readers. */
export const SIGNS = ["#d9660f", "#2f7ed8"];

/**
 * The colour of an input at a share (0 to 1) of the way from the least to the greatest. A share's
 * colour is worked out once: what moves asks for it at every frame.
 * @param {"light" | "dark"} theme
 * @returns {(share: number) => string}
 */
export function colourScale(theme) {
  const stops = INPUT_COLOURS[theme].map((hex) =>
    [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16))
  );
  const mixed = (/** @type {number} */ share) => {
    const at = Math.min(Math.max(Number.isFinite(share) ? share : 0.5, 0), 1) * (stops.length - 1);
    const k = Math.min(Math.floor(at), stops.length - 2);
    const parts = stops[k].map((part, i) => Math.round(part + (stops[k + 1][i] - part) * (at - k)));
    return `rgb(${parts.join(",")})`;
  };
  /** @type {Map<number, string>} */
  const known = new Map();
  return (share) => {
    const found = known.get(share);
    if (found) return found;
    const made = mixed(share);
    known.set(share, made);
    return made;
  };
}
