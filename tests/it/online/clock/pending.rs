//! The clock is set again, while a session with wrong times waits to be replaced.

use media_collection::recorder::{ClockStep, Renewal};

use super::{Device, JUMP, told};

/// What happens to the clock the second time.
#[derive(Debug, Clone, Copy)]
enum Again {
    /// It is ahead for a while. What was recorded meanwhile moves; what was sent would not.
    Ahead,
    /// It is set back, which moves nothing.
    Back,
}

#[test]
fn a_second_change_tells_the_same_in_memory_and_in_a_store() {
    for again in [Again::Ahead, Again::Back] {
        for restarts in [false, true] {
            let changes = [false, true].map(|stored| {
                let mut device = Device::new(stored, 0);
                device.error = JUMP;
                device.pings(1);
                device.sends();
                device.error = 0;
                assert_eq!(told(&device.pings(1)), (ClockStep::Returned, 0, true));
                if restarts {
                    device.restarts();
                }
                let changes = match again {
                    Again::Ahead => {
                        device.error = JUMP;
                        assert_eq!(device.pings(2), []);
                        device.error = 0;
                        device.pings(1)
                    }
                    Again::Back => {
                        device.error = -JUMP;
                        device.pings(1)
                    }
                };
                device.sends();
                device.ends();
                device.sends();
                assert_eq!(device.renewals, [Renewal::ClockSet]);
                if let Again::Ahead = again {
                    device.is_right(1);
                }
                changes
            });
            let [memory, stored] = &changes;
            assert_eq!(stored, memory, "{again:?}");
            let expected = match again {
                Again::Ahead => (ClockStep::Returned, 2, true),
                Again::Back => (ClockStep::SetBack, 0, false),
            };
            assert_eq!(told(memory), expected);
        }
    }
}
