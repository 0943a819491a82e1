//! The command `media-collection` as a process: its output, its exit codes, and what it leaves when
//! it is killed.

#[path = "../../../collector/tests/support/mod.rs"]
mod support;

mod check;
mod collect;
mod collect_clients;
mod collect_operators;
mod convert;
mod crash;
mod edge;
mod files;
mod forward;
mod help;
mod inputs;
mod network;
mod persisted;
mod process;
mod report;
mod stored;
mod timeline;
mod tls;
