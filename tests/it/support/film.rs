//! A film for Chromium's fake camera: our own labels, one after the other, as somebody holds them into the picture.

use std::io::{BufWriter, Write};
use std::path::Path;

use gabentisch::codes::Code;
use image::{GrayImage, Luma, imageops};

use super::photo::label;

const WIDTH: u32 = 640;
const HEIGHT: u32 = 480;
/// Pictures a second.
const RATE: u32 = 5;

/// What is in the picture, and for how many tenths of a second.
pub type Scene<'a> = (&'a [Code], u32);

/// Writes the film as YUV4MPEG2, which Chromium plays from the start whenever the camera is opened, over and over.
pub fn write(path: &Path, scenes: &[Scene]) {
    let mut film = BufWriter::new(std::fs::File::create(path).expect("a file"));
    writeln!(film, "YUV4MPEG2 W{WIDTH} H{HEIGHT} F{RATE}:1 Ip A1:1 C420jpeg").expect("written");
    let colourless = vec![128; (WIDTH * HEIGHT / 2) as usize];
    for (codes, tenths) in scenes {
        let picture = table(codes);
        for _ in 0..tenths * RATE / 10 {
            film.write_all(b"FRAME\n").expect("written");
            film.write_all(picture.as_raw()).expect("written");
            film.write_all(&colourless).expect("written");
        }
    }
    film.flush().expect("written");
}

/// Up to two labels beside each other on a table.
fn table(codes: &[Code]) -> GrayImage {
    let mut picture = GrayImage::from_fn(WIDTH, HEIGHT, |x, y| Luma([(140 + (x * 7 + y * 3) % 23) as u8]));
    for (at, code) in codes.iter().enumerate() {
        let label = imageops::resize(&label(code), 230, 230, imageops::FilterType::Triangle);
        imageops::replace(&mut picture, &label, 60 + 290 * at as i64, 120);
    }
    picture
}

/// Chromium's switches for a camera that plays this film, and is allowed without a question.
pub fn switches(path: &Path) -> Vec<String> {
    vec![
        "--use-fake-device-for-media-stream".to_owned(),
        "--use-fake-ui-for-media-stream".to_owned(),
        format!("--use-file-for-fake-video-capture={}", path.display()),
    ]
}
