/** What colours stand for wherever inputs have theirs: explorer/scenes/hues.py has the same. */
export const INKS = "An input keeps its colour everywhere: dark the least, light the greatest.";
