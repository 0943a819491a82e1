// Which sessions the list shows: those that contain the words of the search, and that every filter
// allows.

import { byId, CLOSED, make, plural } from "./elements.js";
import { APIS } from "./envelope.js";

// The most values of a filter that takes its values from the sessions.
const MAX_VALUES = 100;

// A symbol and a name for the worst that was found in a session.
const WORST = { rejected: "rejected requests", error: "errors", "silent-loss": "data lost", advice: "advice only", none: "nothing" };

export function worst({ refused: rejected, errors, losses, advice, more_findings: more }) {
  if (rejected) return "rejected";
  if (errors) return "error";
  if (losses) return "silent-loss";
  return advice || more ? "advice" : "none";
}

const STATES = {
  open: ["open", (one) => !one.closed],
  complete: ["open, and complete", (one) => !one.closed && one.complete],
  ended: ["ended", (one) => one.closed === "ended"],
  uploaded: ["uploaded", (one) => one.closed === "uploaded"],
  "timed out": ["timed out", (one) => one.closed && CLOSED[one.closed][0] === "timed out"],
  closed: ["closed by the collector", (one) => one.closed && CLOSED[one.closed][0] === "closed"],
};

// The filters: a label, and either fixed choices with their conditions or a member of a summary.
const FILTERS = {
  state: { label: "State", choices: STATES },
  finding: { label: "Worst finding", choices: Object.fromEntries(Object.entries(WORST).map(([key, name]) => [key, [name, (one) => worst(one) === key]])) },
  type: { label: "Content type", member: "content_type" },
  player: { label: "Player", member: "player" },
  suite: { label: "Report suite", member: "suite" },
  datastream: { label: "Datastream", member: "datastream" },
  api: { label: "API", choices: Object.fromEntries(Object.entries(APIS).map(([api, name]) => [api, [name, (one) => one.api === api]])) },
};

const chosen = { words: [], values: {} };

// Makes the filters; calls `changed` when the user changes one.
export function filters(changed) {
  const search = byId("search");
  search.addEventListener("input", () => {
    chosen.words = search.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    changed();
  });
  byId("show-facets").addEventListener("click", () => {
    const facets = byId("facets");
    facets.hidden = !facets.hidden;
    byId("show-facets").setAttribute("aria-expanded", String(!facets.hidden));
  });
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  for (const [key, filter] of Object.entries(FILTERS)) {
    filter.select = make("select", { id: "filter-" + key }, make("option", { value: "" }, "all"));
    for (const [value, [name]] of Object.entries(filter.choices || {})) filter.select.append(make("option", { value }, name));
    filter.select.addEventListener("change", () => {
      if (filter.select.value === "") delete chosen.values[key]; else chosen.values[key] = filter.select.value;
      changed();
    });
    byId("facets").append(make("label", { class: "facet", "data-facet": key }, filter.label, " ", filter.select));
  }
}

// Offers the values that the sessions have.
export function offer(sessions) {
  byId("filter").hidden = sessions.length === 0;
  for (const { member, select } of Object.values(FILTERS)) {
    if (!member) continue;
    const values = [...new Set(sessions.map((one) => one[member]))].filter((value) => value !== "").sort().slice(0, MAX_VALUES);
    if (select.value !== "" && !values.includes(select.value)) values.push(select.value);
    const text = values.join("\n");
    if (select.dataset.values === text) continue;
    const before = select.value;
    select.dataset.values = text;
    select.replaceChildren(make("option", { value: "" }, "all"), ...values.map((value) => make("option", { value }, value)));
    select.value = before;
  }
}

// The sessions that match, in their order.
export function matching(sessions) {
  const conditions = Object.entries(chosen.values).map(([key, value]) => {
    const { choices, member } = FILTERS[key];
    return choices ? choices[value][1] : (one) => one[member] === value;
  });
  const { words } = chosen;
  const isFiltered = words.length > 0 || conditions.length > 0;
  const shown = isFiltered ? sessions.filter((one) => words.every((word) => one.haystack.includes(word)) && conditions.every((holds) => holds(one))) : sessions;
  byId("matches").textContent = isFiltered ? `${shown.length.toLocaleString("en")} of ${plural(sessions.length, "session")}` : "";
  byId("filters-set").textContent = conditions.length ? `(${conditions.length} set)` : "";
  return shown;
}
