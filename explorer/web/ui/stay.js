// What stays in view while its explorer is scrolled through.

const SHARE = 1 / 3; // of the window's height: what takes more would leave the picture no room

/**
 * hear(height) is told the pixels that it takes while it stays. Returns how to stop.
 * @param {HTMLElement} root
 * @param {(height: number) => void} hear
 */
export function stay(root, hear = () => {}) {
  const judge = () => {
    const height = root.offsetHeight;
    const stays = height <= SHARE * globalThis.innerHeight;
    root.classList.toggle("diffsort-stays", stays);
    hear(stays ? height : 0);
  };
  const sized = new ResizeObserver(judge);
  sized.observe(root);
  globalThis.addEventListener("resize", judge);
  return () => {
    sized.disconnect();
    globalThis.removeEventListener("resize", judge);
  };
}
