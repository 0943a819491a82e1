//! The states of a typed session, and what may happen in each: the compiler's view of the rules.
//!
//! Each trait is one rule; its message is what the compiler says to whoever breaks it. A test
//! walks all states at run time and holds these traits to the table of rules.

use std::fmt::Debug;

mod sealed {
    pub trait Sealed {}
}

macro_rules! type_states {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $name;

        impl sealed::Sealed for $name {}
    )*};
}

type_states! {
    /// In the content itself: no ad break is open.
    Content
    /// In an ad break, with no ad open: before the first ad, between two, or after the last.
    InAdBreak
    /// In an ad.
    InAd
    /// No chapter is open.
    NoChapter
    /// In a chapter.
    InChapter
}

/// The state of the session with regard to ads: [`Content`], [`InAdBreak`] or [`InAd`].
pub trait AdState: sealed::Sealed + Debug + 'static {}

impl AdState for Content {}
impl AdState for InAdBreak {}
impl AdState for InAd {}

/// The state of the session with regard to chapters: [`NoChapter`] or [`InChapter`].
pub trait ChapterState: sealed::Sealed + Debug + 'static {}

impl ChapterState for NoChapter {}
impl ChapterState for InChapter {}

/// Content or an ad can play.
#[diagnostic::on_unimplemented(
    message = "nothing can play between `ad_break_start` and `ad_start`",
    label = "no ad is open in this ad break",
    note = "start an ad with `ad_start`, or close the break with `ad_break_complete`, first"
)]
pub trait CanPlay: AdState {}

impl CanPlay for Content {}
impl CanPlay for InAd {}

/// An ad break can start.
#[diagnostic::on_unimplemented(
    message = "an ad break cannot start inside another",
    label = "an ad break is open here",
    note = "close it with `ad_break_complete` first, and before that its ad, if one is open"
)]
pub trait CanStartAdBreak: AdState {}

impl CanStartAdBreak for Content {}

/// An ad can start.
#[diagnostic::on_unimplemented(
    message = "an ad can only start inside an ad break, when no other ad is open",
    label = "no ad break is open here, or an ad is",
    note = "open a break with `ad_break_start`, or close the ad with `ad_complete` or `ad_skip`, \
            first"
)]
pub trait CanStartAd: AdState {}

impl CanStartAd for InAdBreak {}

/// An ad can be completed or skipped.
#[diagnostic::on_unimplemented(
    message = "there is no open ad to complete or skip",
    label = "no ad is open here",
    note = "an ad is opened with `ad_start`, inside an ad break"
)]
pub trait CanCloseAd: AdState {}

impl CanCloseAd for InAd {}

/// The ad break can be completed.
#[diagnostic::on_unimplemented(
    message = "there is no ad break that could be completed here",
    label = "no ad break is open here, or an ad still is",
    note = "close the ad with `ad_complete` or `ad_skip` first; a break is opened with \
            `ad_break_start`"
)]
pub trait CanCompleteAdBreak: AdState {}

impl CanCompleteAdBreak for InAdBreak {}

/// A chapter can start.
#[diagnostic::on_unimplemented(
    message = "chapters do not overlap",
    label = "a chapter is open here",
    note = "close it with `chapter_complete` or `chapter_skip` first"
)]
pub trait CanStartChapter: ChapterState {}

impl CanStartChapter for NoChapter {}

/// A chapter can be completed or skipped.
#[diagnostic::on_unimplemented(
    message = "there is no open chapter to complete or skip",
    label = "no chapter is open here",
    note = "a chapter is opened with `chapter_start`"
)]
pub trait CanCloseChapter: ChapterState {}

impl CanCloseChapter for InChapter {}

/// The session can end: no ad break is open.
#[diagnostic::on_unimplemented(
    message = "the session cannot end inside an ad break",
    label = "an ad break is open here",
    note = "close it with `ad_break_complete`, and before that its ad, if one is open; or end with \
            `finish` or `abandon`, which close what is open"
)]
pub trait CanEnd: AdState {}

impl CanEnd for Content {}

/// The session can end: no chapter is open.
#[diagnostic::on_unimplemented(
    message = "the session cannot end inside a chapter",
    label = "a chapter is open here",
    note = "close it with `chapter_complete` or `chapter_skip`, or end with `finish` or \
            `abandon`, which close what is open"
)]
pub trait CanEndChapter: ChapterState {}

impl CanEndChapter for NoChapter {}
