// Runs Adobe's JavaScript SDK against a collector: node main.mjs SDK COLLECTOR-ADDRESS SESSIONS
//
// It writes the name of each scenario and the ids of its sessions to the file SESSIONS, as JSON.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { captures, isUsual, play } from "./captures.mjs";
import { load } from "./page.mjs";
import { scenarios } from "./scenarios.mjs";
import { World, random } from "./world.mjs";

const [, , file, address, sessionsFile] = process.argv;
const host = new URL(address).host;
const script = new vm.Script(readFileSync(file, "utf8"), { filename: file });
const folder = fileURLToPath(new URL("../../tests/payloads/captures", import.meta.url));

/** How long one way of a request takes, in milliseconds. */
const NETWORKS = {
  even: () => () => 40,
  usual: (random) => () => random(10, 100),
  // Requests overtake those of the next half second as well.
  uneven: (random) => () => (random(0, 1) === 0 ? random(10, 100) : random(10, 900)),
};

const configured = (world) => (config, measurement) => {
  const { Media } = load(script, world);
  Media.configure({ ...config, trackingServer: host, ssl: false }, measurement);
  return Media;
};

/** Whether the collector may reject it. */
function isExpected({ status, body, path }, sent) {
  if ([201, 204, null].includes(status)) return true;
  // JSON has no infinity: the SDK sends `null`.
  if (status === 400) return body.includes('"playhead":null');
  // A ping at the time of the end, which overtook it: nothing is lost.
  const { eventType, playerTime } = JSON.parse(body);
  const isEnd = (other) => other.path === path && other.body.startsWith('{"eventType":"sessionEnd"') &&
    JSON.parse(other.body).playerTime.ts === playerTime.ts;
  return status === 410 && eventType === "ping" && sent.some(isEnd);
}

const ran = [];
function keep(scenario, network, { sent }, lost) {
  const rejected = sent.filter((request) => !isExpected(request, sent));
  assert.deepEqual(rejected, [], scenario);
  const locations = sent.map((request) => request.location).filter(Boolean);
  const sessions = locations.map((location) => location.split("/").at(-1));
  ran.push({ scenario, network, lost, sessions });
}

/** What is sent without what this run configures, and without what the SDK's version changes. */
function comparable(body) {
  const event = JSON.parse(body);
  delete event.params?.["media.libraryVersion"];
  return event;
}

let repeated = 0;
for (const [number, capture] of captures(folder).entries()) {
  for (const [network, delay] of Object.entries(NETWORKS)) {
    const world = new World(capture.t0_ts, delay(random(number + 1)));
    await play(capture, world, configured(world));
    await world.close();
    keep(capture.name, network, world);
    if (network === "even" && isUsual(capture)) {
      const events = (requests, of) => requests.map((request) => comparable(request[of]));
      assert.deepEqual(events(world.sent, "body"), events(capture.requests, "raw"), capture.name);
      repeated += 1;
    }
  }
}

const SEEDS = Number(process.env.SEEDS ?? 5);
for (const scenario of scenarios) {
  const networks = Object.entries(NETWORKS).slice(0, scenario.inOrder ? 1 : undefined);
  for (const [network, delay] of networks) {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const draw = random(seed);
      const world = new World(1_726_000_000_000, delay(random(seed + 1_000)));
      world.inOrder = scenario.inOrder;
      await scenario.play(world, draw, configured(world));
      keep(scenario.name, network, world, scenario.lost);
    }
  }
}
writeFileSync(sessionsFile, JSON.stringify(ran));
const played = new Set(ran.map(({ scenario }) => scenario)).size;
console.log(`${played} scenarios, ${ran.length} runs; ${repeated} captures were repeated exactly`);
process.exit(0);
