//! The typed builder and the typed online session: what is allowed compiles, and breaks no rule.
//! What must not compile is tested by `tests/ui.rs`.

mod conversions;
mod documented;
mod downloaded;
mod online;
