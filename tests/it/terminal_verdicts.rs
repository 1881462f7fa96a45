//! Cut off, a terminal says what the server would have said: the same random scans, one after the other, to both.

use gabentisch::actions::terminals;
use gabentisch::codes::{Code, Command};
use gabentisch::domain::rights::Role;
use gabentisch::terminal::local::LocalDesk;
use gabentisch::texts::Lang;
use gabentisch::web::api::wire::{Mode, ScanEvent, ScanFields, ScanRequest, ScanResponse, Snapshot};
use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::support::{Client, TestApp};

const DAYS: u64 = 12;
const SCANS: usize = 60;
/// Between two scans: longer than one pull of the trigger.
pub(crate) const PACE: SignedDuration = SignedDuration::from_millis(1_600);

/// What lies on the tables.
pub(crate) struct Room {
    labels: Vec<Code>,
    cards: Vec<Code>,
    shelves: Vec<Code>,
    badges: Vec<Code>,
    bag: Code,
}

pub(crate) fn room(app: &TestApp) -> Room {
    let labels = app.labels(24);
    let (shelf, other) = (app.shelf("Regal 1").1, app.shelf("Regal 2").1);
    let (_, bag) = app.donation(app.donor(gabentisch::domain::donation::DonorKind::Private, "Probe Spender"));
    let mut hand = app.scanner();
    for (at, label) in labels[..12].iter().enumerate() {
        let product = ["winterjacke", "tshirt", "hose"][at % 3];
        hand.take_in(label, product, "104", Some(&bag).filter(|_| at % 2 == 0));
    }
    let cards = (0..3).map(|at| {
        let (household, card) = app.household();
        app.needs(household, &[("winterjacke", "104", 1 + at), ("tshirt", "104", 1)]);
        card
    });
    let cards: Vec<Code> = cards.collect();
    hand.scan("handout", cards[0]);
    hand.scan("handout", labels[0]);
    hand.scan("handout", cards[0]);
    let badges = [("ada", Role::Volunteer), ("eva", Role::Coordinator)]
        .map(|(name, role)| app.add_user_with_badge(name, role).1);
    Room { labels, cards, shelves: vec![shelf, other], badges: badges.to_vec(), bag }
}

fn pick(dice: &mut StdRng, codes: &[Code]) -> String {
    codes[dice.random_range(0..codes.len())].to_string()
}

pub(crate) fn scan(dice: &mut StdRng, room: &Room, mode: &mut Mode, at: Timestamp) -> ScanEvent {
    if dice.random_bool(0.12) {
        let modes = [Mode::Handout, Mode::Handout, Mode::Intake, Mode::Return, Mode::Move, Mode::Lookup];
        *mode = modes[dice.random_range(0..modes.len())];
    }
    let commands = [
        Command::Undo,
        Command::Undo,
        Command::Yes,
        Command::Cancel,
        Command::Finish,
        Command::Quantity(2),
        Command::Quantity(3),
    ];
    let code = match dice.random_range(0..100) {
        0..56 => pick(dice, &room.labels),
        56..72 => pick(dice, &room.cards),
        72..84 => commands[dice.random_range(0..commands.len())].code().to_string(),
        84..90 => pick(dice, &room.shelves),
        90..94 => pick(dice, &room.badges),
        94..97 => room.bag.to_string(),
        _ => "4006381333931".to_owned(),
    };
    let mut fields = ScanFields::default();
    if *mode == Mode::Intake && dice.random_bool(0.5) {
        fields.product = Some(["winterjacke", "tshirt", "gibtesnicht"][dice.random_range(0..3)].to_owned());
        fields.size = Some("104".to_owned());
    }
    ScanEvent {
        event_id: uuid::Uuid::now_v7().to_string(),
        seq: None,
        occurred_at: at.to_string(),
        actor: None,
        mode: *mode,
        code,
        visit: None,
        quantity: if *mode == Mode::Intake && dice.random_bool(0.1) { 3 } else { 1 },
        fields,
        told: None,
    }
}

fn snapshot(client: &Client) -> Snapshot {
    let answer = client.get("/api/v1/terminal/snapshot").expect(200);
    serde_json::from_value(answer.json()).expect("a snapshot")
}

#[test]
fn cut_off_a_terminal_says_what_the_server_would_have_said() {
    for day in 0..DAYS {
        let app = TestApp::new();
        let room = room(&app);
        let token = terminals::enrol(&app.house, &app.caretaker(), "Probe").expect("a terminal").token;
        let client = app.visitor().with_token(&token);
        let mut desk = LocalDesk::default();
        desk.renew(Some(snapshot(&client)));
        let mut dice = StdRng::seed_from_u64(day);
        let mut mode = Mode::Handout;
        let mut offered = false;
        let mut at = Timestamp::now() - PACE * (SCANS as i32 + 1);
        for number in 0..SCANS {
            at += PACE;
            let mut event = scan(&mut dice, &room, &mut mode, at);
            // Who waits for a piece that comes in is not known while cut off, so that nothing is offered.
            let answers = [Command::Yes, Command::Cancel].map(|command| command.code().to_string());
            if offered && answers.contains(&event.code) {
                event.code = Command::Undo.code().to_string();
            }
            let sent = ScanEvent { seq: Some(number as i64 + 1), ..event.clone() };
            let request =
                serde_json::to_value(ScanRequest { events: vec![sent], desk_of: None, sender: None }).expect("JSON");
            let answer = client.post_json("/api/v1/scans", &request).expect(200).json();
            let said: ScanResponse = serde_json::from_value(answer).expect("verdicts");
            let answer = desk.decide(&event);
            let (own, shown) = desk.say(&event, answer, Lang::De);
            let said_verdict = &said.verdicts[0];
            let seen = |verdict: &gabentisch::web::api::wire::WireVerdict| {
                (verdict.outcome, verdict.tone, verdict.asks, verdict.pieces, verdict.lines.len())
            };
            assert_eq!(
                seen(&own),
                seen(said_verdict),
                "day {day}, scan {number}: {event:?}\nterminal: {own:?}\nserver: {said_verdict:?}"
            );
            // Names are not known while cut off: whose badge, whose gift.
            if !event.code.starts_with(['M', 'S']) {
                assert_eq!(own.headline, said_verdict.headline, "day {day}, scan {number}: {event:?}");
            }
            offered = said.desk.memory.offer.is_some();
            let memory = gabentisch::domain::desk::Desk { offer: None, ..said.desk.memory.clone() };
            assert_eq!(shown.memory, memory, "day {day}, scan {number}: {event:?}");
            assert_eq!(shown.visit, said.desk.visit, "day {day}, scan {number}: {event:?}");
        }
    }
}
