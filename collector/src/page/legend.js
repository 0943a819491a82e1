// The legend of a timeline; lists only the shapes that are in it.

import { badge, element, MARKS, NAMES, OTHER, SEVERITIES } from "./shapes.js";

const PLAYBACK = ["playing", "in-ad", "paused", "buffering", "starting", "in-break", "complete"];
const EVENTS = [
  ["play", "play"], ["pauseStart", "pause"], ["bufferStart", "buffering"], ["bitrateChange", "bitrate"],
  ["error", "error"], ["ping", "ping"], ["sessionComplete", "complete"], ["sessionEnd", "end"],
];

const box = (kind, how) => element("g", { class: `bar ${kind} ${how || ""}` }, element("rect", { x: -8, y: -6, width: 16, height: 12, rx: 3 }));

export function legendOf(lanes, events, findings) {
  const list = document.createElement("ul");
  list.className = "legend";
  const add = (picture, text) => {
    const entry = document.createElement("li");
    entry.append(element("svg", { width: 18, height: 14, viewBox: "-9 -7 18 14", "aria-hidden": "true" }, picture), text);
    list.append(entry);
  };

  const kinds = new Set(lanes.playback.map((item) => item.kind));
  for (const kind of PLAYBACK) if (kinds.has(kind)) add(box(kind), NAMES[kind]);
  const ended = (...hows) => [...lanes.breaks, ...lanes.ads, ...lanes.chapters].some((item) => hows.includes(item.how));
  if (ended("skipped")) add(box("ad", "skipped"), "skipped");
  if (ended("left open", "replaced")) add(box("chapter", "left-open"), "not closed");

  const types = new Set(events.map((event) => event.eventType));
  const mark = ([shape, kind]) => element("path", { d: shape, class: "mark " + kind });
  for (const [type, name] of EVENTS) if (types.has(type)) add(mark(MARKS[type]), name);
  if ([...types].some((type) => !Object.hasOwn(MARKS, type))) add(mark(OTHER), "other event");
  for (const [severity, [, name]] of Object.entries(SEVERITIES)) {
    if (findings.some((finding) => finding.severity === severity)) add(badge(0, 0, severity), "finding: " + name);
  }
  return list;
}
