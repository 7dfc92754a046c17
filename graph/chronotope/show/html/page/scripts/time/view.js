/** The stretch of time on show: zooming and moving it, and turning it into pixels. Seconds since 1970, local time. */

const SHORTEST = 120;

export function xOf(view, plot, time) {
  return plot.left + ((time - view.begin) / (view.end - view.begin)) * (plot.right - plot.left);
}

export function timeAt(view, plot, x) {
  return view.begin + ((x - plot.left) / (plot.right - plot.left)) * (view.end - view.begin);
}


/** Zoom by a factor; what is under the pointer stays there. */
export function zoomed(view, whole, factor, at) {
  const length = Math.min(Math.max((view.end - view.begin) * factor, SHORTEST), whole.end - whole.begin);
  const share = (at - view.begin) / (view.end - view.begin);
  return kept({ begin: at - share * length, end: at + (1 - share) * length }, whole);
}

export function moved(view, whole, seconds) {
  return kept({ begin: view.begin + seconds, end: view.end + seconds }, whole);
}

/** Move only if a time is not in view, and then so that it stands a fifth from the edge. */
export function revealing(view, whole, time) {
  const air = (view.end - view.begin) / 5;
  if (time < view.begin + air / 4) return moved(view, whole, time - air - view.begin);
  if (time > view.end - air) return moved(view, whole, time + air - view.end);
  return view;
}

function kept({ begin, end }, whole) {
  const length = Math.min(end - begin, whole.end - whole.begin);
  const start = Math.min(Math.max(begin, whole.begin), whole.end - length);
  return { begin: start, end: start + length };
}
