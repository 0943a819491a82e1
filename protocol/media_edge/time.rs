//! Times as texts: RFC 3339 with an offset from UTC, as Media Edge has them.

use crate::json::fast::pair;

const DAY: i64 = 86_400_000;

/// The first millisecond of the year 0, and the first after the year 9999.
const YEARS: std::ops::Range<i64> = -62_167_219_200_000..253_402_300_800_000;

/// Milliseconds since the Unix epoch as a time in UTC with three digits of a second. `None` if the
/// year does not have four digits.
pub(super) fn written(ms: i64) -> Option<String> {
    String::from_utf8(letters(ms)?.to_vec()).ok()
}

/// The same as letters of ASCII.
pub(super) fn letters(ms: i64) -> Option<[u8; 24]> {
    if !YEARS.contains(&ms) {
        return None;
    }
    let (year, month, day) = date(ms.div_euclid(DAY));
    let rest = ms.rem_euclid(DAY);
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
    let (second, ms) = (rest / 1_000 % 60, rest % 1_000);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "they have two digits"
    )]
    let two = |number: i64| pair(number as u8);
    let mut text = *USUAL;
    let places = [
        (year / 100, 0),
        (year % 100, 2),
        (month, 5),
        (day, 8),
        (hour, 11),
        (minute, 14),
        (second, 17),
        (ms / 10, 20),
    ];
    for (number, at) in places {
        text[at..at + 2].copy_from_slice(&two(number));
    }
    text[22] = two(ms % 10)[1];
    Some(text)
}

/// Whether a time is as [`written`] would write it.
pub(super) fn is_usual(time: &str) -> bool {
    matches!(time.as_bytes(), [.., b'.', _, _, _, b'Z'] if time.len() == 24 && &time[17..19] != "60")
}

/// Whether the text is a time by the schemas: with an offset, in capitals, and on a day that exists.
/// A second 60 is the last one of a day in UTC.
pub(super) fn is_time(text: &str) -> bool {
    parts(text).is_some()
}

/// The milliseconds since the Unix epoch of a time; digits below are cut. `None` if it is no time, or
/// [`written`] could not write it.
pub(super) fn read(text: &str) -> Option<i64> {
    if let Some(ms) = text.as_bytes().try_into().ok().and_then(usual) {
        return Some(ms);
    }
    let Parts { days, seconds, ms, offset } = parts(text)?;
    let ms = (days * 86_400 + seconds - offset * 60) * 1_000 + ms;
    YEARS.contains(&ms).then_some(ms)
}

/// A time as it is usually written, and where its marks are.
const USUAL: &[u8; 24] = b"0000-00-00T00:00:00.000Z";
const MARKS: [u64; 3] = [
    u64::from_le_bytes([0, 0, 0, 0, 0xFF, 0, 0, 0xFF]),
    u64::from_le_bytes([0, 0, 0xFF, 0, 0, 0xFF, 0, 0]),
    u64::from_le_bytes([0xFF, 0, 0, 0xFF, 0, 0, 0, 0xFF]),
];
const ONES: u64 = u64::MAX / 255;
const LOW: u64 = ONES * 0x0F;
const SIX: u64 = ONES * 6;
const HIGH: u64 = ONES * 0xF0;

/// The milliseconds of a time as [`written`] writes it.
pub(super) fn usual(text: &[u8; 24]) -> Option<i64> {
    let words = |text: &[u8; 24]| {
        let (words, _) = text.as_chunks();
        <[[u8; 8]; 3]>::try_from(words).map(|words| words.map(u64::from_le_bytes)).ok()
    };
    // Zero where a mark is, and the value where a digit is: all below ten.
    let (text, usual) = (words(text)?, words(USUAL)?);
    let words = [text[0] ^ usual[0], text[1] ^ usual[1], text[2] ^ usual[2]];
    let wrong = words.iter().zip(MARKS).fold(0, |wrong, (word, marks)| {
        // Adding 6 sets a bit of the high half for anything from ten on.
        wrong | (word | (word & LOW).wrapping_add(SIX)) & HIGH | word & marks
    });
    if wrong != 0 {
        return None;
    }
    // Each byte is the number that it and the next one are, at most 99.
    let [date, clock, rest] = words.map(|word| (word * 10 + (word >> 8)).to_le_bytes());
    let two = i64::from;
    let (year, month, day) = (two(date[0]) * 100 + two(date[2]), two(date[5]), two(clock[0]));
    let (hour, minute, second) = (two(clock[3]), two(clock[6]), two(rest[1]));
    let is_time = matches!(month, 1..=12) && hour < 24 && minute < 60 && second < 60;
    if !is_time || day == 0 || day > 28 && day > days_in(year, month) {
        return None;
    }
    let seconds = days_before(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
    Some(seconds * 1_000 + two(rest[4]) * 10 + two(words[2].to_le_bytes()[6]))
}

struct Parts {
    days: i64,
    seconds: i64,
    ms: i64,
    /// In minutes.
    offset: i64,
}

fn parts(text: &str) -> Option<Parts> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = bytes.get(from..to)?;
        digits.iter().try_fold(0, |sum, byte| {
            byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0'))
        })
    };
    let is = |at: usize, wanted: u8| bytes.get(at) == Some(&wanted);
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    if !marks.into_iter().all(|(at, mark)| is(at, mark)) {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
        return None;
    }
    let mut at = 19;
    let mut ms = 0;
    if is(at, b'.') {
        at += 1;
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        let kept = digits.min(3);
        ms = number(at, at + kept)? * [1, 100, 10, 1][kept];
        at += digits;
    }
    let offset = match bytes.get(at)? {
        b'Z' if at + 1 == bytes.len() => 0,
        sign @ (b'+' | b'-') if at + 6 == bytes.len() && is(at + 3, b':') => {
            let (hours, minutes) = (number(at + 1, at + 3)?, number(at + 4, at + 6)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            let offset = hours * 60 + minutes;
            if *sign == b'-' { -offset } else { offset }
        }
        _ => return None,
    };
    let minutes = hour * 60 + minute;
    let is_last = (minutes - offset).rem_euclid(1_440) == 1_439;
    if hour > 23 || minute > 59 || second > 60 || second == 60 && !is_last {
        return None;
    }
    Some(Parts { days: days_before(year, month, day), seconds: minutes * 60 + second, ms, offset })
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from the Unix epoch to a date. The year begins in March here, so that the leap day is its last,
/// and is counted from 400 years before the year 0, so that it is positive.
const fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month <= 2 { (year + 399, month + 9) } else { (year + 400, month - 3) };
    let of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + of_year - 719_468 - 146_097
}

/// Year, month and day of a number of days since the Unix epoch.
const fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400;
    (if month <= 2 { year + 1 } else { year }, month, day)
}

#[cfg(test)]
mod tests {
    use super::{is_time, read, written};

    #[test]
    fn times_are_written_and_read() {
        for (ms, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_767_323_045_678, "2026-01-02T03:04:05.678Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(written(ms).as_deref(), Some(text));
            assert_eq!(read(text), Some(ms), "{text}");
        }
        for out in [253_402_300_800_000, -62_167_219_200_001, i64::MIN, i64::MAX] {
            assert_eq!(written(out), None);
        }
        let day = 86_400_000;
        for ms in (-62_167_219_200_000..253_402_300_800_000_i64).step_by(day as usize * 97 + 1) {
            assert_eq!(written(ms).as_deref().and_then(read), Some(ms));
        }
    }

    #[test]
    fn every_form_of_a_time_is_read_and_nothing_else() {
        for (text, ms) in [
            ("2026-01-02T04:04:05.678999+01:00", 1_767_323_045_678),
            ("2026-01-01T22:34:05-04:30", 1_767_323_045_000),
            ("2026-01-02T03:04:05.6Z", 1_767_323_045_600),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000),
            ("2017-01-01T00:59:60+01:00", 1_483_228_800_000),
        ] {
            assert_eq!(read(text), Some(ms), "{text}");
        }
        for text in [
            "",
            "2026-01-02",
            "2026-01-02T03:04:05",
            "2026-01-02 03:04:05Z",
            "2026-01-02t03:04:05Z",
            "2026-01-02T03:04:05z",
            "2026-02-29T03:04:05Z",
            "2026-00-01T03:04:05Z",
            "2026-01-02T24:00:00Z",
            "2026-01-02T03:60:00Z",
            "2026-01-02T03:04:60Z",
            "2026-01-02T03:04:05.Z",
            "2026-01-02T03:04:05+0100",
            "2026-01-02T03:04:05+24:00",
            "2026-01-02T03:04:05+01:60",
            "2026-01-02T03:04:05Z ",
            "+026-01-02T03:04:05Z",
            "2026-01-02T03:04:05.6é",
            "٢٠٢٦-01-02T03:04:05Z",
        ] {
            assert!(!is_time(text), "{text}");
        }
        // A time, but in the year before 0.
        assert!(is_time("0000-01-01T00:00:00+01:00"));
        assert_eq!(read("0000-01-01T00:00:00+01:00"), None);
    }
}
