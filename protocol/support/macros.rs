//! The traits that every generated type of a kind has, written once.

/// `Deserialize`, `check` and the optional traits of an object type.
macro_rules! object_traits {
    ($type:ident) => {
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                <Self as crate::support::Wire>::read(deserializer, crate::support::Mode::Strict)
            }
        }

        impl $type {
            /// Checks what a careful sender keeps: ranges, non-empty ids, reserved prefixes.
            ///
            /// # Errors
            ///
            /// Every broken constraint, with its place.
            pub fn check(&self) -> ::std::result::Result<(), crate::error::ConstraintError> {
                crate::error::ConstraintError::check(self)
            }
        }

        #[cfg(feature = "validator")]
        impl ::validator::Validate for $type {
            fn validate(&self) -> ::std::result::Result<(), ::validator::ValidationErrors> {
                crate::support::validation::validate(self)
            }
        }

        #[cfg(feature = "schemars")]
        impl ::schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                crate::support::json_schema::object(<Self as crate::schema::Described>::SHAPE)
            }
        }

        #[cfg(feature = "quickcheck")]
        impl crate::support::Generate for $type {
            fn generate(source: &mut ::quickcheck::Gen, _: &crate::schema::Limits) -> Self {
                ::quickcheck::Arbitrary::arbitrary(source)
            }
        }
    };
}

/// Everything that follows from `as_str` and `from_wire`.
macro_rules! string_enum_traits {
    ($type:ident) => {
        impl ::std::fmt::Display for $type {
            fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                to.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $type {
            type Err = crate::error::ParseError;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                Self::from_wire(text)
                    .ok_or_else(|| crate::error::ParseError::unknown_name(stringify!($type)))
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                struct Name;

                impl ::serde::de::Visitor<'_> for Name {
                    type Value = $type;

                    fn expecting(
                        &self,
                        to: &mut ::std::fmt::Formatter<'_>,
                    ) -> ::std::fmt::Result {
                        to.write_str("one of the documents' strings")
                    }

                    fn visit_str<E: ::serde::de::Error>(
                        self,
                        text: &str,
                    ) -> ::std::result::Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(Name)
            }
        }

        impl crate::support::Wire for $type {
            fn read<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
                _: crate::support::Mode,
            ) -> ::std::result::Result<Self, D::Error> {
                <Self as ::serde::Deserialize>::deserialize(deserializer)
            }

            fn write<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(self, serializer)
            }
        }

        impl crate::direct::WriteDirect for $type {
            fn write_direct(
                &self,
                text: &mut ::std::vec::Vec<u8>,
            ) -> ::std::result::Result<(), crate::direct::Declined> {
                crate::direct::write_string(self.as_str(), text)
            }
        }

        impl crate::support::Check for $type {
            fn check_into(&self, _: &crate::schema::Limits, _: &mut crate::support::Checker) {}
        }

        #[cfg(feature = "quickcheck")]
        impl crate::support::Generate for $type {
            fn generate(source: &mut ::quickcheck::Gen, _: &crate::schema::Limits) -> Self {
                ::quickcheck::Arbitrary::arbitrary(source)
            }
        }

        #[cfg(feature = "quickcheck")]
        impl ::quickcheck::Arbitrary for $type {
            fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
                *source.choose(Self::ALL).expect("an enum has a value")
            }
        }

        #[cfg(feature = "schemars")]
        impl ::schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                let names: Vec<&str> = Self::ALL.iter().map(|value| value.as_str()).collect();
                ::schemars::json_schema!({ "type": "string", "enum": names })
            }
        }
    };
}

/// Everything that follows from an enum's number.
macro_rules! integer_enum_traits {
    ($type:ident) => {
        /// Equal numbers, however they are named.
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                i64::from(*self) == i64::from(*other)
            }
        }

        impl Eq for $type {}

        impl ::std::hash::Hash for $type {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                i64::from(*self).hash(state);
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64((*self).into())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                <Self as crate::support::Wire>::read(deserializer, crate::support::Mode::Strict)
            }
        }

        impl crate::support::Wire for $type {
            fn read<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
                mode: crate::support::Mode,
            ) -> ::std::result::Result<Self, D::Error> {
                <i64 as crate::support::Wire>::read(deserializer, mode).map(Self::from)
            }

            fn write<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64((*self).into())
            }
        }

        impl crate::direct::Direct for $type {
            fn read_direct(
                cursor: &mut crate::direct::Cursor<'_>,
            ) -> ::std::result::Result<Self, crate::direct::Declined> {
                cursor.integer().map(Self::from)
            }
        }

        impl crate::direct::WriteDirect for $type {
            fn write_direct(
                &self,
                text: &mut ::std::vec::Vec<u8>,
            ) -> ::std::result::Result<(), crate::direct::Declined> {
                i64::from(*self).write_direct(text)
            }
        }

        impl crate::support::Check for $type {
            fn check_into(
                &self,
                limits: &crate::schema::Limits,
                checker: &mut crate::support::Checker,
            ) {
                i64::from(*self).check_into(limits, checker);
            }
        }

        #[cfg(feature = "quickcheck")]
        impl crate::support::Generate for $type {
            fn generate(source: &mut ::quickcheck::Gen, limits: &crate::schema::Limits) -> Self {
                <i64 as crate::support::Generate>::generate(source, limits).into()
            }
        }

        #[cfg(feature = "schemars")]
        impl ::schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                ::schemars::json_schema!({ "type": "integer" })
            }
        }
    };
}

pub(crate) use {integer_enum_traits, object_traits, string_enum_traits};
