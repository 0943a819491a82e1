//! Tolerant reading through serde.

/// A wrapper whose `Deserialize` reads an event or a list of events
/// [tolerantly](crate::Mode::Tolerant).
///
/// ```
/// use media_collection::{Event, Tolerant};
///
/// let text = r#"{"eventType":"applause","playerTime":{"playhead":3,"ts":1}}"#;
/// let Tolerant(event) = serde_json::from_str::<Tolerant<Event>>(text)?;
/// assert_eq!(event.event_name(), "applause");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Tolerant<T>(pub T);
