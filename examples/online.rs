//! An online player: records its events, and sends the recorder's requests with reqwest, one after
//! the other.
//!
//! ```text
//! cargo run --example server                 in one terminal
//! cargo run --example online [URL]           in another (http://127.0.0.1:8080)
//! ```
//!
//! With the id of a datastream after the URL it reports to the Media Edge API: to Adobe's, at
//! `https://edge.adobedc.net`, or to `media-collection collect`.
#![forbid(unsafe_code)]

use std::error::Error;
use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

use media_collection::http::{Request, Response};
use media_collection::recorder::NextRequest;
use media_collection::{
    AdBreakStartParams, AdStartParams, Collector, PlayerTime, Recorder, SessionStart,
    SessionStartParams, SteadyClock,
};

/// The longest wait, in milliseconds, before this player gives up. A real player would store the
/// recorder and continue later.
const MAX_WAIT: u64 = 30_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
    // Nothing else depends on the API.
    let collector = match std::env::args().nth(2) {
        Some(datastream) => Collector::edge(&url, &datastream)?,
        None => url.parse()?,
    };
    // A collector sends no redirects; those of a captive portal must not be followed.
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;

    // The player's side. A real player records during playback, and sends in between.
    let clock = SteadyClock::new();
    let began = clock.now();
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
    let mut session = Recorder::online(SessionStart::new(at(0.0, 0), start));
    session.ad_break_start(at(0.0, 10), AdBreakStartParams::new(1, 0.0))?;
    session.ad_start(at(0.0, 20), spot)?;
    session.play(at(0.0, 30))?;
    session.ad_complete(at(0.0, 5_030))?;
    session.ad_break_complete(at(0.0, 5_031))?;
    session.play(at(0.0, 5_040))?;
    for seconds in [10, 20] {
        session.ping(at(seconds as f64, 5_040 + seconds * 1_000))?;
    }
    session.finish(at(30.0, 35_040))?;

    // The network's side. A real player runs this concurrently with playback, whenever a request
    // may be due. Requests that cannot be sent stay in the queue.
    loop {
        match session.next_request(clock.now())? {
            NextRequest::Send(outgoing) => {
                let ticket = outgoing.ticket;
                let outcome = match outgoing.request(&collector) {
                    Ok(request) => match send(&client, request).await {
                        Ok(response) => session.responded(ticket, &response, clock.now(), random()),
                        Err(error) => {
                            println!("{error}");
                            session.not_sent(ticket, clock.now(), random())
                        }
                    },
                    // Media Edge cannot say it.
                    Err(error) => session.not_encoded(ticket, error),
                };
                println!("{outcome:?}");
            }
            NextRequest::Wait { until } => {
                let wait = until.saturating_sub(clock.now()).max(0) as u64;
                if wait > MAX_WAIT {
                    return Err("the collector cannot be reached".into());
                }
                tokio::time::sleep(Duration::from_millis(wait)).await;
            }
            _ => break,
        }
    }
    println!("{}", if session.is_done() { "everything is reported" } else { "not reported" });
    Ok(())
}

/// A number from 0 to 1 that spreads the next attempts of many players.
fn random() -> f64 {
    f64::from(RandomState::new().hash_one(0) as u32) / f64::from(u32::MAX)
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
