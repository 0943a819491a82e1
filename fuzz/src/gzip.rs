//! Decompresses any bytes within limits.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use media_collection_collector::gzip::{ALWAYS_ALLOWED, GunzipError, gunzip, most};

use crate::traffic::parse;

pub fn run(bytes: &[u8]) {
    for max in [0, 100, ALWAYS_ALLOWED, usize::MAX] {
        let whole = gunzip(bytes, usize::MAX);
        match gunzip(bytes, max) {
            Ok(text) => {
                assert!(text.len() <= most(bytes.len(), max));
                assert_eq!(whole, Ok(text), "a limit changes nothing else");
            }
            Err(GunzipError::TooLarge { max: limit }) => assert_eq!(limit, max),
            Err(error) => assert_eq!(whole, Err(error)),
        }
    }
    parse(bytes);
    let compressed = gzip(bytes);
    assert_eq!(gunzip(&compressed, usize::MAX).as_deref(), Ok(bytes));
    // Damaged, it is an error or the same.
    if let [choice, .., byte] = *bytes {
        let mut damaged = compressed.clone();
        let at = usize::from(choice) % damaged.len();
        damaged[at] ^= byte | 1;
        let read = gunzip(&damaged, usize::MAX);
        assert!(read.is_err() || read.as_deref() == Ok(bytes), "the checksum finds it");
        // The same damage in the input of a command.
        parse(&damaged);
    }
    parse(&compressed);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes it")
}
