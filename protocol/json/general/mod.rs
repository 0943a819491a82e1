//! The general path: every JSON text that is valid, through serde, whatever its form.

mod envelope;
mod event;
mod extra;
mod metadata;
mod object;
mod read;
mod tolerant;
mod write;

pub(in crate::json) use envelope::Envelope;
pub(in crate::json) use object::read_keeping;
pub(crate) use object::{MapWriter, Params, read_object, write_object};
pub(crate) use read::{Reading, read_name};

use serde::{Deserializer, Serializer};

use crate::schema::Mode;

/// A value on the general path. Reading takes the mode along, which serde's own traits cannot.
pub(crate) trait General: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error>;
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}
