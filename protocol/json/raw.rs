//! Events as they are, even with a playhead that is no number: it is written as `null`.

#[cfg(feature = "store")]
use super::error::DecodeError;
#[cfg(feature = "store")]
use super::policy::Policy;
use crate::constraints::EncodeError;
use crate::event::{Event, SessionStart};

const TIME: &[u8] = br#""playerTime":{"#;
const PLAYHEAD: &[u8] = br#""playhead":"#;

/// Where the value of the playhead begins in an event that was written here.
fn playhead_in(text: &[u8]) -> Option<usize> {
    // In a string the quotation marks would be escaped.
    let find = |from: usize, part: &[u8]| {
        let place = text[from..].windows(part.len()).position(|window| window == part)?;
        Some(from + place + part.len())
    };
    find(0, TIME).and_then(|begin| find(begin, PLAYHEAD))
}

impl Event {
    /// Writes the event as JSON, with `null` for a playhead that is no number.
    pub(crate) fn encode_raw(&self) -> Result<Vec<u8>, EncodeError> {
        if self.player_time.playhead().is_none_or(f64::is_finite) {
            return self.encode();
        }
        let mut event = self.clone();
        event.player_time.set_playhead(0.0);
        let mut text = event.encode()?;
        if let Some(zero) = playhead_in(&text) {
            text.splice(zero..=zero, *b"null");
        }
        Ok(text)
    }

    /// Reads what [`encode_raw`](Self::encode_raw) writes. The playhead is then NaN.
    #[cfg(feature = "store")]
    pub(crate) fn decode_raw(text: &[u8], policy: &Policy) -> Result<Self, DecodeError> {
        Self::decode(text, policy).or_else(|error| {
            let null = playhead_in(text).filter(|value| text[*value..].starts_with(b"null"));
            let Some(null) = null else { return Err(error) };
            let mut text = text.to_vec();
            text.splice(null..null + 4, *b"0");
            let mut event = Self::decode(&text, policy)?;
            event.player_time.set_playhead(f64::NAN);
            Ok(event)
        })
    }
}

impl SessionStart {
    /// Writes the start as JSON, with `null` for a playhead that is no number.
    pub(crate) fn encode_raw(&self) -> Result<Vec<u8>, EncodeError> {
        if self.player_time.playhead().is_none_or(f64::is_finite) {
            return self.encode();
        }
        Event::from(self.clone()).encode_raw()
    }
}
