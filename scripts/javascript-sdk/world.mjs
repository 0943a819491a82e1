// A clock of its own, timers, and a network with delays. Time passes at once, and the requests are
// real: they are sent to the collector in the order in which they would arrive.

import http from "node:http";

/** Random numbers from a seed, so that a run can be repeated. */
export function random(seed) {
  let state = seed >>> 0;
  return (from, to) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from + Math.floor((state / 2 ** 32) * (to - from + 1));
  };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

function post(url, headers, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: "POST", headers, agent }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** Requests that arrive within this time are under way at once, in milliseconds. */
const AT_ONCE = 50;

export class World {
  /** `delay()` is the time that one way of a request takes, in milliseconds. */
  constructor(startTs, delay) {
    Object.assign(this, { startTs, delay, now: 0, online: true, isHidden: false, inOrder: false, due: [], made: 0 });
    this.underWay = { since: 0, requests: [] };
    /** Every request in the order of sending. */
    this.sent = [];
  }

  at(time, run, timer = false) {
    const entry = { time, number: (this.made += 1), run, timer };
    const after = this.due.findIndex((other) => other.time > time);
    this.due.splice(after < 0 ? this.due.length : after, 0, entry);
    return entry;
  }

  /** Lets time pass. What is due at that time comes first. */
  async until(time) {
    while (this.due.length > 0 && this.due[0].time <= time) {
      const next = this.due[0];
      const isLater = this.inOrder || next.time > this.underWay.since + AT_ONCE;
      if (isLater && this.underWay.requests.length > 0) {
        await Promise.all(this.underWay.requests.splice(0));
        continue;
      }
      this.due.shift();
      this.now = next.time;
      next.run();
    }
    this.now = time;
  }

  /** What is under way arrives, although the page is closed. */
  async close() {
    this.due = this.due.filter((entry) => !entry.timer);
    await this.until(this.now + 60_000);
    await Promise.all(this.underWay.requests.splice(0));
  }

  clearTimer(entry) {
    this.due = this.due.filter((other) => other !== entry && other !== entry?.next);
  }

  setInterval(run, every) {
    const interval = {};
    const repeat = () => {
      // A browser lets the timers of a hidden tab run once a minute.
      const next = this.isHidden ? (Math.floor(this.now / 60_000) + 1) * 60_000 : this.now + every;
      interval.next = this.at(next, repeat, true);
      run();
    };
    interval.next = this.at(this.now + every, repeat, true);
    return interval;
  }

  send(url, headers, body, respond) {
    const request = { time: this.now, path: new URL(url).pathname, body, status: null };
    this.sent.push(request);
    if (!this.online) {
      return this.at(this.now + 1, () => respond(null));
    }
    const arrives = this.now + this.delay();
    this.at(arrives, () => {
      if (this.underWay.requests.length === 0) this.underWay.since = arrives;
      const response = post(url, headers, body).then((response) => {
        Object.assign(request, { status: response.status, location: response.headers.location });
        this.at(Math.max(this.now, arrives + AT_ONCE, arrives + this.delay()), () => respond(response));
      });
      this.underWay.requests.push(response);
    });
  }
}
