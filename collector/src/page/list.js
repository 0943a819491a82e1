// The list of sessions in the sidebar. Only the entries in view are in the document.

import { badges, byId, make, plural, signed, state, time } from "./elements.js";
import { filters, matching, offer } from "./filter.js";
import { clock } from "./scale.js";
import { known } from "./sessions.js";

// How many entries above and below those in view are in the document.
const BEYOND = 6;

// The sessions that match; the chosen one; the one that has the list's tab stop; the height of an
// entry in pixels; the entries in the document by the ids of their sessions.
const view = { shown: [], places: new Map(), chosen: "", stop: null, height: 0, entries: new Map() };

function entry(summary) {
  const named = summary.title || "(no name)";
  const link = make("a", { class: "entry", "data-id": summary.id, "aria-current": summary.id === view.chosen ? "true" : undefined, href: "#" + encodeURIComponent(summary.id), tabindex: "-1" },
    make("span", { class: "row" }, make("span", { class: "name", title: named }, named), badges(summary, false)),
    make("span", { class: "row dim" }, ...state(summary), make("span", {}, time(summary.opened))),
    make("span", { class: "row dim" }, `${plural(summary.received, "event")} over ${clock(summary.span, 0)}`, summary.api === "media-edge" ? make("span", { class: "api", title: "by the Media Edge API" }, "Edge") : null, make("span", { class: "name" }, summary.player)));
  return make("li", {}, link);
}

// Starts the list.
export function start() {
  filters(refresh);
  byId("scroll").addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  new ResizeObserver(draw).observe(byId("scroll"));
  byId("sessions").addEventListener("keydown", move);
  byId("sessions").addEventListener("focusin", (event) => {
    const id = event.target.dataset.id;
    if (id) stopAt(id);
  });
  byId("search").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || view.shown.length === 0) return;
    event.preventDefault();
    focusOn(0);
  });
}

// Shows what is known, with this session marked.
export function list(chosen) {
  if (view.chosen !== chosen) {
    view.entries.get(view.chosen)?.item.firstChild.removeAttribute("aria-current");
    view.entries.get(chosen)?.item.firstChild.setAttribute("aria-current", "true");
    view.chosen = chosen;
    if (chosen) view.stop = chosen;
  }
  offer(known.sessions);
  refresh();
  const count = known.sessions.length + known.older;
  byId("session-count").textContent = count ? count.toLocaleString("en") : "";
  byId("older").textContent = known.older ? `The newest ${plural(known.sessions.length, "session")} are listed; ${known.older.toLocaleString("en")} older ones are not.` : "";
  document.title = `Collector (${count})`;
  const rejected = known.rejected.list.length + known.rejected.older;
  const link = byId("show-rejected");
  link.hidden = rejected === 0;
  link.toggleAttribute("aria-current", chosen === "rejected");
  link.replaceChildren(make("span", { class: "row" }, make("span", { class: "name" }, "Rejected requests"), signed("rejected", "⊘", ` ${rejected}`)));
}

function refresh() {
  view.shown = matching(known.sessions);
  view.places = new Map(view.shown.map((summary, place) => [summary.id, place]));
  draw();
}

// Puts the entries in view into the document, and takes others out. The one with the focus stays.
function draw() {
  const [scroll, sessions] = [byId("scroll"), byId("sessions")];
  if (view.height === 0 && view.shown.length > 0) measure(sessions);
  sessions.style.height = `${view.shown.length * view.height}px`;
  const first = Math.max(Math.floor(scroll.scrollTop / (view.height || 1)) - BEYOND, 0);
  const last = Math.ceil((scroll.scrollTop + scroll.clientHeight) / (view.height || 1)) + BEYOND;
  const wanted = new Set();
  for (let place = first; place < Math.min(last, view.shown.length); place += 1) wanted.add(place);
  if (!view.places.has(view.stop)) view.stop = view.places.has(view.chosen) ? view.chosen : view.shown[0]?.id ?? null;
  if (view.stop !== null) wanted.add(view.places.get(view.stop));
  const places = [...wanted].sort((left, right) => left - right);
  const ids = new Set(places.map((place) => view.shown[place].id));
  for (const [id, { item }] of view.entries) {
    if (!ids.has(id)) {
      item.remove();
      view.entries.delete(id);
    }
  }
  const items = places.map(itemAt);
  let before = sessions.firstChild;
  for (const item of items) {
    if (item === before) before = before.nextSibling; else sessions.insertBefore(item, before);
  }
}

// The entry of the session at this place: the one in the document, if nothing changed in it.
function itemAt(place) {
  const summary = view.shown[place];
  let made = view.entries.get(summary.id);
  if (!made || made.summary !== summary) {
    const item = entry(summary);
    if (made) {
      const isFocused = made.item.contains(document.activeElement);
      made.item.replaceWith(item);
      if (isFocused) item.firstChild.focus({ preventScroll: true });
    }
    made = { item, summary };
    view.entries.set(summary.id, made);
  }
  made.item.style.top = `${place * view.height}px`;
  made.item.setAttribute("aria-setsize", view.shown.length);
  made.item.setAttribute("aria-posinset", place + 1);
  made.item.firstChild.setAttribute("tabindex", summary.id === view.stop ? "0" : "-1");
  return made.item;
}

function measure(sessions) {
  const item = entry(view.shown[0]);
  sessions.append(item);
  view.height = item.getBoundingClientRect().height;
  item.remove();
}

function stopAt(id) {
  view.entries.get(view.stop)?.item.firstChild.setAttribute("tabindex", "-1");
  view.stop = id;
  view.entries.get(id)?.item.firstChild.setAttribute("tabindex", "0");
}

// The list is one tab stop; keys move in it.
function move(event) {
  const at = view.places.get(view.stop);
  const page = Math.max(Math.floor(byId("scroll").clientHeight / view.height) - 1, 1);
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: view.shown.length - 1 };
  if (at === undefined || moves[event.key] === undefined) return;
  event.preventDefault();
  focusOn(Math.min(Math.max(moves[event.key], 0), view.shown.length - 1));
}

function focusOn(place) {
  const scroll = byId("scroll");
  const top = place * view.height;
  if (top < scroll.scrollTop) scroll.scrollTop = top;
  if (top + view.height > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top + view.height - scroll.clientHeight;
  stopAt(view.shown[place].id);
  draw();
  view.entries.get(view.stop).item.firstChild.focus({ preventScroll: true });
}
