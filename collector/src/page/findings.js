// What is wrong with a session: its findings, the worst first. Those of the same rule share an
// entry.

import { make, plural, signed } from "./elements.js";
import { nameOf } from "./fields.js";
import { SEVERITIES } from "./shapes.js";

// The most entries, the most events that an entry links to, and the most messages of a rule that
// are shown before the others are folded.
const MAX_RULES = 50;
const MAX_LINKS = 12;
const MAX_MESSAGES = 2;

// With more rules of advice, these are folded.
const MAX_ADVICE = 4;

const ORDER = Object.keys(SEVERITIES);

// The section, or null without findings. `jump` shows the event with an index.
export function wrong(findings, more, jump) {
  if (findings.length === 0) return null;
  const rules = [...grouped(findings, (finding) => finding.severity + finding.rule).values()];
  const rank = (group) => ORDER.indexOf(group[0].severity);
  rules.sort((left, right) => rank(left) - rank(right));
  const rest = rules.slice(MAX_RULES).flat().length + more;
  const shown = rules.slice(0, MAX_RULES);
  const advice = shown.filter((group) => group[0].severity === "advice");
  const isFolded = advice.length > MAX_ADVICE;
  const entries = (groups) => make("ul", { class: "findings" }, ...groups.map((rule) => broken(rule, jump)));
  return make("section", { "aria-label": "What is wrong" }, make("h3", {}, "What is wrong"),
    isFolded && advice.length < shown.length ? entries(shown.filter((group) => group[0].severity !== "advice")) : null,
    isFolded
      ? make("details", { "data-fold": "advice" }, make("summary", {}, `${plural(advice.flat().length, "piece of advice", "pieces of advice")}, of ${plural(advice.length, "kind")}`), entries(advice))
      : entries(shown),
    rest > 0 ? make("p", { class: "note" }, `and ${plural(rest, "finding")} more`) : null);
}

function grouped(findings, key) {
  const groups = new Map();
  for (const finding of findings) {
    const group = groups.get(key(finding));
    if (group) group.push(finding); else groups.set(key(finding), [finding]);
  }
  return groups;
}

// A rule that is broken, once or more often.
function broken(alike, jump) {
  const [{ severity, sentence, rule }] = alike;
  const [sign, name] = SEVERITIES[severity];
  const messages = [...grouped(alike, (finding) => finding.message).values()];
  const [first, ...others] = messages;
  const shown = messages.length > MAX_MESSAGES ? [first] : messages;
  const lines = shown.map((group) => message(group, jump));
  const folded = others.length > 0 && shown.length === 1
    ? make("details", { "data-fold": rule }, make("summary", {}, `${plural(alike.length - first.length, "more finding")} of this kind`),
      ...others.slice(0, MAX_RULES).map((group) => make("p", {}, ...message(group, jump))),
      others.length > MAX_RULES ? make("p", { class: "note" }, `and ${others.slice(MAX_RULES).flat().length} more`) : null)
    : null;
  const spoils = [...new Set(alike.flatMap((finding) => finding.spoils).map(shortName))];
  return make("li", {}, signed(severity, sign, " " + name), " ", ...lines.flatMap((line, at) => (at ? [make("br"), ...line] : line)),
    make("span", { class: "rule" }, sentence),
    spoils.length ? make("div", { class: "rule" }, `Spoils ${spoils.slice(0, MAX_LINKS).join(", ")}${spoils.length > MAX_LINKS ? ", …" : ""}.`) : null, folded);
}

// The five progress markers are named as one.
const shortName = (path) => (path.startsWith("sessionDetails.hasProgress") ? "progress markers" : nameOf(path));

function message(group, jump) {
  const link = ({ event }) => make("button", { type: "button", class: "link", onclick: () => jump(event), "aria-label": `event ${event}` }, String(event));
  const links = group.slice(0, MAX_LINKS).map(link);
  const times = group.length === 1 ? "Event " : `${group.length.toLocaleString("en")} times: events `;
  return [group[0].message, ". ", make("span", { class: "dim" }, times, ...links, group.length > MAX_LINKS ? "… " : "")];
}
