//! Constants for the known values of open sets of strings.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, docs, ident};
use crate::annotations::Annotation;
use crate::error::Error;
use crate::model::Shape;
use crate::naming;

pub(crate) fn items(context: &Context<'_>) -> Result<TokenStream, Error> {
    let mut modules: BTreeMap<String, (&String, Annotation)> = BTreeMap::new();
    for (type_name, object) in &context.model.objects {
        for member in object.members.iter().filter(|member| member.shape == Shape::String) {
            let key = &member.key;
            let annotation = context.annotations.key(type_name, key);
            if annotation.values.is_empty() {
                continue;
            }
            let refuse = |problem: String, remedy: &str| {
                Err(context.annotations.refuse((type_name, key), "values", problem, remedy))
            };
            if !annotation.values.iter().all(|known| known.value.is_string()) {
                let problem = "not every value is a string, as the key's are".to_owned();
                return refuse(problem, "list strings");
            }
            let name = naming::values_module(key);
            if let Some((other, known)) = modules.get(&name)
                && (*other != key || known.values != annotation.values)
            {
                let problem =
                    format!("the module `{name}` already holds other values of `{other}`");
                return refuse(problem, "list the same values, or only those of one key");
            }
            modules.insert(name, (key, annotation));
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
    Ok(quote! {
        /// Known values of members that take any string, by wire key.
        pub mod values { #(#modules)* }
    })
}
