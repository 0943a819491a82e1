// The playhead in the timeline: a line that rises while the content plays, with the progress marks
// that it reached.

import { MAX } from "./playheads.js";
import { element, title } from "./shapes.js";

// A line with more points is drawn with the lowest and the highest playhead of each pixel.
const MAX_POINTS = 2000;

export function curve({ events, xs, playheadTop, playheadHeight, playheads, reached, stops }) {
  // Before a live player knows the time of day, it is at 0.
  const counts = (playhead) => Math.abs(playhead) <= MAX && !(playheads.ofDay && playhead === 0);
  const points = events.map((event, at) => ({ at, x: xs[at], playhead: event.playerTime.playhead })).filter(({ playhead }) => counts(playhead));
  if (points.length === 0) return [];
  const [low, high] = points.reduce(([a, b], { playhead }) => [Math.min(a, playhead), Math.max(b, playhead)], [Infinity, -Infinity]);
  const y = (playhead) => playheadTop + playheadHeight - 4 - ((playhead - low) / (high - low || 1)) * (playheadHeight - 8);
  const text = (point) => `${point.x.toFixed(1)} ${y(point.playhead).toFixed(1)}`;
  const note = (line, words) => {
    const made = element("text", { x: 8, y: playheadTop + line * 14, class: "lane-note" });
    made.textContent = words;
    return made;
  };
  const range = [note(2, playheads.text(low) + " –"), note(3, playheads.text(high))];
  const line = element("path", { class: "playhead", d: "M" + thin(points).map(text).join("L") }, title(`playhead: ${playheads.text(low)} to ${playheads.text(high)}`));
  return [...range, line, ...reached.filter(({ at }) => at < events.length).map((mark) => progress(mark, xs[mark.at], y(events[mark.at].playerTime.playhead), stops))];
}

// Not more points than the picture can show.
function thin(points) {
  if (points.length <= MAX_POINTS) return points;
  const made = [];
  let column = [];
  const flush = () => {
    if (column.length === 0) return;
    const least = column.reduce((a, b) => (b.playhead < a.playhead ? b : a));
    const most = column.reduce((a, b) => (b.playhead > a.playhead ? b : a));
    const kept = new Set([column[0], least, most, column[column.length - 1]]);
    made.push(...[...kept].sort((a, b) => a.at - b.at));
    column = [];
  };
  for (const point of points) {
    if (column.length > 0 && Math.floor(point.x) !== Math.floor(column[0].x)) flush();
    column.push(point);
  }
  flush();
  return made;
}

function progress({ at, percent, sentence }, x, y, stops) {
  const label = element("text", { x: x + 5, y: y + 13, class: "progress-text" });
  label.textContent = `${percent} %`;
  const made = element("g", { class: "progress", "data-percent": percent }, title(sentence), element("circle", { cx: x, cy: y, r: 4 }), label);
  stops.focusable(made, at, sentence);
  return made;
}
