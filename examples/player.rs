//! A player on the tracker, with ads before and in the content, and a pause of 40 minutes. A real one
//! asks a `SteadyClock` for the time, and sends `outgoing.request(&collector)?`; the rest is the same.
#![forbid(unsafe_code)]

use media_collection::recorder::NextRequest;
use media_collection::tracker::{OnlineSessions, Quality, TrackError, Tracked, Tracker};
use media_collection::{Accepted, Created, Event, Policy, SessionStartParams, lint::lint};
use media_collection::{AdBreakStartParams, AdStartParams, ChapterStartParams};

type Online = Tracker<OnlineSessions>;
type Told = Result<Tracked, TrackError<std::convert::Infallible>>;
type Done = Result<(), Box<dyn std::error::Error>>;

/// The tracker, the time, the playhead, and what has arrived at the collector.
struct Player(Online, i64, f64, Vec<Event>);

impl Player {
    /// A callback; then the run loop: the timer when it runs out, and the playhead every second.
    fn on(&mut self, call: impl FnOnce(&mut Online, i64) -> Told, seconds: i64, rate: f64) -> Done {
        let Self(tracker, now, playhead, arrived) = self;
        if let Some(why) = call(tracker, *now)?.ignored() {
            return Err(why.clone().into()); // a real player writes it into its log
        }
        for _ in 0..seconds {
            (*now, *playhead) = (*now + 1_000, *playhead + rate);
            while let Some(due) = tracker.poll_timeout().filter(|due| due <= now) {
                tracker.handle_timeout(due)?;
            }
            tracker.playhead(*now, *playhead)?;
        }
        while let NextRequest::Send(outgoing) = tracker.sessions_mut().next_request(*now)? {
            let response = match outgoing.call.path() {
                "/api/v1/sessions" => Created::new("3f2a".parse()?).into_response(),
                _ => Accepted::new().into_response(),
            };
            arrived.push(Event::decode(outgoing.call.body(), &Policy::strict())?);
            let _ = tracker.sessions_mut().responded(outgoing.ticket, &response, *now, 0.5);
        }
        Ok(())
    }
}

fn main() -> Done {
    let episode = SessionStartParams::builder().id("film-42").length(1_800.0).content_type("vod");
    let episode = episode.player_name("tv").channel("example").analytics_report_suite("suite");
    let episode = episode.analytics_tracking_server("metrics.example.com");
    let episode = episode.visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg").build();
    let spot = AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).player_name("tv");
    let spot = spot.build();
    let mut player = Player(Tracker::new(OnlineSessions::new()), 1_700_000_000_000, 0.0, vec![]);
    player.on(|tracker, now| tracker.session_start(now, episode), 0, 0.0)?;
    player.on(|tracker, now| tracker.play(now), 0, 0.0)?; // too early: an ad break comes first
    for (number, second) in [(1, 0.0), (2, 60.0)] {
        let pod = AdBreakStartParams::new(number, second);
        player.on(|tracker, now| tracker.ad_break_start(now, pod), 0, 0.0)?;
        player.on(|tracker, now| tracker.ad_start(now, spot.clone()), 15, 0.0)?;
        player.on(|tracker, now| tracker.ad_complete(now), 0, 0.0)?;
        player.on(|tracker, now| tracker.ad_break_complete(now), 0, 0.0)?;
        let chapter = ChapterStartParams::builder().index(number).offset(second).length(60.0);
        player.on(|tracker, now| tracker.chapter_start(now, chapter.build()), 60, 1.0)?;
    }
    player.on(|tracker, now| tracker.state_start(now, "fullScreen"), 20, 1.0)?;
    player.on(|tracker, now| tracker.buffer_start(now), 2, 0.0)?;
    player.on(|tracker, now| tracker.error(now, "segment-404"), 1, 0.0)?;
    player.on(|tracker, now| tracker.buffer_complete(now), 20, 1.0)?;
    player.on(|tracker, now| tracker.quality(now, Quality::new(4e6, 800.0, 25.0, 3.0)), 0, 0.0)?;
    player.on(|tracker, now| tracker.bitrate_change(now), 20, 1.0)?;
    player.on(|tracker, now| tracker.seek_start(now), 1, 600.0)?;
    player.on(|tracker, now| tracker.seek_complete(now), 20, 1.0)?;
    player.on(|tracker, now| tracker.pause(now), 40 * 60, 0.0)?;
    player.on(|tracker, now| tracker.play(now), 60, 1.0)?;
    player.on(|tracker, now| tracker.complete(now), 0, 0.0)?;
    let sessions = player.3.chunk_by(|_, next| next.event_name() != "sessionStart");
    assert!(sessions.clone().all(|session| lint(session).is_empty()));
    assert_eq!((player.3.len(), sessions.count()), (239, 2)); // half an hour of pause ends a session
    println!("{} events of two sessions have arrived", player.3.len());
    Ok(())
}
