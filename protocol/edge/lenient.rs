//! What a tolerant reader takes besides: what XDM, samples and some clients leave out or write another
//! way. It is written as the schemas have it, before anything is checked.

use serde_json::{Map, Value};

use super::options::ReadOptions;
use super::{keys, time};
use crate::schema::Mode;

const SESSION_DETAILS: &str = "sessionDetails";
const AD_DETAILS: &str = "advertisingDetails";
const PLAYER_NAME: &str = "playerName";
const CHANNEL: &str = "channel";
const AUTHORIZED: &str = "authorized";
/// `sessionID`, as responses have it.
const OTHER_SESSION_ID: &str = "sessionId";

/// Completes a body with what the options know and, in tolerant mode, allow.
pub(super) fn complete(options: &ReadOptions, body: &mut Value) {
    let arrived = options.arrived.and_then(time::written);
    let items = body.get_mut(keys::EVENTS).and_then(Value::as_array_mut);
    for item in items.into_iter().flatten() {
        let Some(xdm) = item.get_mut(keys::XDM).and_then(Value::as_object_mut) else { continue };
        let mut player = options.player_name.clone();
        match xdm.get_mut(keys::DOWNLOADED_EVENTS) {
            Some(Value::Array(events)) => {
                for event in events.iter_mut().filter_map(Value::as_object_mut) {
                    media(event, options, &mut player);
                }
            }
            _ => {
                if let Some(arrived) = &arrived {
                    let time = || Value::from(arrived.as_str());
                    xdm.entry(keys::TIMESTAMP).or_insert_with(time);
                }
                media(xdm, options, &mut player);
            }
        }
    }
}

/// `player` is the name that the session's start has, for its ads.
fn media(event: &mut Map<String, Value>, options: &ReadOptions, player: &mut Option<String>) {
    let media = event.get_mut(keys::MEDIA_COLLECTION).and_then(Value::as_object_mut);
    let Some(media) = media else { return };
    if options.policy.mode == Mode::Tolerant {
        if let Some(Value::Object(session)) = media.get_mut(SESSION_DETAILS) {
            for key in [CHANNEL, PLAYER_NAME] {
                session.entry(key).or_insert_with(|| "".into());
            }
            if let Some(Value::Bool(authorized)) = session.get(AUTHORIZED) {
                session.insert(AUTHORIZED.to_owned(), authorized.to_string().into());
            }
        }
        if !media.contains_key(keys::SESSION_ID)
            && let Some(id) = media.remove(OTHER_SESSION_ID)
        {
            media.insert(keys::SESSION_ID.to_owned(), id);
        }
    }
    let name = media.get(SESSION_DETAILS).and_then(|session| session.get(PLAYER_NAME));
    if let Some(name) = name.and_then(Value::as_str) {
        *player = Some(name.to_owned());
    }
    let is_wanted = options.policy.mode == Mode::Tolerant || options.player_name.is_some();
    if let Some(Value::Object(ad)) = media.get_mut(AD_DETAILS).filter(|_| is_wanted) {
        let name = || player.clone().unwrap_or_default().into();
        ad.entry(PLAYER_NAME).or_insert_with(name);
    }
}
