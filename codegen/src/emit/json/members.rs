//! Reading and writing an object: one list of its members, for the fast and the general path.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::{Field, Object, by_bytes};

pub(crate) fn items(object: &Object<'_>) -> TokenStream {
    let type_ident = &object.ident;
    let (index, reading, writing) = (index(object), reading(object), writing(object));
    let plain = (!object.fields.iter().all(|field| is_plain(&field.member.key))).then(|| {
        quote! { const HAS_PLAIN_KEYS: bool = false; }
    });
    quote! {
        impl Members for #type_ident {
            #plain
            #index
            #reading
            #writing
        }

        impl Serialize for #type_ident {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                write_object(self, serializer)
            }
        }

        impl<'de> Deserialize<'de> for #type_ident {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_object(deserializer, Mode::Strict)
            }
        }
    }
}

fn index(object: &Object<'_>) -> TokenStream {
    let keys = object.fields.iter().enumerate().map(|(at, field)| {
        let at = Literal::usize_unsuffixed(at);
        (field.member.key.clone(), quote! { #at })
    });
    let index = by_bytes(&quote! { key }, keys);
    if object.fields.is_empty() {
        return quote! {
            fn index(_: &[u8]) -> Option<usize> { None }
        };
    }
    quote! {
        #[inline]
        fn index(key: &[u8]) -> Option<usize> {
            Some(#index)
        }
    }
}

fn reading(object: &Object<'_>) -> TokenStream {
    let extra = object.has_extra().then(|| quote! { extra: source.take_extra(), });
    if object.fields.is_empty() {
        return quote! {
            fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
                while source.first_member::<Self>()?.is_some() {}
                source.end()?;
                Ok(Self { #extra })
            }
        };
    }
    let slots = object.fields.iter().map(|Field { ident, base, .. }| {
        quote! { #ident: Option<#base>, }
    });
    let first = in_order(object)
        .unwrap_or_else(|| quote! { let mut next = source.first_member::<Self>()?; });
    let last = object.fields.len() - 1;
    let arms = object.fields.iter().enumerate().map(|(at, field)| {
        let (index, read) = (Literal::usize_unsuffixed(at), read((at, field)));
        // The last index: there is no other.
        let index = if at == last {
            quote! { _ }
        } else {
            quote! { #index }
        };
        quote! { #index => #read?, }
    });
    let values = object.fields.iter().map(|Field { ident, member, .. }| {
        let key = &member.key;
        if member.required {
            quote! { #ident: S::required(#key, slots.#ident)?, }
        } else {
            quote! { #ident: slots.#ident, }
        }
    });
    quote! {
        #[inline]
        fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
            #[derive(Default)]
            struct Slots { #(#slots)* }

            let mut slots = Slots::default();
            #first
            while let Some(member) = next {
                match member { #(#arms)* }
                next = source.next_member::<Self>()?;
            }
            source.end()?;
            Ok(Self { #(#values)* #extra })
        }
    }
}

fn read((at, field): (usize, &Field<'_>)) -> TokenStream {
    let Field { ident, member, .. } = field;
    let key = &member.key;
    if member.shape.has_rules() {
        let at = Literal::usize_unsuffixed(at);
        quote! { source.read_ruled(#key, &mut slots.#ident, &<Self as Described>::SHAPE.members[#at].shape) }
    } else {
        quote! { source.read(#key, &mut slots.#ident) }
    }
}

/// Reads the members in the order of the schema, for objects with required members only. Most senders
/// write them in this order, and a comparison is cheaper than finding a key.
fn in_order(object: &Object<'_>) -> Option<TokenStream> {
    let is_usual = |field: &Field<'_>| field.member.required && is_plain(&field.member.key);
    if !object.fields.iter().all(is_usual) {
        return None;
    }
    let (first, rest) = object.fields.split_first()?;
    let (opening, read_first) = (literal("{", first), read((0, first)));
    let rest = rest.iter().zip(1..).map(|(field, at)| {
        let (next, read) = (literal(",", field), read((at, field)));
        quote! { if source.literal(#next) { #read?; } }
    });
    Some(quote! {
        let mut next = if source.literal(#opening) {
            #read_first?;
            #(#rest)*
            source.next_member::<Self>()?
        } else {
            source.first_member::<Self>()?
        };
    })
}

fn literal(before: &str, field: &Field<'_>) -> Literal {
    Literal::byte_string(format!("{before}\"{}\":", field.member.key).as_bytes())
}

/// Whether a key needs no escapes in JSON.
fn is_plain(text: &str) -> bool {
    !text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))
}

/// Writes the members in the order of the schema; absent ones are left out.
fn writing(object: &Object<'_>) -> TokenStream {
    let members = object.fields.iter().enumerate().map(|(at, Field { ident, member, .. })| {
        let key = format!(",\"{}\":", member.key);
        if member.shape.has_rules() {
            let at = Literal::usize_unsuffixed(at);
            let shape = quote! { &<Self as Described>::SHAPE.members[#at].shape };
            if member.required {
                quote! { writer.ruled(#key, &self.#ident, #shape)?; }
            } else {
                quote! {
                    if let Some(value) = &self.#ident {
                        writer.ruled(#key, value, #shape)?;
                    }
                }
            }
        } else if member.required {
            quote! { writer.member(#key, &self.#ident)?; }
        } else {
            quote! { writer.optional(#key, self.#ident.as_ref())?; }
        }
    });
    let extra = if object.has_extra() {
        quote! { writer.extra::<Self>(&self.extra) }
    } else {
        quote! { Ok(()) }
    };
    quote! {
        fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
            #(#members)*
            #extra
        }
    }
}
