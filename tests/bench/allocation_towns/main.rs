//! `allocation`: a year in invented towns under nine ways to give out clothes, as tables, with what was promised for the
//! rule "first things first". Fails when something does not hold that follows from how the rule is made.

#[path = "mod.rs"]
mod bench;

use std::process::ExitCode;
use std::time::Instant;

use bench::checks::{Results, mean, run};
use bench::metrics::{Bound, Metrics, busiest, milliseconds};
use bench::policies::Policy;
use bench::town::{GENERATOR, Scenario, Town};

/// Households of the sizes that are played. XL is only timed.
const SIZES: [(&str, usize); 3] = [("S", 30), ("M", 150), ("L", 600)];
const XL: usize = 3_000;
/// Milliseconds that a proposal may take.
const ALLOWED: [(&str, usize, f64); 2] = [("M", 150, 50.0), ("XL", XL, 2_000.0)];

type Column = (&'static str, fn(&Metrics) -> f64, usize);

/// What is printed of each policy, with its number of decimals.
const COLUMNS: [Column; 14] = [
    ("first %", |m| m.first * 100.0, 1),
    ("all %", |m| m.lines * 100.0, 1),
    ("worst %", |m| m.min * 100.0, 0),
    ("p10 %", |m| m.p10 * 100.0, 1),
    ("Gini", |m| m.gini, 3),
    ("p90 wait 80", |m| m.p90_wait_80, 1),
    ("max wait 80", |m| m.longest_wait_80, 1),
    ("p90 wait 40", |m| m.p90_wait_40, 1),
    ("envy %", |m| m.envy * 100.0, 1),
    ("gap mentor", |m| m.gap_mentor * 100.0, 1),
    ("gap size", |m| m.gap_size * 100.0, 1),
    ("gap parents", |m| m.gap_parents * 100.0, 1),
    ("old stock %", |m| m.old_stock * 100.0, 0),
    ("exch./100", |m| m.exchanges * 100.0, 1),
];

fn main() -> ExitCode {
    let (mut seeds, mut sizes) = (20, vec!["S", "M", "L"]);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match (argument.as_str(), arguments.next()) {
            ("--seeds", Some(count)) if count.parse().is_ok_and(|count: u64| count > 1) => {
                seeds = count.parse().unwrap_or(seeds);
            }
            ("--sizes", Some(list)) if list.split(',').all(|one| SIZES.iter().any(|(name, _)| *name == one)) => {
                sizes = SIZES
                    .iter()
                    .map(|(name, _)| *name)
                    .filter(|name| list.split(',').any(|one| one == *name))
                    .collect();
            }
            _ => {
                eprintln!("usage: tests/bench/allocation [--seeds N, at least 2] [--sizes S,M,L]");
                return ExitCode::from(2);
            }
        }
    }
    println!("generator {GENERATOR}, seeds 1 to {seeds}, 52 weeks; mean ± half of the 95 % confidence interval");
    let mut all_hold = timed();
    for (name, households) in SIZES.into_iter().filter(|(name, _)| sizes.contains(name)) {
        let mut all = Vec::new();
        for scenario in Scenario::ALL {
            let begun = Instant::now();
            let results = run(scenario, households, seeds, &Policy::ALL);
            println!("\n### {name}, {households} households, {}\n", scenario.name());
            show(&results);
            all_hold &= judge(&results);
            eprintln!("{name}, {}: {:.0} s", scenario.name(), begun.elapsed().as_secs_f64());
            all.push(results);
        }
        println!("\n### {name}, {households} households, at a glance\n");
        glance(&all);
    }
    if all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How long a proposal takes with all lines of the town at once.
fn timed() -> bool {
    let mut fast = true;
    println!(
        "\n### Time for one proposal\n\n| size | households | lines | pieces | ms | allowed | |\n|---|---|---|---|---|---|---|"
    );
    for (name, households, allowed) in ALLOWED {
        let problem = busiest(&Town::new(Scenario::SkewedSizes, households, 1));
        let ms = milliseconds(&problem);
        let pieces: usize = problem.piles.iter().map(Vec::len).sum();
        let holds = ms < allowed;
        let word = if holds { "holds" } else { "FAILS" };
        println!("| {name} | {households} | {} | {pieces} | {ms:.1} | {allowed:.0} | {word} |", problem.lines.len());
        fast &= holds;
    }
    fast
}

fn show(results: &Results) {
    let names: Vec<&str> = COLUMNS.iter().map(|(name, _, _)| *name).collect();
    println!("| policy | {} | ms a week |", names.join(" | "));
    println!("|---|{}", "---|".repeat(COLUMNS.len() + 1));
    for (policy, metrics) in &results.by_policy {
        let cell = |(_, of, decimals): &Column| {
            let mean = mean(metrics.iter().map(of));
            format!("{:.decimals$} ±{:.decimals$}", mean.mean, mean.half)
        };
        let cells: Vec<String> = COLUMNS.iter().map(cell).collect();
        let ms = mean(metrics.iter().map(|one| one.ms));
        println!("| {} | {} | {:.2} |", policy.name(), cells.join(" | "), ms.mean);
    }
    let of = |value: fn(&Bound) -> f64| mean(results.bounds.iter().map(value)).mean * 100.0;
    let rest = " – |".repeat(COLUMNS.len() - 1);
    println!("| flow over the whole year | {:.1} | {:.1} |{rest}", of(|bound| bound.first), of(|bound| bound.lines));
    let rest = " – |".repeat(COLUMNS.len() - 3);
    let (min, p10) = (of(|bound| bound.min), of(|bound| bound.p10));
    println!("| least served first over the whole year | – | – | {min:.0} | {p10:.1} |{rest}");
}

/// All scenarios of one size: first needs, all lines and the worst tenth.
fn glance(all: &[Results]) {
    println!(
        "| town | first needs %: first come | rule | flow | rule : flow | all lines %: first come | rule | flow | \
         p10 %: first come | random | least served | rule |\n|{}",
        "---|".repeat(12)
    );
    for results in all {
        let cell = |policy, of: fn(&Metrics) -> f64| {
            let mean = results.mean(policy, of);
            format!("{:.1} ±{:.1}", mean.mean * 100.0, mean.half * 100.0)
        };
        let flow = |value: fn(&Bound) -> f64| format!("{:.1}", mean(results.bounds.iter().map(value)).mean * 100.0);
        let ratio = results.first_of_bound();
        let cells = [
            results.scenario.name().to_owned(),
            cell(Policy::Fcfs, |one| one.first),
            cell(Policy::Rule, |one| one.first),
            flow(|bound| bound.first),
            format!("{:.1} ±{:.1}", ratio.mean * 100.0, ratio.half * 100.0),
            cell(Policy::Fcfs, |one| one.lines),
            cell(Policy::Rule, |one| one.lines),
            flow(|bound| bound.lines),
            cell(Policy::Fcfs, |one| one.p10),
            cell(Policy::Random, |one| one.p10),
            cell(Policy::LeastServed, |one| one.p10),
            cell(Policy::Rule, |one| one.p10),
        ];
        println!("| {} |", cells.join(" | "));
    }
}

/// Prints what was promised; false if something does not hold that always must.
fn judge(results: &Results) -> bool {
    println!();
    for verdict in results.verdicts() {
        let word = if verdict.holds { "holds" } else { "FAILS" };
        println!("- {}: {}: {word}", verdict.name, verdict.value);
    }
    results.verdicts().iter().all(|verdict| verdict.holds || !verdict.always)
}
