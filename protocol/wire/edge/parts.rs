//! Sessions that are too large for one request.

use super::paths::MAX_PART_BYTES;
use crate::constraints::EncodeError;
use crate::event::{Event, EventType};
use crate::media_edge::{Item, Request};
use crate::session::DownloadedSession;

/// The size of a request with the session, in bytes.
///
/// # Errors
///
/// When Media Edge has no form for an event.
pub fn size(session: &DownloadedSession) -> Result<usize, EncodeError> {
    let item = Item::new(session.clone().into_events());
    Request::from(item).encode().map(|body| body.len()).map_err(EncodeError::without_index)
}

/// The session as sessions that Media Edge takes, each at most 60,000 bytes: one if it fits.
///
/// Media Edge takes 64 KB in a request, which is about an hour and a half with a ping each ten seconds.
/// Each part but the last is ended as if the viewer had left, and the next begins where that ended, in
/// the same state, with `media.resume`. A store does this by itself.
///
/// ```
/// use media_collection::{Collector, PlayerTime, Recorder, edge};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(7200.0).content_type("vod").player_name("tv").channel("c").build();
/// let at = |second: i64| PlayerTime::new(second as f64, 1_767_323_045_678 + second * 1_000);
/// # let start = SessionStart::new(at(0), params);
/// let mut recorder = Recorder::downloaded(start);
/// recorder.play(at(0))?;
/// for second in (10..7_200).step_by(10) {
///     recorder.ping(at(second))?;
/// }
/// recorder.finish(at(7_200))?;
/// let session = recorder.into_session();
///
/// let collector = Collector::edge("edge.adobedc.net", "datastream-1")?;
/// assert!(collector.upload(&session).is_err()); // more than 64 KB
/// let parts = edge::parts(&session)?;
/// assert_eq!(parts.len(), 2);
/// for part in &parts {
///     let request = collector.upload(part)?;
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// When Media Edge has no form for an event.
pub fn parts(session: &DownloadedSession) -> Result<Vec<DownloadedSession>, EncodeError> {
    if size(session)? <= MAX_PART_BYTES {
        return Ok(vec![session.clone()]);
    }
    let encoded = |count: usize, event: &Event| {
        let item = Item::new(vec![event.clone(); count]);
        Request::from(item).encode().map(|body| body.len())
    };
    // Around any number of events there is the same.
    let around = match session.events().first() {
        Some(start) => 2 * encoded(1, start)? - encoded(2, start)?,
        None => 0,
    };
    session.in_parts(MAX_PART_BYTES, |event| {
        let alone = encoded(1, event)?;
        // It counts with the start.
        let is_start = event.event_type() == Some(EventType::SessionStart);
        Ok(if is_start { alone } else { alone - around })
    })
}
