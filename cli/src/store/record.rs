//! `record`: records a made-up session into a store, event by event.

use std::error::Error;
use std::io;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use media_collection::store::{Durability, StoreOptions};
use media_collection::{PlayerTime, SessionStart, SessionStartParams};
use serde_json::json;

use super::{Store, now};
use crate::{exit, output};

/// Record a made-up session, to test a store, a disk or a collector
///
/// It consists of the start, a play, a ping every ten seconds, and the end. `upload` sends it to a
/// collector of either API.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  `ack K` as soon as event K is committed and would survive a crash; event 0 is the start.

  With --json, a line {\"ack\": K} for each event, and at the end {\"id\", \"state\", \"events\"}.

Exit codes:
  0  the session is recorded
  2  the store cannot be used or refuses an event, or the command line is wrong")]
pub struct Arguments {
    #[command(flatten)]
    store: Store,
    /// The number of events, including the start and the end; at least 2
    #[arg(long, value_name = "N", default_value = "30")]
    events: u64,
    /// When events are committed: each when it is recorded, or in groups of 100
    #[arg(long, value_enum, default_value = "each")]
    durability: When,
    /// Stop before the end, as if the app had been killed
    #[arg(long)]
    leave_open: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, ValueEnum)]
enum When {
    Each,
    Grouped,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let mut options = StoreOptions::default();
    if arguments.durability == When::Grouped {
        options = options.durability(Durability::Grouped { events: 100, millis: 60_000 });
    }
    let store = arguments.store.open_with(options)?;
    let events = arguments.events.max(2);
    let began = now();
    let at = |event: u64| {
        let seconds = event * 10;
        PlayerTime::new(seconds as f64, began + i64::try_from(seconds * 1_000).unwrap_or(0))
    };
    let mut acknowledged = 0;
    // Only committed events are acknowledged: with `grouped`, a group at a time.
    let mut acknowledge = |safe: u64| -> io::Result<()> {
        for event in acknowledged..safe {
            if arguments.json {
                output::line(json!({ "ack": event }))?;
            } else {
                output::line(format_args!("ack {event}"))?;
            }
        }
        acknowledged = acknowledged.max(safe);
        Ok(())
    };
    let mut session = store.begin(start(at(0), events))?;
    let key = session.key();
    acknowledge(session.committed().into())?;
    for event in 1..events - 1 {
        if event == 1 {
            session.play(at(event))?
        } else {
            session.ping(at(event))?
        };
        acknowledge(session.committed().into())?;
    }
    if arguments.leave_open {
        session.flush()?;
        acknowledge(session.committed().into())?;
    } else {
        session.session_complete(at(events - 1))?;
        acknowledge(session.committed().into())?;
    }
    if arguments.json {
        let (state, events) =
            if arguments.leave_open { ("open", events - 1) } else { ("pending", events) };
        output::line(json!({ "id": key.number(), "state": state, "events": events }))?;
    }
    Ok(exit::FINE.into())
}

fn start(at: PlayerTime, events: u64) -> SessionStart {
    let params = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length((events * 10) as f64)
        .content_type("vod")
        .player_name("media-collection record")
        .channel("example")
        .build();
    SessionStart::new(at, params)
}
