// The values of a report as text.

import { plural } from "./elements.js";
import { fieldOf } from "./fields.js";
import { clock } from "./scale.js";

// What shows how certain a value is.
export const CERTAINTY = { exact: ["", "exact"], rough: ["≈", "rough: the sources leave it open, or disagree"], inferred: ["≈?", "inferred: no source says it"] };

const TIMES = /(Time|timePlayed|\.time|TimePlayed|timeToStart)$/;
const isTime = ({ field, ms }) => ms !== undefined || TIMES.test(field);

// What is reported; a value that is absent counts as nothing.
export function shown(value) {
  return textOf(value, value.value);
}

function textOf(value, datum) {
  if (datum === null || datum === undefined) return isTime(value) ? clock(0, 0) : "0";
  if (datum === true) return "1";
  if (Array.isArray(datum)) return datum.join(", ");
  if (typeof datum !== "number") return String(datum);
  if (isTime(value)) return clock(datum * 1000, 0);
  return Number.isInteger(datum) ? datum.toLocaleString("en") : datum.toLocaleString("en", { maximumSignificantDigits: 3 });
}

// Everything about a value, in sentences.
export function sentences(name, value) {
  const exactly = value.ms !== undefined && value.ms !== null ? ` (${(value.ms / 1000).toLocaleString("en", { minimumFractionDigits: 3 })} s)` : "";
  const { rule } = fieldOf(value.field);
  const absent = value.value === null ? " The record does not have it." : "";
  const others = (value.alternatives || []).map((other) => ` Or ${textOf(value, other.value)}: ${other.doubt}.`);
  return `${name}: ${shown(value)}${exactly}, ${CERTAINTY[value.certainty][1]}.${absent} ${rule}${others.join("")}`;
}

// The events that made a value, as far as is known without a second look at all events.
export function between(events) {
  if (!events) return "No event made it.";
  const [first, last] = events;
  return first === last ? `Made by event ${first}.` : `Made by events ${first} to ${last}.`;
}

export const madeBy = (events) => (events.length ? `Made by ${plural(events.length, "event")}: ` : "No event made it.");
