//! One value has many texts: members in any order, escapes, white space, spellings of a number.

use std::fmt::Write as _;

use serde_json::Value;

use crate::fixtures::random::Random;

/// The value as JSON text in a spelling of the generator's choice.
pub fn spell(value: &Value, random: &mut Random) -> String {
    let mut text = String::new();
    let loose = random.once_in(4);
    write(value, random, loose, &mut text);
    text
}

fn write(value: &Value, random: &mut Random, loose: bool, to: &mut String) {
    match value {
        Value::Array(items) => {
            to.push('[');
            for (index, item) in items.iter().enumerate() {
                to.push_str(if index == 0 { "" } else { "," });
                space(random, loose, to);
                write(item, random, loose, to);
            }
            to.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            for end in (1..members.len()).rev() {
                members.swap(end, random.below(end + 1));
            }
            to.push('{');
            for (index, (key, value)) in members.into_iter().enumerate() {
                to.push_str(if index == 0 { "" } else { "," });
                space(random, loose, to);
                string(key, random, loose, to);
                to.push(':');
                space(random, loose, to);
                write(value, random, loose, to);
            }
            space(random, loose, to);
            to.push('}');
        }
        Value::String(text) => string(text, random, loose, to),
        // An exponent makes it no integer, so integers keep their form.
        Value::Number(number) if number.is_f64() && loose => {
            write!(to, "{:e}", number.as_f64().unwrap()).unwrap();
        }
        other => write!(to, "{other}").unwrap(),
    }
}

fn space(random: &mut Random, loose: bool, to: &mut String) {
    if loose {
        to.push_str(random.pick(&["", "", " ", "\n", "\t", "\r\n  "]));
    }
}

fn string(text: &str, random: &mut Random, loose: bool, to: &mut String) {
    if !(loose && random.once_in(3)) {
        return write!(to, "{}", Value::from(text)).unwrap();
    }
    to.push('"');
    for unit in text.encode_utf16() {
        write!(to, "\\u{unit:04x}").unwrap();
    }
    to.push('"');
}
