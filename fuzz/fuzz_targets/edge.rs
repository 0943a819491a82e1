#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| media_collection_fuzz::edge::run(data));
