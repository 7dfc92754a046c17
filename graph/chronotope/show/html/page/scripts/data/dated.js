/** How many of the events, dated and in the order of time, have their middles before a time. */
export function countBefore(events, time) {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle].x < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
