//! The close record: quality, errors, stalls and player states.

use std::sync::Arc;

use super::amount::{Amount, Made, Weighted};
use super::closing::Closing;
use super::fields;
use super::open::Open;
use super::options::{OpenStates, TimeSpent};
use super::quality::{ErrorIds, Latest};
use super::value::{Alternative, Datum, Value};
use super::values::{MOVES_ON, Values, counted, flag_if, range};

const IN_KILOBITS: &str = "in kilobits, if bits per second were sent";

/// Adds the values of a session that is closed like this, or as it is now.
pub(super) fn fill(open: &Open, closing: Option<Closing>, values: &mut Values<'_>) {
    let mut close = Close { open, closing, values };
    close.quality();
    close.errors_and_stalls();
    close.states();
}

struct Close<'a, 'o> {
    open: &'a Open,
    closing: Option<Closing>,
    values: &'a mut Values<'o>,
}

impl Close<'_, '_> {
    fn quality(&mut self) {
        let Open { quality, counts, .. } = self.open;
        let time = quality.time_to_start;
        let amount = Amount {
            value: time.map_or(0, |time| time.value.round() as i64),
            made: time.map(Latest::made),
        };
        let mut value = self.values.time(&fields::TIME_TO_START, amount);
        if let Some((first, last)) = quality.times_to_start {
            let ms = |number: f64| number.round() as i64;
            value = self.values.or_time(value, ms(first), "the first that was sent");
            value = self.values.or_time(value, ms(last), "the last that was sent");
            let is_small = (1..100).contains(&amount.value);
            let as_seconds = if is_small { amount.value * 1_000 } else { amount.value };
            value = self.values.or_time(value, as_seconds, "if seconds were sent");
        }
        if let Some((event, ms)) = counts.first_play {
            value.made = value.made.or_else(|| Some(Made::at(event)));
            value =
                self.values.or_time(value, ms, "measured: from `sessionStart` to the first `play`");
        }
        self.values.add(value);

        let changes = self.values.count(&fields::BITRATE_CHANGE_COUNT, quality.bitrate_changes);
        self.values.add(changes);
        let made = quality.bitrate_changes.made;
        self.values.flag(&fields::HAS_BITRATE_CHANGE_IMPACTED_STREAMS, made);
        self.bitrate();

        let dropped = quality.dropped_frames;
        let whole = |number: f64| counted(number.round() as i64);
        let datum = dropped.and_then(|it| whole(it.value));
        let value = Value::new(&fields::DROPPED_FRAMES, datum, dropped.map(Latest::made));
        let in_all = Alternative::new(
            whole(quality.dropped_in_all),
            "the sum, if the count began again when it fell",
        );
        self.values.add(value.or(in_all));
        let made = dropped.filter(|it| it.value > 0.0).map(Latest::made);
        let datum = made.map(|_| Datum::Flag);
        let value = Value::new(&fields::HAS_DROPPED_FRAME_IMPACTED_STREAMS, datum, made);
        let any = flag_if(quality.dropped_in_all > 0.0);
        self.values
            .add(value.or(Alternative::new(any, "if frames that were dropped at any time count")));
        if let Some(rate) = quality.frames_per_second {
            let made = Some(rate.made());
            self.values.add(Value::new(&fields::FRAMES_PER_SECOND, whole(rate.value), made));
        }
    }

    fn bitrate(&mut self) {
        let Open { quality, content, .. } = self.open;
        let while_content = match self.values.options.time_spent {
            TimeSpent::Timestamps => content.sums.bitrate,
            TimeSpent::Clamped => content.sums.clamped_bitrate,
        };
        let average = |weighted: Weighted| {
            let average = weighted.average()?;
            Some(self.values.options.whole(average)).filter(|average| *average != 0)
        };
        let readings = [
            (average(while_content), "by the time that the content played"),
            (average(quality.bitrate.all), "by all the time that each was active"),
        ];
        let played = while_content.plus(quality.bitrate.ads);
        let (chosen, made) = (average(played), played.made);
        let mut value = Value::new(&fields::BITRATE_AVERAGE, chosen.map(Datum::Integer), made);
        for (reading, doubt) in readings {
            value = value.or(Alternative::new(reading.map(Datum::Integer), doubt));
        }
        if let Some(bits) = chosen.filter(|average| *average > 100_000) {
            let kilobits = Some(Datum::Integer(bits / 1_000));
            value = value.or(Alternative::new(kilobits, IN_KILOBITS));
        }
        let bucket = |average: i64| {
            let low = average.div_euclid(100).saturating_mul(100);
            Datum::Text(range("", low, low.saturating_add(99), ""))
        };
        let mut of_hundred = Value::new(&fields::BITRATE_AVERAGE_BUCKET, chosen.map(bucket), made);
        for (reading, doubt) in readings.into_iter().filter(|(reading, _)| *reading != chosen) {
            of_hundred = of_hundred.or(Alternative::new(reading.map(bucket), doubt));
        }
        if let Some(bits) = chosen.filter(|average| *average > 100_000) {
            let kilobits = Some(bucket(bits / 1_000));
            of_hundred = of_hundred.or(Alternative::new(kilobits, IN_KILOBITS));
        }
        self.values.add(value);
        self.values.add(of_hundred);
    }

    fn errors_and_stalls(&mut self) {
        let Open { quality, content, .. } = self.open;
        let errors = self.values.count(&fields::ERROR_COUNT, quality.errors);
        self.values.add(errors);
        self.values.flag(&fields::HAS_ERROR_IMPACTED_STREAMS, quality.errors.made);
        let mut ids = |field, ErrorIds { ids, made }: &ErrorIds| {
            let datum = made.map(|_| Datum::Texts(ids.clone()));
            self.values.add(Value::new(field, datum, *made));
        };
        ids(&fields::PLAYER_SDK_ERRORS, &quality.player_errors);
        ids(&fields::EXTERNAL_ERRORS, &quality.external_errors);
        let stalls = self.values.count(&fields::STALL_COUNT, content.stalls);
        self.values.add(stalls);
        self.values.flag(&fields::HAS_STALL_IMPACTED_STREAMS, content.stalls.made);
        let time = self.values.time(&fields::STALL_TIME, content.stall_time);
        let standing = content.stall_time.value.saturating_sub(content.moved_on);
        let time = self.values.or_time(time, standing, MOVES_ON);
        self.values.add(time);
    }

    fn states(&mut self) {
        const OPEN: [(OpenStates, &str); 3] = [
            (OpenStates::UntilClose, "if a state that does not end lasts until the close"),
            (OpenStates::UntilLastEvent, "if a state that does not end lasts until the last event"),
            (OpenStates::Discarded, "if a state that does not end has no time"),
        ];
        let Open { states, last, counts, .. } = self.open;
        // A session that completes is over then, also if it waits for its end.
        let is_over = counts.completed.is_some();
        let close = self.closing.filter(|_| !is_over).map_or(last.ts, |closing| closing.ts);
        let chosen = self.values.options.open_states;
        for state in &states.0 {
            let time = |open| state.time(open, (last.ts, last.event), close);
            let made = state.count.made;
            let shared: Arc<str> = state.name.as_str().into();
            let entry = |value: Value| Value { entry: Some(Arc::clone(&shared)), ..value };
            let name = Some(Datum::Text(state.name.clone()));
            self.values.add(entry(Value::new(&fields::STATE_NAME, name, made)));
            self.values.add(entry(Value::new(&fields::STATE_IS_SET, Some(Datum::Flag), made)));
            let count = self.values.count(&fields::STATE_COUNT, state.count);
            self.values.add(entry(count));
            let mut value = self.values.time(&fields::STATE_TIME, time(chosen));
            if state.is_active() {
                for (open, doubt) in OPEN {
                    value = self.values.or_time(value, time(open).value, doubt);
                }
            }
            self.values.add(entry(value));
        }
    }
}
