//! What is allowed compiles, and breaks no rule.

mod conversions;
mod downloaded;
mod live;

use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, PlayerTime, SessionStart,
    SessionStartParams,
};

pub fn at(second: i64) -> PlayerTime {
    PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000)
}

pub fn start() -> SessionStart {
    let params = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length(1_800.0)
        .content_type("vod")
        .player_name("living-room")
        .channel("example")
        .build();
    SessionStart::new(at(0), params)
}

pub fn break_params() -> AdBreakStartParams {
    AdBreakStartParams::new(1, 0.0)
}

pub fn spot() -> AdStartParams {
    AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).player_name("tv").build()
}

pub fn chapter() -> ChapterStartParams {
    ChapterStartParams::builder().index(1).offset(0.0).length(60.0).build()
}
