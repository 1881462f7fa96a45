//! Grey to dark and light: which pixels are ink is a matter of what lies around them.

use super::plane::{Plane, rows_of_means};

/// One byte a pixel, 1 for dark.
pub struct Ink {
    pub width: usize,
    pub height: usize,
    pub dark: Vec<u8>,
}

/// Side of a block for [`by_blocks`] in pixels.
const BLOCK: usize = 8;

/// A block whose pixels differ by less has no ink of its own.
const FLAT: u8 = 24;

/// Threshold of each block of 8 × 8 pixels from the 5 × 5 blocks around it (the manner of ZXing's hybrid binarizer): quick, and
/// even with shadows. A flat block takes the level of its neighbours if it is not lighter than they, else counts as paper.
pub fn by_blocks(plane: &Plane) -> Ink {
    let (across, down) = (plane.width.div_ceil(BLOCK), plane.height.div_ceil(BLOCK));
    let levels = block_levels(plane, across, down);
    let mut dark = vec![0; plane.grey.len()];
    for row in 0..down {
        let rows = row.saturating_sub(2).min(down.saturating_sub(5))
            ..(row.saturating_sub(2).min(down.saturating_sub(5)) + 5).min(down);
        for column in 0..across {
            let first = column.saturating_sub(2).min(across.saturating_sub(5));
            let columns = first..(first + 5).min(across);
            let mut sum = 0;
            for line in rows.clone() {
                sum += levels[line * across..][columns.clone()].iter().map(|&level| u32::from(level)).sum::<u32>();
            }
            let threshold = (sum / (rows.len() * columns.len()) as u32) as u8;
            let (left, right) = (column * BLOCK, ((column + 1) * BLOCK).min(plane.width));
            for y in row * BLOCK..((row + 1) * BLOCK).min(plane.height) {
                let line = y * plane.width;
                for (out, &grey) in
                    dark[line + left..line + right].iter_mut().zip(&plane.grey[line + left..line + right])
                {
                    *out = u8::from(grey <= threshold);
                }
            }
        }
    }
    Ink { width: plane.width, height: plane.height, dark }
}

fn block_levels(plane: &Plane, across: usize, down: usize) -> Vec<u8> {
    let mut levels = vec![0u8; across * down];
    for row in 0..down {
        for column in 0..across {
            let (left, right) = (column * BLOCK, ((column + 1) * BLOCK).min(plane.width));
            let (mut sum, mut count, mut low, mut high) = (0u32, 0u32, u8::MAX, 0u8);
            for y in row * BLOCK..((row + 1) * BLOCK).min(plane.height) {
                let pixels = &plane.grey[y * plane.width + left..y * plane.width + right];
                for &grey in pixels {
                    sum += u32::from(grey);
                    low = low.min(grey);
                    high = high.max(grey);
                }
                count += pixels.len() as u32;
            }
            let at = row * across + column;
            levels[at] = if high - low > FLAT {
                (sum / count) as u8
            } else if row > 0 && column > 0 {
                let around = (u32::from(levels[at - across])
                    + 2 * u32::from(levels[at - 1])
                    + u32::from(levels[at - across - 1]))
                    / 4;
                if u32::from(low) < around { around as u8 } else { low / 2 }
            } else {
                low / 2
            };
        }
    }
    levels
}

/// Dark is what is darker than the mean of the square around it by at least `bias`.
pub fn by_mean(plane: &Plane, radius: usize, bias: f32) -> Ink {
    let mut dark = vec![0; plane.grey.len()];
    rows_of_means(plane, radius, u32::from, |y, means| {
        let from = y * plane.width;
        for ((out, &grey), &mean) in dark[from..from + plane.width].iter_mut().zip(&plane.grey[from..]).zip(means) {
            *out = u8::from(f32::from(grey) < mean - bias);
        }
    });
    Ink { width: plane.width, height: plane.height, dark }
}

/// Dark is what is in the darker half of all greys that occur.
pub fn by_half(plane: &Plane) -> Ink {
    let (low, high) = plane.grey.iter().fold((u8::MAX, 0), |(low, high), &grey| (low.min(grey), high.max(grey)));
    let level = low.midpoint(high);
    let dark = plane.grey.iter().map(|&grey| u8::from(grey < level)).collect();
    Ink { width: plane.width, height: plane.height, dark }
}
