// What the fields of the report are: their names, their rules, and what they are called elsewhere.

let fields = {};

export async function loadFields() {
  const response = await fetch("/page/fields");
  if (response.ok) fields = await response.json();
}

// Whether names are known; before that, paths stand for them.
export const haveFields = () => Object.keys(fields).length > 0;

const UNKNOWN = { name: "", variable: "", rule: "", source: "" };

// A path without the name of an entry: `states[].time` of `states[mute].time`.
export const generic = (path) => path.replace(/\[.*\]/, "[]");

// The field with this path.
export function fieldOf(path) {
  const known = generic(path);
  return Object.hasOwn(fields, known) ? fields[known] : UNKNOWN;
}

// Its name in reports.
export const nameOf = (path) => fieldOf(path).name || path;
