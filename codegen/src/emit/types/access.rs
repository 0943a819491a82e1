//! Functions for code that is written by hand, which must not depend on the types of members.

use proc_macro2::TokenStream;
use quote::quote;

use crate::annotated::WITHOUT_EXTRA;
use crate::emit::{Context, Field, Object, docs, ident, rust_type};
use crate::model::{Payload, START, Shape};
use crate::naming;

/// The flags of a start that the library sets, and whether it reads them.
const FLAGS: [(&str, &str, bool); 2] =
    [("media.downloaded", "downloaded", true), ("media.resume", "resume", false)];

/// The name of a state, in the parameters of its start.
const STATE_NAME: &str = "media.state.name";
const POD_INDEX: &str = "media.ad.podIndex";
const POD_SECOND: &str = "media.ad.podSecond";

pub(super) fn items(object: &Object<'_>) -> TokenStream {
    if object.name == WITHOUT_EXTRA {
        player_time(object)
    } else if object.name == format!("{}Params", naming::pascal(START)) {
        start(object)
    } else {
        TokenStream::new()
    }
}

fn field<'a>(object: &'a Object<'_>, key: &str) -> Option<&'a Field<'a>> {
    object.fields.iter().find(|field| field.member.key == key)
}

/// Reads and sets the playhead and the timestamp.
fn player_time(object: &Object<'_>) -> TokenStream {
    let type_ident = &object.ident;
    let (ts, set_ts) = match field(object, "ts") {
        Some(Field { ident, member, .. }) if *member.shape.plain() == Shape::Number => {
            (
                quote! { self.#ident.floor() as i64 },
                // Keeps a fraction of a timestamp that stays.
                quote! { if self.ts() != ts { self.#ident = ts as f64; } },
            )
        }
        Some(Field { ident, .. }) => (quote! { self.#ident }, quote! { self.#ident = ts; }),
        None => (quote! { 0 }, quote! { let _ = ts; }),
    };
    let (playhead, set_playhead) = match field(object, "playhead") {
        None => (quote! { None }, quote! { let _ = seconds; }),
        Some(Field { ident, member, .. }) => {
            let is_integer = *member.shape.base() == Shape::Integer;
            let convert = is_integer.then(|| quote! { as f64 });
            let is_nullable = matches!(member.shape.plain(), Shape::Nullable(_));
            let read = match (member.required, is_nullable) {
                (true, false) => quote! { Some(self.#ident #convert) },
                (true, true) => quote! { self.#ident.into_option().map(|it| it #convert) },
                (false, false) => quote! { self.#ident.map(|it| it #convert) },
                (false, true) => {
                    quote! { self.#ident.and_then(Nullable::into_option).map(|it| it #convert) }
                }
            };
            let mut value = if is_integer {
                quote! { seconds as i64 }
            } else {
                quote! { seconds }
            };
            if is_nullable {
                value = quote! { Nullable::Value(#value) };
            }
            if !member.required {
                value = quote! { Some(#value) };
            }
            (read, quote! { self.#ident = #value; })
        }
    };
    let zeros = zeros(object);
    quote! {
        /// Access that does not depend on the schemas.
        impl #type_ident {
            /// This timestamp, with zeros otherwise. Only where there is no time of an event.
            pub(crate) fn of_ts(ts: i64) -> Self {
                let mut time = Self { #(#zeros)* };
                time.set_ts(ts);
                time
            }

            /// The timestamp in milliseconds.
            #[inline]
            pub(crate) fn ts(&self) -> i64 {
                #ts
            }

            #[inline]
            pub(crate) fn set_ts(&mut self, ts: i64) {
                #set_ts
            }

            /// Moves it by so many milliseconds.
            #[inline]
            pub(crate) fn shift(&mut self, by: i64) {
                self.set_ts(self.ts().wrapping_add(by));
            }

            /// The playhead in seconds, if it is set.
            #[inline]
            pub(crate) fn playhead(&self) -> Option<f64> {
                #playhead
            }

            #[inline]
            pub(crate) fn set_playhead(&mut self, seconds: f64) {
                #set_playhead
            }
        }
    }
}

/// The fields of a player time without a value.
fn zeros(object: &Object<'_>) -> Vec<TokenStream> {
    let zeros = object.fields.iter().map(|field| {
        let Field { ident, member, .. } = field;
        let zero = match (member.required, member.shape.plain()) {
            (false, _) => quote! { None },
            (true, Shape::Nullable(_)) => quote! { Nullable::Null },
            (true, Shape::Integer) => quote! { 0 },
            (true, Shape::Number) => quote! { 0.0 },
            (true, Shape::Boolean) => quote! { false },
            (true, _) => {
                let base = &field.base;
                quote! { #base::ALL[0] }
            }
        };
        quote! { #ident: #zero, }
    });
    zeros.collect()
}

/// Reads and sets the flags of a session's start.
fn start(object: &Object<'_>) -> TokenStream {
    let type_ident = &object.ident;
    let functions = FLAGS.iter().map(|(key, name, is_read)| {
        let (read, set) = (ident(&format!("says_{name}")), ident(&format!("say_{name}")));
        let takes_flags =
            |field: &&Field<'_>| matches!(field.member.shape.base(), Shape::Boolean | Shape::Any);
        let write = field(object, key).filter(takes_flags).map(|field| {
            let at = object.fields.iter().position(|other| other.member.key == *key);
            let at = proc_macro2::Literal::usize_unsuffixed(at.unwrap_or_default());
            let (ident, base) = (&field.ident, &field.base);
            let value = if field.member.required {
                quote! { value }
            } else {
                quote! { Some(value) }
            };
            let clear = (!field.member.required).then(|| quote! { None => self.#ident = None, });
            let clear = clear.unwrap_or_else(|| quote! { None => return self.#set(Some(false)), });
            quote! {
                match flag {
                    #clear
                    Some(flag) => {
                        let value = <#base as Accept>::accept(schema::Scalar::Boolean(flag));
                        let shape = &Self::SHAPE.members[#at].shape;
                        if let Some(value) = value.filter(|value| obeys(value, shape)) {
                            self.#ident = #value;
                        }
                    }
                }
            }
        });
        let write = write.unwrap_or_else(|| quote! { let _ = flag; });
        let reads = format!("The value of `{key}`, if it is set to one.");
        let sets = format!("Sets `{key}`, as far as the schema has it and allows the value.");
        let reading = is_read.then(|| {
            let docs = docs::lines(&[reads]);
            quote! {
                #docs
                pub(crate) fn #read(&self) -> Option<bool> {
                    self.member(#key).and_then(|value| value.flag())
                }
            }
        });
        let docs = docs::lines(&[sets]);
        quote! {
            #reading

            #docs
            pub(crate) fn #set(&mut self, flag: Option<bool>) {
                #write
            }
        }
    });
    quote! {
        /// Access that does not depend on the schemas.
        impl #type_ident { #(#functions)* }
    }
}

/// The functions of the body that make events which the library sends by itself.
pub(super) fn made(context: &Context<'_>) -> TokenStream {
    let name = || Given { key: STATE_NAME, argument: "name", scalar: quote! { Text } };
    let start = make(context, "stateStart", &[name()]);
    let end = make(context, "stateEnd", &[name()]);
    let number = Given { key: POD_INDEX, argument: "number", scalar: quote! { Integer } };
    let second = Given { key: POD_SECOND, argument: "second", scalar: quote! { Number } };
    let ad_break = make(context, "adBreakStart", &[number, second]);
    quote! {
        /// The start of a state with this name; `None` if the schemas have no such event, or it needs
        /// more.
        #[allow(unused_variables, reason = "the schemas may have no such event")]
        pub(crate) fn state_start(name: &str) -> Option<Self> {
            #start
        }

        /// The end of a state with this name, in the same way.
        #[allow(unused_variables, reason = "the schemas may have no such event")]
        pub(crate) fn state_end(name: &str) -> Option<Self> {
            #end
        }

        /// The start of the ad break with this number, at this second of the content, in the same way.
        #[allow(unused_variables, reason = "the schemas may have no such event")]
        pub(crate) fn ad_break(number: i64, second: f64) -> Option<Self> {
            #ad_break
        }
    }
}

/// A member that is given to the function of an event.
struct Given {
    key: &'static str,
    argument: &'static str,
    /// The variant of `Scalar` that holds it.
    scalar: TokenStream,
}

/// The body of the function that makes such an event.
fn make(context: &Context<'_>, event_type: &str, given: &[Given]) -> TokenStream {
    let made = context.events.iter().find_map(|item| {
        let variant = &item.variant;
        if item.event.event_type != event_type || !item.event.listed {
            return None;
        }
        let (name, payload) = match item.event.payload() {
            Payload::Params(name) => (name, quote! { Box::new(params) }),
            Payload::OptionalParams(name) => (name, quote! { Some(Box::new(params)) }),
            Payload::ParamsAndMetadata(name) => {
                (name, quote! { Box::new(WithMetadata::new(params, None)) })
            }
            Payload::OptionalParamsAndMetadata(name) => {
                (name, quote! { Box::new(WithMetadata::new(Some(params), None)) })
            }
            Payload::Nothing | Payload::Metadata => return None,
        };
        let object = context.objects.iter().find(|object| object.name == name)?;
        let is_given = |key: &str| given.iter().any(|given| given.key == key);
        let is_needed = object.required().any(|field| !is_given(&field.member.key));
        if is_needed || !item.event.required.is_empty() {
            return None;
        }
        let mut values = Vec::new();
        for Given { key, argument, scalar } in given {
            let member = field(object, key)?.member;
            let base = member.shape.base();
            if matches!(base, Shape::Metadata | Shape::Array(_) | Shape::Map(_) | Shape::Object(_))
            {
                return None;
            }
            let (base, argument) = (rust_type(&member.shape), ident(argument));
            values.push(quote! {
                let #argument = <#base as Accept>::accept(schema::Scalar::#scalar(#argument))?;
            });
        }
        let fields = object.fields.iter().map(|field| {
            let member = &field.ident;
            let value = given.iter().find(|given| given.key == field.member.key);
            match (value.map(|given| ident(given.argument)), field.member.required) {
                (Some(value), true) => quote! { #member: #value, },
                (Some(value), false) => quote! { #member: Some(#value), },
                (None, _) => quote! { #member: None, },
            }
        });
        let type_ident = &object.ident;
        Some(quote! {
            #(#values)*
            let params = #type_ident { #(#fields)* extra: Extra::new() };
            Some(Self::#variant(#payload))
        })
    });
    made.unwrap_or_else(|| quote! { None })
}
