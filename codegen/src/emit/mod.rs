//! Stage 6: the shaped types and the tables, as Rust source.

mod docs;
mod event;
mod object;
mod set;
mod table;
mod values;

use proc_macro2::TokenStream;
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

/// The whole file.
pub(crate) fn file(context: &Context<'_>) -> Result<String, Error> {
    let mut items = TokenStream::new();
    items.extend(event::items(context));
    for name in context.model.objects.keys() {
        items.extend(object::items(context, name)?);
    }
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
