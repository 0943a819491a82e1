// The session that is shown, as far as it arrived. It comes in parts: what the collector has sent
// and will not change is not sent again.

// While parts arrive, the page is drawn again after so many milliseconds.
const DRAWN_AGAIN = 400;
// The first part is small, so that something is shown at once.
const FIRST = 400; // events

let loaded = null;

export const current = () => loaded;
export const forget = () => { loaded = null; };

const nothing = (id) => ({ id, summary: null, edge: null, events: [], settled: 0, findings: [], findingsNumber: 0, report: null, rejected: [], whole: false, isLoading: false });

// What came of a request.
export const HERE = "here";
export const MISSING = "missing"; // the collector has no such session
export const LATER = "later"; // it cannot say now

// Requests what is new of a session, and calls `show` when there is something to draw.
export async function load(id, show) {
  if (!loaded || loaded.id !== id) loaded = nothing(id);
  const mine = loaded;
  if (mine.isLoading) return HERE;
  mine.isLoading = true;
  try {
    return await loadParts(mine, show);
  } finally {
    mine.isLoading = false;
  }
}

async function loadParts(mine, show) {
  const { id } = mine;
  let drawn = -Infinity;
  for (;;) {
    const response = await fetch(`/page/session/${encodeURIComponent(id)}?events=${mine.settled}&findings=${mine.findingsNumber}${mine.settled === 0 ? `&most=${FIRST}` : ""}`);
    if (loaded !== mine) return HERE;
    if (response.status === 404) {
      forget();
      return MISSING;
    }
    if (!response.ok) {
      mine.whole = false;
      return LATER;
    }
    const part = await response.json();
    if (loaded !== mine) return HERE;
    add(mine, part);
    if (!part.more || performance.now() - drawn > DRAWN_AGAIN) {
      show(mine);
      drawn = performance.now();
    }
    if (!part.more) return HERE;
    // Lets the browser paint and react between two parts.
    await new Promise((done) => { setTimeout(done, 0); });
  }
}

function add(session, part) {
  session.events.length = session.settled;
  for (const entry of part.events) session.events.push(entry);
  session.settled += part.settled;
  if (part.findings) session.findings = part.findings;
  session.findingsNumber = part.findings_number;
  Object.assign(session, { summary: part.summary, edge: part.edge || null, rejected: part.refused, report: part.report || null, whole: !part.more });
}
