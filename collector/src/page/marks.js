// The marks of events and findings in the timeline. Marks that would cover each other are drawn as
// one, so that their number depends on the width of the picture only.

import { clock } from "./scale.js";
import { badge, element, MARKS, OTHER, SEVERITIES, title } from "./shapes.js";

const WORST = ["error", "silent-loss", "advice"];
// The least distance of two marks of the same kind, of any two marks, and of two findings, in pixels.
const APART_KIND = 6;
const APART = 2;
const APART_FINDINGS = 12;
const MAX_MARKS = 400;
// The most sentences that a mark says.
const MAX_SENTENCES = 5;

export function marks(picture) {
  const { events, findings } = picture;
  const byEvent = new Map();
  for (const finding of findings) {
    const here = byEvent.get(finding.event);
    if (here) here.push(finding); else byEvent.set(finding.event, [finding]);
  }
  const made = [];
  const signs = groupSigns([...byEvent.keys()].sort((left, right) => left - right), picture.xs);
  let next = 0;
  for (const group of groupMarks(events, picture.xs)) {
    while (next < signs.length && signs[next][0] < group.at) made.push(...sign(picture, signs[next++], byEvent));
    made.push(mark(picture, group));
  }
  while (next < signs.length) made.push(...sign(picture, signs[next++], byEvent));
  return made;
}

// The places of the findings' events, those that are close together in one group.
function groupSigns(places, xs) {
  const groups = [];
  for (const at of places) {
    const last = groups[groups.length - 1];
    if (last && xs[at] - xs[last[0]] < APART_FINDINGS && xs[at] - xs[last[last.length - 1]] < APART_KIND) last.push(at); else groups.push([at]);
  }
  return groups;
}

// The marks to draw. If there are too many, those of a greater distance are put together.
function groupMarks(events, xs) {
  for (let wider = 1; ; wider *= 2) {
    const groups = groupWithin(events, xs, APART_KIND * wider, APART * wider);
    if (groups.length <= MAX_MARKS) return groups;
  }
}

function groupWithin(events, xs, apartKind, apart) {
  const groups = [];
  const lastOf = new Map();
  for (let at = 0; at < events.length; at += 1) {
    const type = events[at].eventType;
    const same = lastOf.get(type);
    const last = groups[groups.length - 1];
    if (same && xs[at] - xs[same.at] < apartKind) {
      same.count += 1;
      same.to = at;
    } else if (last && type !== "ping" && last.type !== "ping" && xs[at] - xs[last.at] < apart) {
      last.count += 1;
      last.to = at;
      last.isMixed = true;
    } else {
      const group = { at, to: at, type, count: 1, isMixed: false };
      groups.push(group);
      lastOf.set(type, group);
    }
  }
  return groups;
}

function mark({ events, times, xs, marksTop, stops, playheads }, { at, to, type, count, isMixed }) {
  const [shape, kind] = Object.hasOwn(MARKS, type) && !isMixed ? MARKS[type] : OTHER;
  const since = (place) => clock(times[place] - times[0]);
  const { ts, playhead } = events[at].playerTime;
  const sentence = count === 1
    ? `${type} at ${clock(ts - events[0].playerTime.ts)}, playhead ${playheads.text(playhead)}`
    : `${count.toLocaleString("en")} events${isMixed ? "" : ` ${type}`}: ${since(at)} to ${since(to)}`;
  const made = element("g", { class: "mark-place", transform: `translate(${xs[at].toFixed(1)} ${marksTop + 11})`, "data-type": type },
    title(sentence), element("rect", { class: "touch", x: -5, y: -11, width: 10, height: 22 }), element("path", { d: shape, class: "mark " + kind }));
  if (kind === "ping") stops.pointed(made, at, sentence); else stops.focusable(made, at, sentence);
  return made;
}

function sign({ xs, bottom, stops }, places, byEvent) {
  const findings = places.flatMap((at) => byEvent.get(at));
  const worst = WORST.find((severity) => findings.some((finding) => finding.severity === severity)) || "advice";
  const times = new Map();
  for (const { severity, message } of findings) {
    const sentence = `${SEVERITIES[severity][1]}: ${message}`;
    times.set(sentence, (times.get(sentence) || 0) + 1);
  }
  const sentences = [...times].map(([sentence, count]) => `${sentence}${count > 1 ? ` (${count} times)` : ""}.`);
  const more = sentences.length > MAX_SENTENCES ? ` And ${sentences.length - MAX_SENTENCES} more.` : "";
  const text = sentences.slice(0, MAX_SENTENCES).join(" ") + more;
  const [at] = places;
  const made = badge(xs[at], 19, worst);
  made.prepend(title(text));
  stops.focusable(made, at, text);
  return [element("path", { class: "drop " + worst, d: `M${xs[at]} 26V${bottom}` }), made];
}
