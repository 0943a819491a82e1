// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use crate::event::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, Event, WithMetadata,
};
use crate::tracker::{Moment, Sessions, TrackError, Tracked, Tracker, no_time};

/// What opens an ad break, an ad or a chapter.
impl<S: Sessions> Tracker<S> {
    /// An ad break begins; until it ends, nothing counts as the content. An open ad break ends
    /// before it, with its ad. Before the content it ends the wait for it: a `play` that was held
    /// is dropped. Ignored if the same break is open, with equal name, index and second.
    ///
    /// # Errors
    ///
    /// When the sessions cannot take the events. The tracker is unchanged.
    pub fn ad_break_start(
        &mut self,
        moment: impl Into<Moment>,
        params: AdBreakStartParams,
    ) -> Result<Tracked, TrackError<S::Error>> {
        self.open(moment, Event::ad_break_start(no_time(), params))
    }

    /// An ad begins, in an ad break, and what the player does is recorded with it; before the
    /// first `play`, that it plays. An open ad is skipped before it. Ignored if no ad break is
    /// open, unless the tracker [makes one](crate::tracker::TrackerOptions::automatic_ad_breaks),
    /// and if the same ad is open, with equal id, name, position and length.
    ///
    /// # Errors
    ///
    /// When the sessions cannot take the events. The tracker is unchanged.
    pub fn ad_start(
        &mut self,
        moment: impl Into<Moment>,
        params: impl Into<WithMetadata<AdStartParams>>,
    ) -> Result<Tracked, TrackError<S::Error>> {
        self.open(moment, Event::ad_start(no_time(), params))
    }

    /// A chapter of the content begins. An open chapter is skipped before it; ads and ad breaks
    /// leave it open. Ignored if the same chapter is open, with equal name, index, offset and
    /// length.
    ///
    /// # Errors
    ///
    /// When the sessions cannot take the events. The tracker is unchanged.
    pub fn chapter_start(
        &mut self,
        moment: impl Into<Moment>,
        params: impl Into<WithMetadata<ChapterStartParams>>,
    ) -> Result<Tracked, TrackError<S::Error>> {
        self.open(moment, Event::chapter_start(no_time(), params))
    }
}
