//! The file `json.rs`: reading and writing the types.

mod body;
mod members;
mod set;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, paths};

pub(crate) fn file(context: &Context<'_>) -> TokenStream {
    let mut items = body::items(context);
    items.extend(set::event_type());
    items.extend(context.objects.iter().map(members::items));
    items.extend(context.model.choices.keys().map(|name| set::choice(name)));
    items.extend(context.additions.enums.keys().map(|name| set::integers(name)));
    let prelude = paths::prelude(paths::JSON, context.type_names(), &items);
    quote! { #prelude #items }
}
