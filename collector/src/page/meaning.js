// The meaning of an event, in words.

export function meaning(event) {
  const params = event.params || {};
  const qoe = event.qoeData || {};
  const quoted = (...names) => { const name = names.find((one) => one !== undefined && one !== ""); return name === undefined ? "" : ` “${name}”`; };
  // A number of seconds as it was sent, but not with all digits of a fraction.
  const seconds = (key) => (typeof params[key] === "number" ? Number(params[key].toFixed(3)) : params[key]);
  const list = (key) => (Array.isArray(params[key]) ? params[key].map((state) => (state || {})["media.state.name"]).join(", ") : "");
  switch (event.eventType) {
    case "sessionStart": return `a viewing of${quoted(params["media.name"], params["media.id"])} begins: ${params["media.contentType"]}, ${seconds("media.length")} s, on ${params["media.playerName"]}${params["media.resume"] === true ? ", resumed" : ""}`;
    case "play": return "the content or ad plays";
    case "ping": return "heartbeat";
    case "pauseStart": return "paused, or seeking";
    case "bufferStart": return "buffering, until the next play";
    case "bitrateChange": return qoe["media.qoe.bitrate"] === undefined ? "the bitrate changed" : `now ${qoe["media.qoe.bitrate"].toLocaleString("en")} bit/s`;
    case "error": return `an error${quoted(qoe["media.qoe.errorID"])}; playback continues`;
    case "adBreakStart": return `ad break ${params["media.ad.podIndex"]}${quoted(params["media.ad.podFriendlyName"])} starts, at ${seconds("media.ad.podSecond")} s of the content`;
    case "adStart": return `ad ${params["media.ad.podPosition"]}${quoted(params["media.ad.name"], params["media.ad.id"])} starts, ${seconds("media.ad.length")} s`;
    case "adComplete": return "the ad was played to its end";
    case "adSkip": return "the ad was skipped";
    case "adBreakComplete": return "the ad break is over";
    case "chapterStart": return `chapter ${params["media.chapter.index"]}${quoted(params["media.chapter.friendlyName"])} starts`;
    case "chapterComplete": return "the chapter was played to its end";
    case "chapterSkip": return "the chapter was left early";
    case "stateStart": return `the player is now in${quoted(params["media.state.name"])}`;
    case "stateEnd": return `the player is no longer in${quoted(params["media.state.name"])}`;
    case "statesUpdate": return `player states: now in ${list("statesStart") || "none more"}; no longer in ${list("statesEnd") || "none"}`;
    case "sessionComplete": return "the content was played to its end";
    case "sessionEnd": return "the viewing is over";
    default: return "an event of another type";
  }
}
