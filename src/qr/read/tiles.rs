//! In which sizes a picture is looked at, and how it is cut into tiles.

/// Side of a tile in pixels. The decoder copies its picture for every three finder patterns that might belong together and
/// mixes up those of neighbouring labels, so few codes in a small picture are quicker and surer: of a sheet of 189 small
/// labels at 300 dpi it reads 13 in tiles of 1000 pixels, in a hundred seconds, and 188 in tiles of 500, in fourteen.
const TILE: u32 = 500;

/// By how much neighbouring tiles overlap. A code up to this size lies whole in some tile; a larger one does so in a
/// smaller size of the picture, where it still has at least half as many pixels: 125 for 29 modules.
const OVERLAP: u32 = 250;

/// A part of a picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// The sizes, as parts of the picture's own: from the one that fits into a single tile, doubled up to the full size.
/// For a picture that fits as it is, the full size and twice the size.
pub fn scales(width: u32, height: u32) -> Vec<f32> {
    let longest = width.max(height);
    if longest <= TILE {
        return vec![1.0, 2.0];
    }
    let mut scale = TILE as f32 / longest as f32;
    let mut scales = Vec::new();
    while scale < 1.0 {
        scales.push(scale);
        scale *= 2.0;
    }
    scales.push(1.0);
    scales
}

/// Tiles that cover a picture of this size.
pub fn tiles(width: u32, height: u32) -> impl Iterator<Item = Tile> {
    starts(height).flat_map(move |top| {
        starts(width).map(move |left| Tile { left, top, width: width.min(TILE), height: height.min(TILE) })
    })
}

/// Where the tiles along one side begin, spread evenly.
fn starts(length: u32) -> impl Iterator<Item = u32> {
    let count = length.saturating_sub(OVERLAP).div_ceil(TILE - OVERLAP).max(1);
    let room = length.saturating_sub(TILE);
    (0..count)
        .map(move |at| if count == 1 { 0 } else { (u64::from(room) * u64::from(at) / u64::from(count - 1)) as u32 })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_is_not_larger_than_the_overlap_lies_whole_in_a_tile(length in 1..9000u32, at in 0..9000u32, size in 1..=OVERLAP) {
            let size = size.min(length);
            let at = at % (length - size + 1);
            prop_assert!(starts(length).any(|start| start <= at && at + size <= start + length.min(TILE)));
            prop_assert!(starts(length).all(|start| start + length.min(TILE) <= length));
        }

        #[test]
        fn the_first_look_is_one_tile_and_the_last_is_the_full_size(width in 501..9000u32, height in 1..9000u32) {
            let scales = scales(width, height);
            let first = |length: u32| (length as f32 * scales[0]).round() as u32;
            prop_assert_eq!(tiles(first(width), first(height)).count(), 1);
            prop_assert_eq!(scales.last(), Some(&1.0));
        }
    }
}
