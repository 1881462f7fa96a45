//! The stages of a search, cheap ones first, and when the search ends.
//!
//! Each tells how much it wins: of a hundred photos of one label that are read at all, those that it is the first to read (1000
//! photos of seed 1, `tests/bench/decode --labels 1000`).

use super::Depth;
use super::picture::binarise::{Ink, by_blocks, by_half, by_mean};
use super::picture::finders::{self, Finder, Tolerance};
use super::picture::plane::Plane;
use super::pyramid::Pyramid;
use super::search::{MAKING, Manner, Search, Seen, Sight};
use super::shape::pairs::{may_be_one_symbol, pairs};
use super::shape::triples::triples;
use super::shape::upright;
use super::symbol::codewords::Effort;

/// One stage: looks at one version of the picture.
type Stage = fn(&mut Search, &Sight, &mut Seen);

/// Looks that every picture gets.
const QUICK: &[Stage] = &[blocks, mean];

/// What follows where the quick looks leave something unread.
const WIDE: &[Stage] = &[upright_drawing, blocks_wide, smooth_mean, close_mean, merged, two_corners, bent];

/// For the picture with every neighbourhood brought to one mean and deviation: faint print, shadows.
const FLAT: &[Stage] = &[smooth_mean, merged, two_corners, bent];

/// For the picture in half its size, where scratches through large modules are closed.
const COARSE: &[Stage] = &[blocks, smooth_mean, close_mean, merged, two_corners, bent];

/// For light codes on dark ground, which our labels never are.
const INVERTED: &[Stage] = &[blocks, mean, blocks_wide, smooth_mean];

/// For the picture in twice its size: small and blurred modules.
const LARGE: &[Stage] = &[smooth_mean, close_mean_doubled, merged, two_corners, bent];

/// Runs the stages until the picture has nothing more to say or the time is over.
pub fn run(search: &mut Search, pyramid: &Pyramid, depth: Depth) {
    let mut sizes: Vec<Size> =
        (0..pyramid.len()).map(|number| Size { pyramid, number, seen: Seen::default() }).collect();
    let (first, finest) = sizes.split_at_mut(pyramid.len().min(2));
    for size in &mut *first {
        size.go(search, QUICK);
        if depth == Depth::Frame {
            return;
        }
    }
    if !search.found.is_empty() {
        return more_of_them(search, first, finest);
    }
    for size in &mut *first {
        if size.go(search, WIDE) {
            return;
        }
    }
    changed(search, pyramid);
    if search.found.is_empty()
        && let Some(size) = finest.first_mut()
    {
        size.go(search, QUICK);
    }
    // Whatever was cut off last may not have noted it.
    search.is_over();
}

/// Where there are two codes there may be many: looks through the finest sizes too, and with the wide looks where finder patterns
/// are left over.
fn more_of_them(search: &mut Search, first: &mut [Size], finest: &mut [Size]) {
    if search.found.len() > 1 {
        for size in finest {
            size.go(search, &[blocks]);
        }
    }
    for size in first {
        if left_over(search, &size.pyramid.sight(size.number), &size.seen) {
            size.go(search, WIDE);
        }
    }
}

/// One size of the picture, and what the stages have seen in it.
struct Size<'a> {
    pyramid: &'a Pyramid<'a>,
    number: usize,
    seen: Seen,
}

impl Size<'_> {
    /// Runs stages on this size, which is made only if there is time for it; true if the search has come to its end.
    fn go(&mut self, search: &mut Search, stages: &[Stage]) -> bool {
        !search.has_time_for(self.pyramid.pixels(self.number) + self.pyramid.unmade(self.number) / MAKING)
            || go(search, &self.pyramid.sight(self.number), stages, &mut self.seen)
    }
}

/// The picture evened out (wins 0.5 of 100), in half its size (0.1), inverted (none of ours, which are never light on dark),
/// enlarged (0.6), and enlarged and sharpened: as long as nothing was found.
fn changed(search: &mut Search, pyramid: &Pyramid) {
    let (plane, scale) = pyramid.size(0);
    let pixels = plane.grey.len();
    let look =
        |search: &mut Search, change, (pixels, scale): (usize, f32), stages: &[Stage], make: &dyn Fn() -> Plane| {
            if search.found.is_empty() && search.has_time_for(pixels) {
                go(search, &Sight::changed(&make(), scale, change), stages, &mut Seen::default());
            }
        };
    // How many pixels the making and the first look go over: all of them twice for a mean, four times as many once enlarged.
    look(search, "flattened", (2 * pixels, scale), FLAT, &|| plane.smoothed().flattened(24));
    look(search, "halved", (pixels / 2, scale * 2.0), COARSE, &|| plane.shrunk(2));
    look(search, "inverted", (pixels, scale), INVERTED, &|| plane.inverted());
    look(search, "doubled", (4 * pixels, scale / 2.0), LARGE, &|| plane.doubled());
    look(search, "sharpened", (6 * pixels, scale / 2.0), LARGE, &|| plane.doubled().sharpened());
}

/// Runs stages on one version of the picture; true if the search has come to its end.
fn go(search: &mut Search, sight: &Sight, stages: &[Stage], seen: &mut Seen) -> bool {
    for stage in stages {
        if !search.has_time_for(sight.plane.grey.len()) {
            return true;
        }
        stage(search, sight, seen);
        if !search.found.is_empty() && !left_over(search, sight, seen) {
            return true;
        }
    }
    !search.found.is_empty()
}

/// Whether there are two clear finder patterns that may belong to a code that was not read.
fn left_over(search: &Search, sight: &Sight, seen: &Seen) -> bool {
    let clear: Vec<Finder> = seen.finders.iter().filter(|finder| finder.rays >= 13).copied().collect();
    let free = search.unexplained(&clear, sight.scale);
    free.iter().enumerate().any(|(at, one)| free[..at].iter().any(|other| may_be_one_symbol(one, other)))
}

/// Threshold by blocks of 8 × 8: the quick look that most pictures need. Wins 67 of 100.
fn blocks(search: &mut Search, sight: &Sight, seen: &mut Seen) {
    let ink = search.paced(sight.plane.grey.len(), || by_blocks(sight.plane));
    look(search, sight, &ink, Manner { stage: "blocks", effort: Effort::Light }, seen);
}

/// Threshold by the mean of a large square: codes on dark ground, large modules. Wins 4.5 of 100.
fn mean(search: &mut Search, sight: &Sight, seen: &mut Seen) {
    let ink = by_mean(sight.plane, (sight.plane.shorter() / 14).max(4), 4.0);
    look(search, sight, &ink, Manner { stage: "mean", effort: Effort::Light }, seen);
}

/// A clean drawing with modules of a pixel or two, as screens show them; none of our labels is one.
fn upright_drawing(search: &mut Search, sight: &Sight, _: &mut Seen) {
    if sight.plane.grey.len() < LARGEST_DRAWING
        && let Some(place) = upright::place(sight.plane, &by_half(sight.plane))
    {
        search.read_place(sight, &place, Manner { stage: "upright", effort: Effort::Full });
    }
}

/// The first look again with wide tolerance and full effort for each place. Wins 8 of 100.
fn blocks_wide(search: &mut Search, sight: &Sight, seen: &mut Seen) {
    let ink = by_blocks(sight.plane);
    look(search, sight, &ink, Manner { stage: "blocks-wide", effort: Effort::Full }, seen);
}

/// Noise smoothed away, threshold by the mean of a smaller square. Wins 4 of 100.
fn smooth_mean(search: &mut Search, sight: &Sight, seen: &mut Seen) {
    let ink = by_mean(&sight.plane.smoothed(), (sight.plane.shorter() / 28).max(3), 2.0);
    look(search, sight, &ink, Manner { stage: "smooth-mean", effort: Effort::Full }, seen);
}

/// Threshold by the mean of a small square: what blur has run together comes apart, since it is still darker or lighter than
/// what is right beside it. Wins 4.5 of 100.
fn close_mean(search: &mut Search, sight: &Sight, seen: &mut Seen) {
    let ink = by_mean(&sight.plane.smoothed(), 7, 0.7);
    look(search, sight, &ink, Manner { stage: "close-mean", effort: Effort::Full }, seen);
}

/// The same for a picture in twice its size.
fn close_mean_doubled(search: &mut Search, sight: &Sight, seen: &mut Seen) {
    let ink = by_mean(&sight.plane.smoothed(), 12, 0.7);
    look(search, sight, &ink, Manner { stage: "close-mean", effort: Effort::Full }, seen);
}

/// Triples of patterns that different looks have seen. Wins 0.5 of 100.
fn merged(search: &mut Search, sight: &Sight, seen: &mut Seen) {
    let free = search.unexplained(&seen.finders, sight.scale);
    read(search, sight, free, Manner { stage: "merged", effort: Effort::Full }, seen);
}

/// Two patterns and a third that is torn, covered or blinded. Wins 9 of 100.
fn two_corners(search: &mut Search, sight: &Sight, seen: &mut Seen) {
    let free = search.unexplained(&seen.finders, sight.scale);
    search.read_pairs(
        sight,
        &pairs(&free, 12, search.deadline),
        Manner { stage: "two-corners", effort: Effort::Full },
        seen,
    );
}

/// The likeliest places that could not be read, bent until they fit: folded and curved cloth. Wins 0.3 of
/// 100 of our labels, and more of larger codes.
fn bent(search: &mut Search, sight: &Sight, seen: &mut Seen) {
    let mut failed = std::mem::take(&mut seen.failed);
    failed.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    let mut tried: Vec<Finder> = Vec::new();
    for place in failed.iter().filter(|place| place.likeness > WORTH_BENDING) {
        if tried.len() == 5 || search.is_over() {
            return;
        }
        // The same place comes from several looks; two tries at it are enough.
        let middle = place.middle();
        if tried.iter().filter(|other| (other.x - middle.x).hypot(other.y - middle.y) < middle.module * 4.0).count() < 2
        {
            tried.push(middle);
            search.read_bent(sight, place, Manner { stage: "bent", effort: Effort::Full });
        }
    }
}

/// Larger pictures are photos; in pixels.
const LARGEST_DRAWING: usize = 300_000;

/// Likeness from which a place is worth the dearest stage: pictures without a code have many places below it.
const WORTH_BENDING: f32 = 0.45;

/// Finder patterns that are looked at together in a wide look: more are only found in cloth and gravel.
const WIDE_MOST: usize = 40;

/// Finds finder patterns in this ink and reads the triples that they make.
fn look(search: &mut Search, sight: &Sight, ink: &Ink, manner: Manner, seen: &mut Seen) {
    let tolerance = if manner.effort == Effort::Light { Tolerance::STRICT } else { Tolerance::WIDE };
    let found = finders::find(ink, sight.plane, tolerance, search.deadline);
    // Below the last of them the picture was not looked at.
    search.complete &= found.len() < finders::MOST;
    let free = search.unexplained(&found, sight.scale);
    read(search, sight, free, manner, seen);
}

fn read(search: &mut Search, sight: &Sight, mut free: Vec<Finder>, manner: Manner, seen: &mut Seen) {
    // Many clear patterns are a sheet of labels, many others are not.
    let clear = free.iter().filter(|finder| finder.rays >= 13).count();
    let most = if manner.effort == Effort::Light {
        6.max(2 * clear)
    } else {
        free.sort_by(|a, b| b.rays.cmp(&a.rays).then(b.module.total_cmp(&a.module)));
        free.truncate(WIDE_MOST.max(clear));
        16.max(2 * clear.min(WIDE_MOST))
    };
    seen.add(&free);
    let mut tried = triples(&free, 6, search.deadline);
    tried.truncate(most);
    search.read_triples(sight, &tried, manner, seen);
}
