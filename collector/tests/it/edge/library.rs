//! The client of this project against the collector.

use media_collection::edge::Identity;
use media_collection::http::{Request, Response};
use media_collection::recorder::{NextRequest, Online};
use media_collection::{
    AdBreakStartParams, AdStartParams, Collector, PlayerTime, Recorder, SessionStart,
    SessionStartParams,
};
use serde_json::{Value, json};

use super::rejected;
use crate::here::Here;

const BEGAN: i64 = 1_767_323_045_000;

fn at(second: i32) -> PlayerTime {
    PlayerTime::new(f64::from(second), BEGAN + i64::from(second) * 1_000)
}

fn opening() -> SessionStart {
    let params = SessionStartParams::builder()
        .analytics_tracking_server("t.example.com")
        .analytics_report_suite("suite")
        .visitor_marketing_cloud_org_id("ORG@AdobeOrg")
        .id("film")
        .length(60.0)
        .content_type("vod")
        .player_name("tv")
        .channel("c");
    SessionStart::new(at(0), params.build())
}

fn watch<S: media_collection::recorder::Sink>(recorder: &mut Recorder<S>) {
    recorder.play(at(0)).unwrap();
    recorder.ad_break_start(at(10), AdBreakStartParams::new(1, 10.0)).unwrap();
    let spot = AdStartParams::builder().id("a").length(15.0).pod_position(1).player_name("tv");
    recorder.ad_start(at(10), spot.build()).unwrap();
    recorder.play(at(10)).unwrap();
    recorder.ad_break_complete(at(10)).unwrap();
    recorder.play(at(10)).unwrap();
    recorder.finish(at(60)).unwrap();
}

/// What a session of [`watch`] has: the ad is left before its end.
const EVENTS: [&str; 10] = [
    "sessionStart",
    "play",
    "adBreakStart",
    "adStart",
    "play",
    "adSkip",
    "adBreakComplete",
    "play",
    "sessionComplete",
    "sessionEnd",
];

fn edge() -> Collector {
    // The address is that of the test, which sends itself.
    let datastream = "11111111-2222-3333-4444-555555555555";
    let collector = Collector::edge_at_any_host("http://127.0.0.1:1", datastream).unwrap();
    collector.with_identity("FPID", Identity::new("secret"))
}

fn send(here: &Here, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let path = request.uri().path_and_query().unwrap().as_str();
    let headers = request.headers().iter();
    let headers: String =
        headers.map(|(name, value)| format!("{name}: {}\r\n", value.to_str().unwrap())).collect();
    let answer = here.send("POST", path, &headers, request.body());
    let mut response = Response::new(answer.body.into_bytes());
    *response.status_mut() = answer.status.try_into().unwrap();
    response
}

/// Sends what is there, and returns the paths.
fn drive(recorder: &mut Recorder<Online>, here: &Here) -> Vec<String> {
    let (mut now, mut paths) = (BEGAN + 60_000, Vec::new());
    for _ in 0..1_000 {
        match recorder.next_request(now).unwrap() {
            NextRequest::Send(outgoing) => {
                let ticket = outgoing.ticket;
                let request = outgoing.request(&edge()).unwrap();
                paths.push(request.uri().path().to_owned());
                let response = send(here, &request);
                let _ = recorder.responded(ticket, &response, now, 0.5);
            }
            NextRequest::Wait { until } => now = until,
            _ => return paths,
        }
    }
    panic!("no end of requests");
}

fn types(here: &Here, id: &Value) -> Vec<String> {
    let detail = here.get(&format!("/page/session/{}", id.as_str().unwrap())).json();
    let events = detail["events"].as_array().unwrap().iter();
    events.map(|one| one["event"]["eventType"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_recorder_reports_a_session() {
    let here = Here::start();
    let mut recorder = Recorder::online(opening());
    watch(&mut recorder);
    let paths = drive(&mut recorder, &here);
    assert!(recorder.is_done());
    assert_eq!(paths[0], "/ee/va/v1/sessionStart");
    assert!(paths[1..].iter().all(|path| path.starts_with("/ee/or2/va/v1/")), "{paths:?}");
    let session = &here.sessions()[0];
    assert_eq!((&session["api"], &session["closed"]), (&json!("media-edge"), &json!("ended")));
    assert_eq!((&session["errors"], &session["losses"]), (&json!(0), &json!(0)));
    // What the datastream knows, the events need not say.
    assert_eq!(session["advice"], 0);
    assert_eq!(types(&here, &session["id"]), EVENTS);
    assert_eq!(rejected(&here), 0);
}

/// A collector that forgot the session: the recorder opens another one.
#[test]
fn a_recorder_goes_on_elsewhere() {
    let here = Here::start();
    let mut recorder = Recorder::online(opening());
    recorder.play(at(0)).unwrap();
    drive(&mut recorder, &here);
    drop(here);
    let here = Here::start();
    recorder.ping(at(10)).unwrap();
    recorder.finish(at(60)).unwrap();
    drive(&mut recorder, &here);
    assert!(recorder.is_done());
    let sessions = here.sessions();
    assert_eq!(sessions.len(), 1);
    let detail = here.get(&format!("/page/session/{}", sessions[0]["id"].as_str().unwrap())).json();
    assert_eq!(detail["events"][0]["event"]["params"]["media.resume"], true);
    assert_eq!(sessions[0]["closed"], "ended");
    assert!(rejected(&here) > 0, "the session was unknown");
}

#[test]
fn a_downloaded_session_is_uploaded() {
    let here = Here::start();
    let mut recorder = Recorder::downloaded(opening());
    watch(&mut recorder);
    let response = send(&here, &edge().upload(&recorder.into_session()).unwrap());
    assert_eq!(response.status(), 200);
    let session = &here.sessions()[0];
    assert_eq!((&session["origin"], &session["api"]), (&json!("downloaded"), &json!("media-edge")));
    assert_eq!(types(&here, &session["id"]), EVENTS);
    assert_eq!(rejected(&here), 0);
}
