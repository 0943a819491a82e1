//! The requests of the official SDKs.

use serde::Deserialize;

/// The part of a capture that these tests read. Other members are skipped, since they may contain a
/// lone surrogate, which a `Value` cannot.
#[derive(Deserialize)]
struct Scenario {
    name: String,
    requests: Vec<Sent>,
}

#[derive(Deserialize)]
struct Sent {
    path: String,
    raw: String,
    t_ms: u64,
    response_location: Option<String>,
}

/// One request that an official SDK made.
pub struct Request {
    pub scenario: String,
    pub path: String,
    pub raw: String,
    /// When it was sent, in milliseconds since the scenario began.
    pub sent: u64,
    pub location: Option<String>,
}

/// Every captured request, scenario by scenario.
pub fn requests() -> Vec<Request> {
    let mut files: Vec<_> = std::fs::read_dir(super::repository("tests/payloads/captures"))
        .expect("the captures are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    files.sort();
    let mut requests = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a capture can be read");
        let scenario: Scenario = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        requests.extend(scenario.requests.into_iter().map(|sent| Request {
            scenario: scenario.name.clone(),
            path: sent.path,
            raw: sent.raw,
            sent: sent.t_ms,
            location: sent.response_location,
        }));
    }
    assert!(requests.len() > 1_900, "only {} captured requests", requests.len());
    requests
}
