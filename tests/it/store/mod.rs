//! Sessions kept on the device: recorded, sent when it is back, and safe meanwhile.

mod access;
mod ages;
mod aside;
mod clock;
mod delays;
mod file;
mod full_disk;
mod killed;
mod limits;
mod model;
mod network;
mod online;
mod rejected;
mod salvage;
mod threads;
mod turns;
mod uploads;
mod verbatim;

use crate::fixtures::BEGAN;

/// When the device is back.
const NOW: i64 = BEGAN + 1_000_000;
