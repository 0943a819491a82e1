//! An online player: what its callbacks report goes through the recorder, whose requests are sent
//! over reqwest, one after the other.
//!
//! ```text
//! cargo run --example server                 in one terminal
//! cargo run --example online [URL]           in another (http://127.0.0.1:8080)
//! ```
#![forbid(unsafe_code)]

use std::error::Error;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use media_collection::error::{NextStep, RetryAfter};
use media_collection::http::{Request, Response};
use media_collection::{
    AdBreakStartParams, AdStartParams, Collector, OnlineRecorder, PlayerTime, SessionStart,
    SessionStartParams,
};

/// Attempts for one request before the player gives up; the recorder could be stored and go on
/// another day.
const MAX_ATTEMPTS: u32 = 5;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
    let collector: Collector = url.parse()?;
    // A collector gives no redirects: a portal on the way does, and its page is no response.
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;

    // The player's side. A real player does this over minutes, and sends in between.
    let began = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis() as i64;
    let at = |playhead: f64, after: i64| PlayerTime::new(playhead, began + after);
    let start = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length(30.0)
        .content_type("vod")
        .player_name("living-room")
        .channel("example")
        .build();
    let spot = AdStartParams::builder()
        .id("spot-7")
        .length(5.0)
        .pod_position(1)
        .player_name("living-room")
        .build();
    let mut session = OnlineRecorder::new(SessionStart::new(at(0.0, 0), start));
    session.ad_break_start(at(0.0, 10), AdBreakStartParams::new(1, 0.0))?;
    session.ad_start(at(0.0, 20), spot)?;
    session.play(at(0.0, 30))?;
    session.ad_complete(at(0.0, 5_030))?;
    session.ad_break_complete(at(0.0, 5_031))?;
    session.play(at(0.0, 5_040))?;
    for seconds in [10, 20] {
        session.ping(at(seconds as f64, 5_040 + seconds * 1_000))?;
    }
    session.finish(at(30.0, 35_040));

    // The network's side: the same request comes again until the collector took it.
    let mut attempts = 0;
    while let Some(request) = session.next_request(&collector)? {
        let result = send(&client, request).await;
        let (reason, wait) = match result.map(|response| session.answered(&response)) {
            Ok(Ok(outcome)) => {
                println!("{outcome:?}");
                attempts = 0;
                continue;
            }
            // As long as the collector says.
            Ok(Err(error)) => match error.next() {
                Next::TryLater(Some(RetryAfter::Seconds(seconds))) => {
                    (error.to_string(), Duration::from_secs(seconds))
                }
                next => (format!("{error}; {next}"), Duration::from_secs(2)),
            },
            Err(error) => (error.to_string(), Duration::from_secs(2)),
        };
        attempts += 1;
        if attempts == MAX_ATTEMPTS {
            return Err(reason.into());
        }
        println!("again in {} s: {reason}", wait.as_secs());
        tokio::time::sleep(wait).await;
    }
    println!("everything is reported");
    Ok(())
}

async fn send(
    client: &reqwest::Client,
    request: Request<Vec<u8>>,
) -> reqwest::Result<Response<Vec<u8>>> {
    let received = client.execute(request.try_into()?).await?;
    let (status, headers) = (received.status(), received.headers().clone());
    let mut response = Response::new(received.bytes().await?.to_vec());
    (*response.status_mut(), *response.headers_mut()) = (status, headers);
    Ok(response)
}
