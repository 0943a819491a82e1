// The page: polls the collector, updates the list, and shows one session at a time.

import { byId, make } from "./elements.js";
import { list } from "./list.js";
import { showRejected } from "./rejected.js";
import { redraw, showSession } from "./session.js";

const POLL_INTERVAL = 1000; // milliseconds
const main = byId("main");

// The latest data from the collector: the lists, and the session that is shown.
const known = { overview: null, detail: null };

// The fragment of the URL: the id of a session, `rejected`, or empty.
function fragment() {
  const hash = location.hash.slice(1);
  try { return decodeURIComponent(hash); } catch { return hash; }
}

// Shows what the URL selects; requests a session again only if it changed.
async function show() {
  if (!known.overview) return;
  const chosen = fragment();
  list(known.overview, chosen);
  if (chosen === "" || chosen === "rejected") {
    known.detail = null;
    if (chosen === "") showWelcome(); else showRejected(known.overview.refused);
    return;
  }
  const summary = known.overview.sessions.find((one) => one.id === chosen);
  const same = known.detail && known.detail.summary.id === chosen;
  if (same && summary && summary.version === known.detail.summary.version) return;
  const response = await fetch("/page/session/" + encodeURIComponent(chosen));
  if (fragment() !== chosen) return;
  if (!response.ok) {
    known.detail = null;
    main.replaceChildren(make("div", { class: "welcome" }, make("h2", {}, "There is no such session"), make("p", {}, "It was never received, or it was dropped to make room for newer ones.")));
    return;
  }
  known.detail = await response.json();
  showSession(known.detail);
  if (same) return;
  // On a narrow screen the session is below the list.
  if (matchMedia("(max-width: 760px)").matches) main.scrollIntoView();
  else window.scrollTo(0, 0);
}

function showWelcome() {
  const none = known.overview.sessions.length === 0;
  main.replaceChildren(make("div", { class: "welcome" },
    make("h2", {}, none ? "Nothing received yet" : "Choose a session"),
    make("p", {}, none ? "Point a player at this address; its sessions appear here:" : "Each is shown as a timeline, with its events and what is wrong with them. To report more sessions, use this address:"),
    make("p", {}, make("code", {}, location.origin)),
    make("table", { class: "endpoints" }, make("tbody", {},
      ...[["POST /api/v1/sessions", "a sessionStart: opens a session, whose id is in the header Location"],
        ["POST /api/v1/sessions/{id}/events", "an event of an open session"],
        ["POST /api/v1/downloaded", "a complete session, as an array of events"],
        ["GET /api/v1/schemas/{eventType}", "the JSON schema of an event type"]]
        .map(([call, what]) => make("tr", {}, make("td", {}, make("code", {}, call)), make("td", {}, what)))))));
}

function showStatus(text, good) {
  const status = byId("status");
  if (status.textContent === text) return;
  status.textContent = text;
  status.className = good ? "good" : "bad";
}

async function poll() {
  try {
    const since = known.overview ? "?since=" + known.overview.version : "";
    const response = await fetch("/page/overview" + since);
    if (response.status === 200) {
      known.overview = await response.json();
      await show();
    }
    showStatus("connected", true);
  } catch {
    showStatus("the collector does not respond", false);
  }
  setTimeout(poll, POLL_INTERVAL);
}

byId("address").textContent = location.origin;
window.addEventListener("hashchange", () => { show().then(() => main.focus({ preventScroll: true })); });
let resizing;
window.addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => { if (known.detail) redraw(); }, 150);
});
poll();
