#![doc = include_str!("../../docs/media-edge.md")]
