//! Random scripts of a player, through the tracker and a plain model of the rules.

mod call;
mod drive;
mod invariants;
mod reference;
mod script;
mod stored;
mod unruly;

use media_collection::tracker::{DownloadedSessions, OnlineSessions};

use crate::fixtures::random::random;
use call::Call;
use drive::{Pair, Watched};
use reference::Flavour;
use script::Script;

/// A failed assertion is a counterexample, and is made smaller.
fn always(tests: u64, property: fn(Script)) {
    random(60, tests).quickcheck(property);
}

/// The script without what the reference does not know: what no SDK has, and what they send that
/// has no value here.
fn known(flavour: Flavour, mut script: Script) -> Script {
    script.0.retain(|step| !matches!(step.call, Call::Behind(_)));
    for step in &mut script.0 {
        match &mut step.call {
            Call::SessionStart(content) => {
                (content.automatic_breaks, content.live) = (None, None);
                if !flavour.is_better() {
                    content.playhead = None;
                }
                if flavour == Flavour::JavaScript {
                    content.hold = content.hold.filter(|hold| *hold >= 0);
                }
            }
            Call::Quality(numbers) if flavour == Flavour::JavaScript => {
                *numbers = numbers.map(|it| if it.is_infinite() { 2.5e21 } else { it });
            }
            _ => {}
        }
        // So many ticks take long, and say nothing new.
        if !flavour.is_better() && step.gap > 7_200_000 {
            step.late = None;
        }
    }
    script
}

fn agrees<S: Watched>(flavour: Flavour, script: Script) {
    let mut pair = Pair::<S>::new(flavour);
    pair.play(&known(flavour, script));
    pair.compare_sessions();
}

#[test]
fn a_better_tracker_agrees_with_the_reference() {
    always(250, |script| agrees::<DownloadedSessions>(Flavour::Better, script));
    always(250, |script| agrees::<OnlineSessions>(Flavour::Better, script));
}

#[test]
fn a_tracker_as_that_for_android_agrees_with_the_reference() {
    always(250, |script| agrees::<DownloadedSessions>(Flavour::Android, script));
    always(250, |script| agrees::<OnlineSessions>(Flavour::Android, script));
}

#[test]
fn a_tracker_as_that_for_java_script_agrees_with_the_reference() {
    always(250, |script| agrees::<OnlineSessions>(Flavour::JavaScript, script));
}

#[test]
fn a_tracker_as_that_for_ios_agrees_with_the_reference() {
    always(250, |script| agrees::<DownloadedSessions>(Flavour::Ios, script));
    always(250, |script| agrees::<OnlineSessions>(Flavour::Ios, script));
}
