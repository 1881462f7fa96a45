//! Harsh photos of our own labels, made by arithmetic: a bent label on a messy table under bad light before a cheap camera.
//! The same seed and number give the same picture on every machine of one kind.
//!
//! The shares and ranges are those with which readers were compared: codes of 12 to 25 mm, tilted up to 45° and turned any
//! way, 12 % round a bottle and 18 % in folds, 20 % covered by up to a tenth, 12 % with glare, 30 % in a shadow's edge,
//! blurred by up to 0.6 modules, 22 % moved, noise up to 11 grey levels, JPEG 60 to 90.

mod dice;
mod ground;
mod ink;
mod label;
mod lens;
mod plane;
mod pose;
mod text;

use std::f32::consts::{FRAC_PI_2, TAU};

use gabentisch::codes::{Code, Kind};

use dice::{Dice, Purpose};
use ink::Print;
use label::Label;
use lens::{Spot, Unsharp};
use plane::Plane;
use pose::{Bend, Camera, Pose};

/// A picture with known contents.
pub struct Photo {
    pub jpeg: Vec<u8>,
    /// What its codes say, in no order.
    pub texts: Vec<String>,
    /// What makes it hard, as `key=value` pairs.
    pub about: String,
}

/// Which camera took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A camera's live picture, 640 × 480.
    Live,
    /// 1280 × 720.
    Wide,
    /// A phone's photo of 12 megapixels.
    Phone,
}

impl Frame {
    pub fn size(self) -> (usize, usize) {
        match self {
            Frame::Live => (640, 480),
            Frame::Wide => (1280, 720),
            Frame::Phone => (4000, 3000),
        }
    }

    /// How far away labels are held, in mm.
    fn distances(self) -> (f32, f32) {
        match self {
            Frame::Live => (60.0, 140.0),
            Frame::Wide => (75.0, 215.0),
            Frame::Phone => (100.0, 420.0),
        }
    }
}

/// One label before one of the three cameras: 45 % live, 35 % wide, 20 % phone.
pub fn photo(seed: u64, index: u64) -> Photo {
    let mut dice = Dice::new(seed, Purpose::Photo, index);
    let frame = match dice.between(0.0, 1.0) {
        share if share < 0.45 => Frame::Live,
        share if share < 0.80 => Frame::Wide,
        _ => Frame::Phone,
    };
    one_label(&mut dice, frame, true)
}

/// One label before this camera.
pub fn photo_by(frame: Frame, seed: u64, index: u64) -> Photo {
    one_label(&mut Dice::new(seed, Purpose::Photo, index), frame, true)
}

/// A picture without a code of ours: a label with words, bars or another kind of code, or only what lies around. Half live,
/// half wide.
pub fn empty(seed: u64, index: u64) -> Photo {
    let mut dice = Dice::new(seed, Purpose::Empty, index);
    let frame = dice.pick(&[Frame::Live, Frame::Wide]);
    one_label(&mut dice, frame, false)
}

/// A table with thirty labelled pieces, in one photo of 12 megapixels from 45 to 70 cm, held steadier than at one label.
pub fn table(seed: u64, index: u64) -> Photo {
    let dice = &mut Dice::new(seed, Purpose::Table, index);
    let camera = Camera::new(Frame::Phone.size());
    let distance = dice.between(450.0, 700.0);
    let mut picture = ground::any(dice, camera.width, camera.height);
    let cell = (camera.width as f32 / 6.0, camera.height as f32 / 5.0);
    let middles = (0..30).map(|at| (((at % 6) as f32 + 0.5) * cell.0, ((at / 6) as f32 + 0.5) * cell.1));
    let mut middles: Vec<(f32, f32)> = middles.collect();
    // Whatever is laid later lies on top, and that begins anywhere.
    middles.rotate_left(dice.whole(0, 29));
    for &middle in &middles {
        ground::piece(dice, &mut picture, middle, cell.1);
    }
    let fine = (2.2 * camera.focal / distance).clamp(8.0, 60.0);
    let mut laid: Vec<[(f32, f32); 4]> = Vec::new();
    let mut texts = Vec::new();
    for middle in middles {
        let code = any_code(dice);
        // A label that would hide the code of another is thrown again, with other words and another shape.
        let (label, pose) = loop {
            let label = Label::new(dice, Print::Ours(code), fine);
            let pose = on_table(dice, &camera, middle, distance);
            let outline = pose.outline(&camera, &label);
            if pose.is_in(&camera, label.side) && laid.iter().all(|other| pose::apart(&outline, other)) {
                break (label, pose);
            }
        };
        let shade = dice.between(0.1, 0.5);
        pose.draw(&camera, &label, shade, &mut picture);
        laid.push(pose.corners(&camera, label.side * 1.2));
        texts.push(code.to_string());
    }
    lens::light(dice, &mut picture);
    for _ in 0..dice.whole(0, 2) {
        let spot = somewhere(dice, &camera, 800.0);
        lens::shadow(dice, &mut picture, spot);
    }
    if dice.chance(0.3) {
        let spot = somewhere(dice, &camera, 500.0);
        lens::glare(dice, &mut picture, spot);
    }
    let smallest = laid.iter().map(module).fold(f32::MAX, f32::min) / 1.2;
    let (picture, unsharp) = lens::optics(dice, picture, smallest, true);
    let (jpeg, rest) = taken(dice, picture, Frame::Phone, smallest, unsharp);
    Photo { jpeg, texts, about: format!("table distance={distance:.0} {rest}") }
}

/// Lies near this pixel, turned any way, leaned by up to 25° on a heap of cloth up to 4 cm high.
fn on_table(dice: &mut Dice, camera: &Camera, middle: (f32, f32), distance: f32) -> Pose {
    let mm = |dice: &mut Dice, at: f32, length: usize| {
        (at + dice.between(-40.0, 40.0) - length as f32 / 2.0) / camera.focal * distance
    };
    let at = [mm(dice, middle.0, camera.width), mm(dice, middle.1, camera.height), distance - dice.between(0.0, 40.0)];
    let (tilt, axis, roll) = (25f32.to_radians() * dice.between(0.0, 1.0).sqrt(), dice.angle(), dice.angle());
    let bend = Bend::any(dice);
    Pose::new(dice, tilt, axis, roll, at, bend)
}

fn one_label(dice: &mut Dice, frame: Frame, with_code: bool) -> Photo {
    let camera = Camera::new(frame.size());
    let (near, far) = frame.distances();
    let distance = dice.between_ratios(near, far);
    let code = any_code(dice);
    let print = if with_code { Print::Ours(code) } else { dice.pick(&[Print::Nothing, Print::Bars, Print::Dots]) };
    let label = Label::new(dice, print, (2.2 * camera.focal / distance).clamp(8.0, 60.0));
    let tilt = if dice.chance(0.8) { 45.0 * dice.between(0.0, 1.0).sqrt() } else { dice.between(0.0, 8.0) };
    let axis = dice.angle();
    let roll = if dice.chance(0.5) {
        dice.whole(0, 3) as f32 * FRAC_PI_2 + dice.normal() * 8f32.to_radians()
    } else {
        dice.between(0.0, TAU)
    };
    let bend = Bend::any(dice);
    let pose = Pose::new(dice, tilt.to_radians(), axis, roll, [0.0, 0.0, distance * 1.1], bend);
    // As far from the middle as a hand holds it, but not beyond the edge.
    let aside = |dice: &mut Dice, length: usize| dice.between(-0.4, 0.4) * length as f32 / camera.focal * distance;
    let pose = (0..60)
        .map(|_| pose.moved_to([aside(dice, camera.width), aside(dice, camera.height), distance]))
        .find(|pose| pose.is_in(&camera, label.side))
        .unwrap_or(pose);
    let corners = pose.corners(&camera, label.side);
    let module = module(&corners);

    let mut picture = ground::any(dice, camera.width, camera.height);
    let shade = dice.between(0.1, 0.5);
    // One empty picture in four shows no label at all.
    if with_code || dice.chance(0.75) {
        pose.draw(&camera, &label, shade, &mut picture);
    }
    let middle = corners.iter().fold((0.0, 0.0), |sum, corner| (sum.0 + corner.0 / 4.0, sum.1 + corner.1 / 4.0));
    let spot = Spot { x: middle.0, y: middle.1, size: module * 21.0 };
    let loss = lens::light(dice, &mut picture);
    let shadow = dice.chance(0.3);
    if shadow {
        lens::shadow(dice, &mut picture, spot);
    }
    let glare = dice.chance(0.12);
    if glare {
        lens::glare(dice, &mut picture, spot);
    }
    let (picture, unsharp) = lens::optics(dice, picture, module, false);
    let (jpeg, rest) = taken(dice, picture, frame, module, unsharp);
    let about = format!(
        "tilt={tilt:.0} bend={} hidden={:.3} light={loss:.2} shadow={} glare={} {rest}",
        bend.name(),
        label.hidden,
        u8::from(shadow),
        u8::from(glare)
    );
    Photo { jpeg, texts: if with_code { vec![code.to_string()] } else { Vec::new() }, about }
}

fn taken(dice: &mut Dice, picture: Plane, frame: Frame, module: f32, unsharp: Unsharp) -> (Vec<u8>, String) {
    let (picture, noise) = lens::sensor(dice, picture, if frame == Frame::Phone { 7.0 } else { 11.0 });
    let (jpeg, quality) = lens::file(dice, &picture);
    let ((width, height), Unsharp { blur, motion }) = (frame.size(), unsharp);
    let about = format!(
        "frame={width}x{height} module={module:.2} blur={blur:.2} motion={motion:.2} noise={noise:.1} quality={quality}"
    );
    (jpeg, about)
}

/// A new code of any kind.
fn any_code(dice: &mut Dice) -> Code {
    let kind = dice.pick(&Kind::ALL);
    Code::draw(kind, dice.source())
}

fn somewhere(dice: &mut Dice, camera: &Camera, size: f32) -> Spot {
    Spot { x: dice.between(0.0, camera.width as f32), y: dice.between(0.0, camera.height as f32), size }
}

/// The side of a module in pixels, from the area of the code.
fn module(corners: &[(f32, f32); 4]) -> f32 {
    let next = corners.iter().cycle().skip(1);
    let twice: f32 = corners.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
    (twice.abs() / 2.0).sqrt() / 21.0
}
