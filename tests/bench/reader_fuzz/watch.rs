//! The processor's time of this thread, as Linux counts it.

use std::fs;
use std::time::Duration;

/// How long this thread has had a processor.
pub fn busy() -> Duration {
    // The kernel brings its count up to date when a thread steps back; else it is as old as the last tick.
    std::thread::yield_now();
    let text = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux counts the time of threads");
    let nanoseconds = text.split(' ').next().and_then(|number| number.parse().ok()).expect("nanoseconds come first");
    Duration::from_nanos(nanoseconds)
}
