//! What the variants of an event body hold: parameters, optional parameters, and either with
//! custom metadata.

use serde::Deserializer;
use serde::ser::SerializeMap;

use super::{Check, Checker, Described, Mode, Wire, Writing};
use crate::event::{CustomMetadata, WithMetadata};
use crate::json::fast::{Cursor, Declined, Direct, WriteDirect};

/// The content of one variant of an event body.
pub(crate) trait Payload: Sized {
    fn read_params<'de, D: Deserializer<'de>>(
        deserializer: D,
        mode: Mode,
    ) -> Result<Self, D::Error>;

    /// The same, from plain text.
    fn read_params_direct(cursor: &mut Cursor<'_>) -> Result<Self, Declined>;

    fn write_params<M: SerializeMap>(&self, members: &mut M) -> Result<(), M::Error>;

    /// The same, to a text: `params`, if there are any, behind a comma.
    fn write_params_direct(&self, text: &mut Vec<u8>) -> Result<(), Declined>;

    fn check_payload(&self, checker: &mut Checker);

    fn custom_metadata(&self) -> Option<&CustomMetadata> {
        None
    }

    fn custom_metadata_mut(&mut self) -> Option<&mut Option<CustomMetadata>> {
        None
    }

    #[cfg(feature = "quickcheck")]
    fn generate(source: &mut ::quickcheck::Gen) -> Self;
}

#[cfg(not(feature = "quickcheck"))]
pub(crate) trait Generated {}
#[cfg(not(feature = "quickcheck"))]
impl<T> Generated for T {}
#[cfg(feature = "quickcheck")]
pub(crate) use ::quickcheck::Arbitrary as Generated;

const PARAMS: &str = "params";

/// Writes parameters behind a comma.
pub(crate) fn write_params_direct(
    params: &impl WriteDirect,
    text: &mut Vec<u8>,
) -> Result<(), Declined> {
    text.extend_from_slice(b",\"params\":");
    params.write_direct(text)
}

impl<P: Described + Wire + Direct + WriteDirect + Check + Generated> Payload for Box<P> {
    fn read_params<'de, D: Deserializer<'de>>(
        deserializer: D,
        mode: Mode,
    ) -> Result<Self, D::Error> {
        P::read(deserializer, mode).map(Self::new)
    }

    fn read_params_direct(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        P::read_direct(cursor).map(Self::new)
    }

    fn write_params<M: SerializeMap>(&self, members: &mut M) -> Result<(), M::Error> {
        members.serialize_entry(PARAMS, &Writing(&**self))
    }

    fn write_params_direct(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        write_params_direct(&**self, text)
    }

    fn check_payload(&self, checker: &mut Checker) {
        checker.part(PARAMS, PARAMS, &**self);
    }

    #[cfg(feature = "quickcheck")]
    fn generate(source: &mut ::quickcheck::Gen) -> Self {
        Self::new(P::arbitrary(source))
    }
}

impl<P: Described + Wire + Direct + WriteDirect + Check + Generated> Payload for Option<Box<P>> {
    fn read_params<'de, D: Deserializer<'de>>(
        deserializer: D,
        mode: Mode,
    ) -> Result<Self, D::Error> {
        Box::<P>::read_params(deserializer, mode).map(Some)
    }

    fn read_params_direct(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        Box::<P>::read_params_direct(cursor).map(Some)
    }

    fn write_params<M: SerializeMap>(&self, members: &mut M) -> Result<(), M::Error> {
        self.as_ref().map_or(Ok(()), |params| params.write_params(members))
    }

    fn write_params_direct(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        self.as_ref().map_or(Ok(()), |params| params.write_params_direct(text))
    }

    fn check_payload(&self, checker: &mut Checker) {
        if let Some(params) = self {
            params.check_payload(checker);
        }
    }

    #[cfg(feature = "quickcheck")]
    fn generate(source: &mut ::quickcheck::Gen) -> Self {
        <bool as ::quickcheck::Arbitrary>::arbitrary(source).then(|| Box::generate(source))
    }
}

/// Parameters that stand beside custom metadata.
pub(crate) trait Parameters: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error>;
    fn read_direct(cursor: &mut Cursor<'_>) -> Result<Self, Declined>;
    fn write<M: SerializeMap>(&self, members: &mut M) -> Result<(), M::Error>;
    fn write_direct(&self, text: &mut Vec<u8>) -> Result<(), Declined>;
    fn check(&self, checker: &mut Checker);
    #[cfg(feature = "quickcheck")]
    fn generate(source: &mut ::quickcheck::Gen) -> Self;
}

impl<P: Described + Wire + Direct + WriteDirect + Check + Generated> Parameters for P {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        <P as Wire>::read(deserializer, mode)
    }

    fn read_direct(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        Direct::read_direct(cursor)
    }

    fn write<M: SerializeMap>(&self, members: &mut M) -> Result<(), M::Error> {
        members.serialize_entry(PARAMS, &Writing(self))
    }

    fn write_direct(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        write_params_direct(self, text)
    }

    fn check(&self, checker: &mut Checker) {
        checker.part(PARAMS, PARAMS, self);
    }

    #[cfg(feature = "quickcheck")]
    fn generate(source: &mut ::quickcheck::Gen) -> Self {
        Self::arbitrary(source)
    }
}

impl<P: Described + Wire + Direct + WriteDirect + Check + Generated> Parameters for Option<P> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        <P as Wire>::read(deserializer, mode).map(Some)
    }

    fn read_direct(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        <P as Direct>::read_direct(cursor).map(Some)
    }

    fn write<M: SerializeMap>(&self, members: &mut M) -> Result<(), M::Error> {
        self.as_ref().map_or(Ok(()), |params| Parameters::write(params, members))
    }

    fn write_direct(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        self.as_ref().map_or(Ok(()), |params| Parameters::write_direct(params, text))
    }

    fn check(&self, checker: &mut Checker) {
        if let Some(params) = self {
            Parameters::check(params, checker);
        }
    }

    #[cfg(feature = "quickcheck")]
    fn generate(source: &mut ::quickcheck::Gen) -> Self {
        ::quickcheck::Arbitrary::arbitrary(source)
    }
}

/// No parameters, on an event that carries custom metadata all the same.
impl Parameters for () {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, _: Mode) -> Result<Self, D::Error> {
        super::read_any_object(deserializer, false).map(drop)
    }

    fn read_direct(_: &mut Cursor<'_>) -> Result<Self, Declined> {
        Err(Declined)
    }

    fn write<M: SerializeMap>(&self, _: &mut M) -> Result<(), M::Error> {
        Ok(())
    }

    fn write_direct(&self, _: &mut Vec<u8>) -> Result<(), Declined> {
        Ok(())
    }

    fn check(&self, _: &mut Checker) {}

    #[cfg(feature = "quickcheck")]
    fn generate(_: &mut ::quickcheck::Gen) -> Self {}
}

/// Parameters and what stands beside them.
pub(crate) fn check_with_metadata<P: Parameters>(
    params: &P,
    metadata: Option<&CustomMetadata>,
    checker: &mut Checker,
) {
    params.check(checker);
    if let Some(metadata) = metadata {
        checker.part("customMetadata", "custom_metadata", metadata);
    }
}

impl<P: Parameters> Payload for Box<WithMetadata<P>> {
    fn read_params<'de, D: Deserializer<'de>>(
        deserializer: D,
        mode: Mode,
    ) -> Result<Self, D::Error> {
        P::read(deserializer, mode).map(|params| Self::new(WithMetadata::new(params, None)))
    }

    fn read_params_direct(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        P::read_direct(cursor).map(|params| Self::new(WithMetadata::new(params, None)))
    }

    fn write_params<M: SerializeMap>(&self, members: &mut M) -> Result<(), M::Error> {
        self.params.write(members)
    }

    fn write_params_direct(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        self.params.write_direct(text)
    }

    fn check_payload(&self, checker: &mut Checker) {
        check_with_metadata(&self.params, self.custom_metadata.as_ref(), checker);
    }

    fn custom_metadata(&self) -> Option<&CustomMetadata> {
        self.custom_metadata.as_ref()
    }

    fn custom_metadata_mut(&mut self) -> Option<&mut Option<CustomMetadata>> {
        Some(&mut self.custom_metadata)
    }

    #[cfg(feature = "quickcheck")]
    fn generate(source: &mut ::quickcheck::Gen) -> Self {
        let params = P::generate(source);
        let metadata = ::quickcheck::Arbitrary::arbitrary(source);
        Self::new(WithMetadata::new(params, metadata))
    }
}
