//! Finding members.

/// The place of a member, which is likely to be at the hint or behind it: most senders keep the order
/// of the keys, or nearly.
#[inline]
pub(super) fn position<T>(list: &[T], hint: usize, is_it: impl Fn(&T) -> bool) -> Option<usize> {
    let (before, behind) = list.split_at_checked(hint)?;
    match behind.iter().position(&is_it) {
        Some(at) => Some(hint + at),
        None => before.iter().position(is_it),
    }
}
