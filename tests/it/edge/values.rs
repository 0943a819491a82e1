//! Single values, as the forms of the table write them on either side.

use serde_json::{Value, json};

/// What becomes of a value.
#[derive(Debug, PartialEq)]
pub enum Made {
    /// The same is said.
    Value(Value),
    /// Less is said.
    Less(Value),
    /// Nothing is said.
    Nothing,
}

/// The value that Edge has for one of the older API; what is wrong if it has none and must.
pub fn to_edge(row: &Value, value: &Value) -> Result<Made, String> {
    let form = row["form"].as_str().expect("a row has a form");
    let made = match form {
        "integer" if row["bits"] == 32 && !fits_32_bits(value) => Made::Nothing,
        "text" | "flag" | "integer" | "item" => Made::Value(value.clone()),
        "type" => Made::Value(json!(format!("media.{}", value.as_str().unwrap_or_default()))),
        "time" => Made::Value(json!(written(value.as_i64().ok_or("the time is no integer")?)?)),
        "number" => whole(value, row["rounding"] == "down")?,
        "choice" => match (row["values"].as_array().expect("a list").contains(value), row) {
            (true, _) => Made::Value(value.clone()),
            (false, row) if row["otherwise"].is_null() => Made::Nothing,
            (false, row) => Made::Less(row["otherwise"].clone()),
        },
        "state" => {
            let state = value.as_u64().and_then(|index| row["states"].get(index as usize));
            state.map_or(Made::Nothing, |state| Made::Value(state.clone()))
        }
        "pairs" => {
            let pairs = value.as_object().ok_or("the metadata is no object")?.iter();
            Made::Value(pairs.map(|(name, value)| json!({"name": name, "value": value})).collect())
        }
        other => panic!("the form {other} is unknown"),
    };
    if let Made::Value(value) | Made::Less(value) = &made {
        constrained(row, value)?;
    }
    Ok(made)
}

fn constrained(row: &Value, value: &Value) -> Result<(), String> {
    if row["min_length"].is_u64() && value == "" {
        return Err("the text is empty".to_owned());
    }
    // The first is the least; no row has another.
    if row["minimum"].is_u64() && value.as_i64().is_some_and(|number| number < 0) {
        return Err("the number is negative".to_owned());
    }
    if row["pattern"].is_string() {
        assert_eq!(row["pattern"], "^[a-zA-Z0-9_.]{1,64}$");
        let name = value.as_str().unwrap_or_default();
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
        if name.is_empty() || name.len() > 64 || !name.bytes().all(fits) {
            return Err("the name has other characters, or too many".to_owned());
        }
    }
    Ok(())
}

fn fits_32_bits(value: &Value) -> bool {
    value.as_i64().is_some_and(|number| i32::try_from(number).is_ok())
}

/// Integers as they are; a fraction is rounded down, or to the nearest, half up.
fn whole(value: &Value, down: bool) -> Result<Made, String> {
    if let Some(number) = value.as_i64() {
        return Ok(Made::Value(json!(number)));
    }
    let number = value.as_f64().ok_or("this is no number")?;
    let whole = if down { number.floor() } else { (number + 0.5).floor() };
    // 2^63, the first that does not fit; but the last that fits is the same number with 53 bits.
    if whole == 9_223_372_036_854_775_808.0 {
        return Ok(Made::Less(json!(i64::MAX)));
    }
    if !(-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&whole) {
        return Err("the number does not fit into 64 bits".to_owned());
    }
    let value = json!(whole as i64);
    Ok(if whole == number { Made::Value(value) } else { Made::Less(value) })
}

/// The value of the older API for one of Edge, which is valid by the schemas.
pub fn to_collection(row: &Value, value: &Value) -> Option<Value> {
    let form = row["form"].as_str().expect("a row has a form");
    Some(match form {
        "text" | "flag" | "item" | "choice" => value.clone(),
        // `10.0` is an integer here, but not there.
        "integer" | "number" => json!(integer(value)?),
        "type" => {
            let name = value.as_str()?.strip_prefix("media.")?;
            json!(if name == "adBreakSkip" { "adSkip" } else { name })
        }
        "time" => json!(read(value.as_str()?)?),
        "state" => json!(row["states"].as_array()?.iter().position(|state| state == value)?),
        "pairs" => {
            let pairs = value.as_array()?.iter().filter_map(|pair| {
                let name = pair["name"].as_str()?;
                let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
                let is_key = !name.is_empty() && name.bytes().all(fits);
                is_key.then_some((name.to_owned(), Value::from(pair["value"].as_str()?)))
            });
            Value::Object(pairs.collect())
        }
        other => panic!("the form {other} is unknown"),
    })
}

fn integer(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        (number.fract() == 0.0 && number.abs() < 9e18).then_some(number as i64)
    })
}

/// Days before a year since the year 0, by the rules of the present calendar.
fn days_before(year: i64) -> i64 {
    let earlier = year - 1;
    let leap = earlier.div_euclid(4) - earlier.div_euclid(100) + earlier.div_euclid(400);
    year * 365 + leap + 1
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: usize) -> i64 {
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    days[month - 1] + i64::from(month == 2 && is_leap(year))
}

fn days_since_1970(year: i64, month: usize, day: i64) -> i64 {
    let months: i64 = (1..month).map(|month| days_in(year, month)).sum();
    days_before(year) - days_before(1970) + months + day - 1
}

/// Milliseconds since 1970 as a time in UTC.
fn written(ms: i64) -> Result<String, String> {
    let (mut day, rest) = (ms.div_euclid(86_400_000), ms.rem_euclid(86_400_000));
    if !(days_since_1970(0, 1, 1)..days_since_1970(10_000, 1, 1)).contains(&day) {
        return Err("the year has not four digits".to_owned());
    }
    // A year that is not later.
    let mut year = 1970 + if day < 0 { day.div_euclid(365) } else { day / 366 };
    while days_since_1970(year + 1, 1, 1) <= day {
        year += 1;
    }
    day -= days_since_1970(year, 1, 1);
    let mut month = 1;
    while day >= days_in(year, month) {
        day -= days_in(year, month);
        month += 1;
    }
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
    let (second, ms) = (rest / 1_000 % 60, rest % 1_000);
    Ok(format!("{year:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}Z", day + 1))
}

/// Milliseconds since 1970 of a time that the schemas have found valid.
pub fn read(text: &str) -> Option<i64> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let rest = text.get(19..)?;
    let zone = rest.find(['Z', '+', '-'])?;
    let digits: String = rest[..zone].chars().skip(1).chain("000".chars()).take(3).collect();
    let offset = match &rest[zone..] {
        "Z" => 0,
        zone => {
            let minutes =
                zone.get(1..3)?.parse::<i64>().ok()? * 60 + zone.get(4..6)?.parse::<i64>().ok()?;
            if zone.starts_with('-') { -minutes } else { minutes }
        }
    };
    let days = days_since_1970(year, usize::try_from(month).ok()?, day);
    let seconds = days * 86_400 + hour * 3_600 + (minute - offset) * 60 + second;
    Some(seconds * 1_000 + digits.parse::<i64>().ok()?)
}

#[test]
fn times_are_written_and_read() {
    let cases = [
        (0, "1970-01-01T00:00:00.000Z"),
        (1_767_323_045_678, "2026-01-02T03:04:05.678Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
        (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ];
    for (ms, text) in cases {
        assert_eq!(written(ms).as_deref(), Ok(text));
        assert_eq!(read(text), Some(ms), "{text}");
    }
    assert!(written(253_402_300_800_000).is_err() && written(-62_167_219_200_001).is_err());
    assert_eq!(read("2026-01-02T04:04:05.678999+01:00"), Some(1_767_323_045_678));
    assert_eq!(read("2026-01-01T22:34:05-04:30"), Some(1_767_323_045_000));
    assert_eq!(read("2026-01-02T03:04:05.6Z"), Some(1_767_323_045_600));
}
