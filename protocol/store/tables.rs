//! Reads and writes the file's tables.

use redb::{ReadTransaction, ReadableTable as _, WriteTransaction};

use super::error::StoreError;
use super::format::{EVENTS, Record, SESSIONS, SessionKey};

/// Reads a session's record.
pub(super) fn record(transaction: &ReadTransaction, key: SessionKey) -> Result<Record, StoreError> {
    let sessions = transaction.open_table(SESSIONS)?;
    let record = sessions.get(key.0)?;
    let record = record.ok_or(StoreError::NoSession(key))?;
    serde_json::from_slice(record.value()).map_err(|error| StoreError::record(&error))
}

/// Reads every session's record, oldest first.
pub(super) fn records(
    transaction: &ReadTransaction,
) -> Result<Vec<(SessionKey, Record)>, StoreError> {
    let sessions = transaction.open_table(SESSIONS)?;
    let mut records = Vec::new();
    for session in sessions.iter()? {
        let (key, record) = session?;
        let record =
            serde_json::from_slice(record.value()).map_err(|error| StoreError::record(&error))?;
        records.push((SessionKey(key.value()), record));
    }
    Ok(records)
}

/// Writes a session's record.
pub(super) fn put(
    transaction: &WriteTransaction,
    key: SessionKey,
    record: &Record,
) -> Result<(), StoreError> {
    let text = serde_json::to_vec(record).map_err(|error| StoreError::record(&error))?;
    let mut sessions = transaction.open_table(SESSIONS)?;
    sessions.insert(key.0, text.as_slice())?;
    Ok(())
}

/// Writes events at the indices from `first` on.
///
/// The last index is never used, so that there is always a next one. Only a file that another
/// program wrote to can reach it.
pub(super) fn put_events<'a>(
    transaction: &WriteTransaction,
    key: SessionKey,
    first: u32,
    events: impl IntoIterator<Item = &'a Vec<u8>>,
) -> Result<(), StoreError> {
    let mut table = transaction.open_table(EVENTS)?;
    let mut free = first..u32::MAX;
    for event in events {
        let index =
            free.next().ok_or_else(|| StoreError::Damaged(format!("session {key} is full")))?;
        table.insert((key.0, index), event.as_slice())?;
    }
    Ok(())
}

/// Deletes a session's events from the index `first` on.
pub(super) fn remove_events(
    transaction: &WriteTransaction,
    key: SessionKey,
    first: u32,
) -> Result<(), StoreError> {
    let mut events = transaction.open_table(EVENTS)?;
    events.retain_in((key.0, first)..=(key.0, u32::MAX), |_, _| false)?;
    Ok(())
}

/// Deletes a session with all its events.
pub(super) fn remove(transaction: &WriteTransaction, key: SessionKey) -> Result<(), StoreError> {
    remove_events(transaction, key, 0)?;
    let mut sessions = transaction.open_table(SESSIONS)?;
    sessions.remove(key.0)?;
    Ok(())
}

/// Calls `each` with the index and the text of every event of a session, in order.
pub(super) fn each_event(
    transaction: &ReadTransaction,
    key: SessionKey,
    mut each: impl FnMut(u32, &[u8]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let events = transaction.open_table(EVENTS)?;
    for event in events.range((key.0, 0)..=(key.0, u32::MAX))? {
        let (index, event) = event?;
        each(index.value().1, event.value())?;
    }
    Ok(())
}

/// Whether every event of a session from the index `first` on passes. Stops at the first that does
/// not.
pub(super) fn all_from(
    transaction: &ReadTransaction,
    key: SessionKey,
    first: u32,
    passes: impl Fn(&[u8]) -> bool,
) -> Result<bool, StoreError> {
    let events = transaction.open_table(EVENTS)?;
    for event in events.range((key.0, first)..=(key.0, u32::MAX))? {
        if !passes(event?.1.value()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The first event from the index `first` on, and its index.
pub(super) fn event_from(
    transaction: &ReadTransaction,
    key: SessionKey,
    first: u32,
) -> Result<Option<(u32, Vec<u8>)>, StoreError> {
    let events = transaction.open_table(EVENTS)?;
    let mut range = events.range((key.0, first)..=(key.0, u32::MAX))?;
    let event = range.next().transpose()?;
    Ok(event.map(|(index, event)| (index.value().1, event.value().to_vec())))
}
