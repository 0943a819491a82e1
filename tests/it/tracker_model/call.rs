//! What a player says, as plain values, and how it is said to a tracker.

use std::fmt::Debug;

use media_collection::tracker::{Media, Moment, Quality, Sessions, Tracked, Tracker};
use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, SessionStartParams, WithMetadata,
};
use serde_json::{Map, Value};

use crate::fixtures::{metadata, start_params};

/// What is going to be watched.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    pub id: &'static str,
    pub name: Option<&'static str>,
    pub length: f64,
    pub resumed: Option<bool>,
    pub hold: Option<i64>,
    pub granular: Option<bool>,
    pub automatic_breaks: Option<bool>,
    /// Where the viewing begins, in seconds.
    pub playhead: Option<f64>,
    /// Seconds behind the live edge, and whether the stream can be paused.
    pub live: Option<(f64, bool)>,
    pub metadata: bool,
}

/// An ad break, an ad or a chapter; an ad break has no length.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub id: &'static str,
    pub name: Option<&'static str>,
    pub position: i64,
    pub start: f64,
    pub length: f64,
    pub metadata: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    SessionStart(Content),
    Complete,
    End,
    Play,
    Pause,
    BufferStart,
    BufferComplete,
    SeekStart,
    SeekComplete,
    BreakStart(Part),
    BreakComplete,
    AdStart(Part),
    AdComplete,
    AdSkip,
    ChapterStart(Part),
    ChapterComplete,
    ChapterSkip,
    BitrateChange,
    Error(&'static str),
    State { name: String, starts: bool },
    Quality([f64; 4]),
    Playhead(f64),
    Behind(f64),
    Refused,
}

impl Content {
    pub fn params(&self) -> SessionStartParams {
        let mut params = start_params();
        params.id = self.id.to_owned();
        params.name = self.name.map(str::to_owned);
        params.length = self.length;
        params.resume = self.resumed;
        params
    }

    pub fn media(&self) -> Media {
        let metadata = self.metadata.then(|| metadata("site", "example"));
        let mut media = Media::new(WithMetadata::new(self.params(), metadata));
        if let Some(hold) = self.hold {
            media = media.with_hold(hold);
        }
        if let Some(granular) = self.granular {
            media = media.with_granular_ad_pings(granular);
        }
        if let Some(automatic) = self.automatic_breaks {
            media = media.with_automatic_ad_breaks(automatic);
        }
        if let Some(playhead) = self.playhead {
            media = media.at_playhead(playhead);
        }
        match self.live {
            Some((behind, true)) => media.live_with_dvr(behind),
            Some((_, false)) => media.live(),
            None => media,
        }
    }
}

impl Part {
    pub fn ad_break(&self) -> AdBreakStartParams {
        let mut params = AdBreakStartParams::new(self.position, self.start);
        params.pod_friendly_name = self.name.map(str::to_owned);
        params
    }

    pub fn ad(&self) -> AdStartParams {
        let params = AdStartParams::builder().id(self.id).length(self.length);
        let mut params = params.pod_position(self.position).player_name("living-room").build();
        params.name = self.name.map(str::to_owned);
        params
    }

    pub fn chapter(&self) -> ChapterStartParams {
        let params = ChapterStartParams::builder().index(self.position).offset(self.start);
        let mut params = params.length(self.length).build();
        params.friendly_name = self.name.map(str::to_owned);
        params
    }

    fn with_metadata<P>(&self, params: P) -> WithMetadata<P> {
        WithMetadata::new(params, self.metadata.then(|| metadata("campaign", self.id)))
    }
}

/// Parameters as they are sent.
pub fn sent(params: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(params).expect("they are JSON") {
        Value::Object(members) => members,
        other => panic!("{other}"),
    }
}

impl Call {
    pub fn make<S: Sessions>(&self, tracker: &mut Tracker<S>, at: Moment) -> Tracked
    where
        S::Error: Debug,
    {
        let done = match self {
            Self::SessionStart(content) => tracker.session_start(at, content.media()),
            Self::Complete => tracker.complete(at),
            Self::End => tracker.end(at),
            Self::Play => tracker.play(at),
            Self::Pause => tracker.pause(at),
            Self::BufferStart => tracker.buffer_start(at),
            Self::BufferComplete => tracker.buffer_complete(at),
            Self::SeekStart => tracker.seek_start(at),
            Self::SeekComplete => tracker.seek_complete(at),
            Self::BreakStart(part) => tracker.ad_break_start(at, part.ad_break()),
            Self::BreakComplete => tracker.ad_break_complete(at),
            Self::AdStart(part) => tracker.ad_start(at, part.with_metadata(part.ad())),
            Self::AdComplete => tracker.ad_complete(at),
            Self::AdSkip => tracker.ad_skip(at),
            Self::ChapterStart(part) => {
                tracker.chapter_start(at, part.with_metadata(part.chapter()))
            }
            Self::ChapterComplete => tracker.chapter_complete(at),
            Self::ChapterSkip => tracker.chapter_skip(at),
            Self::BitrateChange => tracker.bitrate_change(at),
            Self::Error(id) => tracker.error(at, *id),
            Self::State { name, starts: true } => tracker.state_start(at, name),
            Self::State { name, starts: false } => tracker.state_end(at, name),
            Self::Quality([bitrate, dropped, frames, start]) => {
                tracker.quality(at, Quality::new(*bitrate, *start, *frames, *dropped))
            }
            Self::Playhead(seconds) => tracker.playhead(at, *seconds),
            Self::Behind(seconds) => tracker.behind_live(at, *seconds),
            Self::Refused => tracker.ignored(at),
        };
        done.unwrap_or_else(|error| panic!("{self:?}: {error:?}"))
    }
}
