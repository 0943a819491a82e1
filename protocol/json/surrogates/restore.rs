//! Writes strings with their original literals, unless the value has been changed since.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter};

use super::replace_lone;
use crate::constraints::{push_index, push_key};
use crate::event::Original;

/// Writes a value as JSON, with the original literals at their pointers.
pub(crate) fn to_vec<T: Serialize + ?Sized>(
    value: &T,
    originals: Vec<Original>,
) -> serde_json::Result<Vec<u8>> {
    let mut text = Vec::new();
    let restoring = Restoring { originals, path: Vec::new(), key: false, string: None };
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut text, restoring))?;
    Ok(text)
}

/// Tracks the path to each string and buffers the string to its end, then writes the original literal
/// if there is one for this path and value.
struct Restoring {
    originals: Vec<Original>,
    path: Vec<Segment>,
    /// Whether the current string is a key.
    key: bool,
    string: Option<BufferedString>,
}

enum Segment {
    Member(String),
    Item(usize),
}

#[derive(Default)]
struct BufferedString {
    text: String,
    written: Vec<u8>,
}

impl Restoring {
    fn literal(&self, text: &str) -> Option<&str> {
        let mut pointer = String::new();
        for segment in &self.path {
            match segment {
                Segment::Member(key) => push_key(&mut pointer, key),
                Segment::Item(index) => push_index(&mut pointer, *index),
            }
        }
        let original = self.originals.iter().find(|original| original.pointer == pointer)?;
        let read = serde_json::from_str::<String>(&replace_lone(&original.literal)).ok()?;
        (read == text).then_some(&*original.literal)
    }
}

impl Formatter for Restoring {
    fn begin_string<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.string = Some(BufferedString::default());
        Ok(())
    }

    fn end_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let BufferedString { text, written } = self.string.take().unwrap_or_default();
        if self.key {
            if let Some(segment) = self.path.last_mut() {
                *segment = Segment::Member(text);
            }
        } else if let Some(literal) = self.literal(&text) {
            return writer.write_all(literal.as_bytes());
        }
        writer.write_all(b"\"")?;
        writer.write_all(&written)?;
        writer.write_all(b"\"")
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        _: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let buffered = self.string.get_or_insert_default();
        buffered.text.push_str(fragment);
        buffered.written.extend_from_slice(fragment.as_bytes());
        Ok(())
    }

    fn write_char_escape<W: ?Sized + Write>(
        &mut self,
        _: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        let buffered = self.string.get_or_insert_default();
        buffered.text.push(match escape {
            CharEscape::Quote => '"',
            CharEscape::ReverseSolidus => '\\',
            CharEscape::Solidus => '/',
            CharEscape::Backspace => '\u{8}',
            CharEscape::FormFeed => '\u{c}',
            CharEscape::LineFeed => '\n',
            CharEscape::CarriageReturn => '\r',
            CharEscape::Tab => '\t',
            CharEscape::AsciiControl(byte) => char::from(byte),
        });
        CompactFormatter.write_char_escape(&mut buffered.written, escape)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.path.push(Segment::Item(0));
        CompactFormatter.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.path.pop();
        CompactFormatter.end_array(writer)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if let Some(Segment::Item(index)) = self.path.last_mut() {
            *index += 1;
        }
        CompactFormatter.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.path.push(Segment::Member(String::new()));
        CompactFormatter.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.path.pop();
        CompactFormatter.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.key = true;
        CompactFormatter.begin_object_key(writer, first)
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.key = false;
        CompactFormatter.end_object_key(writer)
    }
}
