//! Pictures as files: every form that the three formats know, and files that lie about themselves.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, GrayImage};
use rand::RngExt;
use rand::rngs::StdRng;

pub fn png(picture: &GrayImage) -> Vec<u8> {
    as_png(picture, png::ColorType::Grayscale, png::BitDepth::Eight, picture.as_raw(), None)
}

pub fn jpeg(picture: &GrayImage, quality: u8) -> Vec<u8> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, quality)
        .encode(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::L8)
        .expect("a picture in memory can be written to memory");
    file
}

/// WebP without loss, the only one that we can write.
pub fn webp(picture: &GrayImage) -> Vec<u8> {
    let mut file = Vec::new();
    WebPEncoder::new_lossless(Cursor::new(&mut file))
        .encode(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::L8)
        .expect("a picture in memory can be written to memory");
    file
}

/// In one of the formats. Huge pictures become PNG or JPEG, which can be written without much memory.
pub fn any(rng: &mut StdRng, picture: &GrayImage) -> Vec<u8> {
    let (width, height) = picture.dimensions();
    match rng.random_range(0..if width * height > 2_000_000 { 2 } else { 3 }) {
        0 => png(picture),
        1 => jpeg(picture, rng.random_range(60..=95)),
        _ => webp(picture),
    }
}

/// The picture in a rare form of PNG, or as a JPEG with an orientation.
pub fn odd_form(rng: &mut StdRng, picture: &GrayImage) -> Vec<u8> {
    use png::{BitDepth, ColorType};
    let pixels = picture.as_raw();
    match rng.random_range(0..6) {
        0 => {
            let doubled: Vec<u8> = pixels.iter().flat_map(|grey| [*grey, rng.random()]).collect();
            as_png(picture, ColorType::Grayscale, BitDepth::Sixteen, &doubled, None)
        }
        1 => {
            // A palette that goes from white to black: the opposite of the index.
            let palette: Vec<u8> = (0..=255u8).rev().flat_map(|grey| [grey; 3]).collect();
            let turned: Vec<u8> = pixels.iter().map(|grey| 255 - grey).collect();
            as_png(picture, ColorType::Indexed, BitDepth::Eight, &turned, Some(palette))
        }
        2 => {
            let glass: Vec<u8> = pixels.iter().flat_map(|grey| [0, 0, 0, 255 - grey]).collect();
            as_png(picture, ColorType::Rgba, BitDepth::Eight, &glass, None)
        }
        3 => {
            let row = (picture.width() as usize).div_ceil(8);
            let bits: Vec<u8> = pixels
                .chunks(picture.width() as usize)
                .flat_map(|line| {
                    let mut packed = vec![0; row];
                    for (x, grey) in line.iter().enumerate() {
                        packed[x / 8] |= u8::from(*grey >= 128) << (7 - x % 8);
                    }
                    packed
                })
                .collect();
            as_png(picture, ColorType::Grayscale, BitDepth::One, &bits, None)
        }
        4 => {
            let colours: Vec<u8> = pixels.iter().flat_map(|grey| [0, *grey, 0, *grey, 0, *grey]).collect();
            as_png(picture, ColorType::Rgb, BitDepth::Sixteen, &swapped(colours), None)
        }
        _ => {
            let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
            exif.extend([rng.random_range(0..12u8), 0, 0, 0, 0, 0, 0]);
            let length = (exif.len() as u16 + 2).to_be_bytes();
            let jpeg = jpeg(picture, 85);
            [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
        }
    }
}

/// Each pair of bytes the other way round: the more weighty first.
fn swapped(mut pairs: Vec<u8>) -> Vec<u8> {
    pairs.chunks_exact_mut(2).for_each(|pair| pair.swap(0, 1));
    pairs
}

fn as_png(
    picture: &GrayImage,
    colour: png::ColorType,
    depth: png::BitDepth,
    data: &[u8],
    palette: Option<Vec<u8>>,
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(colour);
    encoder.set_depth(depth);
    encoder.set_compression(png::Compression::Fast);
    if let Some(palette) = palette {
        encoder.set_palette(palette);
    }
    let mut writer = encoder.write_header().expect("memory takes it");
    writer.write_image_data(data).expect("the data has the right length");
    writer.finish().expect("memory takes it");
    file
}

/// Cut off, scattered with wrong bytes, or with a header that claims to be huge.
pub fn broken(rng: &mut StdRng, picture: &GrayImage) -> Vec<u8> {
    let mut file = match rng.random_range(0..4) {
        0 => odd_form(rng, picture),
        _ => any(rng, picture),
    };
    match rng.random_range(0..4) {
        0 => file.truncate(rng.random_range(0..file.len())),
        1 => claim(rng, &mut file),
        2 => {
            // A piece twice, as after a bad copy.
            let (from, to) = (rng.random_range(0..file.len()), rng.random_range(0..file.len()));
            let piece = file[from.min(to)..from.max(to)].to_vec();
            let at = rng.random_range(0..file.len());
            file.splice(at..at, piece);
        }
        _ => {
            for _ in 0..rng.random_range(1..30) {
                let near_the_start = rng.random_bool(0.3);
                let end = if near_the_start { file.len().min(64) } else { file.len() };
                file[rng.random_range(0..end)] = rng.random();
            }
        }
    }
    if rng.random_bool(0.7) {
        seal(&mut file);
    }
    file
}

/// Writes another size into the header.
fn claim(rng: &mut StdRng, file: &mut [u8]) {
    let lengths = [0u16, 1, 640, 4000, 8000, 8192, 8193, 16_383, 65_000, 65_535];
    let (width, height) = (lengths[rng.random_range(0..10)], lengths[rng.random_range(0..10)]);
    if file.starts_with(b"\x89PNG") {
        file[16..20].copy_from_slice(&u32::from(width).to_be_bytes());
        file[20..24].copy_from_slice(&u32::from(height).to_be_bytes());
    } else if let Some(at) = file.windows(2).position(|marker| marker == [0xff, 0xc0])
        && at + 9 <= file.len()
    {
        file[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
        file[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    } else if file.len() > 25 {
        // Two times 14 bits behind the signature of WebP without loss.
        let bits = (u32::from(width) & 0x3fff) | (u32::from(height) & 0x3fff) << 14;
        file[21..25].copy_from_slice(&bits.to_le_bytes());
    }
}

/// Gives every chunk of a PNG the sum that fits it, so that what is wrong in it reaches the decoder.
fn seal(file: &mut [u8]) {
    let mut at = 8;
    while file.starts_with(b"\x89PNG") && at + 12 <= file.len() {
        let length = u32::from_be_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]) as usize;
        let Some(end) = at.checked_add(length).and_then(|end| end.checked_add(8)).filter(|end| end + 4 <= file.len())
        else {
            return;
        };
        let sum = crc(&file[at + 4..end]);
        file[end..end + 4].copy_from_slice(&sum.to_be_bytes());
        at = end + 4;
    }
}

/// CRC-32 of ISO 3309, as PNG wants it.
fn crc(bytes: &[u8]) -> u32 {
    let add = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(!0, add)
}
