//! The tracker once more, in the plainest way, written from the rules of the official SDKs and from
//! what is better. It shares nothing with the library but the parameters that the player gave.

pub mod flavour;
mod machine;
mod player;
mod sending;
mod timers;
mod values;

pub use flavour::Flavour;
pub use machine::Fate;
pub use player::Player;
