// The page: polls the collector, updates the list, and shows one session at a time.

import { byId, make } from "./elements.js";
import { loadFields } from "./fields.js";
import { list, start } from "./list.js";
import { current, forget, LATER, load, MISSING } from "./loading.js";
import { showRejected } from "./rejected.js";
import { redraw, showSession } from "./session.js";
import { known, merge, since } from "./sessions.js";

const POLL_INTERVAL = 1000; // milliseconds
// A session that takes long to draw is drawn less often, so that the page has most of the time for
// its user.
const REST = 15; // times as long as drawing took
const main = byId("main");
let restsUntil = 0;
// Whether something changed since the session was loaded; the session that the collector does not have.
let hasChanged = false;
let missing = null;

// The fragment of the URL: the id of a session, `rejected`, or empty.
function fragment() {
  const hash = location.hash.slice(1);
  try { return decodeURIComponent(hash); } catch { return hash; }
}

// Shows what the URL selects; requests a session again only if it changed.
async function show(changed) {
  const chosen = fragment();
  if (chosen === "" || chosen === "rejected") {
    if (known.run === null) return;
    forget();
    if (chosen === "") showWelcome();
    else if (changed) showRejected(known.rejected);
    return;
  }
  hasChanged ||= changed;
  const before = current();
  const isSame = before !== null && before.id === chosen;
  const version = versionOf(chosen);
  if (chosen === missing && version === null) return;
  if (isSame && before.whole && (version === null ? !hasChanged : version === before.summary.version)) return;
  if (isSame && performance.now() < restsUntil) return;
  hasChanged = false;
  let isFirst = !isSame;
  const came = await load(chosen, (session) => {
    const begun = performance.now();
    showSession(session);
    restsUntil = performance.now() + REST * (performance.now() - begun);
    // On a narrow screen the session is below the list.
    if (isFirst && matchMedia("(max-width: 760px)").matches) main.scrollIntoView();
    else if (isFirst) window.scrollTo(0, 0);
    isFirst = false;
  });
  missing = came === MISSING ? chosen : null;
  if (fragment() !== chosen) return;
  if (came === MISSING) showNote("There is no such session", "It was never received, or it was dropped to make room for newer ones.");
  // What is shown of it stays.
  if (came === LATER && !current()?.summary) showNote("The session cannot be shown now", "Another collector may be about to take it over. It is asked for again every second.");
}

function showNote(title, text) {
  if (main.firstChild?.dataset?.note === title) return;
  main.replaceChildren(make("div", { class: "welcome", "data-note": title }, make("h2", {}, title), make("p", {}, text)));
}

// The version of a session, as far as the lists say; null if they do not.
function versionOf(id) {
  const summary = known.sessions.find((one) => one.id === id);
  if (summary) return summary.version;
  return known.unlisted.id === id ? known.unlisted.version : null;
}

function showWelcome() {
  const none = known.sessions.length === 0;
  if (main.firstChild?.dataset?.none === String(none)) return;
  main.replaceChildren(make("div", { class: "welcome", "data-none": String(none) },
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
    const shown = fragment();
    const response = await fetch("/page/overview" + since(shown));
    const overview = response.status === 200 ? await response.json() : null;
    showStatus("connected", true);
    if (overview) {
      if (merge(overview, shown)) forget();
      list(fragment());
    }
    await show(overview !== null);
  } catch (error) {
    // A request that fails is a TypeError of `fetch`; anything else is a fault of this page.
    showStatus(error instanceof TypeError ? "the collector does not respond" : "this page failed: reload it", false);
    console.error(error);
  }
  setTimeout(poll, POLL_INTERVAL);
}

byId("address").textContent = location.origin;
byId("skip").addEventListener("click", (event) => {
  // The fragment is the session that is shown.
  event.preventDefault();
  main.focus();
});
window.addEventListener("hashchange", () => {
  missing = null;
  list(fragment());
  show(true).then(() => main.focus({ preventScroll: true }));
});
let resizing;
window.addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => { if (current()?.summary) redraw(); }, 150);
});
start();
loadFields().then(() => { if (current()?.summary) redraw(); }, () => {});
// Both lists and the session are asked for at once.
if (fragment() !== "") show(false).catch(() => {});
poll();
