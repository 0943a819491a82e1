//! What clients are told when the disk fails.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use media_collection::http::Request;
use media_collection::{Api, DownloadedSession, Event, Policy, SessionStart};

use super::endpoints::{event, start, upload};
use super::{Edge, Service, respond};
use crate::backend::Backend;
use crate::board::Board;
use crate::connections::{Client, Connection};
use crate::metrics::Watch;
use crate::options::{ClosedReply, Limits, MetricsAccess};
use crate::sessions::{Admission, Origin, Sessions};
use crate::storage::tests::{self, Faulty, PING};

const START: &str = r#"{"eventType":"sessionStart","playerTime":{"playhead":0,"ts":1},"params":{
    "analytics.trackingServer":"t","analytics.reportSuite":"s","visitor.marketingCloudOrgId":"o@AdobeOrg",
    "media.id":"m","media.length":60,"media.contentType":"vod","media.playerName":"p","media.channel":"c"}}"#;
const END: &str = r#"{"eventType":"sessionEnd","playerTime":{"playhead":2,"ts":3}}"#;

fn decode(text: &str) -> Event {
    Event::decode(text.as_bytes(), &Policy::strict()).unwrap()
}

fn service(disk: &Faulty) -> Service {
    let edge = Edge::new(Policy::strict(), None, ClosedReply::Gone);
    let sessions = Sessions::new(Limits::default());
    let backend = Backend::here(Arc::new(Board::new(sessions, disk.storage())));
    Service::new(backend, Policy::strict(), edge, Duration::from_secs(1), None)
}

async fn opened(service: &Service) -> String {
    let first = SessionStart::try_from(decode(START)).unwrap();
    let response = start(service, Client::UNKNOWN, first).await.ok().expect("it is stored");
    let location = response.headers()["location"].to_str().unwrap().to_owned();
    location.rsplit('/').next().unwrap().to_owned()
}

/// Whether an event of a session is acknowledged.
async fn takes(service: &Service, id: &str, text: &str) -> bool {
    event(service, id, decode(text)).await.is_ok()
}

fn admission(sessions: &Sessions, id: &str, text: &str) -> Admission {
    sessions.admits(10, Api::MediaCollection, id, &tests::event(text))
}

fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(test);
}

#[test]
fn a_repeated_end_is_answered_when_the_first_is_stored() {
    run(async {
        let disk = Faulty::default();
        let service = service(&disk);
        let id = opened(&service).await;
        disk.change(|state| state.holds = true);
        let first = takes(&service, &id, END);
        tokio::pin!(first);
        let soon = Duration::from_millis(100);
        assert!(tokio::time::timeout(soon, &mut first).await.is_err(), "the disk does not answer");
        let second = takes(&service, &id, END);
        tokio::pin!(second);
        assert!(tokio::time::timeout(soon, &mut second).await.is_err(), "nor does the collector");
        disk.change(|state| state.holds = false);
        assert!(first.await && second.await);
        assert!(takes(&service, &id, END).await, "and again later");
    });
}

#[test]
fn a_repeated_end_fails_with_the_first() {
    run(async {
        let disk = Faulty::default();
        let service = service(&disk);
        let id = opened(&service).await;
        disk.change(|state| state.holds = true);
        let ends = async { tokio::join!(takes(&service, &id, END), takes(&service, &id, END)) };
        tokio::pin!(ends);
        assert!(tokio::time::timeout(Duration::from_millis(100), &mut ends).await.is_err());
        disk.change(|state| (state.holds, state.sync_fails) = (false, true));
        assert_eq!(ends.await, (false, false));
        assert!(!takes(&service, &id, END).await, "it is closed, but did not end");
    });
}

#[test]
fn a_session_that_was_closed_for_a_fault_stays_closed() {
    run(async {
        let disk = Faulty::default();
        let service = service(&disk);
        let (id, other) = (opened(&service).await, opened(&service).await);
        disk.change(|state| state.sync_fails = true);
        assert!(!takes(&service, &id, PING).await);
        assert_eq!(admission(&service.backend.board().sessions(), &id, PING), Admission::Closed);
        // Killed at this moment, and later.
        for moment in ["at once", "later"] {
            let again = disk.read("collector-fault");
            assert_eq!(admission(&again, &id, PING), Admission::Closed, "{moment}");
            assert_eq!(admission(&again, &other, PING), Admission::Admitted, "{moment}");
            disk.change(|state| state.sync_fails = false);
            assert!(takes(&service, &other, PING).await);
        }
    });
}

#[test]
fn a_request_that_was_cancelled_leaves_no_gap() {
    run(async {
        let disk = Faulty::default();
        let service = service(&disk);
        let id = opened(&service).await;
        disk.change(|state| state.holds = true);
        let cancelled =
            tokio::time::timeout(Duration::from_millis(100), takes(&service, &id, PING));
        assert!(cancelled.await.is_err());
        disk.change(|state| (state.holds, state.sync_fails) = (false, true));
        // Another request is answered by the same flush or a later one.
        let _ = takes(&service, &id, PING).await;
        disk.change(|state| state.sync_fails = false);
        assert!(!takes(&service, &id, PING).await);
        assert_eq!(admission(&disk.read("collector-cancelled"), &id, PING), Admission::Closed);
    });
}

/// The clients go, and what they sent still waits for the disk.
#[test]
fn a_disk_that_does_not_answer_fills_no_memory() {
    run(async {
        let disk = Faulty::default();
        let service = Arc::new(service(&disk));
        let watch =
            Watch { service: Arc::clone(&service), access: MetricsAccess::Off, guarded: None };
        let health = || {
            let request = Request::get("/healthz").header("host", "c").body(()).unwrap();
            let response = watch.respond(&request.into_parts().0);
            (response.status().as_u16(), response.headers().contains_key("retry-after"))
        };
        let id = opened(&service).await;
        assert_eq!(health(), (200, false));
        disk.change(|state| state.holds = true);
        let connection = Connection::new(([127, 0, 0, 1], 1).into(), None);
        let ask = async |path: String, body: &'static str| {
            let request = Request::post(path).header("host", "c").body(Body::from(body)).unwrap();
            let asked = respond(&service, &connection, request);
            tokio::time::timeout(Duration::from_millis(100), asked).await
        };
        let paths = [format!("/api/v1/sessions/{id}/events"), "/ee/va/v1/play".to_owned()];
        assert!(ask(paths[0].clone(), PING).await.is_err(), "it waits for the disk");
        let start = START.replace("\n", " ");
        let pings = [PING; 60_000].join(",");
        let batch = format!("[{start},{pings}]");
        let mut uploads = 0;
        while !service.backend.is_behind() {
            let session = DownloadedSession::decode(batch.as_bytes(), &Policy::strict()).unwrap();
            let uploaded = upload(&service, session, Origin::Downloaded, true);
            let uploaded = tokio::time::timeout(Duration::from_millis(1), uploaded).await;
            assert!(uploaded.is_err());
            uploads += 1;
            assert!(uploads < 100, "the disk is never too slow");
        }
        assert_eq!(health(), (503, true));
        for path in &paths {
            let response = ask(path.clone(), PING).await.expect("a response at once");
            assert_eq!(
                (response.status().as_u16(), &response.headers()["retry-after"]),
                (503, &"1".parse().unwrap())
            );
        }
        disk.change(|state| state.holds = false);
        while service.backend.is_behind() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(health(), (200, false));
        assert_eq!(ask(paths[0].clone(), PING).await.expect("a response").status(), 204);
    });
}
