//! Whatever happens to the clock, recorded times rise, and the time watched is the time recorded.

use quickcheck::{Arbitrary, Gen};

use super::{Device, SECOND, ping_at};
use crate::fixtures::BEGAN;
use crate::fixtures::random::random;

/// What happens to the clock of a device, and for how long it then plays.
#[derive(Clone, Debug)]
enum Life {
    SetTo(i64),
    Slept(i64),
    Misread(i64),
    Plays(u8),
}

impl Arbitrary for Life {
    fn arbitrary(source: &mut Gen) -> Self {
        let extreme = [0, -1, 1, i64::MAX, i64::MIN, BEGAN / 1_000, 4_200_000_000_000];
        match u8::arbitrary(source) % 8 {
            0 => Self::SetTo(i64::from(i32::arbitrary(source))),
            1 => Self::SetTo(0),
            2 => Self::Slept(i64::from(u16::arbitrary(source)) * SECOND),
            3 => Self::Misread(*source.choose(&extreme).unwrap()),
            4 => Self::Misread(i64::arbitrary(source)),
            _ => Self::Plays(u8::arbitrary(source) % 30),
        }
    }
}

#[test]
fn recorded_times_rise_whatever_the_clock_does() {
    fn property(lives: Vec<Life>) {
        let mut device = Device::playing();
        for life in lives {
            match life {
                Life::SetTo(error) => device.error = error,
                Life::Slept(millis) => device.passes(millis),
                Life::Misread(ts) => {
                    device.plays(10 * SECOND);
                    ping_at(&mut device, ts);
                }
                Life::Plays(pings) => drop(device.pings(usize::from(pings))),
            }
            device.times();
        }
    }
    let test: fn(Vec<Life>) = property;
    random(40, 2_000).quickcheck(test);
}

/// Where the device does not sleep, all can be known: time back and single readings.
#[test]
fn the_time_watched_is_the_time_recorded() {
    fn property(lives: Vec<Life>) {
        let mut device = Device::playing();
        for life in lives {
            match life {
                // Set back, by more than callbacks differ and the clock moves on.
                Life::SetTo(by) => device.error -= 20 * SECOND + by.abs(),
                Life::Slept(_) => {}
                Life::Misread(_) => {
                    device.plays(10 * SECOND);
                    ping_at(&mut device, -5);
                }
                Life::Plays(pings) => drop(device.pings(1 + usize::from(pings))),
            }
        }
        device.is_right_within(0);
    }
    let test: fn(Vec<Life>) = property;
    random(40, 2_000).quickcheck(test);
}
