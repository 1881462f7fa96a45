//! The state of a search: what was found, what looked like a symbol but was not read, and how much time is left.

use std::time::{Duration, Instant};

use super::Found;
use super::deadline::Deadline;
use super::picture::finders::{Finder, is_within};
use super::picture::plane::Plane;
use super::pyramid::Pyramid;
use super::shape::bend;
use super::shape::pairs;
use super::shape::place::{self, HOPELESS, Place, WORTH_READING};
use super::shape::triples::Triple;
use super::symbol::bits::Said;
use super::symbol::codewords::Effort;

/// One version of the picture, in which finder patterns are looked for.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    pub plane: &'a Plane,
    /// How many pixels of the picture one of the plane's is wide.
    pub scale: f32,
    /// What was done to the picture, if anything.
    pub change: Option<&'static str>,
    /// The finer sizes of the same, for reading what is small in it: the pyramid, and the number of this size.
    pub finer: Option<(&'a Pyramid<'a>, usize)>,
}

/// Modules smaller than this many pixels are read in a finer size if there is one.
const FINE_ENOUGH: f32 = 3.5;

/// Making a size of the picture takes a pixel of it a part of the time that a filter takes: one of this.
pub const MAKING: usize = 3;

impl<'a> Sight<'a> {
    /// A changed version of the picture, which has no finer sizes.
    pub fn changed(plane: &'a Plane, scale: f32, change: &'static str) -> Self {
        Self { plane, scale, change: Some(change), finer: None }
    }
}

/// What the stages have seen in one version of the picture and could not read.
#[derive(Default)]
pub struct Seen {
    /// Finder patterns, in pixels of the sight.
    pub finders: Vec<Finder>,
    /// Places that looked like a symbol, in pixels of the sight.
    pub failed: Vec<Place>,
}

impl Seen {
    /// Adds finder patterns that are not known yet, and better measurements of those that are.
    pub fn add(&mut self, finders: &[Finder]) {
        if self.finders.is_empty() {
            // One look has no pattern twice.
            self.finders.extend_from_slice(finders);
            return;
        }
        for finder in finders {
            match self.finders.iter_mut().find(|known| known.is_same(finder)) {
                Some(known) if known.rays < finder.rays => *known = *finder,
                Some(_) => {}
                None => self.finders.push(*finder),
            }
        }
    }
}

/// A search through one picture.
pub struct Search {
    pub deadline: Deadline,
    pub found: Vec<Found>,
    /// False once something was left out for want of time.
    pub complete: bool,
    /// How long a filter needs for a pixel, in nanoseconds, as measured in this search.
    pace: f32,
}

/// A place that could not be read as it is.
struct Unread<'a> {
    plane: &'a Plane,
    /// How many of its pixels one of the sight is wide.
    by: f32,
    /// In pixels of its plane.
    place: Place,
}

/// How a stage reads: under which name, with how much effort.
#[derive(Clone, Copy)]
pub struct Manner {
    pub stage: &'static str,
    pub effort: Effort,
}

/// A place as like a symbol as this is one, and worth full effort in a quick look too.
const SURELY_A_SYMBOL: f32 = 0.8;

impl Manner {
    fn effort_for(&self, place: &Place) -> Effort {
        if place.likeness > SURELY_A_SYMBOL { Effort::Full } else { self.effort }
    }
}

impl Search {
    pub fn until(deadline: Deadline) -> Self {
        Self { deadline, found: Vec::new(), complete: true, pace: 4.0 }
    }

    /// Whether the time is over; then the search is not complete.
    pub fn is_over(&mut self) -> bool {
        let over = self.deadline.is_over();
        self.complete &= !over;
        over
    }

    /// Whether there is time for some filters over a picture of so many pixels. They cannot be stopped half way.
    pub fn has_time_for(&mut self, pixels: usize) -> bool {
        let needed = Duration::from_nanos((pixels as f32 * self.pace * 2.5) as u64);
        let enough = self.deadline.leaves(needed);
        self.complete &= enough;
        enough
    }

    /// Measures the pace by a filter over so many pixels.
    pub fn paced<T>(&mut self, pixels: usize, filter: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = filter();
        // An interruption is no pace.
        self.pace = (start.elapsed().as_nanos() as f32 / pixels as f32).clamp(2.0, 20.0);
        result
    }

    /// The plane for modules of this size (in pixels of a sight), and how many of its pixels one of the sight is wide: fine enough, as
    /// long as there is time to make it.
    fn plane_for<'a>(&mut self, sight: &Sight<'a>, module: f32) -> (&'a Plane, f32) {
        let Some((pyramid, number)) = sight.finer else { return (sight.plane, 1.0) };
        let mut size = number;
        while module * sight.scale / pyramid.scale(size) < FINE_ENOUGH && size + 1 < pyramid.len() {
            size += 1;
        }
        // Making a size reads the whole picture; the sight's own is made.
        while pyramid.unmade(size) > 0 && !self.has_time_for(pyramid.unmade(size) / MAKING) {
            size -= 1;
        }
        let (plane, scale) = pyramid.size(size);
        (plane, sight.scale / scale)
    }

    /// Finder patterns (in pixels of a sight) that belong to nothing that was read.
    pub fn unexplained(&self, finders: &[Finder], scale: f32) -> Vec<Finder> {
        let is_free =
            |finder: &&Finder| !self.found.iter().any(|found| is_within(&finder.scaled(scale), &found.corners));
        finders.iter().filter(is_free).copied().collect()
    }

    fn is_explained(&self, finder: Finder, scale: f32) -> bool {
        self.unexplained(&[finder], scale).is_empty()
    }

    /// Reads what stands at the places of these triples; what was read takes its finder patterns with it.
    pub fn read_triples(&mut self, sight: &Sight, triples: &[Triple], manner: Manner, seen: &mut Seen) {
        let mut unread = Vec::new();
        for triple in triples {
            if self.is_over() {
                return;
            }
            if self.unexplained(&triple.corners, sight.scale).len() == 3 {
                let smallest = triple.corners.iter().map(|finder| finder.module).fold(f32::MAX, f32::min);
                let (plane, by) = self.plane_for(sight, smallest);
                let places = place::places(plane, &triple.scaled(by), self.deadline);
                self.read_at_once(sight, (plane, by), places, manner, &mut unread);
            }
        }
        self.read_moved(sight, unread, manner, seen);
    }

    /// The same for pairs of finder patterns.
    pub fn read_pairs(&mut self, sight: &Sight, pairs: &[[Finder; 2]], manner: Manner, seen: &mut Seen) {
        let mut unread = Vec::new();
        for pair in pairs {
            if self.is_over() {
                return;
            }
            if self.unexplained(pair, sight.scale).len() == 2 {
                let (plane, by) = self.plane_for(sight, pair[0].module.min(pair[1].module));
                let places = pairs::places(plane, &pair.map(|finder| finder.scaled(by)));
                self.read_at_once(sight, (plane, by), places, manner, &mut unread);
            }
        }
        self.read_moved(sight, unread, manner, seen);
    }

    /// Reads a place that failed once it is bent.
    pub fn read_bent(&mut self, sight: &Sight, place: &Place, manner: Manner) {
        if self.is_explained(place.middle(), sight.scale) {
            return;
        }
        let (plane, by) = self.plane_for(sight, place.transform.module());
        let bent = bend::bent(plane, &place.scaled(by), self.deadline);
        if let Some(said) = bent.read(plane, manner.effort, self.deadline) {
            self.note(said, &bent, sight, by, manner);
        }
    }

    /// Reads a single place that needs no moving.
    pub fn read_place(&mut self, sight: &Sight, place: &Place, manner: Manner) {
        if let Some(said) = place.read(sight.plane, manner.effort, self.deadline) {
            self.note(said, place, sight, 1.0, manner);
        }
    }

    /// Reads one of the two likeliest of these places as it is, else keeps them.
    fn read_at_once<'a>(
        &mut self,
        sight: &Sight,
        (plane, by): (&'a Plane, f32),
        places: Vec<Place>,
        manner: Manner,
        unread: &mut Vec<Unread<'a>>,
    ) {
        for (at, place) in places.into_iter().take(3).enumerate() {
            if place.likeness < HOPELESS {
                return;
            }
            if place.likeness > WORTH_READING
                && at < 2
                && let Some(said) = place.read(plane, manner.effort_for(&place), self.deadline)
            {
                return self.note(said, &place, sight, by, manner);
            }
            unread.push(Unread { plane, by, place });
        }
    }

    /// Moves the likeliest places a little and reads them then, until a number of them could not be read.
    fn read_moved(&mut self, sight: &Sight, mut unread: Vec<Unread>, manner: Manner, seen: &mut Seen) {
        unread.sort_by(|a, b| b.place.likeness.total_cmp(&a.place.likeness));
        let mut left = if manner.effort == Effort::Light { 4 } else { 12 };
        for Unread { plane, by, place } in unread {
            if left == 0 || self.is_over() {
                return;
            }
            if self.is_explained(place.middle(), sight.scale / by) {
                continue;
            }
            let moved = place.settled(plane, self.deadline);
            left -= 1;
            if moved.likeness < WORTH_READING {
                continue;
            }
            if let Some(said) = moved.read(plane, manner.effort_for(&moved), self.deadline) {
                self.note(said, &moved, sight, by, manner);
                left += 1;
            } else {
                seen.failed.push(moved.scaled(1.0 / by));
            }
        }
    }

    /// Notes what was read at a place. Two texts on one square prove that one of them is false: then neither is kept.
    /// The place is in pixels of which one of the sight is `by` wide.
    fn note(&mut self, said: Said, place: &Place, sight: &Sight, by: f32, manner: Manner) {
        let scale = sight.scale / by;
        let mut corners = place.transform.corners().map(|(x, y)| (x * scale, y * scale));
        if said.mirrored {
            corners.swap(1, 3);
        }
        let found = Found { text: said.text, corners, stage: sight.change.unwrap_or(manner.stage) };
        match self.found.iter().position(|known| known.lies_on(&found)) {
            None => self.found.push(found),
            Some(at) if self.found[at].text == found.text => {}
            Some(at) => drop(self.found.remove(at)),
        }
    }
}
