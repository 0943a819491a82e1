// Says what the collector found: node judge.mjs SESSIONS FINDINGS
//
// SESSIONS is what main.mjs wrote, FINDINGS what `check --json` printed. The exit code is 1 if data
// is lost that the scenario does not name.

import { readFileSync } from "node:fs";

const [, , sessionsFile, findingsFile] = process.argv;
const ran = JSON.parse(readFileSync(sessionsFile, "utf8"));
const told = JSON.parse(readFileSync(findingsFile, "utf8"));
const checked = new Map(told.map((session) => [session.session, session]));

const table = new Map();
const unexplained = [];
const explained = new Map();
for (const { scenario, network, lost, sessions } of ran) {
  const row = table.get(scenario) ?? { sessions: 0, events: 0, error: 0, "silent-loss": 0, advice: 0 };
  table.set(scenario, row);
  for (const id of sessions) {
    const session = checked.get(id);
    if (session === undefined) throw new Error(`the collector has no session ${id} of "${scenario}"`);
    row.sessions += 1;
    row.events += session.events;
    row.error += session.violations.length;
    for (const { rule, severity, count, events, message } of session.findings) {
      row[severity] += count;
      if (severity === "advice") continue;
      if (rule === lost?.rule) explained.set(scenario, lost.why);
      else unexplained.push(`${scenario} (${network}), ${id} at ${events}: ${message} [${rule}]`);
    }
    if (session.violations.length > 0) unexplained.push(`${scenario}, ${id}: violations`);
  }
}
console.table(Object.fromEntries(table));
const all = [...table.values()];
const sum = (key) => all.reduce((total, row) => total + row[key], 0);
console.log(`${sum("sessions")} sessions, ${sum("events")} events, ${sum("silent-loss")} silent losses`);
for (const [scenario, why] of explained) console.log(`lost in "${scenario}": ${why}`);
for (const { scenario, lost } of ran) {
  if (lost !== undefined && !explained.has(scenario)) unexplained.push(`${scenario}: ${lost.rule} is missing`);
}
if (unexplained.length > 0) {
  console.error(unexplained.join("\n"));
  process.exit(1);
}
