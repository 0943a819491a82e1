// Draws a session as lanes over a time axis. Received text is inserted as text only.

import { curve } from "./curve.js";
import { lanesOf } from "./lanes.js";
import { legendOf } from "./legend.js";
import { marks } from "./marks.js";
import { clock, positions, scale, ticks } from "./scale.js";
import { element, NAMES, title } from "./shapes.js";

const GUTTER = 118;
const RIGHT = 26;
const LANE = 30;
const BAR = 20;
const PLAYHEAD = 56;
// Bars that are narrower, in pixels, are put together with their neighbours.
const NARROW = 3;

// The most player states with a lane. The back end knows ten.
const MAX_STATES = 12;

// Draws `events`, and returns the picture, its legend, and a function that marks events in it. Calls `say` with a sentence about the
// element under the pointer or in focus, and `choose` with the index of the event to show.
export function draw({ events, findings, width, toScale, isOpen, playheads, reached, say, choose }) {
  const { times, lanes } = lanesOf(events, isOpen);
  const room = Math.max(width - GUTTER - RIGHT, 240);
  const { xs, wide } = positions(events, times, GUTTER, room, toScale);
  const rows = rowsOf(lanes);
  const marksTop = 8 + (findings.length ? LANE : 0);
  const barsTop = marksTop + LANE;
  const playheadTop = barsTop + rows.length * LANE + 4;
  const bottom = playheadTop + PLAYHEAD + 6;
  const full = wide + GUTTER + RIGHT;
  const picture = { events, findings, times, xs, wide, full, marksTop, barsTop, playheadTop, playheadHeight: PLAYHEAD, bottom, playheads, reached: reached || [], stops: stopsOf(say, choose) };

  const height = bottom + 22;
  const made = element("path", { class: "made" });
  const svg = element("svg", { class: "timeline", width: full, height, viewBox: `0 0 ${full} ${height}`, role: "group", "aria-label": "Timeline of the session" },
    patterns(),
    grid(picture),
    element("path", { class: "axis", d: `M${GUTTER} ${bottom}H${GUTTER + wide}` }),
    bars(picture, rows),
    made,
    laneName("playhead", playheadTop), ...curve(picture),
    element("g", { class: "marks" }, laneName("events", marksTop), findings.length ? laneName("findings", 8) : null, ...marks(picture)));
  const mark = (places) => made.setAttribute("d", ticksAt(places.map((at) => xs[at]), bottom));
  return { svg, legend: legendOf(lanes, events, findings), mark };
}

// A line at each of these places, and not more than one for each pixel.
function ticksAt(xs, bottom) {
  return [...new Set(xs.map((x) => Math.round(x)))].map((x) => `M${x} 4V${bottom}M${x - 3} ${bottom}h6`).join("");
}

function rowsOf(lanes) {
  const rows = [["playback", lanes.playback]];
  if (lanes.breaks.length) rows.push(["ad breaks", lanes.breaks]);
  if (lanes.ads.length) rows.push(["ads", lanes.ads]);
  if (lanes.chapters.length) rows.push(["chapters", lanes.chapters]);
  for (const [name, bars] of [...lanes.states].slice(0, MAX_STATES)) rows.push([name || "(no name)", bars]);
  const left = lanes.states.size - MAX_STATES;
  if (left > 0) rows.push([`${left.toLocaleString("en")} more states`, []]);
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
    target.dataset.stop = `${target.getAttribute("class")} ${event}`;
    const stop = stops.push(target) - 1;
    target.addEventListener("focus", () => {
      for (const other of stops) if (other.getAttribute("tabindex") === "0") other.setAttribute("tabindex", "-1");
      target.setAttribute("tabindex", "0");
      say(sentence);
    });
    target.addEventListener("keydown", (press) => {
      const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: stops.length - 1 }[press.key];
      if (press.key === "Enter" || press.key === " ") {
        press.preventDefault();
        choose(event);
      } else if (next !== undefined && stops[next]) {
        press.preventDefault();
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
    for (const item of together(items.filter((item) => item.kind !== "over"), picture.xs)) made.append(bar(picture, top, item));
  });
  return made;
}

// The bars, with narrow ones that follow each other as one.
function together(items, xs) {
  const made = [];
  for (const item of items) {
    const last = made[made.length - 1];
    if (last && xs[item.to] - xs[item.from] < NARROW && xs[item.to] - xs[last.from] < NARROW) {
      made[made.length - 1] = { from: last.from, to: item.to, kind: last.kind, count: (last.count || 1) + 1 };
    } else {
      made.push(item);
    }
  }
  return made;
}

function bar({ times, xs, stops }, top, item) {
  const left = xs[item.from];
  const width = Math.max(xs[item.to] - left, 2);
  const name = item.label !== undefined ? item.label : NAMES[item.kind];
  const label = item.count ? `${item.count} short periods` : name;
  const how = item.how ? ", " + item.how : "";
  const since = (at) => clock(times[at] - times[0]);
  const sentence = `${label}${how}: ${since(item.from)} to ${since(item.to)} (${clock(times[item.to] - times[item.from])} long)`;
  const group = element("g", { class: `bar ${item.kind} ${(item.how || "").replace(/ /g, "-")}`, "data-event": item.from },
    title(sentence),
    element("rect", { x: left, y: top, width, height: BAR, rx: 3 }));
  const mark = { skipped: " ⤼", "left open": " …", "still open": " …", replaced: " ⇥", "still active": " …" }[item.how] || "";
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
