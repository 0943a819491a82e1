// Playheads as text: a time in the content, or the time of day that a live playhead means.

import { clock } from "./scale.js";

const DAY = 86_400; // seconds
// A playhead may be so far from the time of day of its event, in seconds. Time zones differ by
// quarters of an hour.
const NEAR = 150;
const QUARTER = 900;

// A playhead beyond this is hardly a time in the content, and is written as the number that it is.
const MAX_TIME = 1e6; // seconds
// Beyond this it is not drawn.
export const MAX = 1e12; // seconds

const LIVE = /^(live|linear)$/i;

// Whether the playheads of these events are seconds of the day.
export function areOfDay(contentType, events) {
  if (!LIVE.test(contentType)) return false;
  const start = events[0];
  if (((start && start.event.params) || {})["media.length"] === DAY) return true;
  const moving = events.slice(0, 20).find(({ event }) => event.playerTime.playhead > 0);
  if (!moving) return false;
  const { ts, playhead } = moving.event.playerTime;
  if (playhead >= DAY) return false;
  const off = Math.abs(playhead - (ts / 1000) % DAY) % QUARTER;
  return Math.min(off, QUARTER - off) <= NEAR && playhead >= QUARTER;
}

// Writes playheads: `ofDay` for those of a live session.
export function playheads(ofDay) {
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const timeOfDay = (playhead, digits) => {
    if (!(playhead >= 0 && playhead < DAY)) return `${playhead.toFixed(digits)} s`;
    const parts = 10 ** digits;
    const all = Math.floor(playhead * parts);
    const seconds = Math.floor(all / parts);
    const fraction = digits ? "." + String(all % parts).padStart(digits, "0") : "";
    return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`;
  };
  return {
    ofDay,
    // In a table.
    exact: (playhead) => (ofDay && playhead !== 0 ? timeOfDay(playhead, 1) : playhead.toFixed(1)),
    // In a sentence.
    text: (playhead) => {
      if (Math.abs(playhead) > MAX_TIME) return `${playhead} s`;
      return ofDay ? timeOfDay(playhead, 0) : clock(playhead * 1000, playhead % 1 ? 1 : 0);
    },
  };
}
