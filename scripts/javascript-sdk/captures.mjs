// The calls of the captures in tests/payloads, made again.

import { readFileSync, readdirSync } from "node:fs";
import { AppMeasurement } from "./page.mjs";

export function captures(folder) {
  const names = readdirSync(folder).filter((name) => name.startsWith("js-online-")).sort();
  return names.map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")));
}

/** Whether the server responded as the collector does, so that the same requests are expected. */
export function isUsual(capture) {
  const isUsual = ({ response_status: status, response_location: location, response_note: note }) =>
    note === undefined && (status === 204 || (status === 201 && location?.startsWith("/api/")));
  const isSpecial = (call) => /^\((network|tab|device)/.test(call.api);
  return capture.requests.every(isUsual) && !capture.calls.some(isSpecial);
}

/** The distance between two playhead updates varies as in the program that made the captures. */
function distances(name) {
  let hash = 0;
  for (const character of name) hash = (Math.imul(hash, 31) + character.codePointAt(0)) | 0;
  let state = Math.abs(hash);
  return () => {
    state = Number((BigInt(state) * 1664525n + 1013904223n) % 2n ** 32n);
    return (state % 21) - 10;
  };
}

async function run(world, tracker, call, distance) {
  const every = Number.parseInt(call.every_ms, 10);
  const moves = call.until_playhead === call.playhead ? 0 : 1;
  for (;;) {
    const at = world.now + every + distance();
    if (at >= call.until_t_ms) return;
    await world.until(at);
    tracker.updatePlayhead(Number((call.playhead + (moves * (at - call.t_ms)) / 1000).toFixed(3)));
  }
}

const CALLS = {
  trackSessionStart: (tracker, args) => tracker.trackSessionStart(args.mediaObject, args.metadata),
  trackEvent: (tracker, args) => tracker.trackEvent(args.event, args.info, args.metadata),
  trackError: (tracker, args) => tracker.trackError(args.errorId),
  updateQoEObject: (tracker, args) => tracker.updateQoEObject(args.qoe),
  updatePlayhead: (tracker, args) =>
    tracker.updatePlayhead(args.time === "Infinity" ? Infinity : args.time === "NaN" ? NaN : args.time),
};

/** Plays a capture. `open(config, appMeasurement)` configures the SDK in a new page. */
export async function play(capture, world, open) {
  const distance = distances(capture.name.replace("js-online-", ""));
  const isLate = capture.calls.some((call) => call.api === "(AppMeasurement ready)");
  const trackers = [];
  let media, measurement, tracker;
  for (const call of capture.calls) {
    await world.until(call.t_ms);
    if (call.api === "ADB.Media.configure") {
      measurement = new AppMeasurement(call.args.appMeasurement, !isLate);
      media = open(call.args.mediaConfig, measurement);
    } else if (call.api === "ADB.Media.getInstance") {
      tracker = media.getInstance(call.args?.config);
      trackers.push(tracker);
    } else if (call.api === "(back to first tracker)") {
      tracker = trackers[0];
    } else if (call.api === "(AppMeasurement ready)") {
      measurement.becomeReady();
    } else if (call.api.startsWith("(network")) {
      world.online = !call.api.includes("down");
    } else if (call.api === "(page closed)") {
      return world.close();
    } else if (call.every_ms !== undefined) {
      await run(world, tracker, call, distance);
    } else if (!call.api.startsWith("(")) {
      const { [call.api]: made = () => tracker[call.api]() } = CALLS;
      made(tracker, call.args ?? {});
    }
  }
  await world.until(world.now + 60_000);
}
