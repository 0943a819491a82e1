//! The file `types.rs`: the public types.

mod access;
mod arbitrary;
mod builder;
mod event;
mod object;
mod set;
mod table;
mod values;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, paths};

pub(crate) fn file(context: &Context<'_>) -> TokenStream {
    let mut items = event::items(context);
    for object in &context.objects {
        items.extend(object::items(context, object));
    }
    for (name, values) in &context.model.choices {
        items.extend(set::closed(context, name, values));
    }
    for (name, known) in &context.additions.enums {
        items.extend(set::open(context, name, known));
    }
    items.extend(table::events(context));
    items.extend(values::module(context));
    items.extend(builder::module(context));
    let prelude = paths::prelude(paths::TYPES, std::iter::empty(), &items);
    quote! { #prelude #items }
}
