// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use crate::tracker::{Sessions, Tracker};

/// What opens an ad break, an ad or a chapter.
impl<S: Sessions> Tracker<S> {}
