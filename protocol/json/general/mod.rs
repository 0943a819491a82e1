//! The general path: reads and writes every valid form of JSON, through serde.

mod envelope;
mod event;
mod extra;
mod metadata;
mod nullable;
mod object;
mod read;
mod tolerant;
mod write;

pub(in crate::json) use envelope::Envelope;
pub(in crate::json) use object::read_with_extra;
pub(crate) use object::{BufferedParams, MapWriter, read_object, write_object};
pub(crate) use read::{Reading, read_name};

use serde::{Deserializer, Serializer};

use crate::schema::Mode;

/// A type that the general path can read and write. Unlike serde's `Deserialize`, reading takes a
/// mode.
pub(crate) trait General: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error>;
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}
