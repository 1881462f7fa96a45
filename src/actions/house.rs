//! The house that actions happen in: its database, catalogue, clock and dice.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, RwLock};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rand::rngs::{StdRng, SysRng};
use rand::{RngExt, SeedableRng, TryRng};
use uuid::Uuid;

use super::ActionError;
use crate::codes::{Code, Kind};
use crate::domain::catalogue::Catalogue;
use crate::domain::desk::Rules;
use crate::store::{self, Store};

/// What time it is: the system's, or in a simulated year the one that was set.
#[derive(Debug)]
pub enum Clock {
    System,
    Set(Mutex<Timestamp>),
}

/// Where chance comes from: the operating system, or a seed for a simulated town.
pub enum Dice {
    System,
    Seeded(Box<Mutex<StdRng>>),
}

impl Dice {
    pub fn seeded(seed: u64) -> Dice {
        Dice::Seeded(Box::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }
}

/// Shared by all requests.
pub struct House {
    store: Store,
    catalogue: RwLock<Arc<Catalogue>>,
    zone: TimeZone,
    rules: Rules,
    /// How long what is laid aside is kept.
    kept_for: SignedDuration,
    pub(super) proposals: super::allocate::Memory,
    clock: Clock,
    dice: Dice,
    /// Counts the ids of a simulated house.
    drawn: AtomicU32,
}

impl House {
    /// Opens the house over a database; an empty catalogue is filled with the shipped one.
    ///
    /// # Errors
    /// When the catalogue cannot be read or written.
    pub fn open(store: Store, zone: TimeZone, clock: Clock, dice: Dice) -> Result<House, ActionError> {
        let catalogue = match store.read(store::catalogue::load)? {
            Some(catalogue) => catalogue,
            None => {
                store.write(|db| store::catalogue::fill(db, Catalogue::shipped()))?;
                store.read(store::catalogue::load)?.ok_or(ActionError::NotFound)?
            }
        };
        // Donors of a version that kept no words to find them by.
        loop {
            let missing = store.read(store::words::missing)?;
            if missing.is_empty() {
                break;
            }
            store.write(move |db| {
                missing.iter().try_for_each(|(donor, folded)| store::words::set(db, *donor, folded))
            })?;
        }
        let (catalogue, rules) = (RwLock::new(Arc::new(catalogue)), Rules::default());
        let (kept_for, proposals) = (store::reservations::USUAL, Default::default());
        Ok(House { store, catalogue, zone, rules, kept_for, proposals, clock, dice, drawn: AtomicU32::new(0) })
    }

    /// The house with guard rails of its own.
    pub fn with_rules(self, rules: Rules) -> House {
        House { rules, ..self }
    }

    /// The house that keeps what is laid aside for so many days.
    pub fn keeping_for(self, days: std::num::NonZeroU16) -> House {
        House { kept_for: SignedDuration::from_hours(24 * i64::from(days.get())), ..self }
    }

    /// How long what is laid aside is kept.
    pub fn kept_for(&self) -> SignedDuration {
        self.kept_for
    }

    pub fn rules(&self) -> Rules {
        self.rules
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The catalogue as it is now.
    pub fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(&self.catalogue.read().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// Reads the catalogue again after it was edited.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn reload_catalogue(&self) -> Result<(), ActionError> {
        if let Some(fresh) = self.store.read(store::catalogue::load)? {
            *self.catalogue.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(fresh);
        }
        Ok(())
    }

    /// The zone of the site, for days on screen.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    pub fn now(&self) -> Timestamp {
        match &self.clock {
            Clock::System => Timestamp::now(),
            Clock::Set(at) => *at.lock().unwrap_or_else(std::sync::PoisonError::into_inner),
        }
    }

    /// Sets a clock that can be set; the system's clock goes on as it is.
    pub fn set_now(&self, now: Timestamp) {
        if let Clock::Set(at) = &self.clock {
            *at.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = now;
        }
    }

    /// The day of a moment at the site.
    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    pub fn today(&self) -> Date {
        self.day_of(self.now())
    }

    /// A new UUID of version 7. Those of one millisecond sort in the order they were made too.
    pub fn uuid(&self) -> Uuid {
        if let (Clock::System, Dice::System) = (&self.clock, &self.dice) {
            return Uuid::now_v7();
        }
        let milliseconds = u64::try_from(self.now().as_millisecond()).unwrap_or_default();
        let mut bytes: [u8; 10] = self.random();
        // A set clock can stand still for a whole day of ids: 26 bits of counter, around the bits of version and variant.
        let drawn = self.drawn.fetch_add(1, Ordering::Relaxed);
        bytes[..2].copy_from_slice(&((drawn >> 14) as u16 & 0x0fff).to_be_bytes());
        bytes[2..4].copy_from_slice(&(drawn as u16 & 0x3fff).to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes).into_uuid()
    }

    /// A code of this kind that nobody has seen before. [`make_codes`](super::make_codes) records it.
    pub(super) fn draw(&self, kind: Kind) -> Code {
        match &self.dice {
            Dice::System => Code::draw(kind, &mut rand::rand_core::UnwrapErr(SysRng)),
            Dice::Seeded(rng) => Code::draw(kind, &mut *rng.lock().unwrap_or_else(std::sync::PoisonError::into_inner)),
        }
    }

    /// Random bytes: from the operating system unless the house is simulated.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match &self.dice {
            Dice::System => SysRng.try_fill_bytes(&mut bytes).expect("the operating system gives random bytes"),
            Dice::Seeded(rng) => rng.lock().unwrap_or_else(std::sync::PoisonError::into_inner).fill(&mut bytes[..]),
        }
        bytes
    }
}

/// Lower-case hexadecimal SHA-256, for secrets that are kept only hashed.
pub fn hashed(secret: &str) -> String {
    use sha2::{Digest, Sha256};
    data_encoding::HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::DatabaseUrl;

    #[test]
    fn ids_of_one_millisecond_keep_their_order() {
        let noon = "2026-11-22T12:00:00Z".parse().unwrap();
        for (clock, dice) in [(Clock::System, Dice::System), (Clock::Set(Mutex::new(noon)), Dice::seeded(1))] {
            let folder = tempfile::tempdir().unwrap();
            let store = Store::open(&DatabaseUrl::Sqlite(folder.path().join("ids.db"))).unwrap();
            let house = House::open(store, TimeZone::UTC, clock, dice).unwrap();
            // More than 14 bits count, so that the carry is seen too.
            let ids: Vec<Uuid> = (0..40_000).map(|_| house.uuid()).collect();
            assert!(ids.is_sorted_by(|earlier, later| earlier < later));
            assert!(ids.iter().all(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122));
        }
    }
}
