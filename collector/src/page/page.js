// The page: asks the collector what is new, lists it, and shows one session at a time.

import { byId, make } from "./elements.js";
import { list } from "./list.js";
import { showRejected } from "./rejected.js";
import { redraw, showSession } from "./session.js";

const EVERY = 1000;
const main = byId("main");

// What the collector said last: the lists, and the session that is shown.
const known = { overview: null, detail: null };

// What the address asks for: the id of a session, `rejected`, or nothing.
function place() {
  const hash = location.hash.slice(1);
  try { return decodeURIComponent(hash); } catch { return hash; }
}

// Shows what the address asks for; asks for a session again only when it changed.
async function show() {
  if (!known.overview) return;
  const chosen = place();
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
  if (place() !== chosen) return;
  if (!response.ok) {
    known.detail = null;
    main.replaceChildren(make("div", { class: "welcome" }, make("h2", {}, "This session is not here"), make("p", {}, "It was never received, or it is older than those that are kept.")));
    return;
  }
  known.detail = await response.json();
  showSession(known.detail);
  if (same) return;
  // On a narrow screen the session stands below the list.
  if (matchMedia("(max-width: 760px)").matches) main.scrollIntoView();
  else window.scrollTo(0, 0);
}

function showWelcome() {
  const none = known.overview.sessions.length === 0;
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

function live(text, good) {
  const status = byId("live");
  if (status.textContent === text) return;
  status.textContent = text;
  status.className = good ? "good" : "bad";
}

async function look() {
  try {
    const since = known.overview ? "?since=" + known.overview.version : "";
    const response = await fetch("/page/overview" + since);
    if (response.status === 200) {
      known.overview = await response.json();
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
  resizing = setTimeout(() => { if (known.detail) redraw(); }, 150);
});
look();
