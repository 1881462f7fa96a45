//! Phones that scan for a desk on a PC. All of it is in memory: a server that starts anew knows no phone.
//!
//! A desk shows an invitation (a secret in a QR code, five minutes, used once). The phone that takes it gets a secret of its
//! own, of which only the hash is kept, and may do one thing: offer codes to that desk's page. A code is booked only when
//! that page claims it while the phone still waits; otherwise it is forgotten, and the phone says so. Nothing is replayed.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use tokio::sync::{Notify, mpsc, oneshot};
use uuid::Uuid;

use super::sse::Event;
use crate::domain::TerminalId;

/// How long an invitation may be taken.
pub(super) const INVITED: SignedDuration = SignedDuration::from_mins(5);
/// How long a phone belongs to its desk: one day at the tables.
pub(super) const PAIRED: SignedDuration = SignedDuration::from_hours(12);
/// Phones of one desk; a new one pushes the oldest out.
const OF_ONE: usize = 8;
/// Phones and invitations of the house together.
const MOST: usize = 400;
/// Events that may wait on a line before it counts as dead.
const QUEUE: usize = 32;
/// Codes whose verdict a desk still owes; older ones are forgotten.
const OWED: usize = 64;
/// What one phone may send: frames and codes together.
pub(super) const PACE: NonZeroU32 = NonZeroU32::new(8).expect("not zero");
pub(super) const BURST: NonZeroU32 = NonZeroU32::new(24).expect("not zero");

/// One desk: whoever is signed in there, in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct DeskId {
    pub(super) terminal: TerminalId,
    pub(super) browser: Uuid,
}

/// A page that listens.
struct Line {
    number: u64,
    events: mpsc::Sender<Event>,
    gone: Arc<Notify>,
}

impl Line {
    /// Ends the line after what was said so far.
    fn hang_up(&self) {
        self.gone.notify_one();
    }

    fn is_open(&self) -> bool {
        !self.events.is_closed()
    }
}

/// What waits for a line's end.
pub(super) struct Watch {
    pub(super) number: u64,
    events: mpsc::Sender<Event>,
    gone: Arc<Notify>,
}

impl Watch {
    /// Returns when the page is gone or was hung up on.
    pub(super) async fn ended(self) -> u64 {
        tokio::select! {
            () = self.events.closed() => {}
            () = self.gone.notified() => {}
        }
        self.number
    }
}

struct Invitation {
    hash: String,
    desk: DeskId,
    until: Timestamp,
}

struct Phone {
    id: Uuid,
    /// 1, 2, 3 … at its desk.
    number: u32,
    hash: String,
    desk: DeskId,
    until: Timestamp,
    line: Option<Line>,
    pace: DefaultDirectRateLimiter,
}

/// A code that a phone sent: first it waits to be claimed, then for its verdict.
struct Offer {
    id: Uuid,
    phone: Uuid,
    /// What was scanned names a person: only the tone of its verdict leaves the desk.
    names_people: bool,
    claim: Option<oneshot::Sender<()>>,
    /// The phone has heard its verdict.
    told: bool,
}

#[derive(Default)]
struct Desk {
    line: Option<Line>,
    offers: Vec<Offer>,
}

#[derive(Default)]
struct State {
    invitations: Vec<Invitation>,
    phones: Vec<Phone>,
    desks: HashMap<DeskId, Desk>,
    lines: u64,
}

/// All phones of the house.
#[derive(Default)]
pub(super) struct Phones(Mutex<State>);

/// A phone as its desk shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct PhoneView {
    pub(super) id: Uuid,
    pub(super) number: u32,
    /// Whether its page is open now.
    pub(super) here: bool,
}

/// Why a code did not reach the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unheard {
    /// The phone does not belong to a desk (any more).
    Unpaired,
    TooFast,
    NobodyListens,
}

/// What the desk says to a phone's scan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Said {
    pub(super) tone: String,
    pub(super) word: String,
    pub(super) headline: String,
    pub(super) detail: String,
    /// Whether the desk waits for yes or no.
    pub(super) asks: bool,
    /// Whether the rest stands at the desk only.
    pub(super) hidden: bool,
}

fn event(name: &'static str, data: &impl Serialize) -> Event {
    Event { name, data: serde_json::to_string(data).unwrap_or_default() }
}

impl State {
    fn line(&mut self) -> (Line, mpsc::Receiver<Event>, Watch) {
        let (events, hears) = mpsc::channel(QUEUE);
        let gone = Arc::new(Notify::new());
        self.lines += 1;
        let watch = Watch { number: self.lines, events: events.clone(), gone: Arc::clone(&gone) };
        (Line { number: self.lines, events, gone }, hears, watch)
    }

    fn listens(&self, desk: DeskId) -> bool {
        self.desks.get(&desk).and_then(|desk| desk.line.as_ref()).is_some_and(Line::is_open)
    }

    fn of_desk(&self, desk: DeskId) -> Vec<PhoneView> {
        let mine = self.phones.iter().filter(|phone| phone.desk == desk);
        mine.map(|phone| PhoneView {
            id: phone.id,
            number: phone.number,
            here: phone.line.as_ref().is_some_and(Line::is_open),
        })
        .collect()
    }

    /// Tells the desk who its phones are.
    fn tell_desk(&self, desk: DeskId) {
        if let Some(line) = self.desks.get(&desk).and_then(|desk| desk.line.as_ref()) {
            let _ = line.events.try_send(event("phones", &self.of_desk(desk)));
        }
    }

    /// Tells the desk's phones whether it listens.
    fn tell_phones(&self, desk: DeskId) {
        let told = event("desk", &serde_json::json!({ "listens": self.listens(desk) }));
        for line in self.phones.iter().filter(|phone| phone.desk == desk).filter_map(|phone| phone.line.as_ref()) {
            let _ = line.events.try_send(told.clone());
        }
    }

    /// Ends phones. Their pages hear it.
    fn end(&mut self, ends: impl Fn(&Phone) -> bool) {
        let mut desks = Vec::new();
        self.phones.retain(|phone| {
            if !ends(phone) {
                return true;
            }
            desks.push(phone.desk);
            if let Some(line) = &phone.line {
                let _ = line.events.try_send(event("ended", &serde_json::json!({})));
                line.hang_up();
            }
            false
        });
        for desk in desks {
            self.tell_desk(desk);
        }
    }
}

impl Phones {
    /// Looks at it as of now: what is over is let go.
    fn at(&self, now: Timestamp) -> MutexGuard<'_, State> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.invitations.retain(|invitation| now < invitation.until);
        state.end(|phone| now >= phone.until);
        let State { invitations, phones, desks, .. } = &mut *state;
        desks.retain(|id, desk| {
            desk.line.is_some()
                || phones.iter().any(|phone| phone.desk == *id)
                || invitations.iter().any(|invitation| invitation.desk == *id)
        });
        state
    }

    /// Lets one phone take the secret behind this hash. A new invitation of a desk replaces the one before.
    pub(super) fn invite(&self, desk: DeskId, hash: String, now: Timestamp) {
        let mut state = self.at(now);
        state.invitations.retain(|invitation| invitation.desk != desk);
        if state.invitations.len() >= MOST {
            state.invitations.remove(0);
        }
        state.invitations.push(Invitation { hash, desk, until: now + INVITED });
    }

    pub(super) fn is_invited(&self, hash: &str, now: Timestamp) -> bool {
        self.at(now).invitations.iter().any(|invitation| invitation.hash == hash)
    }

    /// Turns an invitation into a phone with a secret of its own. `false` when the invitation is over or was taken.
    pub(super) fn take(&self, invitation: &str, id: Uuid, hash: String, now: Timestamp) -> bool {
        let mut state = self.at(now);
        let Some(at) = state.invitations.iter().position(|known| known.hash == invitation) else { return false };
        let desk = state.invitations.remove(at).desk;
        let mine = || state.phones.iter().filter(|phone| phone.desk == desk);
        let number = (1..).find(|number| mine().all(|phone| phone.number != *number)).unwrap_or(1);
        let oldest = if mine().count() >= OF_ONE {
            mine().next().map(|phone| phone.id)
        } else if state.phones.len() >= MOST {
            state.phones.first().map(|phone| phone.id)
        } else {
            None
        };
        state.end(|phone| Some(phone.id) == oldest);
        let pace = RateLimiter::direct(Quota::per_second(PACE).allow_burst(BURST));
        state.phones.push(Phone { id, number, hash, desk, until: now + PAIRED, line: None, pace });
        state.tell_desk(desk);
        true
    }

    /// A page of the desk listens from now on; one that listened before is told that it moved.
    pub(super) fn listen_at_desk(&self, desk: DeskId, now: Timestamp) -> (mpsc::Receiver<Event>, Watch) {
        let mut state = self.at(now);
        let (line, hears, watch) = state.line();
        let place = state.desks.entry(desk).or_default();
        place.offers.retain(|offer| offer.claim.is_none());
        if let Some(before) = place.line.replace(line) {
            let _ = before.events.try_send(event("moved", &serde_json::json!({})));
            before.hang_up();
        }
        state.tell_desk(desk);
        state.tell_phones(desk);
        (hears, watch)
    }

    /// The phone's page listens from now on. `None` when the phone is not paired.
    pub(super) fn listen_on_phone(&self, hash: &str, now: Timestamp) -> Option<(mpsc::Receiver<Event>, Watch)> {
        let mut state = self.at(now);
        let at = state.phones.iter().position(|phone| phone.hash == hash)?;
        let (line, hears, watch) = state.line();
        let desk = state.phones[at].desk;
        let listens = state.listens(desk);
        let _ = line.events.try_send(event("desk", &serde_json::json!({ "listens": listens })));
        if let Some(before) = state.phones[at].line.replace(line) {
            before.hang_up();
        }
        state.tell_desk(desk);
        Some((hears, watch))
    }

    /// A page is gone.
    pub(super) fn left(&self, line: u64, now: Timestamp) {
        let mut state = self.at(now);
        let was = |known: &Option<Line>| known.as_ref().is_some_and(|known| known.number == line);
        let desk = state.desks.iter_mut().find(|(_, desk)| was(&desk.line)).map(|(id, desk)| {
            desk.line = None;
            // What was not claimed is not booked: the phones hear it at once.
            desk.offers.retain(|offer| offer.claim.is_none());
            *id
        });
        if let Some(desk) = desk {
            state.tell_phones(desk);
        }
        let phone = state.phones.iter_mut().find(|phone| was(&phone.line)).map(|phone| {
            phone.line = None;
            phone.desk
        });
        if let Some(desk) = phone {
            state.tell_desk(desk);
        }
    }

    /// The number of a paired phone.
    pub(super) fn number(&self, hash: &str, now: Timestamp) -> Option<u32> {
        self.at(now).phones.iter().find(|phone| phone.hash == hash).map(|phone| phone.number)
    }

    /// Whether this phone may send something now.
    pub(super) fn admit(&self, hash: &str, now: Timestamp) -> Result<(), Unheard> {
        let state = self.at(now);
        let phone = state.phones.iter().find(|phone| phone.hash == hash).ok_or(Unheard::Unpaired)?;
        phone.pace.check().map_err(|_| Unheard::TooFast)
    }

    /// Offers a code to the desk. What comes back is told when the desk claims it, or dropped when the desk goes.
    pub(super) fn offer(
        &self,
        hash: &str,
        id: Uuid,
        code: &str,
        names_people: bool,
        now: Timestamp,
    ) -> Result<(DeskId, oneshot::Receiver<()>), Unheard> {
        let mut state = self.at(now);
        let phone = state.phones.iter().find(|phone| phone.hash == hash).ok_or(Unheard::Unpaired)?;
        let (desk, from) = (phone.desk, phone.id);
        let place = state.desks.get_mut(&desk).ok_or(Unheard::NobodyListens)?;
        let line = place.line.as_ref().ok_or(Unheard::NobodyListens)?;
        let told = event("scan", &serde_json::json!({ "scan": id, "code": code }));
        line.events.try_send(told).map_err(|_| Unheard::NobodyListens)?;
        let (claim, claimed) = oneshot::channel();
        if place.offers.len() >= OWED {
            // What the desk has claimed it books, and the phone is to hear of it: that goes last.
            let done = place.offers.iter().position(|offer| offer.told);
            let open = || place.offers.iter().position(|offer| offer.claim.is_some());
            place.offers.remove(done.or_else(open).unwrap_or(0));
        }
        place.offers.push(Offer { id, phone: from, names_people, claim: Some(claim), told: false });
        Ok((desk, claimed))
    }

    /// The phone waits no longer. `false` when the desk had claimed it already.
    pub(super) fn withdraw(&self, desk: DeskId, id: Uuid, now: Timestamp) -> bool {
        let mut state = self.at(now);
        let Some(place) = state.desks.get_mut(&desk) else { return true };
        let before = place.offers.len();
        let is_claimed = place.offers.iter().any(|offer| offer.id == id && offer.claim.is_none());
        place.offers.retain(|offer| offer.id != id || offer.claim.is_none());
        before != place.offers.len() || !is_claimed
    }

    /// The desk's page takes a code. `false` when nobody waits for it any more: then it must not be booked.
    pub(super) fn claim(&self, desk: DeskId, id: Uuid, now: Timestamp) -> bool {
        let mut state = self.at(now);
        let offers = state.desks.get_mut(&desk).map(|place| &mut place.offers);
        let offer = offers.and_then(|offers| offers.iter_mut().find(|offer| offer.id == id));
        offer.and_then(|offer| offer.claim.take()).is_some_and(|claim| claim.send(()).is_ok())
    }

    /// Brings the desk's verdict to the phone that scanned.
    pub(super) fn say(&self, desk: DeskId, id: Uuid, mut said: Said, now: Timestamp) {
        let mut state = self.at(now);
        let State { desks, phones, .. } = &mut *state;
        let Some(place) = desks.get_mut(&desk) else { return };
        // It stays: a desk without a connection says that first, and later what was booked.
        let claimed = |offer: &&mut Offer| offer.id == id && offer.claim.is_none();
        let Some(offer) = place.offers.iter_mut().find(claimed) else { return };
        offer.told = true;
        if offer.names_people {
            said = Said { tone: said.tone, word: said.word, asks: said.asks, hidden: true, ..Said::default() };
        }
        let phone = phones.iter().find(|phone| phone.id == offer.phone);
        if let Some(line) = phone.and_then(|phone| phone.line.as_ref()) {
            let _ = line.events.try_send(event("verdict", &serde_json::json!({ "scan": id, "said": said })));
        }
    }

    /// The desk ends one of its phones, or all of them and its invitation.
    pub(super) fn end_at_desk(&self, desk: DeskId, phone: Option<Uuid>, now: Timestamp) {
        let mut state = self.at(now);
        if phone.is_none() {
            state.invitations.retain(|invitation| invitation.desk != desk);
        }
        state.end(|known| known.desk == desk && phone.is_none_or(|id| known.id == id));
    }

    /// The phone ends it.
    pub(super) fn end_on_phone(&self, hash: &str, now: Timestamp) {
        self.at(now).end(|phone| phone.hash == hash);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(number: u128) -> DeskId {
        DeskId { terminal: TerminalId(Uuid::from_u128(number)), browser: Uuid::from_u128(number) }
    }

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn names(hears: &mut mpsc::Receiver<Event>) -> Vec<&'static str> {
        std::iter::from_fn(|| hears.try_recv().ok()).map(|event| event.name).collect()
    }

    #[test]
    fn an_invitation_is_taken_once_and_not_late() {
        let phones = Phones::default();
        phones.invite(desk(1), "a".to_owned(), NOW);
        assert!(phones.is_invited("a", NOW + INVITED - SignedDuration::from_secs(1)));
        assert!(!phones.take("b", id(1), "x".to_owned(), NOW));
        assert!(phones.take("a", id(1), "x".to_owned(), NOW));
        assert!(!phones.take("a", id(2), "y".to_owned(), NOW), "the QR code on the screen is used up");
        phones.invite(desk(1), "c".to_owned(), NOW);
        phones.invite(desk(1), "d".to_owned(), NOW);
        assert!(!phones.is_invited("c", NOW), "a new one replaces the one before");
        assert!(!phones.take("d", id(2), "y".to_owned(), NOW + INVITED));
        assert_eq!(phones.number("x", NOW + PAIRED - SignedDuration::from_secs(1)), Some(1));
        assert_eq!(phones.number("x", NOW + PAIRED), None, "the day is over");
    }

    #[test]
    fn a_code_reaches_its_desk_or_nobody() {
        let phones = Phones::default();
        for (number, hash) in [(1, "a"), (2, "b")] {
            phones.invite(desk(1), format!("invited {hash}"), NOW);
            assert!(phones.take(&format!("invited {hash}"), id(number), hash.to_owned(), NOW));
        }
        assert_eq!(phones.offer("a", id(9), "A1", false, NOW).err(), Some(Unheard::NobodyListens));
        let (mut other, _watch_other) = phones.listen_at_desk(desk(2), NOW);
        assert_eq!(phones.offer("a", id(9), "A1", false, NOW).err(), Some(Unheard::NobodyListens));
        let (mut hears, watch) = phones.listen_at_desk(desk(1), NOW);
        let (mut phone, _watch_phone) = phones.listen_on_phone("b", NOW).unwrap();
        let (_, mut claimed) = phones.offer("b", id(10), "A2", false, NOW).unwrap();
        assert_eq!(names(&mut hears), ["phones", "phones", "scan"]);
        assert_eq!(names(&mut other), ["phones"]);
        assert!(!phones.claim(desk(2), id(10), NOW), "another desk takes nothing");
        assert!(phones.claim(desk(1), id(10), NOW) && claimed.try_recv().is_ok());
        assert!(!phones.claim(desk(1), id(10), NOW), "it is booked once");
        assert!(!phones.withdraw(desk(1), id(10), NOW));
        phones.say(desk(1), id(10), Said { headline: "T-Shirt".to_owned(), ..Said::default() }, NOW);
        phone.try_recv().unwrap();
        assert!(phone.try_recv().unwrap().data.contains("T-Shirt"));
        // What was withdrawn or whose desk went is not booked, however late the page asks.
        phones.offer("b", id(11), "A3", false, NOW).unwrap();
        assert!(phones.withdraw(desk(1), id(11), NOW) && !phones.claim(desk(1), id(11), NOW));
        let (_, mut lost) = phones.offer("b", id(12), "A4", false, NOW).unwrap();
        phones.left(watch.number, NOW);
        assert!(lost.try_recv().is_err() && !phones.claim(desk(1), id(12), NOW));
        assert_eq!(names(&mut phone), ["desk"]);
        assert_eq!(phones.offer("b", id(13), "A5", false, NOW).err(), Some(Unheard::NobodyListens));
    }

    #[test]
    fn names_of_people_stay_at_the_desk() {
        let phones = Phones::default();
        phones.invite(desk(1), "a".to_owned(), NOW);
        phones.take("a", id(1), "x".to_owned(), NOW);
        let (_hears, _watch) = phones.listen_at_desk(desk(1), NOW);
        let (mut phone, _watch_phone) = phones.listen_on_phone("x", NOW).unwrap();
        let (_, _claimed) = phones.offer("x", id(2), "S…", true, NOW).unwrap();
        phones.claim(desk(1), id(2), NOW);
        let said = Said { tone: "ok".to_owned(), headline: "Spende von Erika Muster".to_owned(), ..Said::default() };
        phones.say(desk(1), id(2), said, NOW);
        phone.try_recv().unwrap();
        let told = phone.try_recv().unwrap().data;
        assert!(told.contains("\"tone\":\"ok\"") && !told.contains("Erika"), "{told}");
    }

    #[test]
    fn a_flood_of_codes_pushes_out_none_that_the_desk_took() {
        let phones = Phones::default();
        phones.invite(desk(1), "a".to_owned(), NOW);
        phones.take("a", id(1), "x".to_owned(), NOW);
        let (mut hears, _watch) = phones.listen_at_desk(desk(1), NOW);
        let (mut phone, _watch_phone) = phones.listen_on_phone("x", NOW).unwrap();
        let mut offer = |number: u128| {
            let offered = phones.offer("x", id(number), "A1", false, NOW).unwrap();
            names(&mut hears);
            offered
        };
        let _taken = offer(100);
        assert!(phones.claim(desk(1), id(100), NOW));
        let waiting: Vec<_> = (0..OWED as u128).map(|number| offer(200 + number)).collect();
        assert!(!phones.claim(desk(1), id(200), NOW), "the oldest that nobody took made room");
        assert!(phones.claim(desk(1), id(201), NOW));
        names(&mut phone);
        phones.say(desk(1), id(100), Said::default(), NOW);
        assert_eq!(names(&mut phone), ["verdict"]);
        // What was told is what makes room next.
        let _more = offer(300);
        assert!(phones.claim(desk(1), id(202), NOW));
        drop(waiting);
    }

    #[test]
    fn a_newer_page_takes_over_and_an_ended_phone_hears_it() {
        let phones = Phones::default();
        phones.invite(desk(1), "a".to_owned(), NOW);
        phones.take("a", id(1), "x".to_owned(), NOW);
        let (mut first, first_watch) = phones.listen_at_desk(desk(1), NOW);
        let (_second, _watch) = phones.listen_at_desk(desk(1), NOW);
        assert_eq!(names(&mut first), ["phones", "moved"]);
        phones.left(first_watch.number, NOW);
        assert!(phones.offer("x", id(2), "A1", false, NOW).is_ok(), "the newer page still listens");
        let (mut phone, _watch_phone) = phones.listen_on_phone("x", NOW).unwrap();
        phones.end_at_desk(desk(2), None, NOW);
        assert_eq!(phones.number("x", NOW), Some(1), "another desk ends nothing");
        phones.end_at_desk(desk(1), Some(id(1)), NOW);
        assert_eq!(names(&mut phone), ["desk", "ended"]);
        assert_eq!(phones.admit("x", NOW), Err(Unheard::Unpaired));
    }
}
