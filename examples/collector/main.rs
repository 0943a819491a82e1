//! A collector to test players against: it answers as the documented endpoints do, says what is
//! wrong with what it refuses, and shows on a page what it received.
//!
//! ```text
//! cargo run --example collector -- --listen 127.0.0.1:8080 [--data DIR]
//! ```
#![forbid(unsafe_code)]

mod http;
mod options;
mod page;
mod refused;
mod serve;
mod sessions;
mod storage;

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tracing_subscriber::fmt;

use crate::http::{App, Clock};
use crate::options::{Options, USAGE};
use crate::sessions::Sessions;
use crate::storage::Storage;

type Shared = Arc<App>;

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let level = if options.verbose { tracing::Level::DEBUG } else { tracing::Level::INFO };
    fmt().with_max_level(level).with_target(false).with_writer(io::stderr).init();
    match run(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            tracing::error!("{problem}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run(options: Options) -> Result<(), String> {
    let clock = Clock::start();
    let often = options.limits.idle.min(options.limits.still) / 4;
    let mut sessions = Sessions::new(options.limits);
    let storage = match &options.data {
        None => Storage::none(),
        Some(folder) => Storage::open(folder, &mut sessions)
            .map_err(|error| format!("--data {}: {error}", folder.display()))?,
    };
    let app = Arc::new(App::new(sessions, storage, options.policy, options.body_timeout, clock));

    let listen = &options.listen;
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| format!("--listen {listen}: {error}; port 0 takes a free one"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    // From here on a signal ends the collector cleanly: whoever has read the first line can rely
    // on it.
    let stop = serve::told_to_stop().map_err(|error| error.to_string())?;
    let mut out = io::stdout();
    if writeln!(out, "listening on http://{address}").and_then(|()| out.flush()).is_err() {
        tracing::warn!("nobody reads the standard output; listening on http://{address}");
    }

    let sweeper = tokio::spawn(sweep(
        Arc::clone(&app),
        often.clamp(Duration::from_millis(50), Duration::from_secs(1)),
    ));
    let router = page::routes().fallback(http::protocol).with_state(Arc::clone(&app));
    serve::serve(listener, router, stop).await;

    sweeper.abort();
    let _ = sweeper.await;
    if let Some(app) = Arc::into_inner(app) {
        app.storage.finish();
    }
    tracing::info!("ended");
    Ok(())
}

async fn sweep(app: Shared, often: Duration) {
    let mut ticks = tokio::time::interval(often);
    loop {
        ticks.tick().await;
        app.sweep();
    }
}
