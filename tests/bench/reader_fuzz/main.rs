//! `fuzz-reader`: shows the reader of photos hostile pictures for some minutes, and says what it did with them.
//!
//! ```text
//! cargo run --release --example fuzz-reader -- --minutes 10 --seed 1
//! cargo run --release --example fuzz-reader -- --seed 1 --case 4711 --keep case
//! ```

#[path = "../label_photos/mod.rs"]
mod bench_label_photos;
mod memory;
#[path = "mod.rs"]
mod reader_fuzz;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use clap::Parser;
use memory::{forget_peak, peak_memory};
use reader_fuzz::{Case, Kind, Outcome, Size, case, run};

/// The most memory that the whole program may have, pictures and all.
const MOST_MEMORY: u64 = 256 << 20;

/// How much longer a look may take than its budget and a tenth: what measuring and one interruption cost.
const GRACE: Duration = Duration::from_millis(3);

/// After so many failed cases the next are only counted.
const MOST_TOLD: u64 = 50;

/// Show the reader of photos hostile pictures.
#[derive(Parser)]
struct Args {
    /// How long
    #[arg(long, default_value_t = 10.0)]
    minutes: f64,
    /// Another seed makes other pictures
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only this case
    #[arg(long, value_name = "N")]
    case: Option<u64>,
    /// Only cases of this kind, as the table names them
    #[arg(long)]
    kind: Option<String>,
    /// Write the files of failed cases, or of --case, here
    #[arg(long, value_name = "FOLDER")]
    keep: Option<std::path::PathBuf>,
}

/// What is known about all cases of one kind.
#[derive(Default)]
struct Tally {
    cases: u64,
    refused: u64,
    drawn: usize,
    read: usize,
    faults: u64,
    /// Over the limit on the clock, but not of the processor's time: something else was running.
    late: u64,
    memory: u64,
    /// The worst share of the budget: of the processor's time, and on the clock.
    cpu: f64,
    wall: f64,
    opening: Duration,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let now_at = Arc::new(AtomicU64::new(0));
    watch_over(Arc::clone(&now_at));
    let mut tallies: Vec<(Kind, Tally)> = Kind::ALL.iter().map(|kind| (*kind, Tally::default())).collect();
    let (start, limit) = (Instant::now(), Duration::from_secs_f64(args.minutes * 60.0));
    let mut failed = 0;
    for number in args.case.unwrap_or(0).. {
        if start.elapsed() >= limit || args.case.is_some_and(|only| number > only) {
            break;
        }
        now_at.store(number, Ordering::Relaxed);
        let case = case(args.seed, number, Size::Full);
        if args.kind.as_ref().is_some_and(|only| !format!("{:?}", case.kind).eq_ignore_ascii_case(only)) {
            continue;
        }
        let counted = forget_peak();
        let mut outcome = run(&case, GRACE);
        let memory = peak_memory();
        if memory > MOST_MEMORY && counted {
            outcome.faults.push(format!("took {} MiB of memory", memory >> 20));
        }
        if !outcome.faults.is_empty() {
            failed += 1;
        }
        if !outcome.faults.is_empty() && failed <= MOST_TOLD {
            tell(&args, number, &case, &outcome);
        }
        if args.keep.is_some() && (args.case.is_some() || !outcome.faults.is_empty()) {
            keep(&args, number, &case);
        }
        if args.case.is_some() {
            println!("{:?} {}, budget {:.1?}: {outcome:.1?}", case.kind, case.about, case.budget);
        }
        if let Some((_, tally)) = tallies.iter_mut().find(|(kind, _)| *kind == case.kind) {
            tally.add(&case, &outcome, memory);
        }
    }
    report(&tallies, start.elapsed(), failed, args.seed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Tally {
    fn add(&mut self, case: &Case, outcome: &Outcome, memory: u64) {
        let share = |time: Duration| time.as_secs_f64() / case.budget.as_secs_f64();
        self.cases += 1;
        self.refused += u64::from(outcome.refused);
        self.drawn += if outcome.refused { 0 } else { case.truth.len() };
        self.read += outcome.read;
        self.faults += u64::from(!outcome.faults.is_empty());
        let limit = case.budget.mul_f64(1.1) + GRACE;
        self.late += u64::from(outcome.wall > limit && outcome.cpu <= limit);
        self.memory = self.memory.max(memory);
        self.cpu = self.cpu.max(share(outcome.cpu));
        self.wall = self.wall.max(share(outcome.wall));
        self.opening = self.opening.max(outcome.opening);
    }
}

/// Says every ten seconds of silence at which case we are: a look that never ends, or ends the program, has a number.
fn watch_over(now_at: Arc<AtomicU64>) {
    std::thread::spawn(move || {
        let mut before = u64::MAX;
        loop {
            std::thread::sleep(Duration::from_secs(10));
            let number = now_at.load(Ordering::Relaxed);
            if number == before {
                eprintln!("still at case {number}");
            }
            before = number;
        }
    });
}

fn tell(args: &Args, number: u64, case: &Case, outcome: &Outcome) {
    for fault in &outcome.faults {
        println!(
            "case {number} ({:?} {}): {fault}; again: --seed {} --case {number}",
            case.kind, case.about, args.seed
        );
    }
}

fn keep(args: &Args, number: u64, case: &Case) {
    let Some(folder) = &args.keep else { return };
    let ending = match case.file.first() {
        Some(0x89) => "png",
        Some(0xff) => "jpg",
        _ => "webp",
    };
    let path = folder.join(format!("{number}-{:?}.{ending}", case.kind));
    if let Err(error) = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, &case.file)) {
        eprintln!("cannot write {}: {error}", path.display());
    }
}

fn report(tallies: &[(Kind, Tally)], took: Duration, failed: u64, seed: u64) {
    let heads =
        ["kind", "cases", "refused", "read", "of", "cpu/budget", "clock/budget", "late", "opening", "memory", "failed"];
    println!(
        "{:<11} {:>6} {:>7} {:>6} {:>6} {:>10} {:>12} {:>5} {:>9} {:>8} {:>6}",
        heads[0], heads[1], heads[2], heads[3], heads[4], heads[5], heads[6], heads[7], heads[8], heads[9], heads[10]
    );
    for (kind, tally) in tallies.iter().filter(|(_, tally)| tally.cases > 0) {
        println!(
            "{:<11} {:>6} {:>7} {:>6} {:>6} {:>10.2} {:>12.2} {:>5} {:>6} ms {:>4} MiB {:>6}",
            format!("{kind:?}"),
            tally.cases,
            tally.refused,
            tally.read,
            tally.drawn,
            tally.cpu,
            tally.wall,
            tally.late,
            tally.opening.as_millis(),
            tally.memory >> 20,
            tally.faults
        );
    }
    let all: u64 = tallies.iter().map(|(_, tally)| tally.cases).sum();
    let late: u64 = tallies.iter().map(|(_, tally)| tally.late).sum();
    let cpu = tallies.iter().map(|(_, tally)| tally.cpu).fold(0.0, f64::max);
    let memory = tallies.iter().map(|(_, tally)| tally.memory).max().unwrap_or(0);
    println!(
        "{all} cases of seed {seed} in {:.0} s: {failed} failed; worst share of a budget {cpu:.2} of the processor's time; \
         {late} late on the clock alone; at most {} MiB",
        took.as_secs_f64(),
        memory >> 20
    );
}
