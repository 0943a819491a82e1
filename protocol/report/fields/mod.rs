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
