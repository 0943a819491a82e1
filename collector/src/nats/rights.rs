//! Whether a user may publish what a collector has to: a server says so only in the log of the connection.

use std::sync::{Arc, Mutex};

use async_nats::{Client, HeaderMap, Request, ServerError, header};
use axum::body::Bytes;
use tokio::time::{Duration, Instant, sleep};

use super::names::{Names, key};
use super::publish::ATTEMPT;
use crate::locked::locked;

/// How long the servers may take.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(200);

/// The last thing that a server refused.
#[derive(Debug, Clone, Default)]
pub(super) struct Refusals(Arc<Mutex<Option<String>>>);

impl Refusals {
    /// Takes an error of a server. Returns whether it refused something.
    pub(super) fn note(&self, error: &ServerError) -> bool {
        let text = match error {
            ServerError::Other(text) if text.to_lowercase().contains("permissions violation") => {
                text.clone()
            }
            ServerError::AuthorizationViolation => "Authorization Violation".to_owned(),
            _ => return false,
        };
        *locked(&self.0) = Some(text);
        true
    }

    fn are_some(&self) -> bool {
        locked(&self.0).is_some()
    }

    /// A problem, with what a server refused.
    pub(super) fn explain(&self, problem: String) -> String {
        match &*locked(&self.0) {
            Some(refused) => format!(
                "{problem}; the server refuses it: {refused} (docs/many-collectors.md lists the permissions)"
            ),
            None => problem,
        }
    }
}

/// Whether somebody may be forgotten.
pub(super) async fn check_forget(
    client: &Client,
    names: &Names,
    refusals: &Refusals,
) -> Result<(), String> {
    let subjects = vec![
        names.subject(0),
        names.amended(0, 0),
        key(&names.sessions(), "0.check"),
        format!("$JS.API.STREAM.MSG.DELETE.{}", names.amended_stream()),
    ];
    may_publish(client, subjects, refusals).await
}

/// Whether a collector may do what it has to.
pub(super) async fn check(
    client: &Client,
    names: &Names,
    (snapshots, forwards): (bool, bool),
    refusals: &Refusals,
) -> Result<(), String> {
    let mut subjects =
        vec![names.subject(0), key(&names.sessions(), "0.check"), key(&names.owners(), "check")];
    if snapshots {
        subjects.push(names.snapshot(0));
    }
    if forwards {
        subjects.extend([names.progress(0), names.rejected(0)]);
    }
    may_publish(client, subjects, refusals).await
}

/// Tries to publish to each subject, in a way in which it is never stored: for a stream that it is not, and a
/// request without what it asks for.
async fn may_publish(
    client: &Client,
    subjects: Vec<String>,
    refusals: &Refusals,
) -> Result<(), String> {
    for subject in subjects {
        let until = Instant::now() + PATIENCE;
        loop {
            let mut headers = HeaderMap::new();
            headers.insert(header::NATS_EXPECTED_STREAM, "none");
            let request = Request::new().headers(headers).payload(Bytes::new());
            let asked = client.send_request(subject.clone(), request.timeout(Some(ATTEMPT)));
            let Err(error) = asked.await else { break };
            // A stream that was just made has no leader yet.
            if refusals.are_some() || Instant::now() >= until {
                return Err(refusals.explain(format!("{subject}: {error}")));
            }
            sleep(PAUSE).await;
        }
    }
    Ok(())
}
