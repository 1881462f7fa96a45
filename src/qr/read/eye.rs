//! One look at one tile through the rqrr decoder, which may give up loudly on some pictures.

use image::GrayImage;
use rqrr::PreparedImage;

use super::Found;
use super::quiet::quietly;
use super::tiles::Tile;

/// A tile whose lightest and darkest pixel differ by less shows paper or wall, no code.
const FAINTEST: u8 = 30;

/// The codes in one tile; corners are counted from the tile's top left.
pub fn glance(picture: &GrayImage, tile: Tile) -> Vec<Found> {
    let width = tile.width as usize;
    let rows = (tile.top..tile.top + tile.height).map(|y| {
        let start = y as usize * picture.width() as usize + tile.left as usize;
        &picture.as_raw()[start..start + width]
    });
    let pixels: Vec<u8> = rows.flatten().copied().collect();
    let contrast = pixels.iter().max().zip(pixels.iter().min()).map_or(0, |(lightest, darkest)| lightest - darkest);
    if contrast < FAINTEST {
        return Vec::new();
    }
    quietly(|| decode(width, &pixels)).unwrap_or_default()
}

fn decode(width: usize, pixels: &[u8]) -> Vec<Found> {
    let height = pixels.len() / width;
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let grids = prepared.detect_grids();
    let read = grids.iter().filter_map(|grid| {
        let mut bytes = Vec::new();
        // One grid that makes the decoder panic must not take the others with it.
        let about = quietly(|| grid.decode_to(&mut bytes))?.ok()?;
        let text =
            String::from_utf8(bytes).unwrap_or_else(|error| error.as_bytes().iter().map(|b| char::from(*b)).collect());
        let bounds = grid.bounds.map(|corner| (corner.x as f32, corner.y as f32));
        Some(Found { text, corners: without_excess(bounds, about.version.to_size()) })
    });
    read.collect()
}

/// rqrr gives the corners of a square that is one module too large to the right and below; this takes the module off,
/// in perspective: the unit square mapped onto the four corners (Heckbert 1989), read off a little before its end.
fn without_excess(bounds: [(f32, f32); 4], modules: usize) -> [(f32, f32); 4] {
    let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = bounds;
    let (dx1, dy1, dx2, dy2) = (x1 - x2, y1 - y2, x3 - x2, y3 - y2);
    let (sx, sy) = (x0 - x1 + x2 - x3, y0 - y1 + y2 - y3);
    let area = dx1 * dy2 - dx2 * dy1;
    if area == 0.0 {
        return bounds;
    }
    let (g, h) = ((sx * dy2 - dx2 * sy) / area, (dx1 * sy - sx * dy1) / area);
    let map = |u: f32, v: f32| {
        let depth = g * u + h * v + 1.0;
        let x = (x1 - x0 + g * x1) * u + (x3 - x0 + h * x3) * v + x0;
        let y = (y1 - y0 + g * y1) * u + (y3 - y0 + h * y3) * v + y0;
        (x / depth, y / depth)
    };
    let end = modules as f32 / (modules + 1) as f32;
    [map(0.0, 0.0), map(end, 0.0), map(end, end), map(0.0, end)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_excess_module_is_taken_off() {
        let square = [(10.0, 20.0), (230.0, 20.0), (230.0, 240.0), (10.0, 240.0)];
        let exact = [(10.0, 20.0), (220.0, 20.0), (220.0, 230.0), (10.0, 230.0)];
        for ((x, y), (right_x, right_y)) in without_excess(square, 21).into_iter().zip(exact) {
            assert!((x - right_x).abs() < 1e-3 && (y - right_y).abs() < 1e-3);
        }
    }
}
