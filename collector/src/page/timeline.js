// Draws a session as lanes over a time axis. Received text is inserted as text only.

import { lanesOf } from "./lanes.js";
import { legendOf } from "./legend.js";
import { clock, positions, scale, ticks } from "./scale.js";
import { badge, element, MARKS, NAMES, OTHER, SEVERITIES, title } from "./shapes.js";

const GUTTER = 118;
const RIGHT = 26;
const LANE = 30;
const BAR = 20;
const PLAYHEAD = 44;
const WORST = ["error", "silent-loss", "advice"];

// Draws the events, and returns the picture and its legend. Calls `say` with a sentence about the
// element under the pointer or in focus, and `choose` with the index of the event to show.
export function draw(events, findings, width, toScale, say, choose) {
  const { times, lanes } = lanesOf(events);
  const room = Math.max(width - GUTTER - RIGHT, 240);
  const { xs, wide } = positions(events, times, GUTTER, room, toScale);
  const rows = rowsOf(lanes);
  const marksTop = 8 + (findings.length ? LANE : 0);
  const barsTop = marksTop + LANE;
  const playheadTop = barsTop + rows.length * LANE + 4;
  const bottom = playheadTop + PLAYHEAD + 6;
  const full = wide + GUTTER + RIGHT;
  const picture = { events, findings, times, xs, wide, full, marksTop, barsTop, playheadTop, bottom, stops: stopsOf(say, choose) };

  const height = bottom + 22;
  const svg = element("svg", { class: "timeline", width: full, height, viewBox: `0 0 ${full} ${height}`, role: "group", "aria-label": "Timeline of the session" },
    patterns(),
    grid(picture),
    element("path", { class: "axis", d: `M${GUTTER} ${bottom}H${GUTTER + wide}` }),
    bars(picture, rows),
    ...playhead(picture),
    marks(picture));
  return { svg, legend: legendOf(lanes, events, findings) };
}

function rowsOf(lanes) {
  const rows = [["playback", lanes.playback]];
  if (lanes.breaks.length) rows.push(["ad breaks", lanes.breaks]);
  if (lanes.ads.length) rows.push(["ads", lanes.ads]);
  if (lanes.chapters.length) rows.push(["chapters", lanes.chapters]);
  for (const [name, bars] of lanes.states) rows.push([name, bars]);
  return rows;
}

// Makes elements selectable by pointer and keyboard. All of them together are one tab stop; the
// arrow keys move between them.
function stopsOf(say, choose) {
  const stops = [];
  const pointed = (target, event, sentence) => {
    target.addEventListener("pointerenter", () => say(sentence));
    target.addEventListener("click", () => choose(event));
  };
  const focusable = (target, event, sentence) => {
    target.setAttribute("role", "button");
    target.setAttribute("aria-label", sentence);
    target.setAttribute("tabindex", stops.length === 0 ? "0" : "-1");
    const stop = stops.push(target) - 1;
    target.addEventListener("focus", () => say(sentence));
    target.addEventListener("keydown", (press) => {
      const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: stops.length - 1 }[press.key];
      if (press.key === "Enter" || press.key === " ") {
        press.preventDefault();
        choose(event);
      } else if (next !== undefined && stops[next]) {
        press.preventDefault();
        target.setAttribute("tabindex", "-1");
        stops[next].setAttribute("tabindex", "0");
        stops[next].focus();
      }
    });
    pointed(target, event, sentence);
  };
  return { pointed, focusable };
}

// Patterns, so that kinds differ in more than their colour.
function patterns() {
  const stripes = (id, path, size, kind) =>
    element("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse", class: "pattern " + kind },
      element("rect", { width: size, height: size, class: "ground" }),
      element("path", { d: path, class: "stroke" }));
  return element("defs", {},
    stripes("paused-pattern", "M2 0v6M5 0v6", 6, "paused"),
    stripes("buffering-pattern", "M-2 2l4-4M0 8l8-8M6 10l4-4", 8, "buffering"),
    stripes("skipped-pattern", "M-2 6l4 4M0 0l8 8M6-2l4 4", 8, "skipped"));
}

function laneName(name, y) {
  const text = element("text", { x: 8, y: y + 14, class: "lane" });
  text.textContent = name.length > 16 ? [...name].slice(0, 15).join("") + "…" : name;
  text.append(title(name));
  return text;
}

function grid({ times, xs, wide, bottom }) {
  const made = element("g", { class: "grid" });
  for (const tick of ticks(times, scale(times, xs), Math.max(4, Math.floor(wide / 90)))) {
    const text = element("text", { x: tick.position, y: bottom + 15, "text-anchor": "middle" });
    text.textContent = clock(tick.at, tick.digits);
    made.append(element("path", { d: `M${tick.position} 4V${bottom}` }), text);
  }
  return made;
}

function bars(picture, rows) {
  const made = element("g", { class: "bars" });
  rows.forEach(([name, items], row) => {
    const top = picture.barsTop + row * LANE;
    made.append(laneName(name, top + 1));
    if (row % 2 === 0) made.append(element("rect", { class: "stripe", x: 0, y: top - 5, width: picture.full, height: LANE }));
    for (const item of items) if (item.kind !== "over") made.append(bar(picture, top, item));
  });
  return made;
}

function bar({ times, xs, stops }, top, item) {
  const left = xs[item.from];
  const width = Math.max(xs[item.to] - left, 2);
  const label = item.label !== undefined ? item.label : NAMES[item.kind];
  const how = item.how ? ", " + item.how : "";
  const since = (at) => clock(times[at] - times[0]);
  const sentence = `${label}${how}: ${since(item.from)} to ${since(item.to)} (${clock(times[item.to] - times[item.from])} long)`;
  const group = element("g", { class: `bar ${item.kind} ${(item.how || "").replace(/ /g, "-")}`, "data-event": item.from },
    title(sentence),
    element("rect", { x: left, y: top, width, height: BAR, rx: 3 }));
  const mark = { skipped: " ⤼", "left open": " …", replaced: " ⇥", "still active": " …" }[item.how] || "";
  const most = Math.floor((width - 8) / 6.6);
  if (most >= 3) {
    const full = label + mark;
    const text = element("text", { x: left + 5, y: top + BAR - 6, class: "in-bar" });
    text.textContent = full.length <= most ? full : [...full].slice(0, most - 1).join("") + "…";
    group.append(text);
  }
  stops.pointed(group, item.from, sentence);
  return group;
}

// The playhead: a line that rises while the content plays.
function playhead({ events, xs, playheadTop }) {
  const playheads = events.map((event) => event.playerTime.playhead);
  const [low, high] = playheads.reduce(([a, b], p) => [Math.min(a, p), Math.max(b, p)], [Infinity, -Infinity]);
  const y = (playhead) => playheadTop + PLAYHEAD - 4 - ((playhead - low) / (high - low || 1)) * (PLAYHEAD - 8);
  const points = playheads.map((playhead, at) => `${xs[at].toFixed(1)} ${y(playhead).toFixed(1)}`);
  const range = element("text", { x: 8, y: playheadTop + 30, class: "lane-note" });
  range.textContent = `${Math.round(low)} – ${Math.round(high)} s`;
  return [laneName("playhead", playheadTop), range,
    element("path", { class: "playhead", d: "M" + points.join("L") }, title(`playhead: ${low} to ${high} s`))];
}

// A mark for each event, and a symbol for its findings.
function marks(picture) {
  const { events, findings, marksTop } = picture;
  const made = element("g", { class: "marks" }, laneName("events", marksTop));
  if (findings.length) made.append(laneName("findings", 8));
  const byEvent = new Map();
  for (const finding of findings) {
    if (!byEvent.has(finding.event)) byEvent.set(finding.event, []);
    byEvent.get(finding.event).push(finding);
  }
  events.forEach((event, at) => {
    made.append(mark(picture, event, at));
    if (byEvent.has(at)) made.append(...sign(picture, byEvent.get(at), at));
  });
  return made;
}

function mark({ events, xs, marksTop, stops }, event, at) {
  const [shape, kind] = Object.hasOwn(MARKS, event.eventType) ? MARKS[event.eventType] : OTHER;
  const sentence = `${event.eventType} at ${clock(event.playerTime.ts - events[0].playerTime.ts)}, playhead ${event.playerTime.playhead} s`;
  const made = element("g", { class: "mark-place", transform: `translate(${xs[at].toFixed(1)} ${marksTop + 11})`, "data-type": event.eventType },
    title(sentence), element("rect", { class: "touch", x: -5, y: -11, width: 10, height: 22 }), element("path", { d: shape, class: "mark " + kind }));
  if (kind === "ping") stops.pointed(made, at, sentence); else stops.focusable(made, at, sentence);
  return made;
}

function sign({ xs, bottom, stops }, findings, at) {
  const worst = WORST.find((severity) => findings.some((finding) => finding.severity === severity)) || "advice";
  const text = findings.map((finding) => `${SEVERITIES[finding.severity][1]}: ${finding.message}.`).join(" ");
  const made = badge(xs[at], 19, worst);
  made.prepend(title(text));
  stops.focusable(made, at, text);
  return [element("path", { class: "drop " + worst, d: `M${xs[at]} 26V${bottom}` }), made];
}
