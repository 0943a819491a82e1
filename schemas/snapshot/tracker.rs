// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use crate::event::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, Event, WithMetadata,
};
use crate::tracker::{Moment, Sessions, TrackError, Tracked, Tracker, no_time};

/// What opens an ad break, an ad or a chapter.
impl<S: Sessions> Tracker<S> {
    /// An ad break starts; from here on, playback does not count as main content. Allowed in a
    /// session while no other break is open; every break needs an `adBreakComplete`.
    ///
    /// What is open and in its way is closed first. Ignored if the same is open already.
    ///
    /// # Errors
    ///
    /// When the sessions cannot take it.
    pub fn ad_break_start(
        &mut self,
        moment: impl Into<Moment>,
        params: AdBreakStartParams,
    ) -> Result<Tracked, TrackError<S::Error>> {
        self.open(moment, Event::ad_break_start(no_time(), params))
    }

    /// An ad starts, inside an ad break. Allowed only while no other ad is open; the back end
    /// accepts an ad outside a break, but counts it as main content.
    ///
    /// What is open and in its way is closed first. Ignored if the same is open already.
    ///
    /// # Errors
    ///
    /// When the sessions cannot take it.
    pub fn ad_start(
        &mut self,
        moment: impl Into<Moment>,
        params: impl Into<WithMetadata<AdStartParams>>,
    ) -> Result<Tracked, TrackError<S::Error>> {
        self.open(moment, Event::ad_start(no_time(), params))
    }

    /// A chapter of the content starts. Allowed in a session while no chapter is open; chapters
    /// never overlap, but one may stay open across ad breaks.
    ///
    /// What is open and in its way is closed first. Ignored if the same is open already.
    ///
    /// # Errors
    ///
    /// When the sessions cannot take it.
    pub fn chapter_start(
        &mut self,
        moment: impl Into<Moment>,
        params: impl Into<WithMetadata<ChapterStartParams>>,
    ) -> Result<Tracked, TrackError<S::Error>> {
        self.open(moment, Event::chapter_start(no_time(), params))
    }
}
