//! What all recorders have in common, wherever their events go.

mod any_sink;
mod clock;
mod order;
mod steady;
mod unknown;
