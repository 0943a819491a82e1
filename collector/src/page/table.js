// The table of a session's events. Of a long session only the rows in view are in the document.

import { make, plural, signed } from "./elements.js";
import { meaning } from "./meaning.js";
import { clock } from "./scale.js";
import { SEVERITIES } from "./shapes.js";

const MANY_PINGS = 25;
// A table with more rows is made in blocks of so many rows, of which those in view are filled.
const MAX_ROWS = 300;
const BLOCK = 50;
// The height of a row before it was in view, in pixels.
const ROW = 34;
// So many findings with the same message have rows of their own.
const MAX_REPEATED = 5;

export class Table {
  // `jump` is called after a jump with the row.
  constructor() {
    this.pings = null;
    this.open = new Set();
    this.rows = [];
    this.blocks = [];
    this.byBody = new WeakMap();
    this.session = null;
    this.heading = make("h3", {});
    this.choices = make("div", {});
    this.note = make("p", { class: "note cut", hidden: true });
    this.table = make("table", { class: "events" },
      make("thead", {}, make("tr", {}, ...["#", "time", "playhead", "event", "payload"].map((name) => make("th", { scope: "col", class: "column-" + (name === "#" ? "number" : name) }, name)))));
    this.section = make("section", { "aria-label": "Events" }, make("div", { class: "under" }, this.heading, this.choices), this.note, this.table);
    this.seen = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) this.byBody.get(target)?.turn(isIntersecting);
    }, { rootMargin: "1200px 0px" });
  }

  // Shows the session as it is now.
  update(session, playheads) {
    this.session = session;
    this.playheads = playheads;
    const { summary, events, whole } = session;
    this.heading.textContent = `Events (${summary.received.toLocaleString("en")})`;
    const cut = summary.received - events.length;
    this.note.hidden = cut === 0;
    this.note.textContent = whole
      ? `Only the first ${plural(events.length, "event")} can be shown; ${plural(cut, "more event")} arrived and were checked.`
      : `${plural(events.length, "event")} loaded so far.`;
    this.first = events.length ? events[0].event.playerTime.ts : 0;
    this.find();
    const pings = events.reduce((count, { event }) => count + (event.eventType === "ping"), 0);
    const showPings = this.pings === null ? pings <= MANY_PINGS : this.pings;
    this.offer(pings, showPings);
    const isShown = ({ event, index }) => showPings || event.eventType !== "ping" || this.findings.has(index);
    this.fill(events.filter(isShown));
  }

  // Sorts the findings by their events. Of those that repeat a message, only some have rows.
  find() {
    this.findings = new Map();
    const times = new Map();
    for (const finding of this.session.findings) {
      const time = (times.get(finding.message) || 0) + 1;
      times.set(finding.message, time);
      const here = this.findings.get(finding.event);
      const found = { finding, isFolded: time > MAX_REPEATED, isRepeated: time > 1 };
      if (here) here.push(found); else this.findings.set(finding.event, [found]);
    }
  }

  offer(pings, showPings) {
    const text = pings ? `show ${plural(pings, "ping")}` : "";
    if (this.choices.dataset.text === text + showPings) return;
    this.choices.dataset.text = text + showPings;
    if (pings === 0) return this.choices.replaceChildren();
    const input = make("input", { type: "checkbox", id: "show-pings" });
    input.checked = showPings;
    input.addEventListener("change", () => {
      this.pings = input.checked;
      this.update(this.session, this.playheads);
    });
    const hadFocus = this.choices.contains(document.activeElement);
    this.choices.replaceChildren(make("label", { class: "check" }, input, " " + text));
    if (hadFocus) input.focus();
  }

  // Puts these rows into the table; blocks of rows that did not change stay as they are.
  fill(rows) {
    const isLong = rows.length > MAX_ROWS;
    const size = isLong ? BLOCK : MAX_ROWS;
    const made = [];
    for (let from = 0; from < rows.length; from += size) made.push(new Block(this, from, rows.slice(from, from + size), isLong));
    let same = 0;
    while (same < made.length && same < this.blocks.length && this.blocks[same].key === made[same].key) same += 1;
    const focused = this.table.contains(document.activeElement) ? document.activeElement.closest("tr")?.id : undefined;
    const changed = this.blocks.splice(same);
    for (const block of made.slice(same)) {
      const before = changed.shift();
      this.blocks.push(block);
      if (before) {
        this.seen.unobserve(before.body);
        before.body.replaceWith(block.body);
        block.turn(before.isFilled);
      } else {
        this.table.append(block.body);
      }
      if (isLong) this.seen.observe(block.body); else block.turn(true);
    }
    for (const { body } of changed) {
      this.seen.unobserve(body);
      body.remove();
    }
    this.rows = rows;
    if (isLong) this.table.setAttribute("aria-rowcount", rows.length + 1); else this.table.removeAttribute("aria-rowcount");
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  // Scrolls to the row of the event with this index; shows hidden pings if necessary.
  jump(index) {
    let place = this.rows.findIndex((entry) => entry.index === index);
    if (place < 0) {
      if (!this.session.events.some((entry) => entry.index === index)) return;
      this.pings = true;
      this.update(this.session, this.playheads);
      place = this.rows.findIndex((entry) => entry.index === index);
    }
    this.blocks.find((block) => place < block.from + block.rows.length)?.turn(true);
    const row = document.getElementById("event-" + index);
    if (!row) return;
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
  }

  row(entry, place, isLong) {
    const { event, index } = entry;
    const found = this.findings.get(index) || [];
    const rows = found.filter(({ isFolded }) => !isFolded);
    const folded = found.filter(({ isFolded }) => isFolded).map(({ finding }) => {
      const [sign, name] = SEVERITIES[finding.severity];
      return make("span", { class: "folded", title: `${name}: ${finding.message}` }, signed(finding.severity, sign), make("span", { class: "spoken" }, `${name}: ${finding.message}`));
    });
    const row = make("tr", { id: "event-" + index, tabindex: "-1", class: "event " + (rows.length ? "has-finding" : ""), "aria-rowindex": isLong ? place + 2 : undefined },
      make("td", { class: "number dim" }, String(index)),
      make("td", { class: "number" }, clock(event.playerTime.ts - this.first, 3)),
      make("td", { class: "number" }, this.playheads.exact(event.playerTime.playhead)),
      make("td", {}, make("span", { class: "type" }, event.eventType), " ", make("span", { class: "what" }, meaning(event)), ...folded),
      make("td", { class: "payload" }, this.payload(event, index)));
    return [row, ...rows.map(findingRow)];
  }

  // The JSON of an event, which is made when it is opened.
  payload(event, index) {
    const details = make("details", { open: this.open.has(index) }, make("summary", { "aria-label": `payload of event ${index}` }, "payload"));
    const fill = () => { if (details.open && details.children.length === 1) details.append(make("pre", { tabindex: "0" }, JSON.stringify(event, null, 2))); };
    fill();
    details.addEventListener("toggle", () => {
      if (details.open) this.open.add(index); else this.open.delete(index);
      fill();
    });
    return details;
  }
}

// Some rows in sequence. Its element has either these rows, or an empty one of their height.
class Block {
  constructor(table, from, rows, isLong) {
    Object.assign(this, { table, from, rows, isLong, isFilled: false, height: rows.length * ROW });
    this.key = this.identify(table);
    this.body = make("tbody", {});
    table.byBody.set(this.body, this);
    if (isLong) this.empty();
  }

  // The same for blocks with the same rows.
  identify({ findings, playheads, first }) {
    let sum = 0;
    for (const { index } of this.rows) sum = (Math.imul(sum, 31) + index * 8 + (findings.get(index) || []).length) | 0;
    return [this.isLong, this.rows.length, this.rows[0].index, sum, playheads.ofDay, first].join(" ");
  }

  empty() {
    const cell = make("td", { colspan: "5" });
    cell.style.height = `${this.height}px`;
    this.body.replaceChildren(make("tr", { class: "space", "aria-hidden": "true" }, cell));
    this.isFilled = false;
  }

  turn(isFilled) {
    if (this.isFilled === isFilled) return;
    if (isFilled) {
      this.body.replaceChildren(...this.rows.flatMap((entry, at) => this.table.row(entry, this.from + at, this.isLong)));
      this.isFilled = true;
    } else if (!this.body.contains(document.activeElement)) {
      this.height = this.body.getBoundingClientRect().height;
      this.empty();
    }
  }
}

function findingRow({ finding, isRepeated }) {
  const { severity, message, rule, source } = finding;
  const [sign, name] = SEVERITIES[severity];
  return make("tr", { class: "finding-row " + severity },
    make("td", {}),
    make("td", { colspan: "4" }, signed(severity, sign, " " + name), " ", message, ". ",
      isRepeated ? null : make("span", { class: "dim" }, source ? `${rule} · ${source}` : rule)));
}
