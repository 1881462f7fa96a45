//! Pages as pictures, dot by dot: the same layout as in the PDF, for thermal printers and for the screen.

use ab_glyph::{Font, PxScale, ScaleFont, point};

use super::layout::Line;
use super::{MM_PER_INCH, PT_PER_INCH, PaperError, font};
use crate::qr::draw::{SIDE, Symbol};

/// A grey page, 255 is white.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    dpi: f64,
    grey: Vec<u8>,
}

impl Picture {
    /// An empty page of this size in mm.
    pub fn white((width, height): (f64, f64), dpi: f64) -> Picture {
        let dots = |mm: f64| (mm / MM_PER_INCH * dpi).round() as usize;
        let (width, height) = (dots(width), dots(height));
        Picture { width, height, dpi, grey: vec![255; width * height] }
    }

    /// Whether this dot is printed by a printer that knows black and white only.
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        self.grey[y * self.width + x] < 128
    }

    /// A QR symbol with its left top corner `at` mm and modules of this side in mm; both are whole dots.
    pub fn symbol(&mut self, at: (f64, f64), module: f64, symbol: &Symbol) {
        let side = self.dots(module).round() as i64;
        let (left, top) = (self.dots(at.0).round() as i64, self.dots(at.1).round() as i64);
        for y in 0..i64::from(SIDE) * side {
            for x in 0..i64::from(SIDE) * side {
                if symbol.is_dark((x / side) as i32, (y / side) as i32) {
                    self.darken(left + x, top + y, 255);
                }
            }
        }
    }

    pub fn text(&mut self, line: &Line) {
        let typeface = font::outlines();
        let em = line.pt / PT_PER_INCH * self.dpi;
        // ab_glyph scales by ascent minus descent, type sizes by the em.
        let per_em = typeface.units_per_em().map_or(1.0, |units| typeface.height_unscaled() / units);
        let scale = PxScale::from(em as f32 * per_em);
        let scaled = typeface.as_scaled(scale);
        let (mut x, baseline) = (self.dots(line.x) as f32, self.dots(line.baseline).round() as f32);
        for character in line.text.chars() {
            let glyph = scaled.glyph_id(font::drawn(character));
            let advance = scaled.h_advance(glyph);
            if let Some(outlined) = typeface.outline_glyph(glyph.with_scale_and_position(scale, point(x, baseline))) {
                let bounds = outlined.px_bounds();
                let (left, top) = (bounds.min.x as i64, bounds.min.y as i64);
                outlined.draw(|dx, dy, covered| {
                    self.darken(left + i64::from(dx), top + i64::from(dy), (covered.clamp(0.0, 1.0) * 255.0) as u8);
                });
            }
            x += advance;
        }
    }

    /// The picture as a PNG file that says how large its dots are.
    pub fn to_png(&self) -> Result<Vec<u8>, PaperError> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let per_metre = (self.dpi / MM_PER_INCH * 1000.0).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.grey)?;
        writer.finish()?;
        Ok(file)
    }

    fn dots(&self, mm: f64) -> f64 {
        mm / MM_PER_INCH * self.dpi
    }

    /// Takes this much light from a dot; dots outside the page are left out, as on paper.
    fn darken(&mut self, x: i64, y: i64, by: u8) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x < self.width && y < self.height {
            let dot = &mut self.grey[y * self.width + x];
            *dot = dot.saturating_sub(by);
        }
    }
}
