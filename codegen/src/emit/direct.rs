//! The reader of an object that goes straight over the bytes of plain text.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Field, by_bytes, ident};

pub(crate) fn reading(name: &str, fields: &[Field<'_>], keeps_extra: bool) -> TokenStream {
    let type_ident = ident(name);
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
            let mut first__ = true;
            cursor__.expect(b'{')?;
        }
    });
    let extra = keeps_extra.then(|| quote! { extra: crate::extra::Extra::new(), });
    quote! {
        impl crate::direct::Direct for #type_ident {
            fn read_direct(
                cursor__: &mut crate::direct::Cursor<'_>,
            ) -> ::std::result::Result<Self, crate::direct::Declined> {
                #(#declarations)*
                #begin
                while let Some(key__) = cursor__.key(&mut first__) {
                    #members
                }
                cursor__.expect(b'}')?;
                Ok(Self { #(#values)* #extra })
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
        let mut first__ = !cursor__.literal(#opening);
        if first__ {
            cursor__.expect(b'{')?;
        } else {
            #read_first
            #(#rest)*
        }
    })
}

fn literal(before: &str, field: &Field<'_>) -> Literal {
    Literal::byte_string(format!("{before}\"{}\":", field.member.key).as_bytes())
}

/// Whether a key stands in a text as it is, without escapes.
fn is_plain(key: &str) -> bool {
    !key.bytes().any(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))
}
