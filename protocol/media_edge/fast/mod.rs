//! The fast path: reads and writes usual requests without a tree of values. It declines whatever is
//! unusual, and the general path then reads or writes the request from the start, or makes the error.
//!
//! ```text
//!  text ── request ── items ─┬─ frame ────────────────────► Envelope
//!                            └─ media ── source ─► reader of the older API ─► Event
//! ```
//!
//! It walks over the text with the cursor of the older API's fast path. The generated [plans](super::table::Plan)
//! tell, by event type, which member of `mediaCollection` is which one of the event; the generated
//! readers of the older API make the event of them. So nothing here names a member of an event.
//!
//! Everything that is read here must be the same on the general path. What is unusual but says nothing, as
//! a member that no schema knows, goes into [`extra`](super::EnvelopeMembers::extra) as it does there.

mod frame;
mod given;
mod items;
mod media;
mod member;
mod notes;
mod position;
mod request;
mod source;
mod write_frame;
mod write_items;
mod write_media;

pub(super) use items::ReadItem;
pub(super) use request::{read, write};
pub(super) use write_items::WriteItem;

#[cfg(test)]
mod tests;
