//! The values of options.

use std::time::Duration;

pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    text.parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .filter(|time| !time.is_zero())
        .ok_or_else(|| "must be a number of seconds above 0, such as 600 or 0.5".to_owned())
}

pub(super) fn days(text: &str) -> Result<Duration, String> {
    let days: f64 = text.parse().unwrap_or(0.0);
    Duration::try_from_secs_f64(days * 86_400.0)
        .ok()
        .filter(|time| !time.is_zero())
        .ok_or_else(|| "must be a number of days above 0, such as 30 or 0.5".to_owned())
}

pub(super) fn bytes(text: &str) -> Result<u64, String> {
    let unit = match text.as_bytes().last() {
        Some(b'K') => 1 << 10,
        Some(b'M') => 1 << 20,
        Some(b'G') => 1 << 30,
        Some(b'T') => 1 << 40,
        _ => 1,
    };
    let number: Option<u64> = text.trim_end_matches(['K', 'M', 'G', 'T']).parse().ok();
    number
        .and_then(|number| number.checked_mul(unit))
        .filter(|bytes| *bytes > 0)
        .ok_or_else(|| "must be a number of bytes above 0, such as 64M or 1G".to_owned())
}

pub(super) fn count(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|count| *count > 0)
        .ok_or_else(|| "must be an integer of at least 1".to_owned())
}
