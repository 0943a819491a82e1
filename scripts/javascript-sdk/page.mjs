// A web page, as far as Adobe's JavaScript SDK uses one, with the SDK in it.

import vm from "node:vm";

/** An `XMLHttpRequest` whose requests go through the world's network. */
function requestOf(world) {
  return class XMLHttpRequest {
    withCredentials = false;
    timeout = 0;
    status = 0;
    responseText = "";
    #headers = {};
    #response = null;

    open(method, url) {
      if (method !== "POST") throw new Error(`a ${method} request`);
      this.url = url;
    }

    setRequestHeader(name, value) {
      this.#headers[name] = value;
    }

    getAllResponseHeaders() {
      const headers = Object.entries(this.#response?.headers ?? {});
      return headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    }

    send(body) {
      let isOver = false;
      const over = (then) => {
        if (!isOver) then?.call(this);
        isOver = true;
      };
      if (this.timeout > 0) world.at(world.now + this.timeout, () => over(this.ontimeout));
      world.send(this.url, this.#headers, body, (response) => {
        if (isOver) return;
        if (response === null) return over(this.onerror);
        this.#response = response;
        this.status = response.status;
        this.responseText = response.text;
        over(this.onload);
      });
    }
  };
}

/** The parts of AppMeasurement and of the identity service that the SDK calls. */
export class AppMeasurement {
  #waiting = [];

  constructor(values, isReady = true) {
    Object.assign(this, values, { isReady });
    const customerIDs = values.customerIDs ?? {};
    this.visitor = { ...values.visitor, getCustomerIDs: () => customerIDs };
    delete this.customerIDs;
  }

  isReadyToTrack() {
    return this.isReady;
  }

  callbackWhenReadyToTrack(object, callback, parameters) {
    this.#waiting.push(() => callback.apply(object, parameters));
  }

  becomeReady() {
    this.isReady = true;
    this.#waiting.splice(0).forEach((callback) => callback());
  }
}

/** Loads the SDK into a new page, and returns what it exports: `ADB`. */
export function load(script, world) {
  class PageDate extends Date {
    constructor(...parts) {
      super(...(parts.length === 0 ? [PageDate.now()] : parts));
    }

    static now() {
      return world.startTs + world.now;
    }
  }
  const page = {
    XMLHttpRequest: requestOf(world),
    Date: PageDate,
    console,
    setInterval: (run, every) => world.setInterval(run, every),
    setTimeout: (run, after) => world.at(world.now + (after ?? 0), run, true),
    clearInterval: (timer) => world.clearTimer(timer),
    clearTimeout: (timer) => world.clearTimer(timer),
    location: { href: "https://www.example.com/", protocol: "https:" },
    navigator: { userAgent: "node" },
  };
  page.window = page.self = page;
  vm.createContext(page);
  script.runInContext(page);
  if (!page.ADB?.Media) throw new Error("the file does not define ADB.Media");
  return page.ADB;
}
