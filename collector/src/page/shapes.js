// The parts of the timeline and its legend: SVG elements, marks and names.

const SVG = "http://www.w3.org/2000/svg";

export const NAMES = {
  starting: "starting", playing: "content plays", paused: "paused or seeking",
  buffering: "buffering", "in-ad": "ad plays", "in-break": "in ad break, no ad", complete: "complete, not yet ended", over: "over",
};

// The path of an event's mark, and its kind.
export const MARKS = {
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
export const OTHER = ["M0-4L4 0 0 4-4 0z", "other"];

// Symbol and name.
export const SEVERITIES = { error: ["✖", "error"], "silent-loss": ["!", "data lost"], advice: ["i", "advice"] };

export function element(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function title(text) {
  const made = element("title");
  made.textContent = text;
  return made;
}

export function badge(x, y, severity) {
  const text = element("text", { x, y: y + 4, "text-anchor": "middle" });
  text.textContent = (SEVERITIES[severity] || SEVERITIES.advice)[0];
  return element("g", { class: "finding " + severity }, element("circle", { cx: x, cy: y, r: 7 }), text);
}
