// What a session says besides its events. Only Media Edge has that.

import { make } from "./elements.js";

export const APIS = { "media-collection": "Media Collection", "media-edge": "Media Edge" };

// A description of what stands around the events of a session, folded; null if there is nothing.
export function envelope(edge) {
  if (!edge) return null;
  const { datastream, hint, namespaces, library, version, environment } = edge;
  const said = [
    ["datastream", datastream],
    ["location hint", hint],
    ["identities", namespaces.join(", ")],
    ["library", library],
    ["version", version],
    ["environment", environment],
  ];
  const facts = said.filter(([, value]) => value !== "").map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
  return facts.length === 0 ? null : make("details", { class: "envelope" }, make("summary", {}, "What stands around its events"), make("dl", { class: "facts" }, ...facts));
}
