//! What holds for all items of a request.

use serde_json::Value;

use super::tenant::Tenant;

/// What holds for all items of a request.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// What stands around the items.
    pub(super) tree: &'a Value,
    pub(super) tenant: Tenant<'a>,
}
