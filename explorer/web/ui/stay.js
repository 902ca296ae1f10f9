// What stays in view while its explorer is scrolled through.

const SHARE = 1 / 3; // of the window's height: what takes more would leave the picture no room

/**
 * The styles of its explorer have the pixels that it takes while it stays, by the name `taken`.
 * Returns how to stop.
 * @param {HTMLElement} root
 * @param {string} taken
 */
export function stay(root, taken) {
  const judge = () => {
    const height = root.offsetHeight;
    const stays = height <= SHARE * globalThis.innerHeight;
    root.classList.toggle("diffsort-stays", stays);
    const explorer = /** @type {HTMLElement | null} */ (root.closest(".diffsort-explorer"));
    explorer?.style.setProperty(taken, `${stays ? height : 0}px`);
  };
  const sized = new ResizeObserver(judge);
  sized.observe(root);
  globalThis.addEventListener("resize", judge);
  return () => {
    sized.disconnect();
    globalThis.removeEventListener("resize", judge);
  };
}
