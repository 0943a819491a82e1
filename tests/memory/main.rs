//! Memory that what is sent takes, by an allocator that counts. The tests run one after the other in a
//! process of their own, since it counts for all threads.

#[allow(dead_code, reason = "the bench counts allocations, too")]
#[path = "../../benches/allocations/counting.rs"]
mod counting;

mod decoding;
mod judging;

#[global_allocator]
static COUNTING: counting::Counting = counting::Counting;

/// What a call needs at most while it runs.
fn peak_of<T>(call: impl FnOnce() -> T) -> usize {
    let before = counting::in_use();
    counting::restart();
    drop(call());
    counting::peak() - before
}

fn main() {
    decoding::no_body_needs_memory_far_beyond_its_size();
    decoding::what_a_long_event_violates_is_still_said();
    judging::a_linter_keeps_a_few_kilobytes_and_finds_a_few_hundred_things();
    judging::a_window_keeps_a_hundred_kilobytes();
    judging::a_reporter_keeps_a_bounded_part();
    judging::a_long_name_is_counted_and_not_kept();
}
