//! The files of the page, which are in the program.

pub(super) const HTML: &str = include_str!("index.html");

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Those below `/page/`: name, content type, text.
pub(super) const FILES: [(&str, &str, &str); 25] = [
    ("page.css", "text/css; charset=utf-8", include_str!("page.css")),
    ("icon.svg", "image/svg+xml", include_str!("icon.svg")),
    ("curve.js", SCRIPT, include_str!("curve.js")),
    ("elements.js", SCRIPT, include_str!("elements.js")),
    ("envelope.js", SCRIPT, include_str!("envelope.js")),
    ("fields.js", SCRIPT, include_str!("fields.js")),
    ("filter.js", SCRIPT, include_str!("filter.js")),
    ("findings.js", SCRIPT, include_str!("findings.js")),
    ("lanes.js", SCRIPT, include_str!("lanes.js")),
    ("legend.js", SCRIPT, include_str!("legend.js")),
    ("list.js", SCRIPT, include_str!("list.js")),
    ("loading.js", SCRIPT, include_str!("loading.js")),
    ("marks.js", SCRIPT, include_str!("marks.js")),
    ("meaning.js", SCRIPT, include_str!("meaning.js")),
    ("page.js", SCRIPT, include_str!("page.js")),
    ("playheads.js", SCRIPT, include_str!("playheads.js")),
    ("rejected.js", SCRIPT, include_str!("rejected.js")),
    ("report.js", SCRIPT, include_str!("report.js")),
    ("scale.js", SCRIPT, include_str!("scale.js")),
    ("session.js", SCRIPT, include_str!("session.js")),
    ("sessions.js", SCRIPT, include_str!("sessions.js")),
    ("shapes.js", SCRIPT, include_str!("shapes.js")),
    ("table.js", SCRIPT, include_str!("table.js")),
    ("timeline.js", SCRIPT, include_str!("timeline.js")),
    ("values.js", SCRIPT, include_str!("values.js")),
];
