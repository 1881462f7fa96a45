//! What lies under and around a label: cloth, wood, clutter, printed paper.

use std::f32::consts::TAU;

use super::dice::Dice;
use super::plane::{Plane, clouds};
use super::text;

/// Any background; sizes of threads and things are for a picture 640 pixels wide and grow with it.
pub fn any(dice: &mut Dice, width: usize, height: usize) -> Plane {
    let mut ground = uneven(dice, width, height);
    let scale = width as f32 / 640.0;
    match dice.whole(0, 4) {
        0 => {}
        1 => {
            let (thread, depth) = (dice.between(3.0, 9.0) * scale, dice.between(5.0, 30.0));
            weave(&mut ground, thread, depth);
        }
        2 => stripes(dice, &mut ground, scale),
        3 => clutter(dice, &mut ground, scale),
        _ => letters(dice, &mut ground, scale),
    }
    ground
}

/// A surface that is here a little lighter and there a little darker.
pub fn uneven(dice: &mut Dice, width: usize, height: usize) -> Plane {
    let (grey, amplitude) = (dice.between(40.0, 200.0), dice.between(20.0, 90.0));
    let clouds = clouds(dice, 160, 120);
    let (sx, sy) = (159.0 / width as f32, 119.0 / height as f32);
    let mut ground = Plane::filled(width, height, grey);
    ground.change(|x, y, value| *value += amplitude * (clouds.at(x * sx, y * sy) - 0.5));
    ground
}

/// Threads over and under each other, `thread` pixels from one to the next but one.
pub fn weave(plane: &mut Plane, thread: f32, depth: f32) {
    let wave = |at: usize| (TAU * at as f32 / thread).sin();
    let across: Vec<f32> = (0..plane.width).map(|x| depth * wave(x)).collect();
    for y in 0..plane.height {
        let down = wave(y);
        plane.row_mut(y).iter_mut().zip(&across).for_each(|(value, across)| *value += across * down);
    }
}

/// A folded piece of cloth: a round spot of another grey with threads of its own.
pub fn piece(dice: &mut Dice, plane: &mut Plane, (x, y): (f32, f32), size: f32) {
    let (across, down) = (size * dice.between(0.4, 0.6), size * dice.between(0.4, 0.6));
    let (grey, depth, thread) = (dice.between(25.0, 220.0), dice.between(2.0, 25.0), dice.between(6.0, 20.0));
    let (sine, cosine) = dice.angle().sin_cos();
    let reach = across.max(down) * 1.2; // the corners of a square with round corners
    for py in (y - reach) as i32..(y + reach) as i32 {
        for px in (x - reach) as i32..(x + reach) as i32 {
            let (dx, dy) = (px as f32 - x, py as f32 - y);
            let (u, v) = (dx * cosine + dy * sine, dy * cosine - dx * sine);
            let edge = (1.0 - (u / across).powi(4) - (v / down).powi(4)) * 20.0;
            if edge > 0.0 {
                let threads = (TAU * u / thread).sin() * (TAU * v / thread).sin();
                plane.paint(px, py, grey + depth * threads, edge.min(1.0));
            }
        }
    }
}

fn stripes(dice: &mut Dice, plane: &mut Plane, scale: f32) {
    let (sine, cosine) = dice.angle().sin_cos();
    let (wide, strength, start) =
        (dice.between(8.0, 60.0) * scale, dice.between(10.0, 50.0), dice.between(0.0, 1.0) + 1e4);
    plane.change(|x, y, value| {
        let along = ((x * cosine + y * sine) / wide + start).fract();
        *value += if along < 0.5 { strength } else { -strength };
    });
}

fn clutter(dice: &mut Dice, plane: &mut Plane, scale: f32) {
    for _ in 0..dice.whole(10, 50) {
        let (x, y) = (dice.whole(0, plane.width) as i32, dice.whole(0, plane.height) as i32);
        let (width, height) = (dice.between(4.0, 120.0) * scale, dice.between(4.0, 120.0) * scale);
        let grey = dice.between(10.0, 245.0);
        if dice.chance(0.6) {
            plane.fill(x, y, width as i32, height as i32, grey);
        } else {
            let thick = (dice.between(1.0, 4.0) * scale) as i32;
            plane.frame(x, y, width as i32, height as i32, thick.max(1), grey);
        }
    }
}

fn letters(dice: &mut Dice, plane: &mut Plane, scale: f32) {
    for _ in 0..dice.whole(8, 30) {
        let line = text::some_line(dice);
        let (x, y) = (dice.between(-50.0, plane.width as f32), dice.between(0.0, plane.height as f32));
        let (size, grey) = (dice.between(10.0, 55.0) * scale, dice.between(0.0, 255.0));
        text::write(plane, &line, x, y, size, grey);
    }
}
