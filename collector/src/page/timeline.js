// A session drawn as a picture: lanes over a time axis. Text from outside goes in as text only.
"use strict";

const Timeline = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const GUTTER = 118;
  const RIGHT = 26;
  const LANE = 30;
  const BAR = 20;

  function element(name, attributes, ...children) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value !== undefined) made.setAttribute(key, value);
    }
    for (const child of children) {
      if (child === null || child === undefined) continue;
      made.append(child);
    }
    return made;
  }

  function title(text) {
    const made = element("title");
    made.textContent = text;
    return made;
  }

  // 75.5 s as 1:15.5
  function clock(milliseconds, digits = 1) {
    const sign = milliseconds < 0 ? "−" : "";
    const parts = 10 ** digits;
    const rounded = Math.round((Math.abs(milliseconds) / 1000) * parts);
    const seconds = Math.floor(rounded / parts);
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const two = (number) => String(number).padStart(2, "0");
    const fraction = digits ? "." + String(rounded % parts).padStart(digits, "0") : "";
    return sign + (h ? `${h}:${two(m)}` : m) + ":" + two(s) + fraction;
  }

  const param = (event, key) => (event.params || {})[key];
  const stateNames = (event, key) => {
    const list = param(event, key);
    return Array.isArray(list) ? list.map((state) => String((state || {})["media.state.name"])) : [];
  };
  const named = (...names) => {
    for (const name of names) if (name !== undefined && name !== "") return String(name);
    return "";
  };

  // What lasted how long, lane by lane. Bars have indices of events as their ends; the time of
  // an event is never before that of the one before it, so that a clock that jumps back does
  // not turn the picture around.
  function read(events) {
    const times = [];
    let latest = -Infinity;
    for (const event of events) {
      latest = Math.max(latest, event.playerTime.ts);
      times.push(latest);
    }
    const last = events.length - 1;
    const lanes = { playback: [], breaks: [], ads: [], chapters: [], states: new Map() };
    const open = { playback: null, break: null, ad: null, chapter: null };
    const states = new Map();
    let doing = "starting";

    const close = (name, lane, at, how) => {
      if (!open[name]) return;
      lane.push({ ...open[name], to: at, how });
      open[name] = null;
    };
    const playback = (at) => {
      // Inside a break only an ad plays: the content waits.
      const kind = open.break && (doing === "playing" || doing === "starting")
        ? (open.ad ? "in-ad" : "in-break") : doing;
      if (open.playback && open.playback.kind === kind) return;
      close("playback", lanes.playback, at);
      open.playback = { from: at, kind };
    };
    const startState = (name, at) => {
      if (!states.has(name)) states.set(name, { from: at });
      if (!lanes.states.has(name)) lanes.states.set(name, []);
    };
    const endState = (name, at, how) => {
      const from = states.get(name);
      if (!from) return;
      states.delete(name);
      lanes.states.get(name).push({ from: from.from, to: at, how, kind: "state", label: name });
    };

    events.forEach((event, at) => {
      switch (event.eventType) {
        case "sessionStart": doing = "starting"; break;
        case "play": doing = "playing"; break;
        case "pauseStart": doing = "paused"; break;
        case "bufferStart": doing = "buffering"; break;
        case "adBreakStart":
          close("ad", lanes.ads, at, "replaced");
          close("break", lanes.breaks, at, "replaced");
          open.break = { from: at, kind: "break", label: named(param(event, "media.ad.podFriendlyName"), "break " + param(event, "media.ad.podIndex")) };
          break;
        case "adBreakComplete":
          close("ad", lanes.ads, at, "left open");
          close("break", lanes.breaks, at, "completed");
          break;
        case "adStart":
          close("ad", lanes.ads, at, "replaced");
          open.ad = { from: at, kind: "ad", label: named(param(event, "media.ad.name"), param(event, "media.ad.id")) };
          break;
        case "adComplete": close("ad", lanes.ads, at, "completed"); break;
        case "adSkip": close("ad", lanes.ads, at, "skipped"); break;
        case "chapterStart":
          close("chapter", lanes.chapters, at, "replaced");
          open.chapter = { from: at, kind: "chapter", label: named(param(event, "media.chapter.friendlyName"), "chapter " + param(event, "media.chapter.index")) };
          break;
        case "chapterComplete": close("chapter", lanes.chapters, at, "completed"); break;
        case "chapterSkip": close("chapter", lanes.chapters, at, "skipped"); break;
        case "stateStart": startState(String(param(event, "media.state.name")), at); break;
        case "stateEnd": endState(String(param(event, "media.state.name")), at, "ended"); break;
        case "statesUpdate":
          for (const name of stateNames(event, "statesEnd")) endState(name, at, "ended");
          for (const name of stateNames(event, "statesStart")) startState(name, at);
          break;
        case "sessionComplete": case "sessionEnd": doing = "over"; break;
      }
      playback(at);
    });
    close("playback", lanes.playback, last);
    close("ad", lanes.ads, last, "left open");
    close("break", lanes.breaks, last, "left open");
    close("chapter", lanes.chapters, last, "left open");
    for (const name of [...states.keys()]) endState(name, last, "still active");
    return { times, lanes };
  }

  // Where each event stands, in pixels. To scale, or with at least some room between any two
  // events that are not pings, because much of what matters happens within a second.
  function place(events, times, width, toScale) {
    const total = times[times.length - 1] - times[0] || 1;
    const room = events.map((event, at) => {
      if (at === 0 || toScale) return 0;
      if (event.eventType === "ping") return 1;
      return 16;
    });
    let least = room.reduce((sum, pixels) => sum + pixels, 0);
    const wide = Math.max(width, Math.min(least * 0.75, 6000));
    const shrink = Math.min(1, (wide * 0.8) / (least || 1));
    least *= shrink;
    const xs = [GUTTER];
    for (let at = 1; at < events.length; at += 1) {
      const share = (times[at] - times[at - 1]) / total;
      xs.push(xs[at - 1] + room[at] * shrink + share * (wide - least));
    }
    return { xs, wide };
  }

  // The place of any time between the first and the last event.
  function scale(times, xs) {
    const x = (time) => {
      let low = 0;
      let high = times.length - 1;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (times[middle] <= time) low = middle; else high = middle;
      }
      const span = times[high] - times[low];
      return span > 0 ? xs[low] + ((time - times[low]) / span) * (xs[high] - xs[low]) : xs[high];
    };
    x.first = xs[0];
    return x;
  }

  function ticks(times, x, most) {
    const span = times[times.length - 1] - times[0];
    const steps = [100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 9e5, 18e5, 36e5, 72e5, 216e5, 432e5, 864e5];
    const step = steps.find((candidate) => span / candidate <= most) || Math.ceil(span / most / 864e5) * 864e5;
    const made = [];
    let before = -Infinity;
    for (let at = 0; at <= span; at += step) {
      const place = at === 0 ? x.first : x(times[0] + at);
      if (place - before < 52) continue;
      made.push({ at, place, digits: step < 1000 ? 1 : 0 });
      before = place;
    }
    return made;
  }

  const NAMES = {
    starting: "starting", playing: "content plays", paused: "paused or seeking",
    buffering: "buffering", "in-ad": "ad plays", "in-break": "in ad break, no ad", over: "over",
  };

  // Patterns, so that no kind is told by its colour alone.
  function patterns() {
    const stripes = (id, path, size, kind) => {
      const pattern = element("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse", class: "pattern " + kind },
        element("rect", { width: size, height: size, class: "ground" }),
        element("path", { d: path, class: "stroke" }));
      return pattern;
    };
    return element("defs", {},
      stripes("paused-pattern", "M2 0v6M5 0v6", 6, "paused"),
      stripes("buffering-pattern", "M-2 2l4-4M0 8l8-8M6 10l4-4", 8, "buffering"),
      stripes("skipped-pattern", "M-2 6l4 4M0 0l8 8M6-2l4 4", 8, "skipped"));
  }

  function bar(times, xs, top, item, pick) {
    const left = xs[item.from];
    const width = Math.max(xs[item.to] - left, 2);
    const label = item.label !== undefined ? item.label : NAMES[item.kind];
    const how = item.how ? ", " + item.how : "";
    const told = `${label}${how}: ${clock(times[item.from] - times[0])} to ${clock(times[item.to] - times[0])} (${clock(times[item.to] - times[item.from])} long)`;
    const group = element("g", { class: `bar ${item.kind} ${(item.how || "").replace(/ /g, "-")}`, "data-event": item.from },
      title(told),
      element("rect", { x: left, y: top, width, height: BAR, rx: 3 }));
    const mark = { skipped: " ⤼", "left open": " …", replaced: " ⇥", "still active": " …" }[item.how] || "";
    const most = Math.floor((width - 8) / 6.6);
    if (most >= 3) {
      const full = label + mark;
      const text = element("text", { x: left + 5, y: top + BAR - 6, class: "in-bar" });
      text.textContent = full.length <= most ? full : [...full].slice(0, most - 1).join("") + "…";
      group.append(text);
    }
    pick(group, item.from, told);
    return group;
  }

  const MARKS = {
    sessionStart: ["M-4-7v14M-4-7l10 4-10 4", "start"],
    play: ["M-4-6L7 0-4 6z", "play"],
    pauseStart: ["M-5-6h3.5v12H-5zM1.5-6H5v12H1.5z", "pause"],
    bufferStart: ["M0-6A6 6 0 1 1-6 0", "buffer"],
    bitrateChange: ["M-6 6l6-12 6 12z", "bitrate"],
    error: ["M-6-6L6 6M6-6L-6 6", "error"],
    sessionComplete: ["M-6 0l4 5 8-10", "complete"],
    sessionEnd: ["M-5-5H5V5H-5z", "end"],
    ping: ["M0-3V3", "ping"],
  };
  const OTHER = ["M0-4L4 0 0 4-4 0z", "other"];

  const SEVERITIES = { error: ["✖", "error"], "silent-loss": ["!", "data lost"], advice: ["i", "advice"] };

  function legend(lanes, events, findings) {
    const list = document.createElement("ul");
    list.className = "legend";
    const add = (picture, text) => {
      const svg = element("svg", { width: 18, height: 14, viewBox: "-9 -7 18 14", "aria-hidden": "true" }, picture);
      const entry = document.createElement("li");
      entry.append(svg, text);
      list.append(entry);
    };
    const box = (kind, how) => element("g", { class: `bar ${kind} ${how || ""}` }, element("rect", { x: -8, y: -6, width: 16, height: 12, rx: 3 }));
    const kinds = new Set(lanes.playback.map((item) => item.kind));
    for (const kind of ["playing", "in-ad", "paused", "buffering", "starting", "in-break"]) {
      if (kinds.has(kind)) add(box(kind), NAMES[kind]);
    }
    const skipped = [...lanes.ads, ...lanes.chapters].some((item) => item.how === "skipped");
    if (skipped) add(box("ad", "skipped"), "skipped");
    const left = [...lanes.breaks, ...lanes.ads, ...lanes.chapters].some((item) => item.how === "left open" || item.how === "replaced");
    if (left) add(box("chapter", "left-open"), "not closed");
    const types = new Set(events.map((event) => event.eventType));
    for (const [type, told] of [["play", "play"], ["pauseStart", "pause"], ["bufferStart", "buffering"], ["bitrateChange", "bitrate"], ["error", "error"], ["ping", "ping"], ["sessionComplete", "complete"], ["sessionEnd", "end"]]) {
      if (types.has(type)) add(element("path", { d: MARKS[type][0], class: "mark " + MARKS[type][1] }), told);
    }
    if ([...types].some((type) => !Object.hasOwn(MARKS, type))) add(element("path", { d: OTHER[0], class: "mark other" }), "other event");
    for (const [severity, [, told]] of Object.entries(SEVERITIES)) {
      if (findings.some((finding) => finding.severity === severity)) {
        add(badge(0, 0, severity), "finding: " + told);
      }
    }
    return list;
  }

  function badge(x, y, severity) {
    const text = element("text", { x, y: y + 4, "text-anchor": "middle" });
    text.textContent = (SEVERITIES[severity] || SEVERITIES.advice)[0];
    return element("g", { class: "finding " + severity }, element("circle", { cx: x, cy: y, r: 7 }), text);
  }

  const WORST = ["error", "silent-loss", "advice"];

  // Draws the events, and returns the picture and its legend. `told` is called with a sentence
  // for what the pointer or the focus is on, `chosen` with the index of an event.
  function draw(events, findings, width, toScale, told, chosen) {
    const { times, lanes } = read(events);
    const { xs, wide } = place(events, times, Math.max(width - GUTTER - RIGHT, 240), toScale);
    const x = scale(times, xs);
    const rows = [["playback", lanes.playback]];
    if (lanes.breaks.length) rows.push(["ad breaks", lanes.breaks]);
    if (lanes.ads.length) rows.push(["ads", lanes.ads]);
    if (lanes.chapters.length) rows.push(["chapters", lanes.chapters]);
    for (const [name, bars] of lanes.states) rows.push([name, bars]);
    const hasFindings = findings.length > 0;
    const marksTop = 8 + (hasFindings ? LANE : 0);
    const barsTop = marksTop + LANE;
    const playheadTop = barsTop + rows.length * LANE + 4;
    const PLAYHEAD = 44;
    const bottom = playheadTop + PLAYHEAD + 6;
    const full = wide + GUTTER + RIGHT;
    const height = bottom + 22;

    const svg = element("svg", { class: "timeline", width: full, height, viewBox: `0 0 ${full} ${height}`, role: "group", "aria-label": "Timeline of the session" }, patterns());
    const pick = (target, event, sentence) => {
      target.addEventListener("pointerenter", () => told(sentence));
      target.addEventListener("click", () => chosen(event));
    };
    const laneName = (name, y) => {
      const text = element("text", { x: 8, y: y + 14, class: "lane" });
      text.textContent = name.length > 16 ? [...name].slice(0, 15).join("") + "…" : name;
      text.append(title(name));
      return text;
    };

    const grid = element("g", { class: "grid" });
    for (const tick of ticks(times, x, Math.max(4, Math.floor(wide / 90)))) {
      grid.append(element("path", { d: `M${tick.place} 4V${bottom}` }));
      const text = element("text", { x: tick.place, y: bottom + 15, "text-anchor": "middle" });
      text.textContent = clock(tick.at, tick.digits);
      grid.append(text);
    }
    svg.append(grid, element("path", { class: "axis", d: `M${GUTTER} ${bottom}H${GUTTER + wide}` }));

    const content = element("g", { class: "bars" });
    rows.forEach(([name, bars], row) => {
      const top = barsTop + row * LANE;
      content.append(laneName(name, top + 1));
      if (row % 2 === 0) content.append(element("rect", { class: "stripe", x: 0, y: top - 5, width: full, height: LANE }));
      for (const item of bars) if (item.kind !== "over") content.append(bar(times, xs, top, item, pick));
    });
    svg.append(content);

    // The playhead: a line that rises while the content plays.
    const playheads = events.map((event) => event.playerTime.playhead);
    const [low, high] = playheads.reduce(([a, b], p) => [Math.min(a, p), Math.max(b, p)], [Infinity, -Infinity]);
    const y = (playhead) => playheadTop + PLAYHEAD - 4 - ((playhead - low) / (high - low || 1)) * (PLAYHEAD - 8);
    const points = playheads.map((playhead, at) => `${xs[at].toFixed(1)} ${y(playhead).toFixed(1)}`);
    const line = element("path", { class: "playhead", d: "M" + points.join("L") }, title(`playhead: ${low} to ${high} s`));
    const range = element("text", { x: 8, y: playheadTop + 30, class: "lane-note" });
    range.textContent = `${Math.round(low)} – ${Math.round(high)} s`;
    svg.append(laneName("playhead", playheadTop), range, line);

    const marks = element("g", { class: "marks" });
    marks.append(laneName("events", marksTop));
    if (hasFindings) marks.append(laneName("findings", 8));
    // One stop of the tabulator for all of them; the arrow keys go from one to the next.
    const stops = [];
    const byEvent = new Map();
    for (const finding of findings) {
      if (!byEvent.has(finding.event)) byEvent.set(finding.event, []);
      byEvent.get(finding.event).push(finding);
    }
    const focusable = (target, at, sentence) => {
      target.setAttribute("role", "button");
      target.setAttribute("aria-label", sentence);
      target.setAttribute("tabindex", stops.length === 0 ? "0" : "-1");
      const stop = stops.push(target) - 1;
      target.addEventListener("focus", () => told(sentence));
      target.addEventListener("keydown", (press) => {
        const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: stops.length - 1 }[press.key];
        if (press.key === "Enter" || press.key === " ") {
          press.preventDefault();
          chosen(at);
        } else if (next !== undefined && stops[next]) {
          press.preventDefault();
          target.setAttribute("tabindex", "-1");
          stops[next].setAttribute("tabindex", "0");
          stops[next].focus();
        }
      });
      pick(target, at, sentence);
    };
    events.forEach((event, at) => {
      const [shape, kind] = Object.hasOwn(MARKS, event.eventType) ? MARKS[event.eventType] : OTHER;
      const sentence = `${event.eventType} at ${clock(event.playerTime.ts - events[0].playerTime.ts)}, playhead ${event.playerTime.playhead} s`;
      const mark = element("g", { class: "mark-place", transform: `translate(${xs[at].toFixed(1)} ${marksTop + 11})`, "data-type": event.eventType },
        title(sentence), element("rect", { class: "touch", x: -5, y: -11, width: 10, height: 22 }), element("path", { d: shape, class: "mark " + kind }));
      if (kind === "ping") pick(mark, at, sentence); else focusable(mark, at, sentence);
      marks.append(mark);
      const here = byEvent.get(at);
      if (here) {
        const worst = WORST.find((severity) => here.some((finding) => finding.severity === severity)) || "advice";
        const text = here.map((finding) => `${SEVERITIES[finding.severity][1]}: ${finding.sentence}`).join(" ");
        const sign = badge(xs[at], 19, worst);
        const drop = element("path", { class: "drop " + worst, d: `M${xs[at]} 26V${bottom}` });
        sign.prepend(title(text));
        focusable(sign, at, text);
        marks.append(drop, sign);
      }
    });
    svg.append(marks);
    return { svg, legend: legend(lanes, events, findings) };
  }

  return { draw, clock, SEVERITIES };
})();
