//! From a lit scene to the file of a camera: light and shadow, blur, a shaking hand, a noisy sensor, sharpening, JPEG.

use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;

use super::dice::Dice;
use super::plane::Plane;

/// A place in the picture and a length there, in pixels: where the code is and how large, so that shadows meet it.
#[derive(Clone, Copy)]
pub struct Spot {
    pub x: f32,
    pub y: f32,
    pub size: f32,
}

/// Light from one side, up to 75 % less on the other, and the camera's exposure.
pub fn light(dice: &mut Dice, picture: &mut Plane) -> f32 {
    let (loss, (sine, cosine), exposure) = (dice.between(0.0, 0.75), dice.angle().sin_cos(), dice.between(0.55, 1.15));
    let (width, height) = (picture.width as f32, picture.height as f32);
    picture.change(|x, y, value| {
        let side = 0.5 + (x / width - 0.5) * cosine + (y / height - 0.5) * sine;
        *value *= exposure * (1.0 - loss * side.clamp(0.0, 1.0));
    });
    loss
}

/// The edge of a shadow across the spot: a hand, a shelf, whoever takes the photo.
pub fn shadow(dice: &mut Dice, picture: &mut Plane, spot: Spot) {
    let ((sine, cosine), away) = (dice.angle().sin_cos(), dice.between(-0.5, 0.5) * spot.size);
    let (soft, dark) = ((dice.between(0.02, 0.4) * spot.size).max(0.5), dice.between(0.25, 0.65));
    picture.change(|x, y, value| {
        let across = ((x - spot.x) * cosine + (y - spot.y) * sine - away) / soft;
        // The logistic curve; beyond ±8 it is as good as flat, and most pixels are there.
        let share = if across.abs() > 8.0 { f32::from(across > 0.0) } else { 1.0 / (1.0 + (-across).exp()) };
        *value *= 1.0 - dark * share;
    });
}

/// A lamp mirrored near the spot.
pub fn glare(dice: &mut Dice, picture: &mut Plane, spot: Spot) {
    let (x, y) = (spot.x + dice.between(-0.6, 0.6) * spot.size, spot.y + dice.between(-0.6, 0.6) * spot.size);
    let across = dice.between(0.08, 0.35) * spot.size;
    let (down, bright) = (across * dice.between(0.4, 1.0), dice.between(60.0, 220.0));
    picture.change(|px, py, value| {
        let distance = ((px - x) / across).powi(2) + ((py - y) / down).powi(2);
        if distance < 12.0 {
            *value += bright * (-distance).exp();
        }
    });
}

/// What the optics and the hand did, in modules of the code.
#[derive(Clone, Copy, Default)]
pub struct Unsharp {
    pub blur: f32,
    pub motion: f32,
}

/// Out of focus by up to 0.62 modules (at most 9 pixels, and never sharper than a lens is), in one of five pictures moved
/// by 0.3 to 1.05 modules.
pub fn optics(dice: &mut Dice, picture: Plane, module: f32, steady: bool) -> (Plane, Unsharp) {
    let share = dice.mostly_small() * if steady { 0.35 } else { 0.62 };
    let blur = if dice.chance(0.7) { share * module } else { 0.3 };
    let sigma = blur.min(9.0) + 0.35;
    let mut out = picture.blurred(sigma);
    let mut motion = 0.0;
    if dice.chance(if steady { 0.1 } else { 0.22 }) {
        motion = dice.between(0.3, if steady { 0.6 } else { 1.05 });
        let (sine, cosine) = dice.angle().sin_cos();
        out = out.smeared(motion * module * cosine, motion * module * sine);
    }
    (out, Unsharp { blur: sigma / module, motion })
}

/// Noise of up to `most` grey levels in the light and half of it in the dark, then often sharpened as phones do.
pub fn sensor(dice: &mut Dice, mut picture: Plane, most: f32) -> (Plane, f32) {
    let strength = dice.between(1.0, most);
    let mut grain = dice.grain();
    for value in &mut picture.values {
        *value += grain.next() * strength * (0.3 + 0.7 / 255.0 * value.clamp(0.0, 255.0)).sqrt();
    }
    if dice.chance(0.4) {
        let amount = dice.between(0.3, 1.2);
        let soft = picture.blurred(1.2);
        picture.values.iter_mut().zip(&soft.values).for_each(|(value, soft)| *value += amount * (*value - soft));
    }
    (picture, strength)
}

/// A colour JPEG with a slight tint, as phones write, of quality 60 to 90.
pub fn file(dice: &mut Dice, picture: &Plane) -> (Vec<u8>, u8) {
    let tint = [0; 3].map(|_| 1.0 + 0.05 * dice.normal());
    let quality = dice.whole(60, 90) as u8;
    let pixels: Vec<u8> = picture.values.iter().flat_map(|value| tint.map(|tint| (value * tint) as u8)).collect();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, quality)
        .encode(&pixels, picture.width as u32, picture.height as u32, ExtendedColorType::Rgb8)
        .expect("a picture in memory can be written to memory");
    (jpeg, quality)
}
