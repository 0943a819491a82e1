//! Every event in every place where an online session may have it.

use media_collection::http::{Request, Response};
use media_collection::places::{ChapterPlace, Content, InAd, InAdBreak, InChapter, Place};
use media_collection::{
    Collector, Completed, Event, LiveAd, LiveAdBreak, LiveSession, Policy, QoeData, Session,
    StateEndParams, StateStartParams, StatesUpdateParams, lint,
};

use super::{at, break_params, chapter, spot, start};

/// The bodies of the requests, in the order in which they came to be.
#[derive(Default)]
struct Sent(Vec<Request<Vec<u8>>>);

impl Sent {
    /// Takes the request of a move, and gives the session at its new place.
    fn take<S, E: std::fmt::Debug>(&mut self, moved: Result<(Request<Vec<u8>>, S), E>) -> S {
        let (request, session) = moved.expect("every event here has a JSON form");
        self.0.push(request);
        session
    }

    fn push<E: std::fmt::Debug>(&mut self, request: Result<Request<Vec<u8>>, E>) {
        self.0.push(request.expect("every event here has a JSON form"));
    }

    fn events(&self) -> Vec<Event> {
        let bodies = self.0.iter().map(Request::body);
        bodies.map(|body| Event::decode(body, &Policy::strict()).expect("it is valid")).collect()
    }
}

fn begun(sent: &mut Sent) -> LiveSession {
    let collector: Collector = "https://collector.example".parse().unwrap();
    let opening = Session::online(start());
    sent.push(opening.request(&collector));
    let created = Response::builder().status(201).header("location", "/api/v1/sessions/3f2a");
    opening.created(&collector, &created.body("").unwrap()).expect("the session is open")
}

/// What may happen anywhere.
fn anywhere<P: Place, C: ChapterPlace>(session: &mut LiveSession<P, C>, sent: &mut Sent) {
    sent.push(session.ping(at(1)));
    sent.push(session.ping_with_qoe(at(1), QoeData::default()));
    sent.push(session.bitrate_change(at(1), QoeData::default()));
    sent.push(session.error(at(1), QoeData::default()));
    sent.push(session.state_start(at(1), StateStartParams::new("mute")));
    sent.push(session.state_end(at(1), StateEndParams::new("mute")));
    sent.push(session.states_update(at(1), StatesUpdateParams::default()));
}

/// What may happen where something plays.
macro_rules! playback {
    ($session:ident, $sent:ident) => {
        anywhere(&mut $session, $sent);
        $sent.push($session.buffer_start(at(2)));
        $sent.push($session.play(at(2)));
        $sent.push($session.pause_start(at(2)));
        $sent.push($session.play(at(2)));
    };
}

fn ads<C: ChapterPlace>(
    mut session: LiveSession<Content, C>,
    sent: &mut Sent,
) -> LiveSession<Content, C> {
    playback!(session, sent);
    let mut in_break: LiveAdBreak<C> = sent.take(session.ad_break_start(at(3), break_params()));
    anywhere(&mut in_break, sent);
    let mut in_ad: LiveAd<C> = sent.take(in_break.ad_start(at(3), spot()));
    playback!(in_ad, sent);
    let in_break = sent.take(in_ad.ad_complete(at(4)));
    let in_ad = sent.take(in_break.ad_start(at(5), spot()));
    let in_break = sent.take(in_ad.ad_skip(at(6)));
    sent.take(in_break.ad_break_complete(at(7)))
}

fn chapters<P: Place>(session: LiveSession<P>, sent: &mut Sent) -> LiveSession<P> {
    let mut in_chapter: LiveSession<P, InChapter> =
        sent.take(session.chapter_start(at(9), chapter()));
    anywhere(&mut in_chapter, sent);
    let session = sent.take(in_chapter.chapter_complete(at(9)));
    let in_chapter = sent.take(session.chapter_start(at(9), chapter()));
    sent.take(in_chapter.chapter_skip(at(9)))
}

/// Through all places, the chapters around the ads and in them.
fn walked(sent: &mut Sent) -> LiveSession {
    let session = ads(begun(sent), sent);
    let session = chapters(session, sent);
    let in_break: LiveSession<InAdBreak> =
        sent.take(session.ad_break_start(at(10), break_params()));
    let in_break = chapters(in_break, sent);
    let in_ad: LiveSession<InAd> = sent.take(in_break.ad_start(at(10), spot()));
    let in_ad = chapters(in_ad, sent);
    let in_break = sent.take(in_ad.ad_complete(at(11)));
    let session = sent.take(in_break.ad_break_complete(at(11)));
    let in_chapter = sent.take(session.chapter_start(at(11), chapter()));
    let in_chapter = ads(in_chapter, sent);
    sent.take(in_chapter.chapter_complete(at(12)))
}

#[test]
fn every_transition_of_an_online_session_compiles() {
    let mut sent = Sent::default();
    let session = walked(&mut sent);
    let completed: Completed = sent.take(session.complete(at(20)));
    sent.push(completed.end(at(20)));
    assert_eq!(lint(&sent.events()), []);

    let mut sent = Sent::default();
    let session = walked(&mut sent);
    sent.push(session.end(at(20)));
    assert_eq!(lint(&sent.events()), []);
}

/// The ends that close what is open are there in any place, and so is the beginning again.
#[test]
fn what_is_open_can_be_left() {
    fn in_ad(sent: &mut Sent) -> LiveSession<InAd, InChapter> {
        let session = begun(sent);
        let in_chapter = sent.take(session.chapter_start(at(1), chapter()));
        let in_break = sent.take(in_chapter.ad_break_start(at(2), break_params()));
        sent.take(in_break.ad_start(at(2), spot()))
    }

    let mut sent = Sent::default();
    let last = in_ad(&mut sent).finish(at(20)).unwrap();
    sent.0.extend(last);
    assert_eq!(lint(&sent.events()), []);

    let mut sent = Sent::default();
    let last = in_ad(&mut sent).abandon(at(20)).unwrap();
    sent.0.extend(last);
    assert_eq!(lint(&sent.events()), []);

    let again = in_ad(&mut Sent::default()).reopen(at(20));
    assert_eq!(again.start.params.resume, Some(true));
    let names: Vec<_> = again.events.iter().map(Event::event_name).collect();
    assert_eq!(names, ["chapterStart", "adBreakStart", "adStart", "ping"]);
}
