//! Sessions on the device: recorded, listed, sent, and what was refused looked after.
//!
//! ```text
//! offline record  --store FILE [--events N] [--durability each|grouped] [--leave-open]
//! offline list    --store FILE [--json]
//! offline upload  --store FILE --collector URL [--legacy] [--wait]
//! offline refused --store FILE
//! offline export  --store FILE SESSION
//! offline retry   --store FILE SESSION [--repair]
//! offline discard --store FILE SESSION
//! ```
//!
//! `record` prints `ack K` when event K would survive a crash; event 0 is the start. `upload`
//! shows a bar on a terminal and plain lines elsewhere, and ends with 0 when nothing is left to
//! send and nothing was refused, else with 1 and why.
#![forbid(unsafe_code)]

use std::error::Error;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use media_collection::store::{
    Durability, Endpoint, OfflineStore, Sent, SessionKey, Stats, StoreOptions,
};
use media_collection::{Collector, PlayerTime, SessionStart, SessionStartParams, http};
use serde_json::json;

const USAGE: &str = "usage: offline record|list|upload|refused|export|retry|discard --store FILE \
                     [SESSION] [--events N] [--durability each|grouped] [--leave-open] [--json] \
                     [--collector URL] [--legacy] [--wait] [--repair]";

/// Everything that may stand on the command line.
#[derive(Default)]
struct Options {
    command: String,
    store: Option<String>,
    session: Option<u64>,
    events: Option<u64>,
    collector: Option<String>,
    grouped: bool,
    leave_open: bool,
    json: bool,
    legacy: bool,
    wait: bool,
    repair: bool,
}

fn options() -> Result<Options, String> {
    let mut options = Options::default();
    let mut arguments = std::env::args().skip(1);
    options.command = arguments.next().ok_or(USAGE)?;
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value\n{USAGE}"));
        match argument.as_str() {
            "--store" => options.store = Some(value()?),
            "--collector" => options.collector = Some(value()?),
            "--events" => {
                let events = value()?;
                options.events =
                    Some(events.parse().map_err(|_| format!("{events} is no number"))?);
            }
            "--durability" => {
                options.grouped = match value()?.as_str() {
                    "each" => false,
                    "grouped" => true,
                    other => return Err(format!("the durability is each or grouped, not {other}")),
                };
            }
            "--leave-open" => options.leave_open = true,
            "--json" => options.json = true,
            "--legacy" => options.legacy = true,
            "--wait" => options.wait = true,
            "--repair" => options.repair = true,
            session => {
                let number = session.parse().map_err(|_| format!("what is {session}?\n{USAGE}"))?;
                options.session = Some(number);
            }
        }
    }
    Ok(options)
}

fn main() -> ExitCode {
    match options().map_err(Into::into).and_then(|options| run(&options)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let path = options.store.as_ref().ok_or(format!("--store FILE is missing\n{USAGE}"))?;
    let mut how = StoreOptions::default();
    if options.grouped {
        how = how.durability(Durability::Grouped { events: 100, millis: 60_000 });
    }
    if options.legacy {
        how = how.endpoint(Endpoint::Legacy);
    }
    let store = OfflineStore::open_with(path, how)?;
    let session = || options.session.map(SessionKey::from).ok_or("which session? see `list`");
    match options.command.as_str() {
        "record" => record(&store, options)?,
        "list" => list(&store, options.json)?,
        "upload" => {
            let base = options.collector.as_ref().ok_or("--collector URL is missing")?;
            return upload(&store, &base.parse()?, options.wait);
        }
        "refused" => refused(&store)?,
        "export" => {
            let mut out = io::stdout().lock();
            out.write_all(&store.export(session()?)?)?;
            writeln!(out)?;
        }
        "retry" if options.repair => println!("{:?}", store.repair(session()?)?),
        "retry" => store.retry(session()?)?,
        "discard" => store.discard(session()?)?,
        _ => return Err(USAGE.into()),
    }
    Ok(ExitCode::SUCCESS)
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// A viewing with so many events, the start and the end among them: a ping every ten seconds.
fn record(store: &OfflineStore, options: &Options) -> Result<(), Box<dyn Error>> {
    let events = options.events.unwrap_or(30).max(2);
    let began = now();
    let at = |event: u64| {
        let seconds = event * 10;
        PlayerTime::new(seconds as f64, began + i64::try_from(seconds * 1_000).unwrap_or(0))
    };
    let params = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length((events * 10) as f64)
        .content_type("vod")
        .player_name("offline example")
        .channel("example")
        .build();
    let mut out = io::stdout().lock();
    let mut acknowledged = 0;
    // Only what is safe is acknowledged: grouped, that is a group at a time.
    let mut acknowledge = |safe: u64| -> io::Result<()> {
        for event in acknowledged..safe {
            writeln!(out, "ack {event}")?;
        }
        acknowledged = acknowledged.max(safe);
        out.flush()
    };
    let mut session = store.begin(SessionStart::new(at(0), params))?;
    acknowledge(session.committed().into())?;
    for event in 1..events - 1 {
        if event == 1 {
            session.play(at(event))?
        } else {
            session.ping(at(event))?
        };
        acknowledge(session.committed().into())?;
    }
    if options.leave_open {
        session.flush()?;
        acknowledge(session.committed().into())?;
    } else {
        session.finish(at(events - 1))?;
        acknowledge(events)?;
    }
    Ok(())
}

fn list(store: &OfflineStore, json: bool) -> Result<(), Box<dyn Error>> {
    let sessions = store.sessions()?;
    if json {
        let list = sessions.iter().map(|session| {
            json!({
                "id": session.id.number(),
                "state": session.state.as_str(),
                "events": session.events,
            })
        });
        println!("{}", serde_json::Value::from_iter(list));
        return Ok(());
    }
    for session in &sessions {
        println!(
            "{:>6}  {:<8}  {:>7} events  {:>9} bytes  {} attempts",
            session.id,
            session.state.as_str(),
            session.events,
            session.bytes,
            session.attempts
        );
    }
    let stats = store.stats()?;
    println!(
        "{} open, {} pending, {} refused, {} bytes",
        stats.open, stats.pending, stats.refused, stats.bytes
    );
    Ok(())
}

fn refused(store: &OfflineStore) -> Result<(), Box<dyn Error>> {
    for session in store.refused()? {
        let message = session.message.as_deref().unwrap_or("no reason given");
        println!("{}: {} {message}", session.id, session.status);
        for (who, list) in [("collector", &session.reported), ("here", &session.found)] {
            for violation in list {
                println!("  {who}: {}: {}", violation.pointer, violation.message);
            }
        }
    }
    Ok(())
}

/// Sends what is due, in order; with `wait`, also what becomes due while there is something left.
fn upload(
    store: &OfflineStore,
    collector: &Collector,
    wait: bool,
) -> Result<ExitCode, Box<dyn Error>> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        // A collector gives no redirects; whoever does is something in between.
        .max_redirects(0)
        .timeout_global(Some(Duration::from_secs(20)))
        .build()
        .into();
    // Whoever calls this wants it now; a collector that asked to wait is still obeyed.
    store.hurry()?;
    let before = store.stats()?;
    let total = before.pending + before.open;
    let bar = io::stderr().is_terminal();
    loop {
        while let Some(upload) = store.next_upload(now())? {
            let id = upload.id;
            let sent = match send(&agent, upload.request(collector)) {
                Ok(response) => store.uploaded(id, &response, now(), random())?,
                Err(error) => {
                    eprintln!("session {id}: {error}");
                    store.not_sent(id, now(), random())?
                }
            };
            tell(id, &sent);
            if bar {
                draw(&store.stats()?, total);
            }
        }
        match store.due()? {
            Some(due) if wait => {
                let millis = u64::try_from(due - now()).unwrap_or(0);
                std::thread::sleep(Duration::from_millis(millis.clamp(50, 60_000)));
            }
            _ => break,
        }
    }
    if bar {
        eprintln!();
    }
    let stats = store.stats()?;
    println!("{} sent, {} kept, {} refused", stats.sent, stats.pending + stats.open, stats.refused);
    let done = stats.pending + stats.open + stats.refused == 0;
    Ok(if done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn tell(id: SessionKey, sent: &Sent) {
    match sent {
        Sent::Arrived => println!("session {id}: arrived"),
        Sent::Kept { due, reason: Some(reason) } => {
            let seconds = (due - now()).max(0) / 1_000;
            println!("session {id}: kept, due in {seconds} s: {reason}; {}", reason.next());
        }
        Sent::Kept { due, reason: None } => {
            println!("session {id}: kept, due in {} s", (due - now()).max(0) / 1_000);
        }
        Sent::SetAside { reason } => println!("session {id}: set aside: {reason}"),
        _ => println!("session {id}: {sent:?}"),
    }
}

fn draw(stats: &Stats, total: usize) {
    const WIDTH: usize = 30;
    let done = usize::try_from(stats.sent).unwrap_or(total) + stats.refused;
    let filled = (WIDTH * done).checked_div(total).unwrap_or(WIDTH).min(WIDTH);
    let bar = format!("{}{}", "#".repeat(filled), "-".repeat(WIDTH - filled));
    eprint!("\r[{bar}] {done} of {total} sessions, {} bytes left ", stats.pending_bytes);
}

fn send(
    agent: &ureq::Agent,
    request: http::Request<Vec<u8>>,
) -> Result<http::Response<Vec<u8>>, ureq::Error> {
    let (parts, mut body) = agent.run(request)?.into_parts();
    Ok(http::Response::from_parts(parts, body.read_to_vec()?))
}

/// Spreads the attempts of many devices: the clock's smallest digits are random enough for that.
fn random() -> f64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    f64::from(since.subsec_nanos() % 1_000) / 1_000.0
}
