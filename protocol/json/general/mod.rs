//! The general path: every JSON text that is valid, through serde, whatever its form.

mod envelope;
mod event;
mod extra;
mod metadata;
mod read;
mod tolerant;
mod write;

pub(in crate::json) use envelope::Envelope;
pub(crate) use read::{Key, MemberKey, Reading, no_params, read_any_object, read_member, required};
pub(crate) use write::Writing;

use serde::{Deserializer, Serializer};

use crate::schema::Mode;

/// A value on the general path. Reading takes the mode along, which serde's own traits cannot.
pub(crate) trait Wire: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error>;
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}
