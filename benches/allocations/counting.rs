//! The system's allocator, with a count of what goes through it.

// `GlobalAlloc` is an unsafe trait, and a global allocator is the only way to count what other
// crates allocate. Nothing else in the workspace has `unsafe`, and nothing else may.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// How often memory was asked for; growing a block counts as once.
pub fn allocations() -> usize {
    ALLOCATIONS.load(Relaxed)
}

/// Bytes in use.
pub fn live() -> usize {
    LIVE.load(Relaxed)
}

/// The most bytes in use since the last [`restart`].
pub fn peak() -> usize {
    PEAK.load(Relaxed)
}

/// Forgets the peak.
pub fn restart() {
    PEAK.store(live(), Relaxed);
}

/// The allocator.
pub struct Counting;

// SAFETY: every call goes to the system's allocator as it came; the counters are beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    // The old block and the new one count together until it is done, as if it were copied. Large
    // blocks may be moved without that, so the real peak can be lower.
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
