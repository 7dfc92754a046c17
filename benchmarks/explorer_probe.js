// Put into each page before its own scripts: when it was ready, what its steps cost, what moved. Times are milliseconds.
(() => {
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()(performance.now());

  /** Calls back when the frame that is being made is drawn: a message comes after style, layout and paint. */
  function afterThisFrame(then) {
    waiting.push(then);
    channel.port2.postMessage(null);
  }

  const shifts = [];
  const longTasks = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });

  /** Since navigation began, and where the marks stand then. The page says that it is ready; a frame must follow. */
  const ready = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.documentElement?.dataset.ready !== "true") return;
      observer.disconnect();
      requestAnimationFrame(() => afterThisFrame((at) => resolve({ at, marks: globalThis.marksOf?.() ?? [] })));
    });
    observer.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
  });

  let watched = null;

  /** Until `stop`, each event of a kind is a step. Its work: its handlers, and all frames until the next step. */
  function watch(kind) {
    const steps = [];
    const frames = [];
    const since = performance.now();
    let handling = null;
    let handled = 0;
    const begin = (event) => {
      if (kind === "pointermove" && event.buttons === 0) return;
      steps.push(0);
      handling = performance.now();
    };
    const end = () => {
      if (handling !== null) handled += performance.now() - handling;
      handling = null;
    };
    const frame = () => {
      end();
      const began = performance.now();
      if (steps.length > 0) frames.push(began);
      const before = handled;
      handled = 0;
      const step = steps.length - 1;
      afterThisFrame((at) => {
        if (step >= 0) steps[step] += before + at - began;
      });
      watched.request = requestAnimationFrame(frame);
    };
    addEventListener(kind, begin, { capture: true, passive: true });
    // Where a handler stops the event, its time is counted up to the frame.
    addEventListener(kind, end, { passive: true });
    watched = {
      request: requestAnimationFrame(frame),
      end: () => {
        removeEventListener(kind, begin, { capture: true });
        removeEventListener(kind, end);
        const intervals = frames.slice(1).map((at, index) => at - frames[index]);
        return { work: steps, intervals, longTasks: longTasks.filter((task) => task.startTime >= since).length };
      },
    };
  }

  function stop() {
    cancelAnimationFrame(watched.request);
    return watched.end();
  }

  let selected = null;

  /** From letting go of the button, as the browser timed it, until the panel is drawn with what was asked for. */
  function awaitSelection(selector) {
    selected = new Promise((resolve) => {
      const look = (since) => requestAnimationFrame(() => {
        if (document.querySelector(selector)?.checkVisibility()) afterThisFrame((at) => resolve(at - since));
        else look(since);
      });
      addEventListener("pointerup", (event) => look(event.timeStamp), { capture: true, once: true });
    });
  }

  /** How much of the page has moved since then, as the Layout Instability API counts it. */
  function shifted(since) {
    return shifts.filter((shift) => shift.startTime > since).reduce((sum, shift) => sum + shift.value, 0);
  }

  /** The longest task that has begun since then; those under 50 ms are not told. */
  function longest(since) {
    return Math.max(0, ...longTasks.filter((task) => task.startTime > since).map((task) => task.duration));
  }

  globalThis.probe = { ready, watch, stop, awaitSelection, selected: () => selected, shifted, longest };
})();
