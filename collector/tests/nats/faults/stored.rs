//! What is stored: read from the streams by another client than the collector's.

use std::collections::HashMap;

use serde_json::Value;

use super::forget::VISITOR;
use super::load::Sent;
use crate::streams;
use crate::support::client::Client;

/// The playheads of the events of each session in the order of its stream, by id, and by the name of its content.
#[derive(Debug, Default)]
pub struct Stored {
    by_id: HashMap<String, Vec<f64>>,
    by_name: HashMap<String, Vec<String>>,
    lines: usize,
}

/// Reads all streams to their end.
pub fn read(urls: &[String], name: &str) -> Stored {
    let streams: Vec<_> = (0..6).map(|at| format!("{name}-events-{at}")).collect();
    let mut stored = Stored::default();
    for line in streams::lines(urls, &streams) {
        stored.take(&line);
    }
    stored
}

impl Stored {
    fn take(&mut self, line: &str) {
        self.lines += 1;
        assert!(!line.contains(VISITOR), "of somebody who was forgotten: {line}");
        let line: Value = serde_json::from_str(line).expect("each line is JSON");
        let id = line["session"].as_str().unwrap().to_owned();
        let events = line["events"].as_array().cloned().unwrap_or_default();
        let one = ["start", "event"].into_iter().filter_map(|member| line.get(member).cloned());
        for event in one.chain(events) {
            if let Some(name) = event["params"]["media.id"].as_str() {
                self.by_name.entry(name.to_owned()).or_default().push(id.clone());
            }
            let playhead = event["playerTime"]["playhead"].as_f64().unwrap();
            self.by_id.entry(id.clone()).or_default().push(playhead);
        }
    }
}

/// Each acknowledged event is stored, and each session's events are in their order. Says how many there were.
pub fn compare(sent: &[Sent], stored: &Stored) -> String {
    let (mut events, mut more, mut missing) = (0, 0, Vec::new());
    for session in sent.iter().filter(|session| !session.acknowledged.is_empty()) {
        let by_name = stored.by_name.get(&session.name).cloned().unwrap_or_default();
        let ids = session.id.clone().map_or(by_name, |id| vec![id]);
        // A request whose answer was lost is sent again: of a downloaded session there may be two.
        let whole = ids.iter().filter_map(|id| stored.by_id.get(id)).find(|there| {
            // The same event may be there twice, and the order is that of the first.
            let mut first = Vec::new();
            for playhead in *there {
                if !first.contains(playhead) || first.len() > 200 {
                    first.push(*playhead);
                }
            }
            let mut wanted = session.acknowledged.iter().peekable();
            for playhead in first {
                wanted.next_if(|wanted| **wanted == playhead);
            }
            wanted.next().is_none()
        });
        events += session.acknowledged.len();
        match whole {
            Some(there) => more += there.len() - session.acknowledged.len(),
            None => missing.push((session, ids)),
        }
    }
    let of = |(session, ids): &(&Sent, Vec<String>)| {
        let there: Vec<_> = ids.iter().map(|id| stored.by_id.get(id)).collect();
        format!("{session:?} is stored as {there:?}")
    };
    assert!(missing.is_empty(), "{} sessions: {}", missing.len(), of(&missing[0]));
    let ended = sent.iter().filter(|session| session.ended).count();
    assert!(events > 1_000 && ended > 20, "there was hardly any load: {events} events");
    format!(
        "{} sessions ({ended} ended), {events} acknowledged events, all stored in their order; {more} more \
         without an acknowledgement; {} lines\n",
        sent.len(),
        stored.lines
    )
}

/// The page of a collector shows each session that is in its list as it was sent.
pub fn compare_with_page(address: &str, sent: &[Sent]) {
    let client = Client { address: address.to_owned() };
    let by_id: HashMap<_, _> =
        sent.iter().filter_map(|session| Some((session.id.clone()?, session))).collect();
    let mut compared = 0;
    for summary in client.sessions() {
        let id = summary["id"].as_str().unwrap();
        let Some(session) = by_id.get(id) else { continue };
        let detail = client.get(&format!("/page/session/{id}"));
        assert_eq!(detail.status, 200, "{id}: {detail:?}");
        let events = detail.json()["events"].as_array().cloned().unwrap_or_default();
        let shown: Vec<_> = events
            .iter()
            .map(|event| event["event"]["playerTime"]["playhead"].as_f64().unwrap())
            .collect();
        for playhead in &session.acknowledged {
            assert!(shown.contains(playhead), "{playhead} of {session:?} is not shown: {shown:?}");
        }
        if session.ended {
            assert_eq!(summary["closed"], "ended", "{summary}");
        }
        compared += 1;
    }
    assert!(compared > 20, "only {compared} sessions are shown");
}
