// Shows one session: facts, timeline, findings, events.

import { badges, byId, CLOSED, day, make, plural, signed } from "./elements.js";
import { meaning } from "./meaning.js";
import { rejection } from "./rejected.js";
import { clock } from "./scale.js";
import { SEVERITIES } from "./shapes.js";
import { draw } from "./timeline.js";

const MANY_PINGS = 25;
const MAX_KINDS = 50;
const MAX_LINKS = 12;

const ORIGINS = {
  online: "online, event by event",
  downloaded: "downloaded, to /api/v1/downloaded",
  "legacy-batch": "downloaded, in the deprecated form to /api/v1/sessions",
};

// The session that is shown, and the user's choices.
const view = { detail: null, toScale: false, pings: null, open: new Set() };

// Shows a session; the choices are reset if it is another one.
export function showSession(detail) {
  if (!view.detail || view.detail.summary.id !== detail.summary.id) {
    view.open.clear();
    view.pings = null;
  }
  view.detail = detail;
  redraw();
}

// Draws the session again, at the same scroll position.
export function redraw() {
  const { summary, events, findings, refused: rejected } = view.detail;
  const scrolled = document.querySelector(".picture");
  const [left, top] = [scrolled ? scrolled.scrollLeft : 0, window.scrollY];
  const content = [
    make("div", { class: "heading" }, make("h2", {}, summary.title || "(no name)"), badges(summary, true)),
    facts(summary),
  ];
  if (events.length > 0) content.push(timeline(events, findings));
  if (rejected.length > 0) {
    content.push(make("section", {}, make("h3", {}, `Rejected requests of this session (${rejected.length})`), ...rejected.map(rejection)));
  }
  if (findings.length > 0) content.push(wrong(findings, summary.more_findings));
  content.push(table(summary, events, findings));
  byId("main").replaceChildren(...content);
  const picture = document.querySelector(".picture");
  if (picture) picture.scrollLeft = left;
  window.scrollTo(0, top);
}

function facts(summary) {
  const [state, why] = summary.closed ? CLOSED[summary.closed] : ["open", "waiting for more events"];
  const fact = (name, ...value) => make("div", {}, make("dt", {}, name), make("dd", {}, ...value));
  return make("dl", { class: "facts" },
    fact("state", make("span", { class: "state " + (summary.closed || "open"), title: why }, state), ` ${why}`),
    fact("content", summary.content_type || "–"),
    fact("watched", summary.complete ? "to the end" : `playhead at ${summary.playhead.toFixed(1)} s`),
    fact("received", `${day(summary.opened)}, ${ORIGINS[summary.origin]}`),
    fact("id", make("code", { class: "id" }, summary.id)));
}

function timeline(events, findings) {
  const hint = make("p", { class: "hint", role: "status" }, "Point at the timeline, or move through it with the arrow keys; Enter jumps to the event.");
  const places = new Map(events.map((entry, at) => [entry.index, at]));
  const shown = findings.filter((finding) => places.has(finding.event)).map((finding) => ({ ...finding, event: places.get(finding.event) }));
  const say = (text) => { hint.textContent = text; };
  const drawn = draw(events.map((entry) => entry.event), shown, roomForPicture(), view.toScale, say, (at) => jump(events[at].index));
  return make("section", { "aria-label": "Timeline" }, make("div", { class: "picture" }, drawn.svg), hint,
    make("div", { class: "under" }, drawn.legend, check("true to scale", view.toScale, (on) => { view.toScale = on; })));
}

function roomForPicture() {
  const main = byId("main");
  const style = getComputedStyle(main);
  return main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 2;
}

function check(label, checked, change) {
  const input = make("input", { type: "checkbox" });
  input.checked = checked;
  input.addEventListener("change", () => { change(input.checked); redraw(); });
  return make("label", { class: "check" }, input, " " + label);
}

// The findings, the worst first; equal ones share an entry.
function wrong(findings, more) {
  const kinds = new Map();
  for (const finding of findings) {
    const kind = finding.rule + "\n" + finding.message;
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(finding);
  }
  const order = Object.keys(SEVERITIES);
  const sorted = [...kinds.values()].sort(([a], [b]) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const rest = sorted.slice(MAX_KINDS).flat().length + more;
  return make("section", {}, make("h3", {}, "What is wrong"),
    make("ul", { class: "findings" }, ...sorted.slice(0, MAX_KINDS).map(wrongKind)),
    rest > 0 ? make("p", { class: "note" }, `and ${plural(rest, "finding")} more`) : null);
}

function wrongKind(alike) {
  const [{ severity, message, sentence }] = alike;
  const [sign, name] = SEVERITIES[severity];
  const link = (finding) => make("button", { type: "button", class: "link", onclick: () => jump(finding.event), "aria-label": `event ${finding.event}` }, String(finding.event));
  const links = alike.slice(0, MAX_LINKS).flatMap((finding, at) => (at ? [", ", link(finding)] : [link(finding)]));
  return make("li", {}, signed(severity, sign, " " + name), " ", message, ". ", make("span", { class: "dim" }, sentence), " ",
    make("span", { class: "dim" }, alike.length === 1 ? "Event " : `${alike.length} times: events `, ...links, alike.length > MAX_LINKS ? ", …" : ""));
}

function table(summary, events, findings) {
  const pings = events.filter((entry) => entry.event.eventType === "ping").length;
  const showPings = view.pings === null ? pings <= MANY_PINGS : view.pings;
  const first = events.length ? events[0].event.playerTime.ts : 0;
  const cut = summary.received - events.length;
  return make("section", {},
    make("div", { class: "under" }, make("h3", {}, `Events (${summary.received.toLocaleString("en")})`), pings ? check(`show ${plural(pings, "ping")}`, showPings, (on) => { view.pings = on; }) : null),
    cut > 0 ? make("p", { class: "note cut" }, `Only the first ${plural(events.length, "event")} can be shown; ${plural(cut, "more event")} arrived and were checked.`) : null,
    make("table", { class: "events" },
      make("thead", {}, make("tr", {}, ...["#", "time", "playhead", "event", "payload"].map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", {}, ...events.flatMap((entry) => eventRows(entry, first, findings, !showPings)))));
}

// Events are in the order of the back end; their numbers say in which order they arrived.
function eventRows(entry, first, findings, hidePings) {
  const { event, index: at } = entry;
  const here = findings.filter((finding) => finding.event === at);
  if (hidePings && event.eventType === "ping" && here.length === 0) return [];
  const row = make("tr", { id: "event-" + at, tabindex: "-1", class: "event " + (here.length ? "has-finding" : "") },
    make("td", { class: "number dim" }, String(at)),
    make("td", { class: "number" }, clock(event.playerTime.ts - first, 3)),
    make("td", { class: "number" }, event.playerTime.playhead.toFixed(1)),
    make("td", {}, make("span", { class: "type" }, event.eventType), " ", make("span", { class: "what" }, meaning(event))),
    make("td", { class: "payload" }, payload(event, at)));
  return [row, ...here.map(findingRow)];
}

// The JSON of an event, which is made when it is opened.
function payload(event, at) {
  const details = make("details", { open: view.open.has(at) }, make("summary", {}, "payload"));
  const fill = () => { if (details.open && details.children.length === 1) details.append(make("pre", {}, JSON.stringify(event, null, 2))); };
  fill();
  details.addEventListener("toggle", () => {
    if (details.open) view.open.add(at); else view.open.delete(at);
    fill();
  });
  return details;
}

function findingRow(finding) {
  const [sign, name] = SEVERITIES[finding.severity];
  return make("tr", { class: "finding-row " + finding.severity },
    make("td", {}),
    make("td", { colspan: "4" }, signed(finding.severity, sign, " " + name), " ", finding.message, ". ",
      make("span", { class: "dim" }, `${finding.rule} · ${finding.source}`)));
}

// Scrolls to the row of an event; shows hidden pings if necessary.
function jump(at) {
  if (!byId("event-" + at)) {
    view.pings = true;
    redraw();
  }
  const row = byId("event-" + at);
  if (!row) return;
  row.scrollIntoView({ block: "center" });
  row.focus({ preventScroll: true });
}
