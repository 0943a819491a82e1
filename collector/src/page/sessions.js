// What the collector says about all sessions: kept here, and changed by what it sends.

// By their numbers, which say in which order they arrived.
const byNumber = new Map();

// The run of the collector and the version that this is; the sessions, the newest first; how many
// are not listed; how many are open; the rejected requests; the version of a session that is shown and not
// listed.
export const known = { run: null, version: null, sessions: [], older: 0, open: 0, rejected: { list: [], older: 0 }, unlisted: { id: null, version: null } };

// What to ask for: what changed since, and whether the session `shown` did.
export function since(shown) {
  const asked = known.run === null ? {} : { since: known.version, run: known.run };
  return "?" + new URLSearchParams({ ...asked, shown });
}

// Takes what the collector sent, when it was asked about `shown`. Returns whether it is of another run than
// before.
export function merge(overview, shown) {
  const another = known.run !== null && known.run !== overview.run;
  if (overview.whole) byNumber.clear();
  for (const summary of overview.sessions) {
    summary.haystack = haystack(summary);
    byNumber.set(summary.number, summary);
  }
  const listed = overview.listed.map((number) => byNumber.get(number)).filter((summary) => summary !== undefined);
  if (listed.length < byNumber.size) {
    byNumber.clear();
    for (const summary of listed) byNumber.set(summary.number, summary);
  }
  const { run, version, older, open } = overview;
  Object.assign(known, { run, version, older, open, sessions: listed });
  known.unlisted = { id: shown, version: overview.unlisted ?? null };
  if (overview.refused) {
    const { list, kept, older: dropped } = overview.refused;
    const before = overview.whole ? [] : known.rejected.list;
    known.rejected = { list: [...list, ...before].slice(0, kept), older: dropped };
  }
  else if (overview.whole) known.rejected = { list: [], older: 0 };
  return another;
}

// The text in which a search looks.
function haystack({ title, content, id, content_type, player, suite, datastream }) {
  return [title, content, id, content_type, player, suite, datastream].join("\n").toLowerCase();
}
