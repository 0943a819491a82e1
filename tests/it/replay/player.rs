//! What the official SDKs make of an app's calls, on top of our recorders: they close what is
//! open before something else opens, and report playback after an ad starts or a break ends.

use media_collection::{
    AdBreakStartParams, ChapterStartParams, Event, PlayerTime, QoeData, StateEndParams,
    StateStartParams, WithMetadata,
};
use serde_json::Value;

use super::capture::Call;
use super::params::{self, text};
use super::viewing::Viewing;

#[derive(Clone, Copy, PartialEq, Default)]
enum Playback {
    #[default]
    Starting,
    Playing,
    Paused,
}

/// As the playback is reported: buffering before seeking before the rest.
#[derive(Clone, Copy, PartialEq)]
enum Reported {
    Buffering,
    Seeking,
    As(Playback),
}

/// A tracker of the SDKs, which has one session after another.
pub struct Player {
    mode: String,
    /// What the app configured and no call says, as a captured start has it.
    config: Value,
    open: Option<Open>,
    pub sessions: Vec<Vec<Event>>,
}

struct Open {
    viewing: Viewing,
    playback: Playback,
    buffering: bool,
    seeking: bool,
    reported: Reported,
    ad_break: Value,
    ad: Value,
    chapter: Value,
    qoe: Option<QoeData>,
    player_name: String,
}

impl Player {
    pub fn new(mode: &str, config: Value) -> Self {
        Self { mode: mode.to_owned(), config, open: None, sessions: Vec::new() }
    }

    pub fn call(&mut self, call: &Call) {
        let at = PlayerTime::new(call.playhead(), call.ts);
        match (call.api.as_str(), self.open.take()) {
            ("trackSessionStart", None) => {
                let object = &call.args["mediaObject"];
                if let Some(start) = params::start(object, &call.args["metadata"], &self.config, at)
                {
                    let player_name = start.params.player_name.clone();
                    let viewing = Viewing::new(&self.mode, start);
                    self.open = Some(Open::new(viewing, player_name));
                }
            }
            ("trackComplete", Some(open)) => self.sessions.push(open.viewing.finish(at)),
            ("trackSessionEnd", Some(open)) => self.sessions.push(open.viewing.abandon(at)),
            (_, Some(mut open)) => {
                open.call(call, at);
                self.open = Some(open);
            }
            (_, None) => {}
        }
    }

    /// Nothing more is called.
    pub fn gone(mut self) -> Vec<Vec<Event>> {
        self.sessions.extend(self.open.map(|open| open.viewing.cut_off()));
        self.sessions
    }
}

impl Open {
    fn new(viewing: Viewing, player_name: String) -> Self {
        Self {
            viewing,
            playback: Playback::Starting,
            buffering: false,
            seeking: false,
            reported: Reported::As(Playback::Starting),
            ad_break: Value::Null,
            ad: Value::Null,
            chapter: Value::Null,
            qoe: None,
            player_name,
        }
    }

    fn call(&mut self, call: &Call, at: PlayerTime) {
        let event = call.event();
        let between_ads = self.viewing.ad_break_is_open() && !self.viewing.ad_is_open();
        let done = match (call.api.as_str(), event.as_str()) {
            ("trackPlay" | "trackPause", _)
            | (_, "bufferstart" | "buffercomplete")
            | (_, "seekstart" | "seekcomplete")
                if between_ads =>
            {
                false
            }
            ("trackPlay", _) => {
                (self.buffering, self.seeking) = (false, false);
                self.plays(Playback::Playing)
            }
            ("trackPause", _) if self.buffering || self.seeking => false,
            ("trackPause", _) => self.plays(Playback::Paused),
            ("trackError", _) => self.error(call, at),
            ("updateQoEObject", _) => {
                self.qoe = params::qoe(&call.args["qoe"]).or(self.qoe.take());
                false
            }
            ("trackEvent", "bufferstart") if !self.buffering && !self.seeking => {
                self.buffering = true;
                true
            }
            ("trackEvent", "seekstart") if !self.buffering && !self.seeking => {
                self.seeking = true;
                true
            }
            ("trackEvent", "buffercomplete") if self.buffering => {
                self.buffering = false;
                self.has_begun()
            }
            ("trackEvent", "seekcomplete") if self.seeking => {
                self.seeking = false;
                self.has_begun()
            }
            ("trackEvent", event) => self.event(event, call, at),
            _ => false,
        };
        if done {
            self.report(at, ["adstart", "adbreakcomplete"].contains(&event.as_str()));
        }
    }

    fn plays(&mut self, playback: Playback) -> bool {
        self.playback = playback;
        true
    }

    /// What ends before the first play leaves the content paused.
    fn has_begun(&mut self) -> bool {
        if self.playback == Playback::Starting {
            self.playback = Playback::Paused;
        }
        true
    }

    fn error(&mut self, call: &Call, at: PlayerTime) -> bool {
        let id = text(&call.args["errorId"]);
        let mut qoe = self.qoe.clone().unwrap_or_default();
        qoe.error_id = Some(id.clone());
        qoe.error_source = Some("player".into());
        !id.is_empty() && self.viewing.record(Event::error(at).with_qoe(qoe))
    }

    /// Whether the SDK takes it.
    fn event(&mut self, event: &str, call: &Call, at: PlayerTime) -> bool {
        let (info, metadata) = (call.info(), &call.args["metadata"]);
        match event {
            "adbreakstart" => {
                if self.viewing.ad_break_is_open() && self.ad_break == *info {
                    return false;
                }
                self.close_ad_break(at);
                let params = AdBreakStartParams::builder()
                    .pod_index(info["adbreak.position"].as_i64().unwrap())
                    .pod_second(info["adbreak.starttime"].as_f64().unwrap())
                    .pod_friendly_name(text(&info["adbreak.name"]));
                self.ad_break = info.clone();
                self.viewing.record(Event::ad_break_start(at, params.build()))
            }
            "adbreakcomplete" => self.close_ad_break(at),
            "adstart" => {
                let same = self.viewing.ad_is_open() && self.ad == *info;
                if same || !self.viewing.ad_break_is_open() {
                    return false;
                }
                self.close_ad(at);
                self.ad = info.clone();
                if self.playback == Playback::Starting && !self.buffering && !self.seeking {
                    self.playback = Playback::Playing;
                }
                let ad = params::ad(info, metadata, &self.player_name);
                self.viewing.record(Event::ad_start(at, ad))
            }
            "adcomplete" => self.viewing.record(Event::ad_complete(at)),
            "adskip" => self.viewing.record(Event::ad_skip(at)),
            "chapterstart" => {
                if self.viewing.chapter_is_open() {
                    if self.chapter == *info {
                        return false;
                    }
                    self.viewing.record(Event::chapter_skip(at));
                }
                self.chapter = info.clone();
                let params = ChapterStartParams::builder()
                    .index(info["chapter.position"].as_i64().unwrap())
                    .offset(info["chapter.starttime"].as_f64().unwrap())
                    .length(info["chapter.length"].as_f64().unwrap())
                    .friendly_name(text(&info["chapter.name"]));
                let metadata = params::custom(metadata, |_, _| false);
                let chapter = WithMetadata::new(params.build(), metadata);
                self.viewing.record(Event::chapter_start(at, chapter))
            }
            "chaptercomplete" => self.viewing.record(Event::chapter_complete(at)),
            "chapterskip" => self.viewing.record(Event::chapter_skip(at)),
            "bitratechange" => {
                let event = Event::bitrate_change(at);
                self.viewing.record(match &self.qoe {
                    Some(qoe) => event.with_qoe(qoe.clone()),
                    None => event,
                })
            }
            "statestart" => {
                let name = params::state(info);
                // The names' number and what is active are the recorder's to know.
                name.is_some_and(|name| {
                    self.viewing.record(Event::state_start(at, StateStartParams::new(name)))
                })
            }
            "stateend" => params::state(info).is_some_and(|name| {
                self.viewing.record(Event::state_end(at, StateEndParams::new(name)))
            }),
            _ => false,
        }
    }

    fn close_ad(&mut self, at: PlayerTime) {
        if self.viewing.ad_is_open() {
            self.viewing.record(Event::ad_skip(at));
        }
    }

    fn close_ad_break(&mut self, at: PlayerTime) -> bool {
        self.close_ad(at);
        self.viewing.record(Event::ad_break_complete(at))
    }

    /// Playback, when it changed and whenever an ad starts or a break ends.
    fn report(&mut self, at: PlayerTime, always: bool) {
        let now = match (self.buffering, self.seeking) {
            (true, _) => Reported::Buffering,
            (false, true) => Reported::Seeking,
            (false, false) => Reported::As(self.playback),
        };
        if now != self.reported || always {
            self.reported = now;
            self.viewing.record(match now {
                Reported::Buffering => Event::buffer_start(at),
                Reported::Seeking | Reported::As(Playback::Paused) => Event::pause_start(at),
                Reported::As(Playback::Playing) => Event::play(at),
                Reported::As(Playback::Starting) => Event::ping(at),
            });
        }
    }
}
