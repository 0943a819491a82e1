// Makes elements of the page. Received text is inserted as text, never as markup.

export const byId = (id) => document.getElementById(id);

export function make(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key === "class") made.className = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many || one + "s"}`;
export const time = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
export const day = (at) => `${new Date(at).toLocaleDateString()}, ${time(at)}`;

// A symbol, hidden from screen readers, and its text.
export const signed = (kind, sign, ...text) => make("span", { class: "badge " + kind }, make("span", { "aria-hidden": "true" }, sign), ...text);

// The counts of a session's findings and rejected requests as symbols; if `long`, with words.
export function badges(summary, long) {
  const made = make("span", { class: "badges" });
  const add = (kind, sign, count, one, many) => {
    if (count === 0) return;
    const added = signed(kind, sign, long ? ` ${plural(count, one, many)}` : ` ${count}`,
      long ? null : make("span", { class: "spoken" }, " " + (count === 1 ? one : many)));
    added.title = plural(count, one, many);
    made.append(added);
  };
  add("rejected", "⊘", summary.refused, "rejected request", "rejected requests");
  add("error", "✖", summary.errors, "error", "errors");
  add("silent-loss", "!", summary.losses, "event whose data is lost", "events whose data is lost");
  add("advice", "i", summary.advice + summary.more_findings, "piece of advice", "pieces of advice");
  if (!made.hasChildNodes()) made.append(signed("good", "✓", long ? " no findings" : make("span", { class: "spoken" }, "no findings")));
  return made;
}

// The state of a session as badges. A session that is complete is open until it ends.
export function state(summary) {
  const name = summary.closed ? CLOSED[summary.closed][0] : "open";
  const complete = make("span", { class: "state complete", title: "sessionComplete arrived: the content was played to its end" }, "complete");
  return [make("span", { class: "state " + (summary.closed || "open") }, name), summary.complete ? complete : null];
}

// Puts these children into an element; those that are equal to what it has stay as they are.
export function update(element, ...children) {
  const made = make("div", {}, ...children);
  if (element.innerHTML !== made.innerHTML) element.replaceChildren(...made.childNodes);
}

// Why a session is closed: short and long.
export const CLOSED = {
  ended: ["ended", "by its sessionEnd"],
  uploaded: ["uploaded", "in one request"],
  idle: ["timed out", "no event for too long: further events get 410"],
  still: ["timed out", "the playhead did not move for too long: further events get 410"],
  old: ["timed out", "it was open for too long: further events get 410"],
  crowded: ["closed", "too many sessions were open, and this one was idle for longest: further events get 410"],
  "not-stored": ["closed", "one of its events could not be stored"],
};
