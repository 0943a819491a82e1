//! Constants for the known values of open sets of strings.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, docs, ident};
use crate::model::Shape;
use crate::naming;

pub(crate) fn items(context: &Context<'_>) -> TokenStream {
    let mut modules = BTreeMap::new();
    for (type_name, object) in &context.model.objects {
        for member in object.members.iter().filter(|member| member.shape == Shape::String) {
            let annotation = context.annotations.key(type_name, &member.key);
            if !annotation.values.is_empty() {
                modules.insert(naming::values_module(&member.key), (&member.key, annotation));
            }
        }
    }
    let modules = modules.into_iter().map(|(name, (key, annotation))| {
        let module = ident(&name);
        let docs =
            docs::lines(&[format!("Known values of `{key}`; any other string is valid too.")]);
        let constants = annotation.values.iter().map(|known| {
            let name = ident(&known.name);
            let value = known.value.as_str().unwrap_or_default();
            let docs = docs::lines(std::slice::from_ref(&known.doc));
            quote! { #docs pub const #name: &str = #value; }
        });
        quote! { #docs pub mod #module { #(#constants)* } }
    });
    quote! {
        /// Known values of members that take any string, by wire key.
        pub mod values { #(#modules)* }
    }
}
