// Time as text, and as a position in the picture.

// Beyond this a time is written as the number that it is.
const MAX = 1e15; // milliseconds

// 75.5 s as 1:15.5
export function clock(milliseconds, digits = 1) {
  if (!(Math.abs(milliseconds) < MAX)) return `${milliseconds / 1000} s`;
  const sign = milliseconds < 0 ? "−" : "";
  const parts = 10 ** digits;
  const rounded = Math.round((Math.abs(milliseconds) / 1000) * parts);
  const seconds = Math.floor(rounded / parts);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  const fraction = digits ? "." + String(rounded % parts).padStart(digits, "0") : "";
  return sign + (h ? `${h}:${two(m)}` : m) + ":" + two(s) + fraction;
}

// Pictures of more events are less wide, since their marks are put together anyway.
const MANY = 2000;

// The position of each event, in pixels: true to scale, or with a minimal space before each event
// that is not a ping, because many important events happen within a second.
export function positions(events, times, left, width, toScale) {
  const total = times[times.length - 1] - times[0] || 1;
  const room = events.map((event, at) => {
    if (at === 0 || toScale) return 0;
    if (event.eventType === "ping") return 1;
    return 16;
  });
  let least = room.reduce((sum, pixels) => sum + pixels, 0);
  const wide = Math.max(width, Math.min(least * 0.75, events.length > MANY ? 1800 : 6000));
  const shrink = Math.min(1, (wide * 0.8) / (least || 1));
  least *= shrink;
  const xs = [left];
  for (let at = 1; at < events.length; at += 1) {
    const share = (times[at] - times[at - 1]) / total;
    xs.push(xs[at - 1] + room[at] * shrink + share * (wide - least));
  }
  return { xs, wide };
}

// The position of any time between the first and the last event.
export function scale(times, xs) {
  const x = (time) => {
    let low = 0;
    let high = times.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (times[middle] <= time) low = middle; else high = middle;
    }
    const span = times[high] - times[low];
    return span > 0 ? xs[low] + ((time - times[low]) / span) * (xs[high] - xs[low]) : xs[high];
  };
  x.first = xs[0];
  return x;
}

export function ticks(times, x, most) {
  const span = times[times.length - 1] - times[0];
  const steps = [100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 9e5, 18e5, 36e5, 72e5, 216e5, 432e5, 864e5];
  const step = steps.find((candidate) => span / candidate <= most) || Math.ceil(span / most / 864e5) * 864e5;
  const made = [];
  let before = -Infinity;
  for (let at = 0; at <= span; at += step) {
    const position = at === 0 ? x.first : x(times[0] + at);
    if (position - before < 52) continue;
    made.push({ at, position, digits: step < 1000 ? 1 : 0 });
    before = position;
  }
  return made;
}
