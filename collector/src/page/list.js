// The list of sessions in the sidebar.

import { badges, byId, CLOSED, make, plural, signed, time } from "./elements.js";
import { clock } from "./scale.js";

function entry(summary, chosen) {
  const state = summary.closed ? CLOSED[summary.closed][0] : "open";
  const named = summary.title || "(no name)";
  const button = make("button", { type: "button", class: "entry", "data-id": summary.id, "aria-current": chosen ? "true" : undefined, onclick: () => { location.hash = summary.id; } },
    make("span", { class: "row" }, make("span", { class: "name", title: named }, named), badges(summary, false)),
    make("span", { class: "row dim" },
      make("span", { class: "state " + (summary.closed || "open") }, state),
      make("span", {}, time(summary.opened))),
    make("span", { class: "row dim" },
      `${plural(summary.received, "event")} over ${clock(summary.span, 0)}${summary.complete ? ", to the end" : ""}`));
  return make("li", {}, button);
}

// Updates the list; the focused entry keeps the focus.
export function list(overview, chosen) {
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : undefined;
  byId("sessions").replaceChildren(...overview.sessions.map((summary) => entry(summary, summary.id === chosen)));
  if (focused) {
    const again = [...document.querySelectorAll("#sessions button")].find((button) => button.dataset.id === focused);
    if (again) again.focus();
  }
  byId("session-count").textContent = overview.sessions.length + overview.older || "";
  byId("older").textContent = overview.older ? `and ${overview.older.toLocaleString("en")} older` : "";
  const rejected = overview.refused.list.length + overview.refused.older;
  const link = byId("show-rejected");
  link.hidden = rejected === 0;
  link.toggleAttribute("aria-current", chosen === "rejected");
  link.replaceChildren(make("span", { class: "row" }, make("span", { class: "name" }, "Rejected requests"), signed("rejected", "⊘", ` ${rejected}`)));
  document.title = `Collector (${overview.sessions.length + overview.older})`;
}
