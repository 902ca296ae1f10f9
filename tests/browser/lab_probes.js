// Stop-watches that run in the page, so that no message to the test disturbs what they measure.
window.labProbes = (() => {
  const within = (ms, what, promise) =>
    Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error(`${what}: not within ${ms} ms`)), ms))]);

  // Frames drawn from the first at which begun() holds to the first at which ended() holds.
  // Of those, `changes` are the frames at which sample() differs from the frame before.
  const animation = (begun, ended, sample) =>
    new Promise(done => {
      let first = null, last = null, frames = 0, changes = 0, longest = 0, seen;
      const tick = now => {
        if (first === null) {
          if (begun()) {
            first = last = now;
            seen = sample();
          }
        } else {
          frames += 1;
          longest = Math.max(longest, now - last);
          last = now;
          const sampled = sample();
          changes += sampled !== seen;
          seen = sampled;
          if (ended()) return done({ frames, changes, seconds: (now - first) / 1000, longest: longest / 1000 });
        }
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });

  // Calls back after each frame has been painted, until the callback returns true. (A message posted from an
  // animation frame arrives once that frame is on its way to the screen.)
  const afterEachPaint = callback => {
    const { port1, port2 } = new MessageChannel();
    let stop = false;
    port1.onmessage = () => {
      stop ||= callback();
      if (stop) port1.close();
    };
    const frame = () => {
      if (stop) return;
      port2.postMessage(0);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };

  // Milliseconds from the next keydown to the paint of the first change after it. A change is a mutation of the
  // attribute of an element that matches the selector or, with an event, that event of a plotly figure.
  const keyToPaint = (selector, attribute, event) =>
    new Promise(done => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`no element matches ${selector}`);
      let pressed = null, changed = false;
      const change = () => (changed ||= pressed !== null);
      const observer = new MutationObserver(all => all.some(({ target }) => target.matches(selector)) && change());
      addEventListener("keydown", key => (pressed = key.timeStamp), { capture: true, once: true });
      if (event) element.on(event, change);
      else observer.observe(document.body, { subtree: true, attributeFilter: [attribute] });
      afterEachPaint(() => {
        if (!changed) return false;
        observer.disconnect();
        if (event) element.removeListener(event, change);
        done(performance.now() - pressed);
        return true;
      });
    });

  // A probe is started by one call and read by a later one.
  const start = (ms, what, promise) => {
    window.labProbes.running = within(ms, what, promise);
    window.labProbes.running.catch(() => {});
  };

  return { within, animation, keyToPaint, start };
})();
