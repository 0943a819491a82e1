//! What a player tells the tracker: a method for each thing it does.

use super::input::Input;
use super::media::Media;
use super::moment::Moment;
use super::outcome::{TrackError, Tracked};
use super::player::Tracker;
use super::quality::Quality;
use super::sessions::Sessions;
use super::shared::Shared;

/// The source of an error in the player, as the SDKs say it.
const PLAYER: &str = "player";

/// What a call returns.
type Told<S> = Result<Tracked, TrackError<<S as Sessions>::Error>>;

/// What a player does. Each method takes when, and returns what came of it.
///
/// # Errors
///
/// Each fails when the sessions cannot take the events, which in memory cannot happen. The tracker is
/// then unchanged, and the call can be made again.
impl<S: Sessions> Tracker<S> {
    /// The viewer asked to play something: records `sessionStart`. Ignored while a viewing is active:
    /// its events would be those of the next one.
    pub fn session_start(&mut self, moment: impl Into<Moment>, media: impl Into<Media>) -> Told<S> {
        self.call(moment, Input::SessionStart(media.into().into()))
    }

    /// The content was watched to its end: closes what is open, and records `sessionComplete`. The
    /// viewing is over.
    pub fn complete(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::Complete)
    }

    /// The viewer left before the end: closes what is open, and records `sessionEnd`. The viewing is
    /// over.
    pub fn end(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::End)
    }

    /// The content or an ad plays: at the start, and after a pause. Also ends buffering and seeking.
    pub fn play(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::Play)
    }

    /// The viewer paused. Ignored while the player buffers or seeks.
    pub fn pause(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::Pause)
    }

    /// The player ran out of data.
    pub fn buffer_start(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::BufferStart)
    }

    /// The player has data again: it does what it did before.
    pub fn buffer_complete(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::BufferComplete)
    }

    /// The viewer began to seek.
    pub fn seek_start(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::SeekStart)
    }

    /// The seek is done: the player does what it did before. Tell the new
    /// [`playhead`](Self::playhead) first.
    pub fn seek_complete(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::SeekComplete)
    }

    /// The ad break ends, and with it an open ad.
    pub fn ad_break_complete(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::AdBreakComplete)
    }

    /// The ad was played to its end.
    pub fn ad_complete(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::AdComplete)
    }

    /// The viewer skipped the ad.
    pub fn ad_skip(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::AdSkip)
    }

    /// The chapter was played to its end.
    pub fn chapter_complete(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::ChapterComplete)
    }

    /// The viewer left the chapter before its end.
    pub fn chapter_skip(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::ChapterSkip)
    }

    /// The player enters a state, such as `fullScreen` or `mute`. A session counts ten names.
    pub fn state_start(&mut self, moment: impl Into<Moment>, name: impl Into<String>) -> Told<S> {
        self.call(moment, Input::State { name: name.into(), starts: true })
    }

    /// The player leaves a state.
    pub fn state_end(&mut self, moment: impl Into<Moment>, name: impl Into<String>) -> Told<S> {
        self.call(moment, Input::State { name: name.into(), starts: false })
    }

    /// The player switched to another bitrate. Tell it with [`quality`](Self::quality) first.
    pub fn bitrate_change(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::BitrateChange)
    }

    /// An error in the player, with its id. The viewing goes on.
    pub fn error(&mut self, moment: impl Into<Moment>, id: impl Into<String>) -> Told<S> {
        self.error_from(moment, id, PLAYER)
    }

    /// An error of another source, such as `external`.
    pub fn error_from(
        &mut self,
        moment: impl Into<Moment>,
        id: impl Into<String>,
        source: impl Into<String>,
    ) -> Told<S> {
        self.call(moment, Input::Error { id: id.into(), source: source.into() })
    }

    /// The quality of experience. The next event carries it, if it has changed.
    pub fn quality(&mut self, moment: impl Into<Moment>, quality: impl Into<Quality>) -> Told<S> {
        self.call(moment, Input::Quality(quality.into()))
    }

    /// The playhead, in seconds of the content. Tell it often: each event carries the last one. A
    /// number that is negative or not finite changes nothing. Live streams whose playhead the tracker
    /// makes need none.
    pub fn playhead(&mut self, moment: impl Into<Moment>, seconds: f64) -> Told<S> {
        self.call(moment, Input::Playhead(Some(seconds)))
    }

    /// How far a live viewing is behind the live edge, in seconds: the viewer has jumped, or gone back
    /// to the edge (0). See [`Media::live_with_dvr`].
    pub fn behind_live(&mut self, moment: impl Into<Moment>, seconds: f64) -> Told<S> {
        self.call(moment, Input::Behind((seconds * 1_000.0) as i64))
    }

    /// The host has refused a call of the player itself. Only the timer of a faithful tracker takes
    /// notice, as that of an SDK does.
    pub fn ignored(&mut self, moment: impl Into<Moment>) -> Told<S> {
        self.call(moment, Input::Nothing)
    }
}

impl From<Media> for Shared<Media> {
    fn from(media: Media) -> Self {
        Self::new(media)
    }
}
