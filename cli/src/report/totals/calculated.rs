//! Metrics that are calculated of others.

use media_collection::report::fields;

use super::text::seconds;
use super::{Sum, Totals};
use crate::report::shown;

/// A metric that is calculated of others.
pub struct Calculated {
    pub name: &'static str,
    pub formula: String,
    pub value: f64,
    unit: Unit,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Each,
    Seconds,
    Rate,
}

const MEDIA_STARTS: &str = "sessionDetails.isViewed";
const CONTENT_STARTS: &str = "sessionDetails.isPlayed";
const CONTENT_COMPLETES: &str = "sessionDetails.isCompleted";
const CONTENT_TIME: &str = "sessionDetails.timePlayed";
const MEDIA_TIME: &str = "sessionDetails.totalTimePlayed";
const PAUSE_TIME: &str = "sessionDetails.pauseTime";
const AD_STARTS: &str = "advertisingDetails.isStarted";
const AD_COMPLETES: &str = "advertisingDetails.isCompleted";
const AD_TIME: &str = "advertisingDetails.timePlayed";
const CHAPTER_STARTS: &str = "chapterDetails.isStarted";
const CHAPTER_COMPLETES: &str = "chapterDetails.isCompleted";
const CHAPTER_TIME: &str = "chapterDetails.timePlayed";
const BUFFER_TIME: &str = "qoeDataDetails.bufferTime";
const TIME_TO_START: &str = "qoeDataDetails.timeToStart";
const DROPS: &str = "qoeDataDetails.isDroppedBeforeStart";

/// The calculated metrics of Adobe's documentation (reporting, calculated metrics): each is the first
/// sum divided by the second.
const CALCULATED: [(&str, &str, &str, Unit); 15] = [
    ("Avg. ads per media stream", AD_STARTS, MEDIA_STARTS, Unit::Each),
    ("Avg. chapters per media stream", CHAPTER_STARTS, MEDIA_STARTS, Unit::Each),
    ("Avg. media time spent", MEDIA_TIME, MEDIA_STARTS, Unit::Seconds),
    ("Avg. content time spent", CONTENT_TIME, CONTENT_STARTS, Unit::Seconds),
    ("Avg. ad time spent", AD_TIME, AD_STARTS, Unit::Seconds),
    ("Avg. chapter time spent", CHAPTER_TIME, CHAPTER_STARTS, Unit::Seconds),
    ("Media completion rate", CONTENT_COMPLETES, MEDIA_STARTS, Unit::Rate),
    ("Content completion rate", CONTENT_COMPLETES, CONTENT_STARTS, Unit::Rate),
    ("Ad completion rate", AD_COMPLETES, AD_STARTS, Unit::Rate),
    ("Chapter completion rate", CHAPTER_COMPLETES, CHAPTER_STARTS, Unit::Rate),
    ("Drop before start rate", DROPS, MEDIA_STARTS, Unit::Rate),
    ("Content pause duration rate", PAUSE_TIME, CONTENT_TIME, Unit::Rate),
    ("Content buffer duration rate", BUFFER_TIME, CONTENT_TIME, Unit::Rate),
    ("Content time-to-start rate", TIME_TO_START, CONTENT_TIME, Unit::Rate),
    ("Ad time spent rate", AD_TIME, CONTENT_TIME, Unit::Rate),
];

impl Totals {
    /// Those whose divisor is not 0.
    pub fn calculated(&self) -> impl Iterator<Item = Calculated> {
        let sum = |xdm: &str| self.sums().find(|sum| sum.xdm == xdm);
        let name = |xdm: &str| {
            fields().find(|field| field.xdm == xdm).map_or(String::new(), |f| f.name.to_owned())
        };
        CALCULATED.iter().filter_map(move |&(called, over, under, unit)| {
            let divisor = sum(under).map_or(0.0, Sum::value);
            (divisor > 0.0).then(|| Calculated {
                name: called,
                formula: format!("[{}] / [{}]", name(over), name(under)),
                value: sum(over).map_or(0.0, Sum::value) / divisor,
                unit,
            })
        })
    }
}

impl Calculated {
    /// Whether it is worth a line: that nothing was paused is said above, and that nothing was
    /// completed is not.
    pub(super) fn says_something(&self) -> bool {
        self.value > 0.0 || self.name.contains("completion") || self.name.contains("Drop")
    }

    pub(super) fn shown(&self) -> String {
        match self.unit {
            Unit::Each => shown::number(self.value),
            Unit::Seconds => seconds((self.value * 10.0).round() / 10.0),
            Unit::Rate => format!("{:.1} %", self.value * 100.0),
        }
    }
}
