//! Stage 6: the shaped types and the tables, as Rust source.

mod builder;
mod direct;
mod docs;
mod event;
mod object;
mod set;
mod table;
mod values;

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::annotations::Annotations;
use crate::error::Error;
use crate::model::{Member, Model, Shape};
use crate::naming;
use crate::types::MemberTypes;

const HEADER: &str = "\
// Generated from the schema documents by media-collection-codegen. Do not edit: change the
// documents or the annotations, and build again.

";

/// What every emitter reads.
pub(crate) struct Context<'a> {
    pub(crate) model: &'a Model,
    pub(crate) types: &'a MemberTypes,
    pub(crate) annotations: &'a Annotations,
}

/// One member, ready to be written down.
pub(crate) struct Field<'a> {
    pub(crate) member: &'a Member,
    pub(crate) ident: syn::Ident,
    /// The type without the `Option` of an optional member.
    pub(crate) base: syn::Type,
    pub(crate) annotation: crate::annotations::Annotation,
}

impl Field<'_> {
    fn is_string(&self) -> bool {
        self.member.shape == Shape::String
    }

    /// The type of an argument that sets the member, and what is kept of the argument.
    fn argument(&self) -> (TokenStream, TokenStream) {
        let Self { ident, base, .. } = self;
        if self.is_string() {
            (quote! { impl ::std::convert::Into<#base> }, quote! { #ident.into() })
        } else {
            (quote! { #base }, quote! { #ident })
        }
    }
}

impl Context<'_> {
    pub(crate) fn fields(&self, type_name: &str) -> Vec<Field<'_>> {
        let object = &self.model.objects[type_name];
        object.members.iter().map(|member| self.field(type_name, member)).collect()
    }

    fn field<'m>(&self, type_name: &str, member: &'m Member) -> Field<'m> {
        let annotation = self.annotations.key(type_name, &member.key);
        let made = &self.types[&(type_name.to_owned(), member.key.clone())];
        let base = match &annotation.enum_name {
            Some(name) if member.shape == Shape::Integer => {
                let name = ident(name);
                syn::parse_quote! { #name }
            }
            _ => made.clone(),
        };
        Field { ident: ident(&naming::field(&member.key)), member, base, annotation }
    }
}

pub(crate) fn ident(name: &str) -> syn::Ident {
    syn::Ident::new(name, proc_macro2::Span::call_site())
}

/// What follows from a text, out of several: by length first, since most texts of a length are
/// told apart at once. Bytes are compared in one go, where a `match` would take one after the
/// other.
pub(crate) fn by_bytes(
    bytes: &TokenStream,
    arms: impl IntoIterator<Item = (String, TokenStream)>,
    otherwise: &TokenStream,
) -> TokenStream {
    let mut lengths: BTreeMap<usize, TokenStream> = BTreeMap::new();
    for (wanted, result) in arms {
        let literal = Literal::byte_string(wanted.as_bytes());
        let arm = quote! { if *#bytes == *#literal { #result } else };
        lengths.entry(wanted.len()).or_default().extend(arm);
    }
    let lengths = lengths.into_iter().map(|(length, arms)| {
        quote! { #length => #arms { #otherwise }, }
    });
    quote! { match #bytes.len() { #(#lengths)* _ => #otherwise, } }
}

/// The whole file.
pub(crate) fn file(context: &Context<'_>) -> Result<String, Error> {
    let mut items = TokenStream::new();
    items.extend(event::items(context));
    for name in context.model.objects.keys() {
        items.extend(object::items(context, name)?);
    }
    items.extend(builder::markers(context));
    for (name, values) in &context.model.choices {
        items.extend(set::closed(context, name, values));
    }
    items.extend(set::open(context)?);
    items.extend(values::items(context)?);
    items.extend(table::items(context));
    let file: syn::File = syn::parse2(quote! { #items }).map_err(|error| {
        Error::new(
            "bindings.rs",
            "",
            format!("the generated code does not parse: {error}"),
            "report the documents: the generator should have refused them",
        )
    })?;
    Ok(format!("{HEADER}{}", prettyplease::unparse(&file)))
}
