//! The memory of this program, as Linux counts it.

use std::fs;

/// The most memory that this program has had since [`forget_peak`], in bytes (VmHWM).
pub fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells the memory of programs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a line with the peak");
    line.trim().trim_end_matches(" kB").parse::<u64>().expect("kilobytes") * 1024
}

/// Begins to measure the peak anew, from what is in memory now; false where the kernel does not let us.
pub fn forget_peak() -> bool {
    fs::write("/proc/self/clear_refs", "5").is_ok()
}
