//! The photos that are being worked on: in memory only, few, small and not for long.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::sheet::Sheet;
use crate::domain::TerminalId;

/// How long a photo is kept after it was taken in.
pub(super) const KEPT: SignedDuration = SignedDuration::from_mins(30);
/// Photos of one person; a new one pushes the oldest out.
const OF_ONE: usize = 3;
/// Bytes of all pictures together; a new one pushes the oldest out.
const MOST_BYTES: usize = 24 << 20;
/// Photos that are read at once: each takes a processor and up to 128 MiB.
const READ_AT_ONCE: usize = 2;
/// Photos that are taken in at once: each takes up to 32 MiB.
const TAKEN_AT_ONCE: usize = 4;

/// All photos of the house.
pub(in crate::web) struct Album {
    sheets: Mutex<Vec<Sheet>>,
    pub(super) uploads: Arc<Semaphore>,
    pub(super) readers: Arc<Semaphore>,
}

impl Default for Album {
    fn default() -> Album {
        Album {
            sheets: Mutex::default(),
            uploads: Arc::new(Semaphore::new(TAKEN_AT_ONCE)),
            readers: Arc::new(Semaphore::new(READ_AT_ONCE)),
        }
    }
}

impl Album {
    /// Keeps a photo, and lets go of what is old or too much.
    pub(super) fn add(&self, sheet: Sheet, now: Timestamp) {
        let mut sheets = self.fresh(now);
        if sheets.iter().filter(|kept| kept.owner == sheet.owner).count() >= OF_ONE
            && let Some(oldest) = sheets.iter().position(|kept| kept.owner == sheet.owner)
        {
            sheets.remove(oldest);
        }
        sheets.push(sheet);
        while sheets.len() > 1 && sheets.iter().map(|kept| kept.picture.len()).sum::<usize>() > MOST_BYTES {
            sheets.remove(0);
        }
    }

    /// Looks at a photo of this person, or changes what was decided on it. `None` when it is gone, or another's.
    pub(super) fn with<T>(
        &self,
        id: Uuid,
        owner: TerminalId,
        now: Timestamp,
        work: impl FnOnce(&mut Sheet) -> T,
    ) -> Option<T> {
        let mut sheets = self.fresh(now);
        sheets.iter_mut().find(|kept| kept.id == id && kept.owner == owner).map(work)
    }

    /// Lets go of what was kept long enough. Every look does; the clock does it for a photo that nobody looks at again.
    pub(super) fn forget(&self, now: Timestamp) {
        drop(self.fresh(now));
    }

    fn fresh(&self, now: Timestamp) -> MutexGuard<'_, Vec<Sheet>> {
        let mut sheets = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        sheets.retain(|kept| now.duration_since(kept.made_at) < KEPT);
        sheets
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EventId;
    use crate::domain::desk::Mode;
    use crate::web::pages::desk::chosen::Chosen;

    fn sheet(owner: u128, id: u128, made_at: Timestamp, bytes: usize) -> Sheet {
        Sheet {
            id: Uuid::from_u128(id),
            owner: TerminalId(Uuid::from_u128(owner)),
            made_at,
            mode: Mode::Handout,
            picture: vec![0; bytes].into(),
            width: 1,
            height: 1,
            complete: true,
            left_off: 0,
            rows: Vec::new(),
            chosen: Chosen::default(),
            others: Vec::new(),
            lead: None,
            card_event: EventId(Uuid::nil()),
            booked_at: None,
        }
    }

    #[test]
    fn photos_are_few_small_private_and_short_lived() {
        let album = Album::default();
        let now = Timestamp::UNIX_EPOCH;
        let has = |id: u128, owner: u128, now| {
            album.with(Uuid::from_u128(id), TerminalId(Uuid::from_u128(owner)), now, |_| ()).is_some()
        };
        for id in 1..=4 {
            album.add(sheet(7, id, now, 10), now);
        }
        assert_eq!([1, 2, 3, 4].map(|id| has(id, 7, now)), [false, true, true, true]);
        assert!(!has(4, 8, now), "nobody sees another's photo");
        album.forget(now + KEPT - SignedDuration::from_secs(1));
        assert!(has(4, 7, now));
        album.forget(now + KEPT);
        assert!(album.sheets.lock().unwrap().is_empty(), "not one byte stays");
        album.add(sheet(7, 4, now, 10), now);
        album.add(sheet(8, 5, now, MOST_BYTES), now);
        assert_eq!([4, 5].map(|id| (has(id, 7, now), has(id, 8, now))), [(false, false), (false, true)]);
    }
}
