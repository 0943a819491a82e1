//! Writing what stands around the events, in the order of the keys.

use std::collections::BTreeMap;

use super::super::envelope::{Envelope, Identity, Implementation};
use super::super::generated::{AUTHENTICATED_STATES, ENVIRONMENTS};
use super::super::json_object::JsonObject;
use super::super::keys;
use super::frame::known;
use crate::json::fast::{Declined, WriteFast, close, close_array, write_string};

/// Writes a key after a comma.
#[inline(always)]
pub(super) fn key(key: &str, text: &mut Vec<u8>) {
    text.reserve(key.len() + 4);
    text.extend_from_slice(b",\"");
    text.extend_from_slice(key.as_bytes());
    text.extend_from_slice(b"\":");
}

/// Writes a request; `list` writes its items.
pub(super) fn request(
    around: &Envelope,
    list: impl FnOnce(&mut Vec<u8>) -> Result<(), Declined>,
    text: &mut Vec<u8>,
) -> Result<(), Declined> {
    around.has_usual_form()?;
    any_object(keys::DATA, around.data.as_ref(), text);
    key(keys::EVENTS, text);
    list(text)?;
    any_object(keys::META, around.meta.as_ref(), text);
    any_object(keys::QUERY, around.query.as_ref(), text);
    let begin = text.len();
    key(keys::XDM, text);
    let members = text.len();
    id(around, text)?;
    identities(&around.identities, text)?;
    implementation(around.implementation.as_ref(), text)?;
    if text.len() == members {
        text.truncate(begin);
    } else {
        close(text, members);
    }
    close(text, 0);
    Ok(())
}

/// Writes an item; `xdm` writes the members of this name, each after a comma.
pub(super) fn item(
    own: &Envelope,
    xdm: impl FnOnce(&mut Vec<u8>) -> Result<(), Declined>,
    text: &mut Vec<u8>,
) -> Result<(), Declined> {
    own.has_usual_form()?;
    let begin = text.len();
    any_object(keys::DATA, own.data.as_ref(), text);
    any_object(keys::META, own.meta.as_ref(), text);
    any_object(keys::QUERY, own.query.as_ref(), text);
    key(keys::XDM, text);
    let members = text.len();
    xdm(text)?;
    close(text, members);
    close(text, begin);
    Ok(())
}

impl Envelope {
    /// Whether nothing in it is written in a form of its own.
    fn has_usual_form(&self) -> Result<(), Declined> {
        if self.extra.is_empty() && self.literals.is_none() { Ok(()) } else { Err(Declined) }
    }
}

fn any_object(name: &str, object: Option<&JsonObject>, text: &mut Vec<u8>) {
    let Some(object) = object else { return };
    key(name, text);
    object.write(text);
}

pub(super) fn id(envelope: &Envelope, text: &mut Vec<u8>) -> Result<(), Declined> {
    member(keys::ID, envelope.id.as_deref(), text)
}

fn member(name: &str, value: Option<&str>, text: &mut Vec<u8>) -> Result<(), Declined> {
    let Some(value) = value else { return Ok(()) };
    key(name, text);
    write_string(value, text)
}

pub(super) fn identities(
    identities: &BTreeMap<String, Vec<Identity>>,
    text: &mut Vec<u8>,
) -> Result<(), Declined> {
    if identities.is_empty() {
        return Ok(());
    }
    key(keys::IDENTITY_MAP, text);
    let begin = text.len();
    for (space, items) in identities {
        text.push(b',');
        write_string(space, text)?;
        text.push(b':');
        let begin = text.len();
        for item in items {
            text.push(b',');
            identity(item, text)?;
        }
        close_array(text, begin);
    }
    close(text, begin);
    Ok(())
}

fn identity(identity: &Identity, text: &mut Vec<u8>) -> Result<(), Declined> {
    let Identity { id, authenticated_state, primary } = identity;
    known(authenticated_state.as_deref(), AUTHENTICATED_STATES)?;
    let begin = text.len();
    member("authenticatedState", authenticated_state.as_deref(), text)?;
    member("id", id.as_deref(), text)?;
    if let Some(primary) = primary {
        key(keys::PRIMARY, text);
        primary.write_fast(text)?;
    }
    close(text, begin);
    Ok(())
}

pub(super) fn implementation(
    implementation: Option<&Implementation>,
    text: &mut Vec<u8>,
) -> Result<(), Declined> {
    let Some(Implementation { name, version, environment }) = implementation else {
        return Ok(());
    };
    known(environment.as_deref(), ENVIRONMENTS)?;
    key(keys::IMPLEMENTATION, text);
    let begin = text.len();
    member("environment", environment.as_deref(), text)?;
    member("name", name.as_deref(), text)?;
    member("version", version.as_deref(), text)?;
    close(text, begin);
    Ok(())
}
