//! The body of a request.

use super::super::envelope::Envelope;
use super::super::item::Item;
use super::super::keys;
use super::super::options::ReadOptions;
use super::super::tenant::Tenant;
use super::items::{ReadItem, Scene};
use super::notes::Notes;
use super::write_frame;
use super::write_items::{WriteItem, Writing};
use crate::event::EventType;
use crate::json::fast::{Cursor, Declined, close_array};

/// Reads a body. `None` if it needs the general path.
pub(in super::super) fn read<T: ReadItem>(
    endpoint: &str,
    text: &str,
    options: &ReadOptions,
) -> Option<(Vec<Item<T>>, Envelope)> {
    let mut scene = Scene {
        endpoint,
        settings: &options.settings,
        tenant: Tenant(options.tenant.as_deref()),
        around: Envelope::default(),
        rest: options.policy.max_events,
    };
    let items = body(&mut Cursor::new(text), &mut scene).ok()?;
    Some((items, scene.around))
}

fn body<T: ReadItem>(
    cursor: &mut Cursor<'_>,
    scene: &mut Scene<'_>,
) -> Result<Vec<Item<T>>, Declined> {
    let mut notes = Notes::default();
    let (mut found, mut has_xdm, mut is_late) = (None, false, false);
    let has_starts =
        scene.endpoint == EventType::SessionStart.as_str() || scene.endpoint == keys::DOWNLOADED;
    let rest = scene.rest;
    cursor.expect(b'{')?;
    let mut next = cursor.first_key();
    while let Some(key) = next {
        if key == keys::EVENTS.as_bytes() {
            if found.is_some() {
                return Err(Declined);
            }
            let begin = cursor.clone();
            found = Some((begin, list(cursor, scene)?));
        } else if key == keys::XDM.as_bytes() {
            if std::mem::replace(&mut has_xdm, true) {
                return Err(Declined);
            }
            around(cursor, &mut scene.around)?;
            is_late = has_starts && found.is_some();
        } else if !scene.around.read_beside(cursor, key)? {
            notes.unknown_beside(cursor, key)?;
        }
        next = cursor.next_key();
    }
    cursor.expect(b'}')?;
    scene.around.extra = notes.extra;
    let (mut begin, items) = found.filter(|_| cursor.is_at_end()).ok_or(Declined)?;
    if !is_late {
        return Ok(items);
    }
    // Starts have the identities of the request, which came later.
    scene.rest = rest;
    list(&mut begin, scene)
}

fn list<T: ReadItem>(
    cursor: &mut Cursor<'_>,
    scene: &mut Scene<'_>,
) -> Result<Vec<Item<T>>, Declined> {
    // Most requests have one.
    let mut items = Vec::with_capacity(1);
    let mut is_first = true;
    cursor.expect(b'[')?;
    while cursor.item(&mut is_first) {
        let mut envelope = Envelope::default();
        let (content, session_id) = T::read_item(cursor, scene, &mut envelope)?;
        items.push(Item { content, session_id, envelope });
    }
    cursor.expect(b']')?;
    if items.is_empty() { Err(Declined) } else { Ok(items) }
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

/// Writes a body for an endpoint. `None` if it needs the general path.
pub(in super::super) fn write<T: WriteItem>(
    endpoint: &'static str,
    items: &[Item<T>],
    around: &Envelope,
    tenant: Option<&str>,
) -> Option<Vec<u8>> {
    let mut text = Vec::with_capacity(USUAL_BYTES);
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
