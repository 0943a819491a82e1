//! Times of requests, to put them in order.

/// The milliseconds since the Unix epoch of a date and time of RFC 3339, as HAR has them:
/// `2023-11-14T22:13:20.000+01:00`.
pub(super) fn millis(text: &str) -> Option<i64> {
    let bytes = text.trim().as_bytes();
    let digits = |from: usize, to: usize| -> Option<i64> {
        let digits = bytes.get(from..to)?;
        digits.iter().try_fold(0, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0'))
        })
    };
    let is = |at: usize, separators: &[u8]| bytes.get(at).is_some_and(|b| separators.contains(b));
    if !(is(4, b"-") && is(7, b"-") && is(10, b"Tt ") && is(13, b":") && is(16, b":")) {
        return None;
    }
    let (year, month, day) = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
    let (hour, minute, second) = (digits(11, 13)?, digits(14, 16)?, digits(17, 19)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let mut at = 19;
    let mut fraction = 0;
    if is(at, b".,") {
        at += 1;
        let begin = at;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        let shown = (at - begin).min(3);
        fraction = digits(begin, begin + shown)? * [1_000, 100, 10, 1][shown];
    }
    let offset = match bytes.get(at) {
        Some(sign @ (b'+' | b'-')) => {
            let minutes = if is(at + 3, b":") { at + 4 } else { at + 3 };
            let offset = digits(at + 1, at + 3)? * 60 + digits(minutes, minutes + 2)?;
            if *sign == b'-' { -offset } else { offset }
        }
        _ => 0,
    };
    let seconds = days(year, month, day) * 86_400 + hour * 3_600 + (minute - offset) * 60 + second;
    Some(seconds * 1_000 + fraction)
}

/// The days since the Unix epoch, in the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that the leap day is their last.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, in_era) = (year.div_euclid(400), year.rem_euclid(400));
    let in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + in_era * 365 + in_era / 4 - in_era / 100 + in_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::millis;

    #[test]
    fn dates_of_rfc_3339() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("2023-11-14T22:13:20.000Z", Some(1_700_000_000_000)),
            ("2023-11-14T23:13:20.5+01:00", Some(1_700_000_000_500)),
            ("2023-11-14T17:43:20.123456-0430", Some(1_700_000_000_123)),
            ("2024-02-29 12:00:00", Some(1_709_208_000_000)),
            ("2000-03-01T00:00:00.07Z", Some(951_868_800_070)),
            ("0000-01-01T00:00:00Z", Some(-62_167_219_200_000)),
            ("2023-13-14T22:13:20Z", None),
            ("2023-11-14", None),
            ("2023-11-14T22:13:20.Z", Some(1_700_000_000_000)),
            ("2023-11-14T22:13:2", None),
            ("2023-11-14T22:13:20+1", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(millis(text), expected, "{text}");
        }
    }
}
