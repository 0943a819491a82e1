// The page: asks the collector what is new, lists it, and shows one session at a time.
// Whatever came from outside is put in as text, never as markup.
"use strict";

const EVERY = 1000;
const MANY_PINGS = 25;

const byId = (id) => document.getElementById(id);
const main = byId("main");

// What is shown, and what the reader set.
const shown = {
  overview: null,
  detail: null,
  version: null,
  toScale: false,
  pings: null,
  open: new Set(),
};

function make(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key === "class") made.className = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// What the address asks for: a session's id, `rejected`, or nothing.
function place() {
  const hash = location.hash.slice(1);
  try { return decodeURIComponent(hash); } catch { return hash; }
}

const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many || one + "s"}`;
const time = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const day = (at) => `${new Date(at).toLocaleDateString()}, ${time(at)}`;

const CLOSED = {
  ended: ["ended", "by its sessionEnd"],
  uploaded: ["received whole", "sent in one payload"],
  idle: ["timed out", "no event for too long: further events get 410"],
  still: ["timed out", "the playhead did not move for too long: further events get 410"],
  crowded: ["closed", "too many sessions were open, and this was idle for longest: further events get 410"],
  "not-stored": ["closed", "an event of it could not be stored"],
};
const ORIGINS = {
  online: "online, event by event",
  downloaded: "downloaded, to /api/v1/downloaded",
  "legacy-batch": "downloaded, in the deprecated form to /api/v1/sessions",
};

function badges(summary, long) {
  const made = make("span", { class: "badges" });
  const add = (kind, sign, count, one, many) => {
    if (count === 0) return;
    const text = long ? ` ${plural(count, one, many)}` : ` ${count}`;
    made.append(make("span", { class: "badge " + kind, title: plural(count, one, many) }, make("span", { "aria-hidden": "true" }, sign), text,
      long ? null : make("span", { class: "spoken" }, " " + (count === 1 ? one : many))));
  };
  add("rejected", "⊘", summary.refused, "rejected request", "rejected requests");
  add("error", "✖", summary.errors, "error", "errors");
  add("silent-loss", "!", summary.losses, "event whose data is lost", "events whose data is lost");
  add("advice", "i", summary.advice + summary.more_findings, "piece of advice", "pieces of advice");
  if (!made.hasChildNodes()) made.append(make("span", { class: "badge good" }, make("span", { "aria-hidden": "true" }, "✓"), long ? " nothing to complain about" : make("span", { class: "spoken" }, "no findings")));
  return made;
}

function entry(summary, chosen) {
  const state = summary.closed ? CLOSED[summary.closed][0] : "open";
  const named = summary.title || "(no name)";
  const button = make("button", { type: "button", class: "entry", "data-id": summary.id, "aria-current": chosen ? "true" : undefined, onclick: () => { location.hash = summary.id; } },
    make("span", { class: "row" }, make("span", { class: "name", title: named }, named), badges(summary, false)),
    make("span", { class: "row dim" },
      make("span", { class: "state " + (summary.closed || "open") }, state),
      make("span", {}, time(summary.opened))),
    make("span", { class: "row dim" },
      `${plural(summary.received, "event")} over ${Timeline.clock(summary.span, 0)}${summary.complete ? ", to the end" : ""}`));
  return make("li", {}, button);
}

function list() {
  const overview = shown.overview;
  const chosen = place();
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : undefined;
  byId("sessions").replaceChildren(...overview.sessions.map((summary) => entry(summary, summary.id === chosen)));
  if (focused) {
    const again = [...document.querySelectorAll("#sessions button")].find((button) => button.dataset.id === focused);
    if (again) again.focus();
  }
  byId("session-count").textContent = overview.sessions.length + overview.older || "";
  byId("older").textContent = overview.older ? `and ${overview.older.toLocaleString("en")} older` : "";
  const rejected = overview.refused.list.length + overview.refused.older;
  const button = byId("show-rejected");
  button.hidden = rejected === 0;
  button.toggleAttribute("aria-current", chosen === "rejected");
  button.replaceChildren(make("span", { class: "row" }, make("span", { class: "name" }, "Rejected requests"), make("span", { class: "badge rejected" }, make("span", { "aria-hidden": "true" }, "⊘"), ` ${rejected}`)));
  document.title = `Collector (${overview.sessions.length + overview.older})`;
}

function pretty(text) {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
}

function rejection(rejected) {
  const rest = rejected.bytes > new Blob([rejected.body]).size ? ` (the beginning of ${plural(rejected.bytes, "byte")})` : "";
  return make("article", { class: "rejection" },
    make("h3", {}, make("span", { class: "badge rejected" }, make("span", { "aria-hidden": "true" }, "⊘"), ` ${rejected.status}`), " ", make("code", {}, `${rejected.method} ${rejected.path}`), " ", make("time", { class: "dim" }, day(rejected.at))),
    make("p", {}, rejected.message),
    rejected.violations.length === 0 ? null : make("table", {},
      make("thead", {}, make("tr", {}, make("th", {}, "where"), make("th", {}, "what is wrong"), make("th", {}, "rule"))),
      make("tbody", {}, ...rejected.violations.map((violation) => make("tr", {}, make("td", {}, make("code", {}, violation.pointer || "(the whole body)")), make("td", {}, violation.message), make("td", { class: "dim" }, violation.keyword))))),
    rejected.more ? make("p", { class: "note" }, `and ${plural(rejected.more, "violation")} more`) : null,
    rejected.body ? make("details", {}, make("summary", {}, "body" + rest), make("pre", {}, pretty(rejected.body))) : null);
}

function showRejected() {
  const { list: rejected, older } = shown.overview.refused;
  main.replaceChildren(
    make("h2", {}, "Rejected requests"),
    make("p", { class: "note" }, "What the collector did not accept, the newest first. Nothing of these requests was taken."),
    ...rejected.map(rejection),
    older ? make("p", { class: "note" }, `${plural(older, "older one")} no longer kept`) : "");
}

function showWelcome() {
  const none = shown.overview.sessions.length === 0;
  main.replaceChildren(make("div", { class: "welcome" },
    make("h2", {}, none ? "Nothing received yet" : "Choose a session"),
    make("p", {}, none ? "Point a player at this address and it shows here at once:" : "Each shows as a timeline, with its events and with what is wrong about them. To report more, use this address:"),
    make("p", {}, make("code", {}, location.origin)),
    make("table", { class: "endpoints" }, make("tbody", {},
      ...[["POST /api/v1/sessions", "a sessionStart: opens a session, its id is in Location"],
        ["POST /api/v1/sessions/{id}/events", "one event of an open session"],
        ["POST /api/v1/downloaded", "a whole session, as an array of events"],
        ["GET /api/v1/schemas/{eventType}", "the JSON schema of an event"]]
        .map(([call, what]) => make("tr", {}, make("td", {}, make("code", {}, call)), make("td", {}, what)))))));
}

function meaning(event) {
  const params = event.params || {};
  const qoe = event.qoeData || {};
  const quoted = (...names) => { const name = names.find((one) => one !== undefined && one !== ""); return name === undefined ? "" : ` “${name}”`; };
  const list = (key) => (Array.isArray(params[key]) ? params[key].map((state) => (state || {})["media.state.name"]).join(", ") : "");
  switch (event.eventType) {
    case "sessionStart": return `a viewing of${quoted(params["media.name"], params["media.id"])} begins: ${params["media.contentType"]}, ${params["media.length"]} s, on ${params["media.playerName"]}${params["media.resume"] === true ? ", resumed" : ""}`;
    case "play": return "the content or ad plays";
    case "ping": return "still there";
    case "pauseStart": return "paused, or seeking";
    case "bufferStart": return "buffering, until the next play";
    case "bitrateChange": return qoe["media.qoe.bitrate"] === undefined ? "another bitrate" : `now ${qoe["media.qoe.bitrate"].toLocaleString("en")} bit/s`;
    case "error": return `an error${quoted(qoe["media.qoe.errorID"])}; playback goes on`;
    case "adBreakStart": return `ad break ${params["media.ad.podIndex"]}${quoted(params["media.ad.podFriendlyName"])} opens, at ${params["media.ad.podSecond"]} s of the content`;
    case "adStart": return `ad ${params["media.ad.podPosition"]}${quoted(params["media.ad.name"], params["media.ad.id"])} starts, ${params["media.ad.length"]} s`;
    case "adComplete": return "the ad was played to its end";
    case "adSkip": return "the ad was skipped";
    case "adBreakComplete": return "the ad break is over";
    case "chapterStart": return `chapter ${params["media.chapter.index"]}${quoted(params["media.chapter.friendlyName"])} starts`;
    case "chapterComplete": return "the chapter was played to its end";
    case "chapterSkip": return "the chapter was left early";
    case "stateStart": return `the player is now in${quoted(params["media.state.name"])}`;
    case "stateEnd": return `the player is no longer in${quoted(params["media.state.name"])}`;
    case "statesUpdate": return `player states: now in ${list("statesStart") || "none more"}; no longer in ${list("statesEnd") || "none"}`;
    case "sessionComplete": return "the content was played to its end";
    case "sessionEnd": return "the viewing is over";
    default: return "an event of another type";
  }
}

function findingRow(finding) {
  const [sign, told] = Timeline.SEVERITIES[finding.severity];
  return make("tr", { class: "finding-row " + finding.severity },
    make("td", {}),
    make("td", { colspan: "4" },
      make("span", { class: "badge " + finding.severity }, make("span", { "aria-hidden": "true" }, sign), " " + told), " ",
      finding.sentence, " ",
      make("span", { class: "dim" }, `${finding.rule} · ${finding.source}`)));
}

function eventRows(kept, at, first, findings, hidePings) {
  const event = kept.event;
  const here = findings.filter((finding) => finding.event === at);
  if (hidePings && event.eventType === "ping" && here.length === 0) return [];
  const details = make("details", { open: shown.open.has(at) }, make("summary", {}, "payload"));
  const fill = () => { if (details.open && details.children.length === 1) details.append(make("pre", {}, JSON.stringify(event, null, 2))); };
  fill();
  details.addEventListener("toggle", () => {
    if (details.open) shown.open.add(at); else shown.open.delete(at);
    fill();
  });
  const row = make("tr", { id: "event-" + at, tabindex: "-1", class: "event " + (here.length ? "has-finding" : "") },
    make("td", { class: "number dim" }, String(at)),
    make("td", { class: "number" }, Timeline.clock(event.playerTime.ts - first, 3)),
    make("td", { class: "number" }, event.playerTime.playhead.toFixed(1)),
    make("td", {}, make("span", { class: "type" }, event.eventType), " ", make("span", { class: "what" }, meaning(event))),
    make("td", { class: "payload" }, details));
  return [row, ...here.map(findingRow)];
}

function jump(at) {
  if (!byId("event-" + at)) {
    shown.pings = true;
    showDetail();
  }
  const row = byId("event-" + at);
  if (!row) return;
  row.scrollIntoView({ block: "center" });
  row.focus({ preventScroll: true });
}

function check(label, checked, change) {
  const input = make("input", { type: "checkbox" });
  input.checked = checked;
  input.addEventListener("change", () => { change(input.checked); showDetail(); });
  return make("label", { class: "check" }, input, " " + label);
}

function roomForPicture() {
  const style = getComputedStyle(main);
  return main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 2;
}

function showDetail() {
  const { summary, events, findings, refused: rejected } = shown.detail;
  const state = summary.closed ? CLOSED[summary.closed] : ["open", "more events are awaited"];
  const fact = (name, ...value) => make("div", {}, make("dt", {}, name), make("dd", {}, ...value));
  const scrolled = document.querySelector(".picture");
  const [left, top] = [scrolled ? scrolled.scrollLeft : 0, window.scrollY];
  const content = [
    make("div", { class: "heading" }, make("h2", {}, summary.title || "(no name)"), badges(summary, true)),
    make("dl", { class: "facts" },
      fact("state", make("span", { class: "state " + (summary.closed || "open"), title: state[1] }, state[0]), ` ${state[1]}`),
      fact("content", summary.content_type || "–"),
      fact("watched", summary.complete ? "to the end" : `playhead at ${summary.playhead.toFixed(1)} s`),
      fact("received", `${day(summary.opened)}, ${ORIGINS[summary.origin]}`),
      fact("id", make("code", { class: "id" }, summary.id))),
  ];
  if (events.length > 0) {
    const told = make("p", { class: "told", role: "status" }, "Point at the picture, or go through it with the arrow keys; Enter goes to the event.");
    const raw = events.map((kept) => kept.event);
    const shownFindings = findings.filter((finding) => finding.event < raw.length);
    const drawn = Timeline.draw(raw, shownFindings, roomForPicture(), shown.toScale, (text) => { told.textContent = text; }, jump);
    content.push(make("section", { "aria-label": "Timeline" }, make("div", { class: "picture" }, drawn.svg), told,
      make("div", { class: "under" }, drawn.legend, check("true to scale", shown.toScale, (on) => { shown.toScale = on; }))));
  }
  if (rejected.length > 0) {
    content.push(make("section", {}, make("h3", {}, `Rejected requests of this session (${rejected.length})`), ...rejected.map(rejection)));
  }
  if (findings.length > 0) {
    const kinds = new Map();
    for (const finding of findings) {
      const kind = finding.rule + "\n" + finding.sentence;
      if (!kinds.has(kind)) kinds.set(kind, []);
      kinds.get(kind).push(finding);
    }
    const order = Object.keys(Timeline.SEVERITIES);
    const sorted = [...kinds.values()].sort(([a], [b]) => order.indexOf(a.severity) - order.indexOf(b.severity));
    const items = sorted.slice(0, 50).map((alike) => {
      const [sign, name] = Timeline.SEVERITIES[alike[0].severity];
      const links = alike.slice(0, 12).flatMap((finding, at) => [at ? ", " : null, make("button", { type: "button", class: "link", onclick: () => jump(finding.event), "aria-label": `event ${finding.event}` }, String(finding.event))]);
      return make("li", {}, make("span", { class: "badge " + alike[0].severity }, make("span", { "aria-hidden": "true" }, sign), " " + name), " ", alike[0].sentence, " ",
        make("span", { class: "dim" }, alike.length === 1 ? "Event " : `${alike.length} times: events `, ...links.filter((link) => link !== null), alike.length > 12 ? ", …" : ""));
    });
    const rest = sorted.slice(50).flat().length + summary.more_findings;
    content.push(make("section", {}, make("h3", {}, "What is wrong"), make("ul", { class: "findings" }, ...items), rest > 0 ? make("p", { class: "note" }, `and ${plural(rest, "finding")} more`) : null));
  }
  const pings = events.filter((kept) => kept.event.eventType === "ping").length;
  const showPings = shown.pings === null ? pings <= MANY_PINGS : shown.pings;
  const first = events.length ? events[0].event.playerTime.ts : 0;
  const cut = summary.received - events.length;
  content.push(make("section", {},
    make("div", { class: "under" }, make("h3", {}, `Events (${summary.received.toLocaleString("en")})`), pings ? check(`show ${plural(pings, "ping")}`, showPings, (on) => { shown.pings = on; }) : null),
    cut > 0 ? make("p", { class: "note cut" }, `Only the first ${plural(events.length, "event")} are kept here; ${plural(cut, "further one")} arrived and were checked.`) : null,
    make("table", { class: "events" },
      make("thead", {}, make("tr", {}, ...["#", "time", "playhead", "event", "payload"].map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", {}, ...events.flatMap((kept, at) => eventRows(kept, at, first, findings, !showPings))))));
  main.replaceChildren(...content);
  const picture = document.querySelector(".picture");
  if (picture) picture.scrollLeft = left;
  window.scrollTo(0, top);
}

// Shows what the address asks for; asks for a session again only when it changed.
async function show() {
  if (!shown.overview) return;
  list();
  const chosen = place();
  if (chosen === "" || chosen === "rejected") {
    shown.detail = null;
    if (chosen === "") showWelcome(); else showRejected();
    return;
  }
  const summary = shown.overview.sessions.find((one) => one.id === chosen);
  const same = shown.detail && shown.detail.summary.id === chosen;
  if (same && summary && summary.version === shown.version) return;
  const response = await fetch("/page/session/" + encodeURIComponent(chosen));
  if (place() !== chosen) return;
  if (!response.ok) {
    shown.detail = null;
    main.replaceChildren(make("div", { class: "welcome" }, make("h2", {}, "This session is not here"), make("p", {}, "It was never received, or it is older than those that are kept.")));
    return;
  }
  const detail = await response.json();
  if (!same) {
    shown.open.clear();
    shown.pings = null;
  }
  shown.detail = detail;
  shown.version = detail.summary.version;
  showDetail();
  if (same) return;
  // On a narrow screen the session stands below the list.
  if (matchMedia("(max-width: 760px)").matches) main.scrollIntoView();
  else window.scrollTo(0, 0);
}

function live(text, good) {
  const status = byId("live");
  if (status.textContent === text) return;
  status.textContent = text;
  status.className = good ? "good" : "bad";
}

async function look() {
  try {
    const since = shown.overview ? "?since=" + shown.overview.version : "";
    const response = await fetch("/page/overview" + since);
    if (response.status === 200) {
      shown.overview = await response.json();
      await show();
    }
    live("live", true);
  } catch {
    live("the collector does not respond", false);
  }
  setTimeout(look, EVERY);
}

byId("address").textContent = location.origin;
window.addEventListener("hashchange", () => { show().then(() => main.focus({ preventScroll: true })); });
let resizing;
window.addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => { if (shown.detail) showDetail(); }, 150);
});
look();
