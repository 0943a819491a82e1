// The bars of a session's timeline: playback, ad breaks, ads, chapters, player states.

const param = (event, key) => (event.params || {})[key];

const stateNames = (event, key) => {
  const list = param(event, key);
  return Array.isArray(list) ? list.map((state) => String((state || {})["media.state.name"])) : [];
};

const named = (...names) => {
  for (const name of names) if (name !== undefined && name !== "") return String(name);
  return "";
};

// Processes the events in order. The ends of a bar are indices of events.
class Reader {
  lanes = { playback: [], breaks: [], ads: [], chapters: [], states: new Map() };
  open = { playback: null, breaks: null, ads: null, chapters: null };
  states = new Map();
  doing = "starting";

  start(lane, at, kind, label) {
    this.close(lane, at, "replaced");
    this.open[lane] = { from: at, kind, label };
  }

  close(lane, at, how) {
    if (!this.open[lane]) return;
    // What is playing for no time at all is not drawn.
    if (lane !== "playback" || this.open[lane].from !== at) this.lanes[lane].push({ ...this.open[lane], to: at, how });
    this.open[lane] = null;
  }

  startState(name, at) {
    if (!this.states.has(name)) this.states.set(name, at);
    if (!this.lanes.states.has(name)) this.lanes.states.set(name, []);
  }

  endState(name, at, how) {
    if (!this.states.has(name)) return;
    const from = this.states.get(name);
    this.states.delete(name);
    this.lanes.states.get(name).push({ from, to: at, how, kind: "state", label: name });
  }

  // What is playing. Inside an ad break that can only be an ad.
  playback(at) {
    const { open, doing } = this;
    const inBreak = open.breaks && (doing === "playing" || doing === "starting");
    const kind = inBreak ? (open.ads ? "in-ad" : "in-break") : doing;
    if (open.playback && open.playback.kind === kind) return;
    this.close("playback", at);
    open.playback = { from: at, kind };
  }

  event(event, at) {
    switch (event.eventType) {
      case "sessionStart": this.doing = "starting"; break;
      case "play": this.doing = "playing"; break;
      case "pauseStart": this.doing = "paused"; break;
      case "bufferStart": this.doing = "buffering"; break;
      case "sessionComplete": this.doing = "complete"; break;
      case "sessionEnd": this.doing = "over"; break;
      case "adBreakStart":
        this.close("ads", at, "replaced");
        this.start("breaks", at, "break", named(param(event, "media.ad.podFriendlyName"), "break " + param(event, "media.ad.podIndex")));
        break;
      case "adBreakComplete":
        this.close("ads", at, "left open");
        this.close("breaks", at, "completed");
        break;
      case "adStart": this.start("ads", at, "ad", named(param(event, "media.ad.name"), param(event, "media.ad.id"))); break;
      case "adComplete": this.close("ads", at, "completed"); break;
      case "adSkip": this.close("ads", at, "skipped"); break;
      case "chapterStart":
        this.start("chapters", at, "chapter", named(param(event, "media.chapter.friendlyName"), "chapter " + param(event, "media.chapter.index")));
        break;
      case "chapterComplete": this.close("chapters", at, "completed"); break;
      case "chapterSkip": this.close("chapters", at, "skipped"); break;
      case "stateStart": this.startState(String(param(event, "media.state.name")), at); break;
      case "stateEnd": this.endState(String(param(event, "media.state.name")), at, "ended"); break;
      case "statesUpdate":
        for (const name of stateNames(event, "statesEnd")) this.endState(name, at, "ended");
        for (const name of stateNames(event, "statesStart")) this.startState(name, at);
        break;
    }
    this.playback(at);
  }

  // Closes everything after the last event. In an open session, what is open is not left open.
  end(last, isOpen) {
    this.close("playback", last);
    for (const lane of ["ads", "breaks", "chapters"]) this.close(lane, last, isOpen ? "still open" : "left open");
    for (const name of [...this.states.keys()]) this.endState(name, last, "still active");
  }
}

// The lanes, and the time of each event. Times never decrease, even if the player's clock jumps
// back, so that the timeline always runs from left to right.
export function lanesOf(events, isOpen) {
  const times = [];
  let latest = -Infinity;
  for (const event of events) {
    latest = Math.max(latest, event.playerTime.ts);
    times.push(latest);
  }
  const reader = new Reader();
  events.forEach((event, at) => reader.event(event, at));
  reader.end(events.length - 1, isOpen);
  return { times, lanes: reader.lanes };
}
