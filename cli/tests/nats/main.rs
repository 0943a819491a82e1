//! Collectors that share NATS JetStream, against real servers: with `cargo test -p media-collection-cli
//! --test nats`, where `NATS_SERVER` is the path of `nats-server` 2.11 or later, or this is in `PATH`.

#[path = "../../../collector/tests/support/mod.rs"]
mod support;

mod cluster;
#[allow(dead_code)]
mod collectors;
mod disturbed;
mod nodes;
mod random;
mod stored;
mod viewers;
