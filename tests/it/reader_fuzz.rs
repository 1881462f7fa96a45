//! A few seconds of the hostile pictures that `tests/bench/fuzz` shows the reader for as long as one likes.

use std::time::{Duration, Instant};

use crate::bench_reader_fuzz::{Kind, Size, case, run};

/// This program is not optimised and other tests run beside it: what is looked at in one go takes longer here. The limit of
/// a tenth is held by `tests/bench/fuzz`, and so is that of the memory, which this program has for other tests too.
const GRACE: Duration = Duration::from_millis(400);

#[test]
fn hostile_pictures_bring_nothing_down() {
    let start = Instant::now();
    let mut faults = Vec::new();
    let mut seen = Vec::new();
    for number in 0.. {
        if start.elapsed() > Duration::from_secs(15) {
            break;
        }
        let case = case(1, number, Size::Small);
        let outcome = run(&case, GRACE);
        faults.extend(
            outcome.faults.iter().map(|fault| format!("case {number}, {:?} {}: {fault}", case.kind, case.about)),
        );
        seen.push(case.kind);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(seen.len() >= 40, "only {} cases in 15 s", seen.len());
    assert!([Kind::Finders, Kind::Woven, Kind::Torn, Kind::Broken].iter().all(|kind| seen.contains(kind)), "{seen:?}");
}
