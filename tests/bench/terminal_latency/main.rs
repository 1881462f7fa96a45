//! How long a volunteer waits: from the scanner's Enter to the verdict on the screen, with the server and without it.
//!
//! A real server over a fresh database, the real terminal on a pty, a scanner that types. Each scan hands a piece out in
//! one visit, and the screen counts them: the time of a scan ends when its own number stands there.

mod desk;
mod room;

use std::process::ExitCode;
use std::time::Duration;

use desk::Desk;
use room::Room;

struct Plan {
    program: String,
    scans: usize,
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let mut plan = Plan { program: "target/release/gabentisch".to_owned(), scans: 300 };
    while let Some(argument) = arguments.next() {
        match (argument.as_str(), arguments.next()) {
            ("--program", Some(program)) => plan.program = program,
            ("--scans", Some(scans)) if scans.parse().is_ok_and(|scans: usize| (2..=2000).contains(&scans)) => {
                plan.scans = scans.parse().unwrap_or_default();
            }
            _ => {
                eprintln!("usage: tests/bench/terminal [--scans 2…2000]");
                return ExitCode::from(2);
            }
        }
    }
    match measure(&plan) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure(plan: &Plan) -> anyhow::Result<()> {
    let mut room = Room::furnished(&plan.program, 2 * plan.scans)?;
    let mut desk = Desk::start(&plan.program, &room.url, &room.token, room.folder())?;
    desk.says("Helfer-Ausweis")?;
    desk.scan(&room.badge)?;
    desk.says("Karte scannen")?;
    let (with, without) = room.labels.split_at(plan.scans);
    let (with, without) = (with.to_vec(), without.to_vec());

    desk.scan(&room.cards[0])?;
    desk.says("BESUCH")?;
    let online = run(&mut desk, &with)?;
    desk.scan(&room.cards[0])?;
    desk.says("Karte scannen")?;

    room.close();
    // The first scan finds out that nobody answers; its wait is shown by itself.
    let found_out = desk.timed(&room.cards[1], "BESUCH")?;
    desk.says("Offline")?;
    let offline = run(&mut desk, &without)?;

    println!("from Enter to the verdict on the screen, {} scans each", plan.scans);
    println!("                 median       p99   longest");
    for (name, times) in [("with server", &online), ("cut off", &offline)] {
        let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3;
        println!("{name:12}  {:6.1} ms {:6.1} ms {:6.1} ms", at(0.5), at(0.99), at(1.0));
    }
    println!("the scan that finds the server gone: {:.0} ms", found_out.as_secs_f64() * 1e3);
    let median = |times: &[Duration]| times[times.len() / 2].as_secs_f64();
    println!("cut off : with server = {:.2}", median(&offline) / median(&online));
    Ok(())
}

/// The sorted times of these scans, each in the visit that is open.
fn run(desk: &mut Desk, labels: &[String]) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::with_capacity(labels.len());
    for (at, label) in labels.iter().enumerate() {
        times.push(desk.timed(label, &format!(" {} in diesem Besuch", at + 1))?);
    }
    times.sort_unstable();
    Ok(times)
}
