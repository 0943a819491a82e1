//! Which events the back end takes, in which order, and when it closes the session.

use media_collection::Event;
use media_collection::lint::Window;
use serde_json::Value;

const SILENCE: i64 = 600_000;
const STANDSTILL: i64 = 1_800_000;

/// Why a session was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// By its `sessionEnd`, or as a downloaded session by its last event.
    ByEvent,
    Silence,
    Standstill,
}

/// The events that count, in the order in which they count.
pub struct Taken {
    pub events: Vec<Value>,
    pub closed: Closed,
    pub closed_at: i64,
}

pub fn ts(event: &Value) -> i64 {
    event["playerTime"]["ts"].as_i64().expect("every event has a time")
}

pub fn playhead(event: &Value) -> f64 {
    event["playerTime"]["playhead"].as_f64().expect("every event has a playhead")
}

fn in_order(events: &[Event]) -> Vec<Value> {
    let mut window = Window::new();
    let mut order = Vec::new();
    for event in events {
        window.push(event, |arrived| order.push(arrived.index));
    }
    window.flush(|arrived| order.push(arrived.index));
    let values = order.into_iter().map(|index| serde_json::to_value(&events[index]));
    values.collect::<Result<_, _>>().expect("random events can be written")
}

pub fn taken(events: &[Event]) -> Taken {
    let mut left = in_order(events).into_iter();
    let start = left.next().expect("a session has a start");
    let is_downloaded = start["params"]["media.downloaded"] == true;
    let mut last = ts(&start);
    let mut moved = last;
    let mut position = playhead(&start);
    let mut taken = vec![start];
    let limit = |last: i64, moved: i64| {
        if moved + STANDSTILL < last + SILENCE {
            (Closed::Standstill, moved + STANDSTILL)
        } else {
            (Closed::Silence, last + SILENCE)
        }
    };
    for event in left {
        let (closed, closed_at) = limit(last, moved);
        if !is_downloaded && ts(&event) > closed_at {
            return Taken { events: taken, closed, closed_at };
        }
        last = ts(&event);
        if playhead(&event) != position {
            position = playhead(&event);
            moved = last;
        }
        let ends = event["eventType"] == "sessionEnd"
            || (is_downloaded && event["eventType"] == "sessionComplete");
        taken.push(event);
        if ends {
            return Taken { events: taken, closed: Closed::ByEvent, closed_at: last };
        }
    }
    let (closed, closed_at) =
        if is_downloaded { (Closed::ByEvent, last) } else { limit(last, moved) };
    Taken { events: taken, closed, closed_at }
}
