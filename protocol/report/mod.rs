//! The report: what Adobe's back end will make of a session, before it is released.
//!
//! People send sessions for the numbers: content time, starts, completes, ad time, progress. A
//! [`Report`] computes them from the events, as far as public sources define them, and says how
//! certain each is:
//!
//! ```
//! use media_collection::report::Report;
//! # use media_collection::{Event, PlayerTime, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
//! # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
//!
//! let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
//! let events = [
//!     start.into(),
//!     Event::play(at(0)),
//!     Event::ping(at(10)),
//!     Event::session_end(at(18)),
//! ];
//!
//! let report = Report::of(&events);
//! let close = report.close().expect("the session has a start");
//! let time = close.get("sessionDetails.timePlayed").expect("18 seconds were played");
//! assert_eq!(time.ms(), Some(18_000));
//! assert_eq!(time.field().name, "Content time spent");
//! assert_eq!(time.events(), Some((1, 3)));
//! assert!(close.get("sessionDetails.hasProgress25").is_some());
//! ```
//!
//! First come the [diagnostics](Report::diagnostics): what is wrong with the session, and which
//! values that spoils. Then come the [records](Record) that the back end writes: the start, the
//! start and the end of each ad, the end of each chapter, and the close. Each [`Value`] of a record
//! has the [field](Field) with its names, the events that made it, a [`Certainty`], and the
//! [alternatives](Alternative) that it would have by other readings of the documents.
//!
//! Inside, times are milliseconds; reported are whole seconds. What is false or zero is absent.
//!
//! A [`Reporter`] makes the same event by event, so that a collector can show it while the session
//! is open. [`explain`] tells all events that made a value.
//!
//! # The rules
//!
//! Time spent is not the movement of the playhead. It is the sum of the intervals between events, by
//! their timestamps, each of the kind that it had when it began: content, ad, pause, buffering, or
//! stall. A session is closed by `sessionEnd`, after 10 minutes without an event, or after 30 minutes
//! in which the playhead did not change; what follows is not counted. [`fields`] lists every metric
//! and dimension with its rule.
//!
//! # What nobody can know
//!
//! No public source says:
//!
//! - how milliseconds are rounded to seconds ([`Rounding`]), and whether for each interval or in sum;
//! - whether the back end shortens intervals as Adobe's older clients do ([`TimeSpent`]);
//! - what a seek without events does to time spent and unique time; speeds other than 1;
//! - whether a progress marker that a seek skips counts ([`Markers`]), and whether one counts in an
//!   ad, in a pause or at the end;
//! - anything that divides by the length, for live content, and what happens at midnight;
//! - how segments are cut and written, and what scrubbing adds;
//! - what becomes of time in an ad break but in no ad, before the first `play`, and after `error`;
//! - whether the content goes on by itself after an ad break;
//! - whether pauses and buffering in ads count for the session;
//! - which events count for a stall, and when it begins;
//! - how long a state lasts that does not end ([`OpenStates`]); spellings of custom states;
//! - whether the first or the last time to start counts, the unit of bitrates, their weight in ads,
//!   and dropped frames that fall;
//! - what is written for an ad or a chapter that is skipped, or open at the close;
//! - seconds since the last call after `sessionComplete` without an end, after a standstill, and of
//!   downloaded content;
//! - the timestamp of the close, and whether time limits go by the arrival or by the timestamps;
//! - what comes after `sessionComplete`, or with a second one;
//! - estimated streams and audience of a session that never played;
//! - whether a session that resumes another counts as a start; filters, processing rules and
//!   classifications of a report suite;
//! - playheads beyond the length or below 0;
//! - what keep-alive hits of Analytics contain.
//!
//! Some numbers no single session determines: concurrent viewers, playback time spent by minute, and
//! the audience of a period. A report does not have them.
//!
//! Nor does it have what does not come from the events of a session: `isFederated` (the data came
//! through a share), `scheduleTimePlayed` (from the schedule of a channel), `mediaSdkErrors` (of older
//! clients), `cdn` and `dataIngestionSource`, and the version of the library that sent it.
//!
//! # Sources
//!
//! The metrics and dimensions reference and the reporting schema of Adobe's documentation of
//! Streaming Media, its older parameter pages, the XDM schemas, and the behaviour of Adobe's clients.

mod amount;
mod close;
mod close_quality;
mod closing;
mod consequences;
mod content;
mod diagnostic;
mod dimensions;
mod explain;
mod field;
mod fields;
mod open;
mod open_records;
mod opened;
mod options;
mod parts;
mod playheads;
mod quality;
mod record;
mod reporter;
mod states;
mod value;
mod values;
mod whole;
mod writer;

pub use self::closing::{CloseReason, Closing};
pub use self::consequences::{lost_without, together};
pub use self::diagnostic::Diagnostic;
pub use self::explain::{explain, explain_record, explain_records};
pub use self::field::{Certainty, Field};
pub use self::options::{Markers, OpenStates, ReportOptions, Rounding, TimeSpent};
pub use self::record::{Record, RecordType};
pub use self::reporter::{Reporter, Told};
pub use self::value::{Alternative, Datum, Value};
pub use self::whole::Report;

/// The field of a path, with or without the name of an entry: that of `states[mute].time` is
/// `states[].time`.
pub fn field(xdm: &str) -> Option<&'static Field> {
    let is_entry = |field: &Field| {
        let parts = field.xdm.split_once("[]");
        parts.is_some_and(|(list, member)| {
            let entry = xdm.strip_prefix(list).and_then(|rest| rest.strip_suffix(member));
            entry.is_some_and(|entry| entry.starts_with('[') && entry.ends_with(']'))
        })
    };
    fields().find(|field| field.xdm == xdm || is_entry(field))
}

/// Every metric and dimension of the records, those of one object together.
///
/// [docs/reported-fields.md](https://docs.rs/crate/media-collection/latest/source/docs/reported-fields.md)
/// lists them with their rules.
pub fn fields() -> impl Iterator<Item = &'static Field> {
    let all = || fields::all().chain(dimensions::all().map(|dimension| &dimension.field));
    let objects = record::OBJECTS.iter().chain(["states"].iter());
    objects.flat_map(move |object| all().filter(move |field| field.object() == *object))
}
