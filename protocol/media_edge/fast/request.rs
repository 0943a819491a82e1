//! The body of a request.

use super::super::envelope::Envelope;
use super::super::item::Item;
use super::super::json_object::JsonObject;
use super::super::keys;
use super::super::options::ReadOptions;
use super::super::tenant::Tenant;
use super::items::{ReadItem, Scene};
use super::notes::Notes;
use super::write_frame;
use super::write_items::{WriteItem, Writing};
use crate::event::EventType;
use crate::json::fast::{Cursor, Declined, close_array};

/// Reads a body into an empty request. `None` if it needs the general path; what is in the request then is
/// of no use.
pub(in super::super) fn read<T: ReadItem>(
    endpoint: &str,
    text: &str,
    options: &ReadOptions,
    items: &mut Vec<Item<T>>,
    around: &mut Envelope,
) -> Option<()> {
    let mut scene = Scene {
        endpoint,
        settings: &options.settings,
        tenant: Tenant(options.tenant.as_deref()),
        around,
        rest: options.policy.max_events,
    };
    body(&mut Cursor::new(text), &mut scene, items).ok()
}

fn body<T: ReadItem>(
    cursor: &mut Cursor<'_>,
    scene: &mut Scene<'_>,
    items: &mut Vec<Item<T>>,
) -> Result<(), Declined> {
    let mut notes = Notes::default();
    let (mut begin, mut has_xdm, mut is_late) = (None, false, false);
    let has_starts =
        scene.endpoint == EventType::SessionStart.as_str() || scene.endpoint == keys::DOWNLOADED;
    let rest = scene.rest;
    // Usually the events come first.
    let mut next = if cursor.literal(b"{\"events\":") {
        Some(keys::EVENTS.as_bytes())
    } else {
        cursor.expect(b'{')?;
        cursor.first_key()
    };
    while let Some(key) = next {
        if key == keys::EVENTS.as_bytes() {
            if begin.is_some() {
                return Err(Declined);
            }
            begin = Some(cursor.clone());
            list(cursor, scene, items)?;
        } else if key == keys::XDM.as_bytes() {
            if std::mem::replace(&mut has_xdm, true) {
                return Err(Declined);
            }
            around(cursor, scene.around)?;
            is_late = has_starts && begin.is_some();
        } else if !scene.around.read_beside(cursor, key)? {
            notes.unknown_beside(cursor, key)?;
        }
        next = cursor.next_key();
    }
    cursor.expect(b'}')?;
    notes.give(scene.around);
    let mut begin = begin.filter(|_| cursor.is_at_end()).ok_or(Declined)?;
    if is_late {
        // Starts have the identities of the request, which came later.
        scene.rest = rest;
        items.clear();
        list(&mut begin, scene, items)?;
    }
    Ok(())
}

fn list<T: ReadItem>(
    cursor: &mut Cursor<'_>,
    scene: &mut Scene<'_>,
    items: &mut Vec<Item<T>>,
) -> Result<(), Declined> {
    // Most requests have one.
    *items = Vec::with_capacity(1);
    let mut is_first = true;
    cursor.expect(b'[')?;
    while cursor.item(&mut is_first) {
        let mut envelope = Envelope::default();
        let (content, session_id) = T::read_item(cursor, scene, &mut envelope)?;
        items.push(Item { content, session_id, envelope });
    }
    cursor.expect(b']')?;
    if items.is_empty() { Err(Declined) } else { Ok(()) }
}

/// Reads `xdm` of a request.
fn around(cursor: &mut Cursor<'_>, envelope: &mut Envelope) -> Result<(), Declined> {
    let mut is_empty = true;
    cursor.expect(b'{')?;
    let mut next = cursor.first_key();
    while let Some(key) = next {
        if !envelope.read_of_xdm(cursor, key, false)? {
            return Err(Declined);
        }
        is_empty = false;
        next = cursor.next_key();
    }
    cursor.expect(b'}')?;
    // It would not be written.
    if is_empty { Err(Declined) } else { Ok(()) }
}

/// Enough bytes for an event without details.
const USUAL_BYTES: usize = 256;

/// How many bytes the objects around an item or a request have.
fn bytes_of(envelope: &Envelope) -> usize {
    let objects = [&envelope.data, &envelope.query, &envelope.meta];
    objects.into_iter().flatten().map(JsonObject::bytes).sum()
}

/// Writes a body for an endpoint. `None` if it needs the general path.
pub(in super::super) fn write<T: WriteItem>(
    endpoint: &'static str,
    items: &[Item<T>],
    around: &Envelope,
    tenant: Option<&str>,
) -> Option<Vec<u8>> {
    let of_item = |item: &Item<T>| item.content.events() * USUAL_BYTES + bytes_of(&item.envelope);
    let of_items: usize = items.iter().map(of_item).sum();
    let mut text = Vec::with_capacity(of_items + bytes_of(around));
    let list = |text: &mut Vec<u8>| {
        let begin = text.len();
        for Item { content, session_id, envelope } in items {
            text.push(b',');
            let session_id = session_id.as_deref();
            let how = Writing { endpoint, session_id, envelope, around, tenant: Tenant(tenant) };
            content.write_item(&how, text)?;
        }
        close_array(text, begin);
        Ok(())
    };
    write_frame::request(around, list, &mut text).ok()?;
    Some(text)
}
