#![doc = include_str!("../../docs/migrating.md")]
