//! Connects to the servers.

use std::time::Duration;

use async_nats::{Client, ConnectOptions, Event, ServerAddr};
use tokio::time::{Instant, sleep};

use super::options::NatsOptions;
use super::rights::Refusals;
use super::setup::{API_TIMEOUT, PATIENCE};
use crate::log::Log;

/// Connects to the servers.
pub(super) async fn connect(options: &NatsOptions, refusals: &Refusals) -> Result<Client, String> {
    let refusals = refusals.clone();
    let (servers, log) = (addresses(options)?, Log::default());
    let mut connecting = ConnectOptions::new()
        .name("media-collection collector")
        .connection_timeout(Duration::from_secs(3))
        .ping_interval(Duration::from_secs(2))
        .request_timeout(Some(API_TIMEOUT))
        .max_reconnects(None)
        .reconnect_delay_callback(|attempts| {
            Duration::from_millis(
                u64::try_from(attempts).unwrap_or(20).saturating_mul(50).min(1_000),
            )
        })
        .event_callback(move |event| {
            match &event {
                Event::Connected => tracing::info!("NATS: connected"),
                Event::Disconnected => tracing::warn!("NATS: the connection is lost"),
                Event::ServerError(error) if refusals.note(error) => {
                    log.failed(|| tracing::error!("NATS: the server refuses something: {error}"));
                }
                event => tracing::debug!("NATS: {event}"),
            }
            std::future::ready(())
        });
    // The client does not take them from the address.
    let login = servers.iter().find_map(|server| Some((server.username()?, server.password()?)));
    if let Some((user, password)) = login {
        connecting = connecting.user_and_password(decoded(user), decoded(password));
    }
    if let Some(file) = &options.credentials {
        let read = connecting.credentials_file(file).await;
        connecting = read.map_err(|error| format!("{}: {error}", file.display()))?;
    }
    if let Some(file) = &options.authorities {
        if !file.is_file() {
            return Err(format!("{}: there is no such file", file.display()));
        }
        connecting = connecting.add_root_certificates(file.clone());
    }
    let until = Instant::now() + PATIENCE;
    loop {
        match connecting.clone().connect(&servers).await {
            Ok(client) => return Ok(client),
            Err(error) if Instant::now() >= until => {
                let of = |server: &ServerAddr| format!("{}:{}", server.host(), server.port());
                let servers: Vec<_> = servers.iter().map(of).collect();
                return Err(format!("no connection to {}: {error}", servers.join(", ")));
            }
            Err(_) => sleep(Duration::from_millis(250)).await,
        }
    }
}

fn addresses(options: &NatsOptions) -> Result<Vec<ServerAddr>, String> {
    let read = |(at, server): (usize, &String)| {
        // Its text may have a password.
        let wrong = |error| format!("the address {} of a server: {error}", at + 1);
        server.parse::<ServerAddr>().map_err(wrong)
    };
    options.servers.iter().enumerate().map(read).collect()
}

/// Without percent-encoding.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| *first == b'%');
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
