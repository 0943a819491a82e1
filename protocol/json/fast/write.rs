//! Writing the values of members on the fast path.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Declined, digits, is_plain};
use crate::constraints::Nullable;

/// A type that the fast path can write.
pub(crate) trait WriteFast {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined>;
}

/// Makes an object of the members written from `begin` on, each of which begins with a comma.
#[inline]
pub(crate) fn close(text: &mut Vec<u8>, begin: usize) {
    enclose(text, begin, *b"{}");
}

/// Makes an array of the items written from `begin` on, each of which begins with a comma.
#[inline]
pub(crate) fn close_array(text: &mut Vec<u8>, begin: usize) {
    enclose(text, begin, *b"[]");
}

#[inline]
fn enclose(text: &mut Vec<u8>, begin: usize, [open, close]: [u8; 2]) {
    match text.get_mut(begin) {
        Some(comma) => *comma = open,
        None => text.push(open),
    }
    text.push(close);
}

#[inline]
pub(crate) fn write_string(string: &str, text: &mut Vec<u8>) -> Result<(), Declined> {
    if !is_plain(string.as_bytes()) {
        return general(string, text);
    }
    text.reserve(string.len() + 2);
    text.push(b'"');
    text.extend_from_slice(string.as_bytes());
    text.push(b'"');
    Ok(())
}

fn general<T: Serialize + ?Sized>(value: &T, text: &mut Vec<u8>) -> Result<(), Declined> {
    serde_json::to_writer(text, value).map_err(|_| Declined)
}

impl WriteFast for String {
    #[inline]
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        write_string(self, text)
    }
}

impl WriteFast for f64 {
    #[inline]
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        match crate::schema::whole_number(*self) {
            Some(whole) => whole.write_fast(text),
            None if self.is_finite() => general(self, text),
            None => Err(Declined),
        }
    }
}

impl WriteFast for i64 {
    #[inline]
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        digits::write(*self, text);
        Ok(())
    }
}

impl WriteFast for bool {
    #[inline]
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        text.extend_from_slice(if *self { b"true" } else { b"false" });
        Ok(())
    }
}

impl<T: WriteFast> WriteFast for Nullable<T> {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        match self {
            Self::Null => text.extend_from_slice(b"null"),
            Self::Value(value) => value.write_fast(text)?,
        }
        Ok(())
    }
}

impl WriteFast for Value {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        general(self, text)
    }
}

impl WriteFast for Map<String, Value> {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        general(self, text)
    }
}

impl<T: WriteFast> WriteFast for Vec<T> {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        let begin = text.len();
        for item in self {
            text.push(b',');
            item.write_fast(text)?;
        }
        close_array(text, begin);
        Ok(())
    }
}

impl<T: WriteFast> WriteFast for BTreeMap<String, T> {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        let begin = text.len();
        for (key, value) in self {
            text.push(b',');
            write_string(key, text)?;
            text.push(b':');
            value.write_fast(text)?;
        }
        close(text, begin);
        Ok(())
    }
}
