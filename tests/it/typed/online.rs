//! Every event in every place where an online session may have it.

use media_collection::http::Request;
use media_collection::lint::lint;
use media_collection::typed::state::{AdState, ChapterState, Content, InAd, InAdBreak, InChapter};
use media_collection::typed::{Completed, OnlineAd, OnlineAdBreak, OnlineSession};
use media_collection::{Event, Policy, QoeData, Session, StateEndParams, StatesUpdateParams};

use super::about_order;
use crate::fixtures::{ad_break, at, chapter, collector, names, opened, spot, start, state};

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

fn begun(sent: &mut Sent) -> OnlineSession {
    let opening = Session::online(start(), collector());
    sent.push(opening.request());
    opening.created(&opened(0)).expect("the session is open")
}

/// What may happen anywhere.
fn anywhere<P: AdState, C: ChapterState>(session: &mut OnlineSession<P, C>, sent: &mut Sent) {
    sent.push(session.ping(at(1)));
    sent.push(session.ping(at(1).with_qoe(QoeData::default())));
    sent.push(session.bitrate_change(at(1).with_qoe(QoeData::default())));
    sent.push(session.error(at(1).with_qoe(QoeData::default())));
    sent.push(session.state_start(at(1), state("mute")));
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

fn ads<C: ChapterState>(
    mut session: OnlineSession<Content, C>,
    sent: &mut Sent,
) -> OnlineSession<Content, C> {
    playback!(session, sent);
    let mut in_break: OnlineAdBreak<C> = sent.take(session.ad_break_start(at(3), ad_break()));
    anywhere(&mut in_break, sent);
    let mut in_ad: OnlineAd<C> = sent.take(in_break.ad_start(at(3), spot("spot-7")));
    playback!(in_ad, sent);
    let in_break = sent.take(in_ad.ad_complete(at(4)));
    let in_ad = sent.take(in_break.ad_start(at(5), spot("spot-7")));
    let in_break = sent.take(in_ad.ad_skip(at(6)));
    sent.take(in_break.ad_break_complete(at(7)))
}

fn chapters<P: AdState>(session: OnlineSession<P>, sent: &mut Sent) -> OnlineSession<P> {
    let mut in_chapter: OnlineSession<P, InChapter> =
        sent.take(session.chapter_start(at(9), chapter(1)));
    anywhere(&mut in_chapter, sent);
    let session = sent.take(in_chapter.chapter_complete(at(9)));
    let in_chapter = sent.take(session.chapter_start(at(9), chapter(1)));
    sent.take(in_chapter.chapter_skip(at(9)))
}

/// Through all states, the chapters around the ads and in them.
fn walked(sent: &mut Sent) -> OnlineSession {
    let session = ads(begun(sent), sent);
    let session = chapters(session, sent);
    let in_break: OnlineSession<InAdBreak> = sent.take(session.ad_break_start(at(10), ad_break()));
    let in_break = chapters(in_break, sent);
    let in_ad: OnlineSession<InAd> = sent.take(in_break.ad_start(at(10), spot("spot-7")));
    let in_ad = chapters(in_ad, sent);
    let in_break = sent.take(in_ad.ad_complete(at(11)));
    let session = sent.take(in_break.ad_break_complete(at(11)));
    let in_chapter = sent.take(session.chapter_start(at(11), chapter(1)));
    let in_chapter = ads(in_chapter, sent);
    sent.take(in_chapter.chapter_complete(at(12)))
}

#[test]
fn every_transition_of_an_online_session_compiles() {
    let mut sent = Sent::default();
    let session = walked(&mut sent);
    let completed: Completed = sent.take(session.complete(at(20)));
    sent.push(completed.end(at(20)));
    assert_eq!(about_order(lint(&sent.events())), []);

    let mut sent = Sent::default();
    let session = walked(&mut sent);
    sent.push(session.end(at(20)));
    assert_eq!(about_order(lint(&sent.events())), []);
}

/// The ends that close what is open are there in any place, and so is the beginning again.
#[test]
fn what_is_open_can_be_left() {
    fn in_ad(sent: &mut Sent) -> OnlineSession<InAd, InChapter> {
        let session = begun(sent);
        let in_chapter = sent.take(session.chapter_start(at(1), chapter(1)));
        let in_break = sent.take(in_chapter.ad_break_start(at(2), ad_break()));
        sent.take(in_break.ad_start(at(2), spot("spot-7")))
    }

    let mut sent = Sent::default();
    let last = in_ad(&mut sent).finish(at(20)).unwrap();
    sent.0.extend(last);
    assert_eq!(about_order(lint(&sent.events())), []);

    let mut sent = Sent::default();
    let last = in_ad(&mut sent).abandon(at(20)).unwrap();
    sent.0.extend(last);
    assert_eq!(about_order(lint(&sent.events())), []);

    let again = in_ad(&mut Sent::default()).reopen(at(20));
    assert_eq!(again.start().params.resume, Some(true));
    assert_eq!(names(again.events()), ["chapterStart", "adBreakStart", "adStart", "ping"]);
}
