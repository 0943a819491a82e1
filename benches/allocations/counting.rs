//! An allocator that counts, and forwards to the system's allocator.

// `GlobalAlloc` is an unsafe trait, and only a global allocator can count the allocations of other
// crates. This is the only `unsafe` code in the workspace.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The number of allocations. Growing a block counts as one.
pub fn allocations() -> usize {
    ALLOCATIONS.load(Relaxed)
}

/// Bytes in use.
pub fn live() -> usize {
    LIVE.load(Relaxed)
}

/// The maximum of bytes in use since the last [`restart`].
pub fn peak() -> usize {
    PEAK.load(Relaxed)
}

/// Resets the peak.
pub fn restart() {
    PEAK.store(live(), Relaxed);
}

/// The counting allocator.
pub struct Counting;

// SAFETY: every call is forwarded to the system's allocator unchanged; counting touches no memory of
// the caller.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    // Counts the old and the new block together during the call, as if the contents were copied.
    // Large blocks can be moved without a copy, so the real peak can be lower.
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        taken(size);
        let moved = unsafe { System.realloc(block, layout, size) };
        LIVE.fetch_sub(layout.size(), Relaxed);
        moved
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(block, layout) }
    }
}

fn taken(bytes: usize) {
    ALLOCATIONS.fetch_add(1, Relaxed);
    let live = LIVE.fetch_add(bytes, Relaxed) + bytes;
    PEAK.fetch_max(live, Relaxed);
}
