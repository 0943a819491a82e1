//! What a snapshot says is what was there, whatever happens while it is written.

use media_collection::{Api, Event, Policy};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use self::differs::difference;
use self::random::Random;
use super::{Line, Order, Restoring};
use crate::connections::Client;
use crate::options::Limits;
use crate::sessions::{Closed, EdgeAbout, Known, Origin, Sessions, Texts, Written};

#[path = "../../../tests/support/differs.rs"]
mod differs;
#[path = "../../../tests/support/random.rs"]
#[allow(dead_code)]
mod random;

const START: &str = r#"{"eventType":"sessionStart","playerTime":{"playhead":0,"ts":TS},"params":{"analytics.trackingServer":"t.example.com","analytics.reportSuite":"suite","visitor.marketingCloudOrgId":"ORG@AdobeOrg","media.id":"episode","media.length":60,"media.contentType":"vod","media.playerName":"player","media.channel":"channel"}}"#;

/// Something that a stream says, or that its owner does.
#[derive(Clone, Debug)]
enum Step {
    Start(String, bool, String),
    Event(String, bool, String),
    Upload(String, Vec<String>),
    Close(String, Closed),
    Settle,
    /// Somebody looks at a session.
    Judge(String),
}

fn id(number: u64) -> String {
    format!("{:064x}", u128::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))
}

fn event(random: &mut Random, now: u64) -> String {
    let ts = 1_700_000_000_000 + now + random.below(9_000) - 4_000;
    let time = format!(r#""playerTime":{{"playhead":{},"ts":{ts}}}"#, random.below(30));
    let kind = match random.below(24) {
        0 => "play",
        1 => "pauseStart",
        2 => "bufferStart",
        3 => "sessionComplete",
        4 => "sessionEnd",
        5 => "adBreakComplete",
        6 => "adComplete",
        7 => {
            return format!(
                r#"{{"eventType":"adBreakStart",{time},"params":{{"media.ad.podIndex":0,"media.ad.podSecond":0}}}}"#
            );
        }
        8 => {
            return format!(
                r#"{{"eventType":"adStart",{time},"params":{{"media.ad.podPosition":1,"media.ad.id":"a","media.ad.length":5,"media.ad.playerName":"p"}}}}"#
            );
        }
        9 => {
            let states = r#"{"media.playerState":{"name":"mute"}}"#;
            return format!(
                r#"{{"eventType":"statesUpdate",{time},"params":{{"media.playerState":{{"startStates":[{states}]}}}}}}"#
            );
        }
        10 => {
            // Its session is packed.
            let large = "x".repeat(17_000);
            return format!(
                r#"{{"eventType":"ping",{time},"customMetadata":{{"large":"{large}"}}}}"#
            );
        }
        _ => "ping",
    };
    format!(r#"{{"eventType":"{kind}",{time}}}"#)
}

fn written(text: &str) -> Option<Written> {
    let event = Event::decode(text.as_bytes(), &Policy::tolerant()).ok()?;
    Some(Written { event, text: RawValue::from_string(text.to_owned()).ok()?.into() })
}

fn steps(random: &mut Random, count: u64) -> Vec<(u64, Step)> {
    let (mut now, mut begun, mut steps) = (10_000_u64, 0, Vec::new());
    for _ in 0..count {
        now += random.below(700);
        let any = id(random.below(begun.max(1)).max(begun.saturating_sub(12)));
        let is_edge = |id: &str| id.bytes().last().is_some_and(|last| last % 3 == 0);
        let step = match random.below(40) {
            0..4 => {
                let new = id(begun);
                begun += 1;
                let start = START.replace("TS", &(1_700_000_000_000 + now).to_string());
                Step::Start(new.clone(), is_edge(&new), start)
            }
            // The start of this session cannot be read.
            _ if begun == 0 || random.below(100) == 0 => {
                let new = id(begun);
                begun += 1;
                Step::Event(new.clone(), is_edge(&new), event(random, now))
            }
            4 => {
                let new = id(begun);
                begun += 1;
                Step::Upload(new, (0..random.below(30)).map(|_| event(random, now)).collect())
            }
            5 => Step::Close(any, Closed::Idle),
            6 => Step::Close(any, Closed::NotStored),
            7..9 => Step::Settle,
            9..11 => Step::Judge(any),
            _ => Step::Event(any.clone(), is_edge(&any), event(random, now)),
        };
        steps.push((now, step));
    }
    steps
}

fn apply(sessions: &mut Sessions, (now, step): &(u64, Step)) {
    let edge = |is_edge: bool| is_edge.then(EdgeAbout::default);
    match step {
        Step::Start(id, is_edge, text) => {
            let start = written(text).unwrap();
            sessions.start(*now, Client::UNKNOWN, id, start, edge(*is_edge));
        }
        Step::Event(id, is_edge, text) => {
            if let Some(event) = written(text) {
                sessions.restore(*now, id, event, edge(*is_edge));
            }
        }
        Step::Upload(id, texts) => {
            let events = texts.iter().filter_map(|text| written(text)).collect();
            sessions.upload(*now, id, Origin::Downloaded, None, events);
        }
        Step::Close(id, Closed::NotStored) => sessions.lose(id),
        Step::Close(id, reason) => sessions.close(id, *reason),
        Step::Settle => sessions.settle(now.saturating_sub(5_000), 100),
        Step::Judge(id) => {
            let mut texts = Texts::of(id);
            while sessions.more_texts(&mut texts) == Some(true) {}
            if let Some(made) = texts.sorted().found() {
                sessions.adopt(made);
            }
        }
    }
}

fn without_versions(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.remove("version");
            members.values_mut().for_each(without_versions);
        }
        Value::Array(items) => items.iter_mut().for_each(without_versions),
        _ => {}
    }
}

/// Everything that can be seen of sessions.
fn seen(sessions: &Sessions, now: u64) -> Value {
    let mut overview = sessions.overview(1, None, None).unwrap();
    while sessions.more_sessions(&mut overview) {}
    let mut overview = serde_json::to_value(overview).unwrap();
    without_versions(&mut overview);
    let listed: Vec<_> = overview["sessions"].as_array().unwrap().clone();
    let details = listed.iter().map(|session| {
        let part = sessions.part(session["id"].as_str().unwrap(), Known::default()).unwrap();
        let mut detail = serde_json::to_value(part.detail()).unwrap();
        without_versions(&mut detail);
        detail
    });
    let details: Vec<_> = details.collect();
    let figures = sessions.figures();
    let mut order = Order::new();
    while sessions.more_order(&mut order) {}
    let due = |at: u64, most| sessions.due(at, most, 1_000);
    let ping = written(r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":1}}"#).unwrap();
    let known = (0..200).map(|number| {
        let of = |api| format!("{:?}", sessions.admits(now, api, &id(number), &ping));
        of(Api::MediaCollection) + &of(Api::MediaEdge)
    });
    json!([
        overview,
        details,
        order,
        sessions.finished,
        sessions.ending,
        sessions.unjudged,
        figures.open,
        figures.shown,
        figures.bytes,
        sessions.arrived(),
        sessions.oldest(),
        due(now, 2),
        due(now + 200_000, 100),
        due(now + 2_000_000, 100),
        known.collect::<Vec<_>>()
    ])
}

fn limits(random: &mut Random) -> Limits {
    Limits {
        open: usize::MAX,
        finished: 3 + usize::try_from(random.below(10)).unwrap(),
        events: 5 + usize::try_from(random.below(60)).unwrap(),
        bytes: 30_000 + usize::try_from(random.below(400_000)).unwrap(),
        ..Limits::default()
    }
}

fn begin(sessions: &mut Sessions) -> Vec<String> {
    let mut order = Order::new();
    while sessions.more_order(&mut order) {}
    sessions.begin_snapshot(&mut order);
    vec![text(&Line::Order(Box::new(order)))]
}

fn text(line: &Line) -> String {
    serde_json::to_string(line).unwrap()
}

fn restored(lines: &[String], limits: Limits) -> Result<Sessions, String> {
    let mut restoring = Restoring::new(limits, 0);
    lines.iter().try_for_each(|line| restoring.line(line.as_bytes()))?;
    restoring.finish()
}

#[test]
fn who_goes_on_from_a_snapshot_sees_what_all_events_say() {
    let mut went_on = 0;
    for seed in 0..60_u64 {
        let mut random = Random::from(seed);
        let limits = limits(&mut random);
        let steps = steps(&mut random, 400);
        let cut = usize::try_from(random.below(400)).unwrap();
        let [mut all, mut until] = [(), ()].map(|()| Sessions::new(limits.clone()));
        all.share();
        for step in &steps[..cut] {
            apply(&mut all, step);
            apply(&mut until, step);
        }
        let mut lines = begin(&mut all);
        let mut rest = steps[cut..].iter();
        let mut is_over = false;
        for step in rest.by_ref() {
            apply(&mut all, step);
            let some = all.more_lines(1 + usize::try_from(random.below(4)).unwrap());
            is_over |= some.is_empty();
            went_on += usize::from(!is_over);
            lines.extend(some.iter().map(text));
        }
        loop {
            let some = all.more_lines(1_000);
            lines.extend(some.iter().map(text));
            if some.is_empty() {
                break;
            }
        }
        let mut restored = restored(&lines, limits).unwrap_or_else(|why| panic!("{seed}: {why}"));
        let now = steps[cut].0;
        let differs = difference(&seen(&restored, now), &seen(&until, now));
        assert_eq!(differs, None, "seed {seed}, at the cut");
        steps[cut..].iter().for_each(|step| apply(&mut restored, step));
        let now = steps.last().unwrap().0;
        let differs = difference(&seen(&restored, now), &seen(&all, now));
        assert_eq!(differs, None, "seed {seed}, at the end");
    }
    assert!(went_on > 1_000, "{went_on} steps while snapshots were written");
}

#[test]
fn a_snapshot_that_lacks_a_line_is_none() {
    let mut random = Random::from(7);
    let mut sessions = Sessions::new(Limits::default());
    steps(&mut random, 100).iter().for_each(|step| apply(&mut sessions, step));
    let mut lines = begin(&mut sessions);
    while let Some(some) = Some(sessions.more_lines(10)).filter(|some| !some.is_empty()) {
        lines.extend(some.iter().map(text));
    }
    assert!(restored(&lines, Limits::default()).is_ok());
    for at in 0..lines.len() {
        assert!(restored(&lines[..at], Limits::default()).is_err(), "it ends before line {at}");
        let mut fewer = lines.clone();
        fewer.remove(at);
        assert!(restored(&fewer, Limits::default()).is_err(), "without line {at}");
        let mut more = lines.clone();
        more.insert(at, lines[at].clone());
        assert!(restored(&more, Limits::default()).is_err(), "line {at} comes again");
        let mut damaged = lines.clone();
        damaged[at] = damaged[at][1..].to_owned();
        assert!(restored(&damaged, Limits::default()).is_err(), "line {at} is damaged");
    }
}

#[test]
fn sessions_that_are_too_old_are_left_out_and_known() {
    let mut sessions = Sessions::new(Limits::default());
    let start = || written(&START.replace("TS", "1")).unwrap();
    for (number, at) in [(0, 100), (1, 200), (2, 100)] {
        sessions.start(at, Client::UNKNOWN, &id(number), start(), None);
    }
    sessions.close(&id(0), Closed::Idle);
    sessions.close(&id(1), Closed::Idle);
    let mut lines = begin(&mut sessions);
    lines.extend(sessions.more_lines(100).iter().map(text));
    let mut restoring = Restoring::new(Limits::default(), 150);
    lines.iter().for_each(|line| restoring.line(line.as_bytes()).unwrap());
    let restored = restoring.finish().unwrap();
    assert_eq!((restored.len(), restored.open()), (2, 1), "one is open");
    let ping = written(r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":1}}"#).unwrap();
    let admission = restored.admits(300, Api::MediaCollection, &id(0), &ping);
    assert_eq!(admission, crate::sessions::Admission::Closed);
}
