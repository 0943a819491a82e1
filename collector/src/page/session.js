// Shows one session: facts, timeline, findings, events.

import { badges, byId, CLOSED, day, make, state, update } from "./elements.js";
import { APIS, envelope } from "./envelope.js";
import { haveFields } from "./fields.js";
import { wrong } from "./findings.js";
import { areOfDay, MAX, playheads } from "./playheads.js";
import { rejection } from "./rejected.js";
import { Report } from "./report.js";
import { clock } from "./scale.js";
import { Table } from "./table.js";
import { draw } from "./timeline.js";

const ORIGINS = {
  online: "online, event by event",
  downloaded: "downloaded, to /api/v1/downloaded",
  "legacy-batch": "downloaded, in the deprecated form to /api/v1/sessions",
};
const EDGE_ORIGINS = { online: ORIGINS.online, downloaded: "downloaded, to /va/v1/downloaded" };
const HINT = "Point at the timeline, or move through it with the arrow keys; Enter jumps to the event.";

// The parts of the page that show a session, and the user's choices.
let view = null;
const choices = { toScale: false };

class View {
  constructor(id) {
    this.id = id;
    this.heading = make("div", { class: "heading" });
    this.facts = make("dl", { class: "facts" });
    this.envelope = make("div", {});
    this.cut = make("span", {});
    this.files = make("p", { class: "files" }, ...downloads(id), this.cut);
    this.picture = make("div", { class: "picture" });
    this.hint = make("p", { class: "hint", role: "status" }, HINT);
    this.legend = make("div", {});
    this.timeline = make("section", { "aria-label": "Timeline" }, this.picture, this.hint, make("div", { class: "under" }, this.legend, toScale()));
    this.rejected = make("div", {});
    this.wrong = make("div", {});
    this.table = new Table();
    this.report = new Report((index) => this.table.jump(index), (indices) => this.mark(indices));
    byId("main").replaceChildren(this.heading, this.facts, this.envelope, this.files, this.timeline, this.wrong, this.report.section, this.rejected, this.table.section);
  }

  show(session) {
    this.session = session;
    const { summary, events, findings, rejected } = session;
    this.playheads = playheads(areOfDay(summary.content_type, events));
    const jump = (index) => this.table.jump(index);
    update(this.heading, make("h2", {}, summary.title || "(no name)"), badges(summary, true));
    update(this.facts, ...facts(session, this.playheads));
    // It never changes.
    if (!this.envelope.hasChildNodes()) this.envelope.append(...[envelope(session.edge)].filter(Boolean));
    const cut = session.whole && summary.received > events.length;
    this.cut.textContent = cut ? ` (only the first ${events.length.toLocaleString("en")} are in memory)` : "";
    this.report.update(session);
    this.timeline.hidden = events.length === 0;
    if (events.length > 0) this.draw(jump);
    if (this.rejected.dataset.count !== String(rejected.length)) {
      this.rejected.dataset.count = rejected.length;
      this.rejected.replaceChildren(...(rejected.length ? [make("section", {}, make("h3", {}, `Rejected requests of this session (${rejected.length})`), ...rejected.map(rejection))] : []));
    }
    const key = [findings.length, summary.more_findings, session.findingsNumber, session.findingsNumber || summary.version, haveFields()].join(" ");
    if (this.wrong.dataset.key !== key) {
      this.wrong.dataset.key = key;
      keepOpen(this.wrong, () => this.wrong.replaceChildren(...[wrong(findings, summary.more_findings, jump)].filter(Boolean)));
    }
    this.table.update(session, this.playheads);
  }

  // Marks the events with these indices in the timeline.
  mark(indices) {
    this.marked = indices;
    this.drawn?.mark(indices.map((index) => this.places.get(index)).filter((at) => at !== undefined));
  }

  // Draws the timeline; what has the focus in it keeps the focus.
  draw(jump) {
    const { summary, events, findings } = this.session;
    const places = new Map(events.map((entry, at) => [entry.index, at]));
    this.places = places;
    const shown = findings.filter((finding) => places.has(finding.event)).map((finding) => ({ ...finding, event: places.get(finding.event) }));
    const drawn = draw({
      events: events.map((entry) => entry.event), findings: shown, width: roomForPicture(), toScale: choices.toScale,
      isOpen: !summary.closed, playheads: this.playheads,
      reached: this.report.reached().filter(({ event }) => places.has(event)).map((mark) => ({ ...mark, at: places.get(mark.event) })),
      say: (text) => { this.hint.textContent = text; },
      choose: (at) => jump(events[at].index),
    });
    const focused = this.picture.contains(document.activeElement) ? document.activeElement.dataset.stop : undefined;
    const left = this.picture.scrollLeft;
    this.drawn = drawn;
    this.picture.replaceChildren(drawn.svg);
    this.mark(this.marked || []);
    this.picture.scrollLeft = left;
    update(this.legend, drawn.legend);
    if (focused) this.picture.querySelector(`[data-stop="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

// Shows a session as far as it is loaded.
export function showSession(session) {
  if (!view || view.id !== session.id || !byId("main").contains(view.table.section)) view = new View(session.id);
  view.show(session);
}

export function redraw() {
  if (view && view.session) view.show(view.session);
}

function downloads(id) {
  const file = (name, text, title) => make("a", { href: `/page/session/${encodeURIComponent(id)}/${name}`, download: "", title }, text);
  return ["Download ",
    file("session.json", "the session", "Its events with the times of arrival, its findings and its rejected requests, as JSON"), " or ",
    file("events.json", "its events as a fixture", "The array of its events in the order of arrival, which media-collection check and report read")];
}

function facts({ summary, events }, { ofDay, text }) {
  const [, why] = summary.closed ? CLOSED[summary.closed] : ["", summary.complete ? "sessionComplete arrived; waiting for the end or for more events" : "waiting for more events"];
  const fact = (name, ...value) => make("div", {}, make("dt", {}, name), make("dd", {}, ...value));
  const length = Number(((events[0] && events[0].event.params) || {})["media.length"]);
  const of = length > 0 && length <= MAX && !ofDay ? ` of ${clock(length * 1000, 0)}` : "";
  const player = [summary.player, summary.suite && `report suite ${summary.suite}`].filter(Boolean).join(", ");
  return [
    fact("state", ...state(summary), ` ${why}`),
    fact("content", summary.content_type || "–"),
    fact("playhead", `${text(summary.playhead)}${of}${ofDay ? " (time of day)" : ""}`),
    fact("player", player || "–"),
    fact("API", APIS[summary.api]),
    fact("received", `${day(summary.opened)}, ${(summary.api === "media-edge" ? EDGE_ORIGINS : ORIGINS)[summary.origin]}`),
    fact("id", make("code", { class: "id" }, summary.id)),
  ];
}

function toScale() {
  const input = make("input", { type: "checkbox", id: "to-scale" });
  input.checked = choices.toScale;
  input.addEventListener("change", () => {
    choices.toScale = input.checked;
    redraw();
  });
  return make("label", { class: "check" }, input, " true to scale");
}

function roomForPicture() {
  const main = byId("main");
  const style = getComputedStyle(main);
  return main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 2;
}

// Changes the content of an element; the entries that are unfolded stay so.
function keepOpen(element, change) {
  const folds = () => [...element.querySelectorAll("details[data-fold]")];
  const open = new Set(folds().filter((one) => one.open).map((one) => one.dataset.fold));
  change();
  for (const one of folds()) one.open = open.has(one.dataset.fold);
}
