//! Reading and writing sets of strings and of integers.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ident;

/// The event type. No name needs escapes, so it is compared with the bytes of the text.
pub(crate) fn event_type() -> TokenStream {
    let reading = quote! { Self::from_bytes(cursor.name()?).ok_or(Declined) };
    strings("EventType", &reading)
}

/// A closed set of strings.
pub(crate) fn choice(name: &str) -> TokenStream {
    strings(name, &quote! { Self::from_wire(&cursor.text()?).ok_or(Declined) })
}

fn strings(name: &str, reading_fast: &TokenStream) -> TokenStream {
    let type_ident = ident(name);
    let codec = codec(
        name,
        &quote! { serializer.serialize_str(self.as_str()) },
        &quote! { read_name(deserializer) },
        &quote! { General::read(deserializer, Mode::Strict) },
    );
    quote! {
        #codec

        impl ReadFast for #type_ident {
            fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
                #reading_fast
            }
        }

        impl WriteFast for #type_ident {
            fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
                write_string(self.as_str(), text)
            }
        }
    }
}

/// An open set of known integers.
pub(crate) fn integers(name: &str) -> TokenStream {
    let type_ident = ident(name);
    let codec = codec(
        name,
        &quote! { serializer.serialize_i64(i64::from(*self)) },
        &quote! { <i64 as General>::read(deserializer, mode).map(Self::from) },
        &quote! { General::read(deserializer, Mode::Strict) },
    );
    quote! {
        #codec

        impl ReadFast for #type_ident {
            fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
                cursor.integer().map(Self::from)
            }
        }

        impl WriteFast for #type_ident {
            fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
                i64::from(*self).write_fast(text)
            }
        }
    }
}

fn codec(
    name: &str,
    serialize: &TokenStream,
    read: &TokenStream,
    deserialize: &TokenStream,
) -> TokenStream {
    let type_ident = ident(name);
    let mode = if read.to_string().contains("mode") {
        quote! { mode }
    } else {
        quote! { _ }
    };
    quote! {
        impl Serialize for #type_ident {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #serialize
            }
        }

        impl<'de> Deserialize<'de> for #type_ident {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #deserialize
            }
        }

        impl General for #type_ident {
            fn read<'de, D: Deserializer<'de>>(
                deserializer: D,
                #mode: Mode,
            ) -> Result<Self, D::Error> {
                #read
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        }
    }
}
