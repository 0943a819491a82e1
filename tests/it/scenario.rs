//! What a player reported before a test begins. A [`Scenario`] lists it, and gives a session of
//! any kind in the state where that leads:
//!
//! ```ignore
//! let recorder = Scenario::new().playing().chapter().ad_break().ad().online();
//! let session = Scenario::new().playing().paused().stored(&store);
//! let builder = Scenario::new().state("mute").ad_break().typed_in_ad_break();
//! ```
//!
//! The start is at second 0, and each event a second after the one before, unless the scenario
//! says [`until`](Scenario::until) another.

use media_collection::recorder::{Outcome, Sink};
use media_collection::store::{OfflineStore, SessionKey};
use media_collection::typed::{AdBreakBuilder, AdBuilder, AnyBuilder, SessionBuilder};
use media_collection::{DownloadedSession, Event, PlayerTime, Recorder, Session, SessionStart};

use crate::fixtures::stores::{exported, temp_store};
use crate::fixtures::{
    ad_break, at, chapter, collector, names, opened, response, spot_of_campaign, start, state,
};
use crate::recorders::{
    self, AnyOnline, DownloadedRecorder, Ends as _, OnlineRecorder, StoredRecorder,
};

#[derive(Debug, Clone)]
pub struct Scenario {
    start: SessionStart,
    events: Vec<Event>,
    /// The second of the next event.
    second: i64,
    chapters: i64,
}

impl Scenario {
    /// A session that has only been started.
    pub fn new() -> Self {
        Self::from(start())
    }

    pub fn from(start: SessionStart) -> Self {
        Self { start, events: Vec::new(), second: 1, chapters: 0 }
    }

    /// The moment of the next event.
    pub fn now(&self) -> PlayerTime {
        at(self.second)
    }

    /// Goes on to this second.
    pub fn until(self, second: i64) -> Self {
        Self { second, ..self }
    }

    /// One more event, at its own time.
    pub fn then(mut self, event: Event) -> Self {
        self.events.push(event);
        self.second += 1;
        self
    }

    pub fn playing(self) -> Self {
        let now = self.now();
        self.then(Event::play(now))
    }

    pub fn paused(self) -> Self {
        let now = self.now();
        self.then(Event::pause_start(now))
    }

    pub fn ping(self) -> Self {
        let now = self.now();
        self.then(Event::ping(now))
    }

    /// Opens the next chapter.
    pub fn chapter(mut self) -> Self {
        self.chapters += 1;
        let event = Event::chapter_start(self.now(), chapter(self.chapters));
        self.then(event)
    }

    pub fn chapter_skip(self) -> Self {
        let now = self.now();
        self.then(Event::chapter_skip(now))
    }

    pub fn ad_break(self) -> Self {
        let now = self.now();
        self.then(Event::ad_break_start(now, ad_break()))
    }

    pub fn ad_break_complete(self) -> Self {
        let now = self.now();
        self.then(Event::ad_break_complete(now))
    }

    pub fn ad(self) -> Self {
        let now = self.now();
        self.then(Event::ad_start(now, spot_of_campaign("spot-7")))
    }

    pub fn ad_complete(self) -> Self {
        let now = self.now();
        self.then(Event::ad_complete(now))
    }

    /// The player enters a state.
    pub fn state(self, name: &str) -> Self {
        let now = self.now();
        self.then(Event::state_start(now, state(name)))
    }

    /// What was reported after the start.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Everything that was reported, the start first.
    pub fn into_events(self) -> Vec<Event> {
        [vec![self.start.into()], self.events].concat()
    }

    /// A recorder in memory.
    pub fn downloaded(self) -> DownloadedRecorder {
        recorded(recorders::downloaded(self.start), self.events)
    }

    /// A session in memory that was watched to its end, a second after the last event.
    pub fn session(self) -> DownloadedSession {
        let end = self.now();
        self.downloaded().finished(end)
    }

    /// A recorder of an online session: nothing has been sent.
    pub fn online(self) -> OnlineRecorder {
        recorded(recorders::online(self.start), self.events)
    }

    /// A recorder of an online session: a collector has taken everything.
    pub fn online_and_sent(self) -> OnlineRecorder {
        let mut recorder = self.online();
        let opening = recorders::respond(&mut recorder, &opened(0));
        assert!(matches!(opening, Outcome::Opened(_)), "{opening:?}");
        while let Some(request) = recorders::next(&mut recorder) {
            assert_eq!(request.responded(&mut recorder, &response(204)), Outcome::Arrived);
        }
        recorder
    }

    /// A recorder of a session in a store.
    pub fn stored(self, store: &OfflineStore) -> StoredRecorder {
        let recorder = recorders::begin(store, self.start).expect("a session begins");
        recorded(recorder, self.events)
    }

    /// A session in a store that was watched to its end, a second after the last event.
    pub fn viewed(self, store: &OfflineStore) -> SessionKey {
        let end = self.now();
        self.stored(store).finished(end).expect("it ends")
    }

    /// The typed builder, in whatever place the events lead to.
    pub fn typed(self) -> AnyBuilder {
        AnyBuilder::from(self.downloaded())
    }

    pub fn typed_in_content(self) -> SessionBuilder {
        match self.typed() {
            AnyBuilder::Content(builder) => builder,
            other => panic!("{other:?}"),
        }
    }

    pub fn typed_in_ad_break(self) -> AdBreakBuilder {
        match self.typed() {
            AnyBuilder::AdBreak(builder) => builder,
            other => panic!("{other:?}"),
        }
    }

    pub fn typed_in_ad(self) -> AdBuilder {
        match self.typed() {
            AnyBuilder::Ad(builder) => builder,
            other => panic!("{other:?}"),
        }
    }

    /// The typed online session, in whatever place the events lead to. All its requests were
    /// taken.
    pub fn typed_online(self) -> AnyOnline {
        let opening = Session::online(self.start, collector()).created(&opened(0));
        let mut session = AnyOnline::Content(opening.expect("the response opens it"));
        for event in &self.events {
            session = session.after(event);
        }
        session
    }
}

fn recorded<S: Sink>(mut recorder: Recorder<S>, events: Vec<Event>) -> Recorder<S> {
    for event in events {
        let recorded = recorder.record(event);
        assert!(recorded.is_ok(), "{:?}", recorded.unwrap_err().error);
    }
    recorder
}

#[test]
fn recorders_of_every_kind_stand_where_a_scenario_leads() {
    let store = temp_store("scenario");
    let in_chapter = Scenario::new().playing().state("mute").chapter();
    let in_ad = in_chapter.clone().ad_break().ad();
    for scenario in [Scenario::new(), in_chapter, in_ad.clone(), in_ad.paused().ad_complete()] {
        let events = scenario.clone().into_events();
        let downloaded = scenario.clone().downloaded();
        assert_eq!(downloaded.events(), &events[1..]);
        assert!(scenario.clone().online().queue().eq(&events[1..]));
        assert_eq!(scenario.clone().online_and_sent().queue().len(), 0);
        let stored = scenario.clone().stored(&store);
        assert_eq!(names(&exported(&store, stored.key())), names(&events));
    }
}
