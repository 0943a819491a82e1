//! The online recorder against a collector that answers badly, or not at all.

#[path = "online/server.rs"]
mod server;

use media_collection::places::{ChapterPlace, Place};
use media_collection::{
    AdBreakStartParams, AdStartParams, Answer, ChapterStartParams, Collector, CustomMetadata,
    Event, LiveSession, Next, OnlineRecorder, PlayerTime, QoeData, ResponseError, Rule, Session,
    SessionStart, SessionStartParams, State, StateEndParams, StateStartParams, StatesUpdateParams,
};
use server::{
    Asked, Server, assert_nothing_lost, awake, marked, names, opened, restarted, restoring, status,
};

fn at(second: i64) -> PlayerTime {
    PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000)
}

fn start() -> SessionStart {
    let params = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("suite")
        .visitor_marketing_cloud_org_id("ORG@AdobeOrg")
        .id("episode-42")
        .length(600.0)
        .content_type("vod")
        .player_name("tv")
        .channel("c")
        .build();
    SessionStart::new(at(0), params)
        .with_metadata(CustomMetadata::try_from([("season", "2")]).unwrap())
}

fn collector() -> Collector {
    Collector::new("collector.example.com").unwrap()
}

fn ad_break() -> AdBreakStartParams {
    AdBreakStartParams::new(1, 12.0)
}

fn ad(id: &str) -> (AdStartParams, CustomMetadata) {
    let params = AdStartParams::builder().id(id).length(15.0).pod_position(1).player_name("tv");
    (params.build(), CustomMetadata::try_from([("campaign", id)]).unwrap())
}

fn chapter(index: i64) -> ChapterStartParams {
    ChapterStartParams::builder().index(index).offset(0.0).length(60.0).build()
}

fn state(name: &str) -> StateStartParams {
    StateStartParams::new(name)
}

/// A viewing with everything in it, each event with its number.
fn rich() -> Vec<Event> {
    let t = |second: i64| at(second);
    let swap = StatesUpdateParams::builder()
        .states_end(vec![State::new("mute")])
        .states_start(vec![State::new("pictureInPicture"), State::new("inFocus")])
        .build();
    let qoe = || QoeData::builder().build();
    let events = vec![
        Event::ad_break_start(t(0), AdBreakStartParams::new(1, 0.0)),
        Event::ad_start(t(0), ad("pre-roll")),
        Event::ping(t(1)),
        Event::ad_complete(t(15)),
        Event::ad_break_complete(t(15)),
        Event::state_start(t(15), state("mute")),
        Event::play(t(16)),
        Event::chapter_start(t(16), chapter(1)),
        Event::ping(t(26)),
        Event::buffer_start(t(30)),
        Event::ping(t(36)),
        Event::play(t(40)),
        Event::state_start(t(41), state("fullScreen")),
        Event::ad_break_start(t(50), ad_break()),
        Event::ping(t(50)),
        Event::ad_start(t(50), ad("first")),
        Event::play(t(50)),
        Event::pause_start(t(55)),
        Event::play(t(58)),
        Event::ad_complete(t(65)),
        Event::states_update(t(65), swap),
        Event::ad_start(t(65), ad("second")),
        Event::play(t(66)),
        Event::ad_skip(t(70)),
        Event::ad_break_complete(t(70)),
        Event::play(t(70)),
        Event::pause_start(t(80)),
        Event::chapter_complete(t(80)),
        Event::chapter_start(t(81), chapter(2)),
        Event::state_end(t(82), StateEndParams::new("fullScreen")),
        Event::play(t(83)),
        Event::bitrate_change(t(84)).with_qoe(qoe()),
        Event::error(t(85)).with_qoe(qoe()),
        Event::chapter_skip(t(90)),
        Event::ad_break_start(t(95), ad_break()),
        Event::ad_start(t(95), ad("post-roll")),
        Event::ad_complete(t(110)),
        Event::ad_break_complete(t(110)),
        Event::session_complete(t(110)),
        Event::session_end(t(110)),
    ];
    let number = |(number, event)| marked(event, number);
    events.into_iter().enumerate().map(number).collect()
}

/// Records all events and sends them as the script has it: `together` when all are recorded,
/// otherwise each at once.
fn run<'a>(
    together: bool,
    asleep: fn(OnlineRecorder) -> OnlineRecorder,
    script: impl FnMut(&Asked) -> Option<u16> + 'a,
) -> Server<'a> {
    let mut server = Server::new(script);
    let mut recorder = OnlineRecorder::new(start());
    for event in rich() {
        recorder.record(event).unwrap();
        if !together {
            assert_eq!(server.drain(&mut recorder, asleep), []);
        }
    }
    assert_eq!(server.drain(&mut recorder, asleep), []);
    assert!(recorder.is_done());
    assert_eq!(recorder.reopened() as usize + 1, server.sessions.len());
    server
}

#[test]
fn everything_waits_for_the_id_and_keeps_its_order() {
    let mut recorder = OnlineRecorder::new(start());
    for event in rich() {
        recorder.record(event).unwrap();
    }
    let request = recorder.next_request(&collector()).unwrap().unwrap();
    assert_eq!(request.uri().path(), "/api/v1/sessions");
    // No answer, a failure, a success that gives no id: the same request comes again.
    for code in [500, 503, 429, 408, 404, 400, 200, 204, 302] {
        let error = recorder.answered(&status(code)).unwrap_err();
        assert_ne!(error.next(), Next::StartNewSession, "{code}");
        let again = recorder.next_request(&collector()).unwrap().unwrap();
        assert_eq!((again.uri(), again.body()), (request.uri(), request.body()));
    }
    assert_eq!(recorder.answered(&status(201)), Err(ResponseError::NoSessionId));
    assert!(
        matches!(recorder.answered(&opened(7)), Ok(Answer::Opened(id)) if id.to_string() == "session-7")
    );
    let request = recorder.next_request(&collector()).unwrap().unwrap();
    assert_eq!(request.uri().path(), "/api/v1/sessions/session-7/events");
    assert_eq!(recorder.queue().len(), rich().len());
}

#[test]
fn a_good_collector_gets_one_session() {
    for together in [true, false] {
        let server = run(together, restarted, |_| Some(204));
        assert_eq!(server.sessions.len(), 1);
        assert_nothing_lost(&server.sessions, &rich());
    }
}

#[test]
fn failures_are_waited_out() {
    for code in [None, Some(500), Some(502), Some(503), Some(408), Some(429)] {
        let mut failed = 0;
        let server = run(true, restarted, |_| {
            failed += 1;
            // Two failures, then a success.
            if failed % 3 == 0 { Some(204) } else { code }
        });
        assert_eq!(server.sessions.len(), 1);
        assert_eq!(server.asked, rich().len() * 3);
        assert_nothing_lost(&server.sessions, &rich());
    }
}

#[test]
fn a_refused_event_is_set_aside_and_the_rest_goes_on() {
    for refused in 0..rich().len() {
        for code in [400, 413, 422] {
            let mut server =
                Server::new(|asked| Some(if asked.asked == refused { code } else { 204 }));
            let mut recorder = OnlineRecorder::new(start());
            for event in rich() {
                recorder.record(event).unwrap();
            }
            let aside = server.drain(&mut recorder, awake);
            assert!(recorder.is_done());
            assert_eq!(aside.len(), 1);
            let mut expected = rich();
            assert_eq!(aside[0].body, expected.remove(refused).body);
            assert_eq!(names(&server.sessions[0][1..]), names(&expected));
        }
    }
}

#[test]
fn a_session_lost_at_any_event_is_opened_again_where_it_stood() {
    let end = rich().len() - 1;
    for together in [true, false] {
        for code in [404, 410] {
            for lost in 0..end {
                let script = |asked: &Asked| Some(if asked.asked == lost { code } else { 204 });
                let server = run(together, restarted, script);
                assert_eq!(server.sessions.len(), 2);
                assert_eq!(server.sessions[0].len(), lost + 1);
                assert_nothing_lost(&server.sessions, &rich());
            }
        }
    }
}

#[test]
fn a_session_lost_before_its_end_has_ended() {
    let end = rich().len() - 1;
    for together in [true, false] {
        let script = |asked: &Asked| Some(if asked.asked == end { 410 } else { 204 });
        let server = run(together, restarted, script);
        assert_eq!(server.sessions.len(), 1);
        assert_nothing_lost(&server.sessions, &rich()[..end]);
    }
}

#[test]
fn a_session_lost_twice_is_opened_twice() {
    // The second loss may fall into what restores the session after the first.
    for together in [true, false] {
        for first in 0..rich().len() - 1 {
            for second in first + 1..(first + 10).min(rich().len() - 1) {
                let script = |asked: &Asked| {
                    Some(if [first, second].contains(&asked.asked) { 404 } else { 204 })
                };
                let server = run(together, awake, script);
                assert_eq!(server.sessions.len(), 3, "{first}, {second}");
                assert_nothing_lost(&server.sessions, &rich());
            }
        }
    }
}

#[test]
fn a_collector_that_forgets_every_session_gets_all_the_same() {
    // Chapter, break, ad, three states and playback restore a session: with one event more there
    // is progress.
    for many in 8..12 {
        let script = |asked: &Asked| {
            let lost = asked.taken == many && asked.event.event_name() != "sessionEnd";
            Some(if lost { 410 } else { 204 })
        };
        let server = run(true, restarted, script);
        assert!(server.sessions.len() > 3);
        assert_nothing_lost(&server.sessions, &rich());
    }
}

#[test]
fn no_queue_grows_while_the_collector_forgets_at_once() {
    for many in 0..6 {
        let mut recorder = OnlineRecorder::new(start());
        for event in rich() {
            recorder.record(event).unwrap();
        }
        let mut left = 200;
        let mut server = Server::new(|asked| {
            left -= usize::from(asked.taken == many && left > 0);
            Some(if asked.taken == many && left > 0 { 404 } else { 204 })
        });
        let most = rich().len() + 6;
        for _ in 0..3_000 {
            assert!(recorder.queue().len() <= most, "{:?}", recorder.queue().len());
            let Some(request) = recorder.next_request(&collector()).unwrap() else { break };
            let response = server.send(request).unwrap();
            recorder.answered(&response).unwrap();
        }
        assert!(recorder.is_done());
        assert_nothing_lost(&server.sessions, &rich());
    }
}

#[test]
fn what_is_lost_last_is_only_the_end() {
    // The app leaves in the middle of an ad; the collector loses the session while it closes.
    for lost in 0..8 {
        let script = |asked: &Asked| Some(if asked.asked == lost { 404 } else { 204 });
        let mut server = Server::new(script);
        let mut recorder = OnlineRecorder::new(start());
        recorder.play(at(1)).unwrap();
        recorder.chapter_start(at(1), chapter(1)).unwrap();
        recorder.ad_break_start(at(5), ad_break()).unwrap();
        recorder.ad_start(at(5), ad("first")).unwrap();
        recorder.abandon(at(9));
        server.drain(&mut recorder, restarted);
        assert!(recorder.is_done());
        let last = server.sessions.last().unwrap();
        let closing = ["adSkip", "adBreakComplete", "chapterSkip", "sessionEnd"];
        if lost == 7 {
            assert!(names(last).ends_with(&closing[..3]));
            assert_eq!(server.sessions.len(), 1);
        } else {
            assert_eq!(names(last).last(), Some(&"sessionEnd"));
            assert_eq!(server.sessions.len(), 2);
            // Each closing event has what it closes in the same session.
            let findings = media_collection::lint(last);
            assert!(findings.iter().all(|finding| finding.rule != Rule::CloseWhatIsOpen));
        }
    }
}

#[test]
fn ten_states_stay_ten_in_the_new_session() {
    let mut recorder = OnlineRecorder::new(start());
    let mut server = Server::new(|asked| Some(if asked.asked == 15 { 410 } else { 204 }));
    let mut number = 0;
    let mut record = |recorder: &mut OnlineRecorder, event| {
        recorder.record(marked(event, number)).map(|_| number += 1)
    };
    for index in 0..10 {
        let params = state(&format!("state{index}"));
        record(&mut recorder, Event::state_start(at(1), params)).unwrap();
    }
    for index in 0..5 {
        let params = StateEndParams::new(format!("state{index}"));
        record(&mut recorder, Event::state_end(at(2), params)).unwrap();
    }
    record(&mut recorder, Event::play(at(3))).unwrap();
    let eleventh = || Event::state_start(at(4), state("eleventh"));
    let refused = record(&mut recorder, eleventh()).unwrap_err();
    assert_eq!(refused.rule(), Some(Rule::TenStates));
    server.drain(&mut recorder, restarted);

    let restored = ["stateStart"; 5].into_iter();
    let expected = ["sessionStart"].into_iter().chain(restored).chain(["ping", "play"]);
    assert_eq!(names(&server.sessions[1]), expected.collect::<Vec<_>>());
    // As in the official SDKs, the names count over the whole viewing; known ones come again.
    let refused = record(&mut recorder, eleventh()).unwrap_err();
    assert_eq!(refused.rule(), Some(Rule::TenStates));
    record(&mut recorder, Event::state_start(at(5), state("state0"))).unwrap();
    let active: Vec<_> = recorder.active_states().collect();
    assert_eq!(active, ["state0", "state5", "state6", "state7", "state8", "state9"]);
}

#[test]
fn a_typed_session_reopens_as_a_recorder_does() {
    /// What the recorder opens again after the same events.
    fn recorded(events: &[Event]) -> (SessionStart, Vec<Event>) {
        let mut recorder = OnlineRecorder::new(start());
        recorder.answered(&opened(0)).unwrap();
        for event in events {
            recorder.record(event.clone()).unwrap();
            recorder.answered(&status(204)).unwrap();
        }
        recorder.ping(at(99)).unwrap();
        assert_eq!(recorder.answered(&status(404)), Ok(Answer::Reopening));
        let mut restoring: Vec<_> = recorder.queue().cloned().collect();
        restoring.pop();
        (recorder.start().clone(), restoring)
    }
    /// A typed session is one of a kind: each place is reached from the start.
    fn same<P: Place, C: ChapterPlace>(live: LiveSession<P, C>, events: &[Event]) {
        let again = live.reopen(at(99));
        let (start, restored) = recorded(events);
        assert_eq!((&again.start, &again.events), (&start, &restored));
        assert_eq!(again.start.params.resume, Some(true));
        let expected = restoring(&events.iter().collect::<Vec<_>>());
        assert_eq!(names(&again.events), names(&expected));
        let times: Vec<_> = again.events.iter().map(|event| event.player_time.ts).collect();
        assert!(times.is_sorted() && times.first() > Some(&again.start.player_time.ts));
    }
    let opening = || Session::online(start()).created(&collector(), &opened(0)).unwrap();
    let content = || {
        let mut live = opening();
        live.play(at(1)).unwrap();
        live.state_start(at(2), state("mute")).unwrap();
        live.state_start(at(3), state("fullScreen")).unwrap();
        live
    };
    let in_chapter = || content().chapter_start(at(4), chapter(1)).unwrap().1;
    let in_break = || in_chapter().ad_break_start(at(5), ad_break()).unwrap().1;
    let in_ad = || in_break().ad_start(at(6), ad("first")).unwrap().1;
    let paused = || {
        let mut live = in_ad();
        live.pause_start(at(7)).unwrap();
        live
    };
    let after_ad = || paused().ad_complete(at(8)).unwrap().1;
    let after_break = || after_ad().ad_break_complete(at(9)).unwrap().1;
    let events = [
        Event::play(at(1)),
        Event::state_start(at(2), state("mute")),
        Event::state_start(at(3), state("fullScreen")),
        Event::chapter_start(at(4), chapter(1)),
        Event::ad_break_start(at(5), ad_break()),
        Event::ad_start(at(6), ad("first")),
        Event::pause_start(at(7)),
        Event::ad_complete(at(8)),
        Event::ad_break_complete(at(9)),
        Event::chapter_skip(at(10)),
    ];
    same(opening(), &[]);
    same(content(), &events[..3]);
    same(in_chapter(), &events[..4]);
    same(in_break(), &events[..5]);
    same(in_ad(), &events[..6]);
    same(paused(), &events[..7]);
    same(after_ad(), &events[..8]);
    same(after_break(), &events[..9]);
    same(after_break().chapter_skip(at(10)).unwrap().1, &events);
}
