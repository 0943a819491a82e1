//! The metrics, and the dimensions that are not passed through.

mod parts;
mod quality;
mod session;

use super::field::Field;

pub(super) use self::parts::*;
pub(super) use self::quality::*;
pub(super) use self::session::*;

/// All of them.
pub(super) fn all() -> impl Iterator<Item = &'static Field> {
    [session::ALL, quality::ALL, parts::ALL].into_iter().flatten().copied()
}

/// What is spoilt when it is not known which part of the content was played.
pub(super) const PROGRESS: &[&Field] =
    &[&HAS_PROGRESS_10, &HAS_PROGRESS_25, &HAS_PROGRESS_50, &HAS_PROGRESS_75, &HAS_PROGRESS_95];
/// What is spoilt when it is not known for how long it was played.
pub(super) const TIME: &[&Field] = &[&TIME_PLAYED, &TOTAL_TIME_PLAYED, &AVERAGE_MINUTE_AUDIENCE];
/// What is spoilt when it is not known whether it began.
pub(super) const STARTED: &[&Field] = &[&IS_PLAYED, &HAS_SEGMENT_VIEW, &IS_DROPPED_BEFORE_START];
