// The report of a session: the totals that Adobe's back end will make of it, live while it is open.

import { make, plural, update } from "./elements.js";
import { fieldOf, nameOf, generic } from "./fields.js";
import { clock } from "./scale.js";
import { SEVERITIES } from "./shapes.js";
import { between, CERTAINTY, madeBy, sentences, shown } from "./values.js";

const TIMES = [
  ["Media time", "sessionDetails.totalTimePlayed"], ["Content time", "sessionDetails.timePlayed"], ["Ad time", "ads"],
  ["Pause time", "sessionDetails.pauseTime"], ["Buffer time", "qoeDataDetails.bufferTime"], ["Stall time", "qoeDataDetails.stallTime"],
  ["Unique time", "sessionDetails.uniqueTimePlayed"],
];
const COUNTS = [
  ["Media starts", "sessionDetails.isViewed"], ["Content starts", "sessionDetails.isPlayed"], ["Content completes", "sessionDetails.isCompleted"],
  ["Ads", "sessionDetails.adCount"], ["Chapters", "sessionDetails.chapterCount"], ["Pauses", "sessionDetails.pauseCount"],
  ["Buffer events", "qoeDataDetails.bufferCount"], ["Errors", "qoeDataDetails.errorCount"], ["Average minute audience", "sessionDetails.averageMinuteAudience"],
];
// Those that are shown only if they say something.
const RARE = new Set(["qoeDataDetails.stallTime"]);
export const PROGRESS = [10, 25, 50, 75, 95];
const HINT = "Point at a value, or move to it with the Tab key, to see how it is made; press it to list its events.";
const CLOSINGS = {
  End: "closed by its end", Silence: "closed after 10 minutes without an event",
  Standstill: "closed after 30 minutes in which the playhead did not change", EndOfBatch: "closed with the last event of the batch",
};
const SIGNS = "≈ is roughly documented, ≈? is inferred, ± has other readings.";
// After so long over a value, its events are asked for, in milliseconds; in sessions of more events,
// only when it is pressed.
const PATIENCE = 150;
const MANY = 20_000;
const MAX_LINKS = 40;

export class Report {
  // `jump` shows an event; `mark` marks the events with these indices in the timeline.
  constructor(jump, mark) {
    Object.assign(this, { jump, mark, values: new Map(), chosen: null, asked: new Map() });
    this.state = make("p", { class: "note" });
    this.totals = make("div", {});
    this.hint = make("p", { class: "hint", role: "status" }, HINT);
    this.events = make("p", { class: "made-by", hidden: true });
    this.parts = make("div", { class: "parts" });
    this.all = make("details", { class: "all" }, make("summary", {}, "All values, with their names in XDM and Analytics"), make("div", { tabindex: "0", role: "region", "aria-label": "All values" }));
    this.all.addEventListener("toggle", () => this.showAll());
    this.section = make("section", { "aria-label": "Report" }, make("h3", {}, "Report"), this.state, this.totals, this.hint, this.events, this.parts, this.all);
    this.section.addEventListener("focusin", ({ target }) => this.look(target));
    this.section.addEventListener("pointerover", ({ target }) => this.look(target));
    this.section.addEventListener("click", ({ target }) => this.choose(target));
  }

  // Shows the report of the session as it is now.
  update(session) {
    this.session = session;
    const { report, summary, findings } = session;
    const focused = this.section.contains(document.activeElement) ? document.activeElement.dataset.value : undefined;
    this.state.textContent = report ? stateOf(report, summary) : !session.whole ? "The report is being made." : "There is no report here: an event is too large for it, or not all events are in memory. The command media-collection report makes one.";
    for (const part of [this.totals, this.hint, this.parts, this.all]) part.hidden = !report;
    if (!report) return;
    this.spoiled = spoiled(findings);
    this.values = collect(report);
    update(this.totals, this.metrics("Times", TIMES), this.metrics("Counts", COUNTS), this.progress());
    update(this.parts, this.table("Ads", report.ads, "ads", summary), this.table("Chapters", report.chapters, "chapters", summary), this.states());
    this.showAll();
    if (focused !== undefined) this.section.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    if (this.chosen !== null) this.explain(this.chosen, true);
  }

  // The progress marks that were reached: in per cent, with the index of the event.
  reached() {
    return PROGRESS.map((percent) => ({ percent, value: this.values.get(`sessionDetails.hasProgress${percent}`) }))
      .filter(({ value }) => value && value.value && value.events)
      .map(({ percent, value }) => ({ percent, event: value.events[1], sentence: sentences(nameOf(value.field), value) }));
  }

  metrics(label, metrics) {
    return make("dl", { class: "metrics", "aria-label": label }, ...metrics.filter(([, key]) => !RARE.has(key) || this.values.has(key)).map(([name, key]) =>
      make("div", { class: "metric" }, make("dt", {}, name), make("dd", {}, this.button(key, name)))));
  }

  valueOf(key) {
    if (!this.values.has(key)) this.values.set(key, nothing(key));
    return this.values.get(key);
  }

  // A value that shows how it is made.
  button(key, name) {
    const value = this.valueOf(key);
    const [sign, certainty] = CERTAINTY[value.certainty];
    const fault = this.spoiled.get(value.field);
    return make("button", { type: "button", class: `value ${value.value === null ? "absent" : ""} ${fault ? fault.severity : ""}`, "data-value": key, "aria-pressed": String(this.chosen === key) },
      make("span", { class: "spoken" }, name + ": "), value.text || shown(value),
      sign ? make("span", { class: "certainty", "aria-hidden": "true" }, sign) : null,
      value.alternatives?.length ? make("span", { class: "certainty", "aria-hidden": "true" }, "±") : null,
      fault ? make("span", { class: "fault", "aria-hidden": "true" }, SEVERITIES[fault.severity][0]) : null,
      make("span", { class: "spoken" }, `, ${certainty}${fault ? ", spoiled" : ""}`));
  }

  progress() {
    const chip = (percent) => {
      const key = `sessionDetails.hasProgress${percent}`;
      const value = this.valueOf(key);
      return make("button", { type: "button", class: `value chip ${value.value ? "set" : "absent"}`, "data-value": key, "aria-pressed": String(this.chosen === key) },
        `${percent} %`, make("span", { class: "spoken" }, value.value ? " is reached" : " is not reached"));
    };
    return make("dl", { class: "metrics", "aria-label": "Progress" },
      make("div", { class: "metric" }, make("dt", {}, "Progress markers"), make("dd", { class: "chips" }, ...PROGRESS.map(chip))));
  }

  // Ads or chapters, each with its time.
  table(heading, { list, more }, kind, summary) {
    if (list.length === 0) return null;
    const path = kind === "ads" ? "advertisingDetails.timePlayed" : "chapterDetails.timePlayed";
    const rows = list.map((part) => {
      const key = `${kind} ${part.record}`;
      this.values.set(key, { field: path, xdm: path, record: part.record, value: part.seconds, ms: part.ms ?? undefined, certainty: part.certainty || "exact", alternatives: part.alternatives, events: part.events });
      const how = part.completed ? "completed" : part.open && !summary.closed ? "open" : "not completed";
      return make("tr", {}, make("td", {}, part.name || "(no name)"), make("td", { class: "number" }, part.position === null ? "" : String(part.position)),
        make("td", { class: "number" }, this.button(key, `${part.name}, time`)), make("td", { class: "number" }, part.length === null ? "" : clock(part.length * 1000, 0)), make("td", {}, how));
    });
    return make("div", { class: "part" }, make("table", {}, make("caption", {}, `${heading} (${(list.length + more).toLocaleString("en")})`),
      head("name", "position", "time", "length", "end"), make("tbody", {}, ...rows)),
    more ? make("p", { class: "note" }, `and ${more.toLocaleString("en")} more, which are not listed`) : null);
  }

  states() {
    const names = [...this.values.values()].filter(({ field }) => field === "states[].name");
    if (names.length === 0) return null;
    return make("div", { class: "part" }, make("table", { class: "numbers" }, make("caption", {}, "Player states"), head("name", "count", "time"),
      make("tbody", {}, ...names.map(({ value }) => make("tr", {}, make("td", {}, value || "(no name)"),
        ...["count", "time"].map((member) => make("td", { class: "number" }, this.button(`states[${value}].${member}`, `${value}, ${member}`))))))));
  }

  // Every value, made when it is opened.
  showAll() {
    if (!this.all.open || !this.session?.report) return;
    const rows = this.session.report.values.map((value) => {
      const { variable } = fieldOf(value.field);
      const events = value.events ? (value.events[0] === value.events[1] ? String(value.events[0]) : `${value.events[0]} – ${value.events[1]}`) : "";
      return make("tr", {}, make("td", {}, nameOf(value.field)), make("td", {}, value.value === null ? "–" : shown(value)), make("td", {}, value.certainty),
        make("td", { class: "number" }, events), make("td", {}, make("code", {}, value.xdm)), make("td", {}, make("code", {}, variable)));
    });
    update(this.all.lastChild, make("table", {}, head("name", "value", "certainty", "events", "XDM", "Analytics"), make("tbody", {}, ...rows)));
  }

  // The pointer or the focus is on a value.
  look(target) {
    const key = target.closest?.("[data-value]")?.dataset.value;
    if (key === undefined || key === this.seen) return;
    this.seen = key;
    clearTimeout(this.waiting);
    if (this.chosen !== null && this.chosen !== key) this.hideEvents();
    const value = this.values.get(key);
    this.say(key, between(value.events));
    this.mark(value.events || []);
    if (this.session.events.length <= MANY) this.waiting = setTimeout(() => this.explain(key, false), PATIENCE);
  }

  choose(target) {
    const button = target.closest?.("[data-value]");
    if (!button) return;
    const key = button.dataset.value;
    this.look(target);
    clearTimeout(this.waiting);
    const isChosen = this.chosen === key;
    this.hideEvents();
    if (isChosen) return;
    this.chosen = key;
    button.setAttribute("aria-pressed", "true");
    this.explain(key, true);
  }

  hideEvents() {
    this.chosen = null;
    this.events.hidden = true;
    for (const one of this.section.querySelectorAll('[aria-pressed="true"]')) one.setAttribute("aria-pressed", "false");
  }

  say(key, made) {
    const value = this.values.get(key);
    const fault = this.spoiled.get(value.field);
    const faults = fault ? ` Spoiled: ${[...fault.messages].join("; ")}.` : "";
    this.hint.textContent = `${sentences(value.name || nameOf(value.field), value)} ${made}${faults}`;
  }

  // Asks for all events that made a value, and marks them; lists them if the value was chosen.
  async explain(key, isChosen) {
    const { id, summary } = this.session;
    const value = this.values.get(key);
    const asked = `${key} ${summary.version}`;
    if (!this.asked.has(asked)) {
      if (this.asked.size > 100) this.asked.clear();
      const path = [id, "explain", value.record ?? "all", value.xdm].map(encodeURIComponent).join("/");
      const response = await fetch(`/page/session/${path}`);
      // A collector that cannot say now is asked again.
      if (response.status !== 503) this.asked.set(asked, response.ok ? await response.json() : null);
    }
    const events = this.asked.get(asked) ?? null;
    if (events === null || this.session.id !== id || (this.seen !== key && this.chosen !== key)) return;
    if (this.seen === key) {
      this.say(key, `${madeBy(events)}${listed(events)}`);
      this.mark(events);
    }
    if (!isChosen || this.chosen !== key) return;
    const link = (event) => make("button", { type: "button", class: "link", onclick: () => this.jump(event), "aria-label": `event ${event}` }, String(event));
    this.events.hidden = false;
    this.events.replaceChildren(`Events of ${value.name || nameOf(value.field)}: `, ...events.slice(0, MAX_LINKS).map(link),
      events.length > MAX_LINKS ? ` and ${plural(events.length - MAX_LINKS, "other")}` : "", events.length === 0 ? "none" : "");
  }
}

const nothing = (key) => ({ field: key, xdm: key, value: null, certainty: "exact", events: null });
const listed = (events) => (events.length === 0 ? "" : `${events.slice(0, MAX_LINKS).join(", ")}${events.length > MAX_LINKS ? ", …" : ""}.`);
const head = (...names) => make("thead", {}, make("tr", {}, ...names.map((name) => make("th", { scope: "col" }, name))));

function stateOf({ closing }, summary) {
  const what = closing ? `What Adobe will make of the session, ${CLOSINGS[closing.reason] || "closed"}.`
    : `So far: ${summary.closed ? "as the session was left" : "as it would be reported if the session closed now"}.`;
  return `${what} ${SIGNS}`;
}

// The values by their paths, and the time of all ads, which no record has.
function collect({ values, ads }) {
  const made = new Map(values.map((value) => [value.xdm, value]));
  const ms = (path) => made.get(path)?.ms ?? 0;
  const time = ms("sessionDetails.totalTimePlayed") - ms("sessionDetails.timePlayed");
  const events = ads.list.map((ad) => ad.events).filter(Boolean);
  made.set("ads", {
    name: "Ad time", field: "advertisingDetails.timePlayed", xdm: "advertisingDetails.timePlayed", certainty: "exact",
    value: time > 0 ? Math.round(time / 1000) : null, ms: time > 0 ? time : undefined,
    events: events.length ? [events[0][0], events[events.length - 1][1]] : null,
  });
  return made;
}

// The fields that findings spoil, with the worst severity and what is wrong.
function spoiled(findings) {
  const order = Object.keys(SEVERITIES);
  const made = new Map();
  for (const { spoils, severity, message } of findings) {
    for (const path of spoils) {
      const field = generic(path);
      const before = made.get(field) || { severity, messages: new Set() };
      if (order.indexOf(severity) < order.indexOf(before.severity)) before.severity = severity;
      if (before.messages.size < 3) before.messages.add(message);
      made.set(field, before);
    }
  }
  return made;
}
