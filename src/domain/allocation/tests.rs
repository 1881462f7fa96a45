//! The rule against the words of the law reference, part 5.3, and against solvers that know nothing of it.

mod oracle;

use jiff::civil::{Date, date};

use super::*;

const TODAY: Date = date(2026, 11, 22);

pub(super) fn household(have_weight: i64, template_weight: i64) -> Household {
    Household { id: format!("h{have_weight}/{template_weight}"), have_weight, template_weight }
}

pub(super) fn line(id: &str, household: usize, urgency: u16, weeks: i64, fits: &[usize]) -> Line {
    let recorded_on = TODAY.checked_sub(jiff::SignedDuration::from_hours(weeks * 7 * 24)).expect("a date");
    Line { id: id.to_owned(), household, urgency, counts: urgency > 0, weight: 2, recorded_on, fits: fits.to_vec() }
}

pub(super) fn problem(households: Vec<Household>, lines: Vec<Line>, piles: &[&[usize]]) -> Problem {
    let piles = piles.iter().map(|items| items.to_vec()).collect();
    Problem { as_of: TODAY, seed: "2026-W47".to_owned(), households, lines, piles }
}

/// The ids of the lines that are served, with their item, best first.
fn served(problem: &Problem) -> Vec<(&str, usize)> {
    propose(problem).iter().map(|one| (problem.lines[one.line].id.as_str(), one.item)).collect()
}

#[test]
fn the_three_numbers_of_the_card() {
    let (line, household) = (line("n1", 0, 80, 6, &[]), household(7, 25));
    let score = score(&line, &household, TODAY);
    assert_eq!((score.u, score.b, score.w, score.total()), (80, 29, 6, 115));
    assert_eq!(explain(&line, &household, TODAY), Reasons { percent: 28, weeks: 6 });
}

#[test]
fn the_household_counts_from_nothing_to_all() {
    let b = |have, of| household(have, of).coverage().points();
    assert_eq!((b(0, 10), b(5, 10), b(10, 10)), (40, 20, 0));
    // Half a point is rounded up; no template means that nothing is missing; more than all is all.
    assert_eq!((b(1, 16), b(3, 16), b(0, 0), b(12, 10), b(-1, 10)), (38, 33, 0, 0, 40));
    assert_eq!((household(999, 1000).coverage().percent(), household(3, 3).coverage().percent()), (99, 100));
}

#[test]
fn waiting_counts_full_weeks_up_to_twenty() {
    let w = |recorded_on| {
        let line = Line { recorded_on, ..line("n", 0, 0, 0, &[]) };
        score(&line, &household(0, 1), TODAY).w
    };
    assert_eq!((w(date(2026, 11, 16)), w(date(2026, 11, 15)), w(date(2026, 11, 9))), (0, 1, 1));
    assert_eq!((w(date(2026, 7, 5)), w(date(2020, 1, 1)), w(date(2026, 12, 24))), (20, 20, 0));
    // The summer's hour does not make a week shorter: 25 October had 25 hours.
    assert_eq!((w(date(2026, 10, 25)), w(date(2026, 10, 26))), (4, 3));
}

#[test]
fn the_first_comes_before_the_second() {
    let lines = vec![line("second", 0, 40, 9, &[0]), line("wish", 1, 0, 20, &[0]), line("first", 2, 80, 0, &[0])];
    let town =
        |pieces: &[usize]| problem(vec![household(0, 9), household(0, 9), household(8, 9)], lines.clone(), &[pieces]);
    assert_eq!(served(&town(&[7])), [("second", 7)], "40 + 40 + 9 points stand above 80 + 4");
    let full = |pieces: &[usize]| problem(vec![household(4, 9); 3], lines.clone(), &[pieces]);
    assert_eq!(served(&full(&[7])), [("first", 7)]);
    assert_eq!(served(&full(&[7, 8, 9])), [("first", 7), ("second", 8), ("wish", 9)]);
}

#[test]
fn each_piece_makes_the_household_wait_for_the_next() {
    let lines = vec![line("a1", 0, 80, 4, &[0]), line("a2", 0, 80, 3, &[0]), line("b1", 1, 80, 2, &[0])];
    let town = problem(vec![household(0, 10), household(1, 10)], lines, &[&[1, 2, 3]]);
    let proposals = propose(&town);
    let numbers: Vec<_> = proposals.iter().map(|one| (one.line, one.score.b, one.reasons.percent)).collect();
    assert_eq!(numbers, [(0, 40, 0), (2, 36, 10), (1, 32, 20)]);
}

#[test]
fn what_serves_a_wish_is_no_part_of_the_basic_set() {
    let lines = vec![line("w1", 0, 0, 3, &[0]), line("w2", 0, 0, 2, &[0])];
    let proposals = propose(&problem(vec![household(5, 10)], lines, &[&[1, 2]]));
    assert_eq!(proposals.iter().map(|one| one.score.b).collect::<Vec<_>>(), [20, 20]);
}

#[test]
fn whoever_is_served_may_get_another_piece_but_never_none() {
    // "first" would take the 104; only "second" can wear nothing else, so "first" gets the 110.
    let lines =
        vec![line("first", 0, 80, 5, &[0, 1]), line("second", 1, 40, 1, &[0]), line("third", 2, 40, 0, &[0, 1])];
    let town = problem(vec![household(0, 9); 3], lines, &[&[104], &[110]]);
    assert_eq!(served(&town), [("first", 110), ("second", 104)]);
    assert_eq!(walk(&town).exchanges, 1);
}

#[test]
fn of_one_pile_the_first_piece_goes_to_the_first_line() {
    // "first" comes to the pile last, by an exchange, and still gets the piece that lies longest.
    let lines = vec![line("first", 0, 80, 5, &[0, 1]), line("second", 1, 80, 4, &[1]), line("third", 2, 40, 0, &[0])];
    let town = problem(vec![household(0, 9); 3], lines, &[&[1], &[2, 3]]);
    assert_eq!(served(&town), [("first", 2), ("second", 3), ("third", 1)]);
}

#[test]
fn the_best_fit_goes_first_when_nobody_else_needs_it() {
    let town = problem(vec![household(0, 9)], vec![line("n", 0, 80, 0, &[1, 0])], &[&[3], &[5, 4]]);
    assert_eq!(served(&town), [("n", 5)]);
}

#[test]
fn equals_are_told_apart_by_waiting_then_by_lack_then_by_lot() {
    let longer = Line { recorded_on: date(2026, 11, 21), ..line("longer", 0, 80, 0, &[0]) };
    let town = problem(vec![household(0, 9); 2], vec![line("n", 1, 80, 0, &[0]), longer], &[&[1]]);
    assert_eq!(served(&town), [("longer", 1)], "one day longer, the same full weeks");
    // 200 and 201 of 999 are 32 points both.
    let lines = vec![line("more", 0, 80, 0, &[0]), line("less", 1, 80, 0, &[0])];
    let town = problem(vec![household(201, 999), household(200, 999)], lines, &[&[1]]);
    assert_eq!(served(&town), [("less", 1)]);

    let lines: Vec<Line> = (0..20).map(|n| line(&format!("n{n}"), n, 80, 0, &[0])).collect();
    let drawn = |seed: &str| {
        let town = problem(vec![household(1, 9); 20], lines.clone(), &[&[1]]);
        propose(&Problem { seed: seed.to_owned(), ..town })[0].line
    };
    let smallest = (0..20).min_by_key(|n| lot(&format!("n{n}"), "week")).expect("a line");
    assert_eq!(drawn("week"), smallest);
    assert!((0..20).any(|week| drawn(&format!("week {week}")) != smallest), "another seed draws another lot");
}

#[test]
fn everybody_can_draw_the_lot_again() {
    let hex = lot("n1", "2026-W47").iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    // printf '%s%s' n1 2026-W47 | sha256sum
    assert_eq!(hex, "6964b4004d5c07c2878da031310726c3e75bf78460d14a84ac6f266f9f7b2422");
}

#[test]
fn what_is_written_wrongly_is_passed_over() {
    let lines = vec![line("nobody", 7, 80, 0, &[0]), line("nowhere", 0, 80, 0, &[9]), line("n", 0, 80, 0, &[9, 0, 0])];
    assert_eq!(served(&problem(vec![household(0, 9)], lines, &[&[1, 2]])), [("n", 1)]);
    assert_eq!(served(&problem(vec![], vec![], &[])), []);
}

#[test]
fn the_desk_ranks_as_the_proposal_does() {
    let town = problem(
        vec![household(0, 9), household(3, 9), household(3, 9)],
        vec![line("a", 0, 40, 2, &[0]), line("b", 1, 80, 0, &[0]), line("c", 2, 80, 7, &[0])],
        &[&[1, 2, 3]],
    );
    let ranked = ranking(town.as_of, &town.seed, &town.households, &town.lines);
    let proposed = propose(&town);
    let numbers: Vec<_> = ranked.iter().map(|one| (one.line, one.score, one.reasons, one.rank)).collect();
    let same: Vec<_> = proposed.iter().map(|one| (one.line, one.score, one.reasons, one.rank)).collect();
    assert_eq!(numbers, same);
}

#[test]
fn enough_for_all_needs_no_ranking() {
    assert!(free_choice(10, 5) && free_choice(1, 0));
    assert!(!free_choice(9, 5) && !free_choice(0, 0) && !free_choice(0, 3));
}

#[test]
fn a_file_says_what_serves_whom() {
    let sizes = |list: &[&str]| list.iter().map(|size| (*size).to_owned()).collect::<Vec<String>>();
    let (two, none) = (sizes(&["104", "110"]), sizes(&[]));
    assert!(serves(("JAC", Some(Cut::K), &two), ("JAC", Some(Cut::K), Some("110"))));
    assert!(serves(("JAC", None, &two), ("JAC", Some(Cut::K), Some("104"))));
    assert!(serves(("JAC", Some(Cut::K), &two), ("JAC", None, Some("104"))));
    assert!(serves(("JAC", Some(Cut::U), &none), ("JAC", Some(Cut::K), None)));
    assert!(!serves(("JAC", Some(Cut::W), &two), ("JAC", Some(Cut::M), Some("104"))));
    assert!(!serves(("JAC", None, &two), ("BOO", None, Some("104"))));
    assert!(!serves(("JAC", None, &two), ("JAC", None, Some("116"))));
    assert!(
        !serves(("JAC", None, &two), ("JAC", None, None)) && !serves(("JAC", None, &none), ("JAC", None, Some("104")))
    );
}
