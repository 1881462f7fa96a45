//! Pictures of the screens, for people who want to look at them: `cargo test --lib pictures -- --ignored` paints each kind
//! of screen in each language into `target/pictures`.

use std::path::Path;

use ab_glyph::{Font, FontVec, PxScale, ScaleFont, point};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::*;

/// A cell of the picture in dots.
const WIDTH: u32 = 12;
const HEIGHT: u32 = 24;
const EM: f32 = 19.9;
const FONTS: &str = "/usr/share/fonts/truetype/dejavu";

struct Painter {
    regular: FontVec,
    bold: FontVec,
}

impl Painter {
    fn new() -> Painter {
        let font = |name: &str| {
            let file = std::fs::read(Path::new(FONTS).join(name)).expect("the package fonts-dejavu-core is installed");
            FontVec::try_from_vec(file).expect("a font")
        };
        Painter { regular: font("DejaVuSansMono.ttf"), bold: font("DejaVuSansMono-Bold.ttf") }
    }

    fn paint(&self, buffer: &Buffer) -> image::RgbImage {
        let area = buffer.area;
        let mut picture = image::RgbImage::new(u32::from(area.width) * WIDTH, u32::from(area.height) * HEIGHT);
        for y in 0..area.height {
            for x in 0..area.width {
                self.cell(&mut picture, u32::from(x) * WIDTH, u32::from(y) * HEIGHT, &buffer[(x, y)]);
            }
        }
        picture
    }

    fn cell(&self, picture: &mut image::RgbImage, left: u32, top: u32, cell: &Cell) {
        let (mut ink, mut paper) = (rgb(cell.fg), rgb(cell.bg));
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut paper);
        }
        let sign = cell.symbol().chars().next().unwrap_or(' ');
        let font = if cell.modifier.contains(Modifier::BOLD) { &self.bold } else { &self.regular };
        let quarters = quarters(sign);
        for y in 0..HEIGHT {
            for x in 0..WIDTH {
                let quarter = usize::from(x >= WIDTH / 2) + 2 * usize::from(y >= HEIGHT / 2);
                let dark = quarters.is_some_and(|quarters| quarters[quarter]);
                picture.put_pixel(left + x, top + y, image::Rgb(if dark { ink } else { paper }));
            }
        }
        if quarters.is_some() {
            return;
        }
        let per_em = font.units_per_em().map_or(1.0, |units| font.height_unscaled() / units);
        let scale = PxScale::from(EM * per_em);
        let glyph = font.glyph_id(sign);
        assert!(glyph.0 != 0 || sign == ' ', "the font lacks {sign:?} (U+{:04X})", sign as u32);
        let baseline = font.as_scaled(scale).ascent().round();
        let Some(outlined) = font.outline_glyph(glyph.with_scale_and_position(scale, point(0.0, baseline))) else {
            return;
        };
        let bounds = outlined.px_bounds();
        outlined.draw(|dx, dy, part| {
            let (x, y) = (bounds.min.x as i64 + i64::from(dx), bounds.min.y as i64 + i64::from(dy));
            // Joined letters reach a little into the next cell, which is painted later: keep to this one.
            if (0..i64::from(WIDTH)).contains(&x) && (0..i64::from(HEIGHT)).contains(&y) {
                let pixel = picture.get_pixel_mut(left + x as u32, top + y as u32);
                for (now, ink) in pixel.0.iter_mut().zip(ink) {
                    *now = (f32::from(*now) + (f32::from(ink) - f32::from(*now)) * part.clamp(0.0, 1.0)) as u8;
                }
            }
        });
    }
}

/// Which quarters of the cell a block element fills: upper left, upper right, lower left, lower right.
fn quarters(sign: char) -> Option<[bool; 4]> {
    let bits = match sign {
        '▀' => 0b0011,
        '▄' => 0b1100,
        '█' => 0b1111,
        '▌' => 0b0101,
        '▐' => 0b1010,
        '▘' => 0b0001,
        '▝' => 0b0010,
        '▖' => 0b0100,
        '▗' => 0b1000,
        '▞' => 0b0110,
        '▚' => 0b1001,
        '▛' => 0b0111,
        '▜' => 0b1011,
        '▙' => 0b1101,
        '▟' => 0b1110,
        _ => return None,
    };
    Some([0, 1, 2, 3].map(|bit| bits >> bit & 1 == 1))
}

fn rgb(colour: Color) -> [u8; 3] {
    match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Black => [0, 0, 0],
        Color::Red => [170, 0, 0],
        Color::Yellow => [255, 255, 85],
        Color::Blue => [0, 0, 170],
        Color::Gray => [170, 170, 170],
        Color::LightCyan => [85, 255, 255],
        Color::LightGreen => [85, 255, 85],
        Color::LightMagenta => [255, 85, 255],
        _ => [255, 255, 255],
    }
}

#[test]
#[ignore = "for looking at: writes target/pictures"]
fn pictures_of_every_screen() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).expect("a folder");
    let painter = Painter::new();
    for lang in Lang::ALL {
        for (name, scene) in kinds() {
            let terminal = scene(Texts::of(lang)).shot(lang, 80, 24);
            let picture = painter.paint(terminal.backend().buffer());
            picture.save(folder.join(format!("{name}_{lang}.png"))).expect("a picture");
        }
    }
}
