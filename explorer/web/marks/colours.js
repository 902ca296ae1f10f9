// Colours of values and signs: explorer/style.py has the same.

/**
 * From the smallest to the largest value: viridis, less the end that a light or a dark page would
 * hide.
 */
export const VALUE_COLOURS = {
  light: ["#440154", "#472c7a", "#3b518b", "#2c718e", "#21908d", "#27ad81", "#5cc863"],
  dark: ["#4f82b8", "#3f9bb5", "#2db5a0", "#3dbf7a", "#6ece58", "#b5de2b", "#fde725"],
};

/** The two ends of the diverging scale: told apart by colour-blind readers. */
export const SIGNS = ["#d9660f", "#2f7ed8"];

/**
 * The colour of a value that lies at a share (0 to 1) between the smallest and the largest.
 * @param {"light" | "dark"} theme
 * @returns {(share: number) => string}
 */
export function colourScale(theme) {
  const stops = VALUE_COLOURS[theme].map((hex) =>
    [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16))
  );
  return (share) => {
    const at = Math.min(Math.max(Number.isFinite(share) ? share : 0.5, 0), 1) * (stops.length - 1);
    const k = Math.min(Math.floor(at), stops.length - 2);
    const mixed = stops[k].map((part, i) => Math.round(part + (stops[k + 1][i] - part) * (at - k)));
    return `rgb(${mixed.join(",")})`;
  };
}
