//! The file of figures, to which several benches add.

use std::path::Path;

use serde_json::{Map, Value};

/// Adds groups to `target/peers.json`. Replaces groups of the same name.
pub fn add(groups: Map<String, Value>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    let path = folder.join("peers.json");
    let mut whole = std::fs::read(&path)
        .ok()
        .and_then(|text| serde_json::from_slice::<Map<String, Value>>(&text).ok())
        .unwrap_or_default();
    whole.extend(groups);
    let text = serde_json::to_string_pretty(&whole).expect("figures are JSON");
    // Cargo's target folder may be elsewhere, so this one may not exist.
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    std::fs::write(path, text).expect("the figures can be written");
}
