//! How JSON becomes events: what is read, what is kept, and what is refused with its place.

mod captures;
mod paths;
mod through_serde;
mod tolerant;
mod violations;
