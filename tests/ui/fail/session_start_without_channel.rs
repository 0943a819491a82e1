//! What `sessionStart` requires must be set.

use media_collection::SessionStartParams;

fn wrong() {
    let _ = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length(1_800.0)
        .content_type("vod")
        .player_name("living-room")
        .build();
}

fn main() {}
