// Shows rejected requests, and why they were rejected.

import { byId, day, make, plural, signed } from "./elements.js";

function pretty(text) {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
}

// One rejected request.
export function rejection(rejected) {
  const rest = rejected.bytes > new Blob([rejected.body]).size ? ` (the beginning of ${plural(rejected.bytes, "byte")})` : "";
  return make("article", { class: "rejection" },
    make("h3", {}, signed("rejected", "⊘", ` ${rejected.status}`), " ", make("code", {}, `${rejected.method} ${rejected.path}`), " ", make("time", { class: "dim" }, day(rejected.at))),
    make("p", {}, rejected.message),
    rejected.violations.length === 0 ? null : make("table", {},
      make("thead", {}, make("tr", {}, make("th", {}, "path"), make("th", {}, "what is wrong"), make("th", {}, "rule"))),
      make("tbody", {}, ...rejected.violations.map((violation) => make("tr", {}, make("td", {}, make("code", {}, violation.pointer || "(the whole body)")), make("td", {}, violation.message), make("td", { class: "dim" }, violation.keyword))))),
    rejected.more ? make("p", { class: "note" }, `and ${plural(rejected.more, "violation")} more`) : null,
    rejected.body ? make("details", {}, make("summary", {}, "body" + rest), make("pre", {}, pretty(rejected.body))) : null);
}

// Shows all rejected requests.
export function showRejected({ list: rejected, older }) {
  byId("main").replaceChildren(
    make("h2", {}, "Rejected requests"),
    make("p", { class: "note" }, "The newest first. The collector accepted no event of these requests."),
    ...rejected.map(rejection),
    older ? make("p", { class: "note" }, `${plural(older, "older request")} no longer listed`) : "");
}
