//! `Deserialize` for [`Tolerant`].

use serde::{Deserialize, Deserializer};

use super::General;
use crate::event::{Event, Tolerant};
use crate::schema::Mode;

impl<'de> Deserialize<'de> for Tolerant<Event> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Event::read(deserializer, Mode::Tolerant).map(Self)
    }
}

impl<'de> Deserialize<'de> for Tolerant<Vec<Event>> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::read(deserializer, Mode::Tolerant).map(Self)
    }
}
