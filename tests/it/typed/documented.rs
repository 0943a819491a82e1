//! One event, one wording: the typed sessions describe it with the first sentence that the
//! recorder has from the annotations.

use std::collections::BTreeMap;

const RECORDER: &str = include_str!("../../../schemas/snapshot/recorder.rs");
const TYPED: [&str; 2] = [
    include_str!("../../../schemas/snapshot/builder.rs"),
    include_str!("../../../schemas/snapshot/online.rs"),
];

/// The first sentence of each method's documentation.
fn sentences(source: &str) -> BTreeMap<&str, String> {
    let mut sentences = BTreeMap::new();
    let mut text = String::new();
    for line in source.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("///") {
            text = format!("{text} {}", doc.trim());
        } else if let Some(name) = line.strip_prefix("pub fn ").and_then(|it| it.split('(').next())
        {
            let end = text.find(". ").or(text.rfind('.')).unwrap_or(text.len());
            sentences.insert(name, text[..end].trim().to_owned());
            text.clear();
        } else if !line.starts_with("#[") {
            text.clear();
        }
    }
    sentences
}

#[test]
fn typed_sessions_describe_events_as_recorders_do() {
    let of_recorder = sentences(RECORDER);
    assert_eq!(of_recorder["ad_complete"], "The ad was played to its end");
    for source in TYPED {
        let of_events: Vec<_> = sentences(source)
            .into_iter()
            .filter_map(|(name, sentence)| Some((name, sentence, of_recorder.get(name)?)))
            .collect();
        // Two constructors of one event type have two methods.
        assert_eq!(of_events.len(), 18, "{of_events:?}");
        for (name, sentence, expected) in of_events {
            assert_eq!(&sentence, expected, "{name}");
        }
    }
}
