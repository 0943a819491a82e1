// What the fields of the report are: their names, their rules, and what they are called elsewhere.

let fields = {};

export async function loadFields() {
  const response = await fetch("/page/fields");
  if (response.ok) fields = await response.json();
}

// Whether names are known; before that, paths stand for them.
export const haveFields = () => Object.keys(fields).length > 0;

const UNKNOWN = { name: "", variable: "", rule: "", source: "" };

// The field with this path, such as `states[].time`.
export const fieldOf = (path) => (Object.hasOwn(fields, path) ? fields[path] : UNKNOWN);

// Its name in reports.
export const nameOf = (path) => fieldOf(path).name || path;
