//! `gabentisch allocate`: a file of lines and items in, the proposal out, and a sentence for whatever is wrong in the file.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

use crate::support::app::run_cli;

/// Two children wait for winter jackets, one of them for a second one too, a third in a size that is not there; a wish waits
/// for a T-shirt in any cut.
fn town() -> Value {
    let line = |id: &str, household: &str, sizes: &[&str], urgency: u16, recorded_on: &str| {
        json!({"id": id, "household": household, "product": "winterjacke", "cut": "K", "sizes": sizes, "urgency": urgency,
            "weight": 2, "recorded_on": recorded_on})
    };
    json!({
        "as_of": "2026-11-22",
        "seed": "2026-W47",
        "households": [
            {"id": "h1", "have_weight": 7, "template_weight": 25},
            {"id": "h2", "have_weight": 20, "template_weight": 25},
            {"id": "h3", "have_weight": 0, "template_weight": 0},
        ],
        "lines": [
            line("n1", "h1", &["104", "110"], 80, "2026-10-11"),
            line("n2", "h1", &["104"], 40, "2026-11-22"),
            line("n3", "h2", &["104"], 80, "2026-11-15"),
            line("n4", "h2", &["128"], 80, "2026-11-15"),
            {"id": "n5", "household": "h3", "product": "tshirt", "cut": null, "urgency": 0, "weight": 1, "recorded_on": "2026-01-01"},
        ],
        "items": [
            {"id": "a1", "product": "winterjacke", "cut": "K", "size": "104"},
            {"id": "a2", "product": "winterjacke", "cut": "U", "size": "110"},
            {"id": "a3", "product": "winterjacke", "cut": "M", "size": "110"},
            {"id": "a4", "product": "tshirt", "cut": "W"},
        ],
    })
}

fn allocate(town: &str, arguments: &[&str]) -> Output {
    let mut process = Command::new(env!("CARGO_BIN_EXE_gabentisch"))
        .args([&["allocate", "--input", "-"], arguments].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    process.stdin.take().expect("its input").write_all(town.as_bytes()).expect("it reads");
    process.wait_with_output().expect("it ends")
}

fn proposal(town: &Value) -> Value {
    let out = allocate(&town.to_string(), &["--json"]);
    assert_eq!((out.status.code(), String::from_utf8_lossy(&out.stderr).as_ref()), (Some(0), ""));
    serde_json::from_slice(&out.stdout).expect("JSON")
}

/// What is said about a file, and the exit code.
fn refused(town: &str) -> (String, Option<i32>) {
    let out = allocate(town, &["--json"]);
    let said = String::from_utf8(out.stderr).expect("text");
    assert!(out.stdout.is_empty(), "a wrong file gets no half proposal");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    let said = said.trim_end().trim_start_matches("gabentisch: standard input: ").to_owned();
    (said, out.status.code())
}

#[test]
fn the_proposal_is_a_list_with_the_three_numbers_best_first() {
    // n1 would get the 104, which is named first; but n3 can wear nothing else, so that n1 gets the 110. n2 is left without.
    insta::assert_snapshot!(proposal(&town()).as_array().unwrap().iter().map(Value::to_string).collect::<Vec<_>>().join("\n"), @r#"
    {"b":29,"item":"a2","line":"n1","rank":1,"score":115,"u":80,"w":6}
    {"b":8,"item":"a1","line":"n3","rank":2,"score":89,"u":80,"w":1}
    {"b":0,"item":"a4","line":"n5","rank":3,"score":20,"u":0,"w":20}
    "#);
}

#[test]
fn people_get_a_table_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.json");
    std::fs::write(&file, format!("\u{feff}{}", town())).unwrap();
    let out = run_cli(&["allocate", "--input", file.to_str().unwrap()], &[]);
    assert_eq!(out.status.code(), Some(0));
    insta::assert_snapshot!(String::from_utf8(out.stdout).unwrap(), @"
    line  item  why
    n1    a2    80 (has none yet) + 29 (28 % of the basic set) + 6 (6 weeks) = 115 points, place 1 of 3
    n3    a1    80 (has none yet) + 8 (80 % of the basic set) + 1 (1 week) = 89 points, place 2 of 3
    n5    a4    0 (wish) + 0 (100 % of the basic set) + 20 (46 weeks) = 20 points, place 3 of 3
    3 of 5 lines get one of 4 items.
    ");
    let none = allocate(&with(|town| town["items"] = json!([])), &[]);
    assert_eq!(none.stdout, b"Nothing to give out: none of the 0 items fits one of the 5 lines.\n");
}

#[test]
fn the_file_that_the_help_shows_works() {
    let help = String::from_utf8(run_cli(&["allocate", "--help"], &[]).stdout).unwrap();
    let (_, rest) = help.split_once("The file:").expect("an example");
    let (file, _) = rest.rsplit_once("\nThe cut").expect("its end");
    assert_eq!(proposal(&serde_json::from_str(file).expect("JSON"))[0]["score"], 115);
}

#[test]
fn the_same_file_gives_the_same_list_in_whatever_order_it_is() {
    let before = proposal(&town());
    assert_eq!(proposal(&town()), before);
    let mut turned = town();
    for list in ["households", "lines", "items"] {
        turned[list].as_array_mut().unwrap().reverse();
    }
    assert_eq!(proposal(&turned), before);
}

/// Ten equals and one item: the seed decides, and nothing else.
#[test]
fn the_seed_draws_the_lot_between_equals() {
    let drawn = |seed: &str| {
        let mut town = town();
        town["seed"] = seed.into();
        let lines = (0..10).map(|n| {
            let mut line = town["lines"][0].clone();
            line["id"] = format!("n{n}").into();
            line
        });
        town["lines"] = lines.collect();
        town["items"] = json!([town["items"][0]]);
        proposal(&town)[0]["line"].clone()
    };
    let winners: std::collections::BTreeSet<String> =
        (0..12).map(|week| drawn(&week.to_string()).to_string()).collect();
    assert!(winners.len() > 2, "{winners:?}");
    assert_eq!(drawn("1"), drawn("1"));
}

fn with(change: impl FnOnce(&mut Value)) -> String {
    let mut town = town();
    change(&mut town);
    town.to_string()
}

#[test]
fn whatever_is_wrong_is_named_with_what_to_do() {
    let cases = [
        with(|town| town["lines"][2]["household"] = "h9".into()),
        with(|town| town["lines"][1]["id"] = "n1".into()),
        with(|town| town["items"][1]["id"] = "a1".into()),
        with(|town| town["households"][1]["id"] = "h1".into()),
        with(|town| town["as_of"] = "22.11.2026".into()),
        with(|town| town["lines"][0]["recorded_on"] = "2026-02-30".into()),
        with(|town| town["lines"][0]["recorded_on"] = "2026-02-03T10:00".into()),
        with(|town| town["lines"][0]["urgency"] = 60.into()),
        with(|town| town["lines"][0]["weight"] = 0.into()),
        with(|town| town["lines"][0]["cut"] = "child".into()),
        with(|town| town["lines"][0]["product"] = " ".into()),
        with(|town| town["lines"][0]["sizes"] = json!([""])),
        with(|town| town["items"][0]["size"] = "".into()),
        with(|town| town["items"][0]["id"] = "".into()),
        with(|town| town["households"][0]["have_weight"] = (-1).into()),
        with(|town| town["households"][0]["have_weight"] = 1.5.into()),
        with(|town| town["lines"][0]["colour"] = "red".into()),
        with(|town| town["line\u{1b}[2J"] = "red".into()),
        with(|town| drop(town.as_object_mut().unwrap().remove("seed"))),
        "not JSON".to_owned(),
        String::new(),
    ];
    let said: Vec<String> = cases
        .iter()
        .map(|case| {
            let (said, code) = refused(case);
            assert_eq!(code, Some(2), "{said}");
            said
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    line "n3": there is no household "h9" in the file: add it to "households"
    line "n1" is there twice: give each its own id
    item "a1" is there twice: give each its own id
    household "h1" is there twice: give each its own id
    as_of: "22.11.2026" is no day: write it as 2026-11-22
    line "n1": recorded_on: "2026-02-30" is no day: write it as 2026-11-22
    line "n1": recorded_on: "2026-02-03T10:00" is no day: write it as 2026-11-22
    line "n1": urgency 60: write 80 (has none yet), 40 (has some) or 0 (wish)
    line "n1": weight 0: write 2 (essential) or 1
    line "n1": cut "child": write one of W, M, K, B, U, or leave it out
    line "n1": its product is empty: fill it in
    line "n1": its size is empty: fill it in
    item "a1": its size is empty: leave it out if it has none
    one item has no id: give each its own
    household "h1": have_weight and template_weight are sums of pieces and never below 0
    this is not what allocate reads: invalid type: floating point `1.5`, expected i64 at line 1 column 54; "allocate --help" shows what it reads
    this is not what allocate reads: unknown field `colour`, expected one of `id`, `household`, `product`, `cut`, `sizes`, `urgency`, `weight`, `recorded_on` at line 1 column 430; "allocate --help" shows what it reads
    this is not what allocate reads: unknown field `line\u{1b}[2J`, expected one of `as_of`, `seed`, `households`, `lines`, `items` at line 1 column 427; "allocate --help" shows what it reads
    this is not what allocate reads: missing field `seed` at line 1 column 1057; "allocate --help" shows what it reads
    this is not what allocate reads: expected ident at line 1 column 2; "allocate --help" shows what it reads
    this is not what allocate reads: EOF while parsing a value at line 1 column 0; "allocate --help" shows what it reads
    "#);
}

#[test]
fn a_file_that_cannot_be_read_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("none.json");
    let missing = missing.to_str().unwrap();
    for (path, sentence) in
        [(missing, "no such file: check the name"), (folder.path().to_str().unwrap(), "is a folder")]
    {
        let out = run_cli(&["allocate", "--input", path, "--json"], &[]);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(1), "{said}");
        assert!(said.starts_with(&format!("gabentisch: {path}: {sentence}")), "{said}");
    }
    assert_eq!(run_cli(&["allocate"], &[]).status.code(), Some(2), "without a file it is wrong usage");
}

/// Numbers at the edge of what a file can hold neither stop the command nor overflow.
#[test]
fn huge_numbers_are_carried() {
    let mut town = town();
    town["households"][0] = json!({"id": "h1", "have_weight": i64::MAX - 1, "template_weight": i64::MAX});
    town["lines"][0]["weight"] = i64::MAX.into();
    town["lines"][0]["recorded_on"] = "0001-01-01".into();
    assert_eq!(proposal(&town).as_array().unwrap().len(), 3);
}
