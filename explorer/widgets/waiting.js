// Says in words that nothing answers what a person did: the kernel is busy or gone, or the page has none.

const SILENCE = "Nothing answers: the kernel is busy, or gone. If it was restarted, run this cell again; in a saved page the picture cannot change.";
const [ASK, GIVE_UP] = [2000, 4000]; // milliseconds after what a person did

// Watches all widgets of the explorer that a node stands in. Not everything that a person does changes something: when nothing
// has come for a while, ask(), which the kernel answers. Returns how to say that something came, and how to stop.
function watchAnswers(node, ask) {
  const words = element("p", { class: "diffsort-silence", role: "alert" });
  node.append(words);
  const explorerOf = (part) => part.closest(".diffsort-explorer");
  let timers = [];
  let unanswered = []; // what those who asked do when nothing answers
  const answered = () => {
    timers.forEach(clearTimeout);
    [timers, unanswered] = [[], []];
    say(words, "");
  };
  const giveUp = () => {
    say(words, SILENCE);
    unanswered.forEach((act) => act());
  };
  const hear = ({ type, target, detail }) => {
    if (!explorerOf(node) || explorerOf(target) !== explorerOf(node)) return;
    if (type === ANSWERED) return answered();
    if (detail.silent) unanswered.push(detail.silent);
    if (!timers.length) timers = [setTimeout(() => attempt(ask), detail.wait - GIVE_UP + ASK), setTimeout(giveUp, detail.wait)];
  };
  for (const type of [ASKED, ANSWERED]) document.addEventListener(type, hear);
  const stop = () => {
    answered();
    for (const type of [ASKED, ANSWERED]) document.removeEventListener(type, hear);
  };
  return { answered, stop };
}
