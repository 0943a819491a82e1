//! Readers and writers that go straight over the bytes of plain text.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Field, by_bytes, ident};

/// The reader of an object.
pub(crate) fn reading(name: &str, fields: &[Field<'_>], keeps_extra: bool) -> TokenStream {
    let declarations = fields.iter().map(|Field { ident, base, .. }| {
        quote! { let mut #ident: ::std::option::Option<#base> = None; }
    });
    let declined = quote! { return Err(crate::direct::Declined) };
    let arms = fields.iter().filter(|field| is_plain(&field.member.key)).map(|field| {
        let ident = &field.ident;
        (field.member.key.clone(), quote! { crate::direct::member(&mut #ident, cursor__)? })
    });
    let members = by_bytes(&quote! { key__ }, arms, &declined);
    let values = fields.iter().map(|Field { ident, member, .. }| {
        if member.required {
            quote! { #ident: #ident.ok_or(crate::direct::Declined)?, }
        } else {
            quote! { #ident, }
        }
    });
    let begin = in_order(fields).unwrap_or_else(|| {
        quote! {
            cursor__.expect(b'{')?;
            let mut next__ = cursor__.first_key();
        }
    });
    let extra = keeps_extra.then(|| quote! { extra: crate::extra::Extra::new(), });
    reader(
        name,
        &quote! {
            #(#declarations)*
            #begin
            while let Some(key__) = next__ {
                #members
                next__ = cursor__.next_key();
            }
            cursor__.expect(b'}')?;
            Ok(Self { #(#values)* #extra })
        },
    )
}

/// The writer of an object: members in the order of the documents, those that are absent left out.
pub(crate) fn writing(name: &str, fields: &[Field<'_>], keeps_extra: bool) -> TokenStream {
    let type_ident = ident(name);
    let extra = keeps_extra.then(|| {
        quote! {
            if !self.extra.is_empty() {
                return Err(crate::direct::Declined);
            }
        }
    });
    let members = fields.iter().map(|Field { ident, member, .. }| {
        let key = serde_json::Value::from(member.key.as_str());
        let key = Literal::byte_string(format!(",{key}:").as_bytes());
        let write = |value: TokenStream| {
            quote! {
                text.extend_from_slice(#key);
                crate::direct::WriteDirect::write_direct(#value, text)?;
            }
        };
        if member.required {
            write(quote! { &self.#ident })
        } else {
            let write = write(quote! { value });
            quote! { if let Some(value) = &self.#ident { #write } }
        }
    });
    quote! {
        impl crate::direct::WriteDirect for #type_ident {
            fn write_direct(
                &self,
                text: &mut ::std::vec::Vec<u8>,
            ) -> ::std::result::Result<(), crate::direct::Declined> {
                #extra
                let begin = text.len();
                #(#members)*
                crate::direct::close(text, begin);
                Ok(())
            }
        }
    }
}

/// The reader of a string that is one of several: texts, each with its value.
pub(crate) fn naming(
    name: &str,
    values: impl IntoIterator<Item = (String, TokenStream)>,
) -> TokenStream {
    let plain = values.into_iter().filter(|(text, _)| is_plain(text));
    let declined = quote! { return Err(crate::direct::Declined) };
    let value = by_bytes(&quote! { name__ }, plain, &declined);
    reader(
        name,
        &quote! {
            let name__ = cursor__.name()?;
            Ok(#value)
        },
    )
}

fn reader(name: &str, body: &TokenStream) -> TokenStream {
    let type_ident = ident(name);
    quote! {
        impl crate::direct::Direct for #type_ident {
            fn read_direct(
                cursor__: &mut crate::direct::Cursor<'_>,
            ) -> ::std::result::Result<Self, crate::direct::Declined> {
                #body
            }
        }
    }
}

/// Senders write an object that has required members only in the order of the documents, more
/// often than not: a look at the text tells without searching for the key.
fn in_order(fields: &[Field<'_>]) -> Option<TokenStream> {
    let is_usual = |field: &Field<'_>| field.member.required && is_plain(&field.member.key);
    if fields.is_empty() || !fields.iter().all(is_usual) {
        return None;
    }
    let (first, rest) = fields.split_first()?;
    let read = |Field { ident, .. }: &Field<'_>| {
        quote! { crate::direct::member(&mut #ident, cursor__)?; }
    };
    let opening = literal("{", first);
    let read_first = read(first);
    let rest = rest.iter().map(|field| {
        let next = literal(",", field);
        let read = read(field);
        quote! { if cursor__.literal(#next) { #read } }
    });
    Some(quote! {
        let mut next__ = if cursor__.literal(#opening) {
            #read_first
            #(#rest)*
            cursor__.next_key()
        } else {
            cursor__.expect(b'{')?;
            cursor__.first_key()
        };
    })
}

fn literal(before: &str, field: &Field<'_>) -> Literal {
    Literal::byte_string(format!("{before}\"{}\":", field.member.key).as_bytes())
}

/// Whether it stands in a text as it is, without escapes.
fn is_plain(text: &str) -> bool {
    !text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))
}
