//! Whatever happens to a device and its network, nothing is lost.

use quickcheck::{Arbitrary, Gen};

use super::{Device, HOUR};
use crate::fixtures::random::random;
use crate::fixtures::{BEGAN, response};

/// What happens to a device and its network.
#[derive(Clone, Debug)]
enum Life {
    SetTo(i64),
    Plays(u8),
    Sends,
    InFlight(u16),
    Restarts,
}

impl Arbitrary for Life {
    fn arbitrary(source: &mut Gen) -> Self {
        match u8::arbitrary(source) % 9 {
            0 => Self::SetTo(HOUR * i64::from(i8::arbitrary(source))),
            1 => Self::SetTo(0),
            2 => Self::SetTo(-BEGAN),
            3 | 4 => Self::Sends,
            5 => Self::InFlight(*source.choose(&[204, 404, 503, 0]).unwrap()),
            6 => Self::Restarts,
            _ => Self::Plays(u8::arbitrary(source) % 4),
        }
    }
}

/// Whatever happens, no ping is lost, and in each session times rise.
#[test]
fn nothing_is_lost_whatever_the_clock_and_the_network_do() {
    fn property(stored: bool, behind: bool, lives: Vec<Life>) {
        let mut device = Device::new(stored, if behind { -BEGAN } else { 0 });
        let mut pings = 0;
        for life in lives {
            match life {
                Life::SetTo(error) => device.error = error,
                Life::Plays(count) => {
                    pings += usize::from(count);
                    device.pings(count.into());
                }
                Life::Sends => device.sends(),
                Life::InFlight(status) => {
                    let Some((ticket, request)) = device.next() else { continue };
                    pings += 1;
                    device.pings(1);
                    match status {
                        204 => {
                            let response = device.server.send(request).unwrap();
                            let _ = device.responds(ticket, &response);
                        }
                        0 => device.fails(ticket),
                        status => drop(device.responds(ticket, &response(status))),
                    }
                }
                Life::Restarts => device.restarts(),
            }
        }
        device.ends();
        device.sends();
        let mut playheads = Vec::new();
        for session in &device.server.sessions {
            let times: Vec<_> = session.iter().map(|event| event.player_time.ts).collect();
            assert!(times.is_sorted_by(|one, other| one < other), "{times:?}");
            let pings = session.iter().filter(|event| event.event_name() == "ping");
            playheads.extend(pings.map(|event| event.player_time.playhead));
        }
        assert!(playheads.is_sorted_by(|one, other| one < other), "{playheads:?}");
        assert_eq!(playheads.len(), pings);
    }
    let test: fn(bool, bool, Vec<Life>) = property;
    random(30, 300).quickcheck(test);
}
