// Says in words that nothing answers what a person did: the kernel is busy or gone, or the page has none.

const SILENCE = "Nothing answers: the kernel is busy, or gone. If it was restarted, run this cell again; in a saved page the picture cannot change.";

// Watches all widgets of the explorer that a node stands in. Not everything that a person does changes something: when nothing
// has come for a while, ask(), which the kernel answers. Returns how to say that something came, and how to stop.
function watchAnswers(node, ask) {
  const words = element("p", { class: "diffsort-silence", role: "alert" });
  node.append(words);
  const explorerOf = (part) => part.closest(".diffsort-explorer");
  let timers = [];
  let due = Infinity; // when an answer must have come
  let unanswered = []; // what those who asked do when none has
  const rest = () => {
    timers.forEach(clearTimeout);
    [timers, due, unanswered] = [[], Infinity, []];
  };
  const answered = () => {
    rest();
    say(words, "");
  };
  const giveUp = () => {
    say(words, SILENCE);
    unanswered.forEach((act) => act());
    rest();
  };
  const hear = ({ type, target, detail }) => {
    if (!explorerOf(node) || explorerOf(target) !== explorerOf(node)) return;
    if (type === ANSWERED) return answered();
    if (detail.silent) unanswered.push(detail.silent);
    if (performance.now() + detail.wait >= due) return;
    due = performance.now() + detail.wait;
    timers.forEach(clearTimeout);
    timers = [setTimeout(() => attempt(ask), detail.wait / 2), setTimeout(giveUp, detail.wait)];
  };
  document.addEventListener(ASKED, hear);
  document.addEventListener(ANSWERED, hear);
  const stop = () => {
    rest();
    document.removeEventListener(ASKED, hear);
    document.removeEventListener(ANSWERED, hear);
  };
  return { answered, stop };
}
