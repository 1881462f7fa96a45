//! The luminance of a JPEG straight from its file: a phone's photo of 48 megapixels needs 49 MB so, and 145 MB in colour.

use image::GrayImage;
use image::metadata::Orientation;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::{LONGEST_SIDE, OpenError};

/// Most passes over a progressive picture. Cameras and editors write about ten; a small file with a hundred passes over
/// many megapixels is meant to keep us busy.
const MOST_SCANS: usize = 32;

/// What a file says about its picture before the picture begins (ITU-T T.81, B.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub width: u32,
    pub height: u32,
    progressive: bool,
    /// How many samples each component has across and down for each unit of the picture; luminance comes first.
    factors: Vec<(u32, u32)>,
    /// The first scan holds all components.
    interleaved: bool,
    /// The mark of the end follows; without it the file was cut off, and decoders fill the rest with grey.
    pub ends: bool,
}

impl Header {
    /// `None` if there is no picture in the file, or one of a kind that nobody reads.
    pub fn of(file: &[u8]) -> Option<Header> {
        let mut frame: Option<Header> = None;
        let mut at = 2;
        loop {
            // Bytes between two segments are not allowed, and skipped like every decoder does.
            while *file.get(at)? != 0xff || matches!(file.get(at + 1)?, 0x00 | 0xff) {
                at += 1;
            }
            let kind = file[at + 1];
            at += 2;
            if matches!(kind, 0x01 | 0xd0..=0xd8) {
                continue; // these have no length
            }
            let length = usize::from(u16::from_be_bytes([*file.get(at)?, *file.get(at + 1)?]));
            let segment = file.get(at + 2..at + length.max(2))?;
            match kind {
                0xc0..=0xc2 => frame = Some(Header::of_frame(segment, kind == 0xc2)?),
                0xda => {
                    let mut header = frame?;
                    header.interleaved = usize::from(*segment.first()?) == header.factors.len();
                    // Within the data of a scan 0xff is followed by 0 or a mark, so that this can be nothing else.
                    header.ends = file[at..].windows(2).any(|pair| pair == [0xff, 0xd9]);
                    return Some(header);
                }
                _ => {}
            }
            at += length.max(2);
        }
    }

    fn of_frame(segment: &[u8], progressive: bool) -> Option<Header> {
        let [_, high, low, wide, narrow, components, rest @ ..] = segment else { return None };
        let factors: Vec<(u32, u32)> = rest
            .chunks_exact(3)
            .take((*components).into())
            .map(|component| (u32::from(component[1] >> 4), u32::from(component[1] & 15)))
            .collect();
        let sound = !factors.is_empty()
            && factors.iter().all(|(across, down)| (1..=4).contains(across) && (1..=4).contains(down));
        let (height, width) = (u16::from_be_bytes([*high, *low]).into(), u16::from_be_bytes([*wide, *narrow]).into());
        sound.then_some(Header { width, height, progressive, factors, interleaved: true, ends: false })
    }

    /// What the decoder keeps beside the picture, in bytes: all coefficients of a progressive one, in two bytes each.
    pub fn working_memory(&self) -> u64 {
        if !self.progressive {
            return 0;
        }
        let (across, down) = self.largest_factors();
        let samples: u32 = self.factors.iter().map(|(across, down)| across * down).sum();
        // The decoder takes more rows for pictures that are finer down than across.
        let unit = across * down.min(across);
        2 * u64::from(self.width.next_multiple_of(8 * across))
            * u64::from(self.height.next_multiple_of(8 * down))
            * u64::from(samples)
            / u64::from(unit)
    }

    /// Whether the decoder would show something else (zune-jpeg 0.5.15, tried with 750 files of all shapes): it mixes up
    /// components that come one after the other without being progressive, and a luminance that is coarser than the colours.
    /// No camera writes that.
    pub fn is_out_of_reach(&self) -> bool {
        (!self.progressive && !self.interleaved) || self.factors[0] != self.largest_factors()
    }

    /// Whether the decoder can leave the colour out. It gets it wrong in progressive pictures that are finer down than across.
    pub fn has_plain_luminance(&self) -> bool {
        let (across, down) = self.largest_factors();
        matches!(self.factors.len(), 1 | 3) && !(self.progressive && down > across)
    }

    fn largest_factors(&self) -> (u32, u32) {
        self.factors.iter().fold((1, 1), |most, factors| (most.0.max(factors.0), most.1.max(factors.1)))
    }
}

/// The luminance as it is stored, and how it has to be turned. `None` if the colours are not kept as luminance and two
/// differences, as in files for printing.
pub fn luminance(file: &[u8]) -> Result<Option<(GrayImage, Orientation)>, OpenError> {
    let damaged = |error: zune_jpeg::errors::DecodeErrors| OpenError::Unreadable(error.to_string());
    let side = LONGEST_SIDE as usize;
    let options = DecoderOptions::default().set_strict_mode(false).set_max_width(side).set_max_height(side);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options.jpeg_set_max_scans(MOST_SCANS));
    decoder.decode_headers().map_err(damaged)?;
    if !matches!(decoder.input_colorspace(), Some(ColorSpace::YCbCr | ColorSpace::Luma)) {
        return Ok(None);
    }
    decoder.set_options(decoder.options().jpeg_set_out_colorspace(ColorSpace::Luma));
    let turn = decoder.exif().and_then(|exif| Orientation::from_exif_chunk(exif));
    let (width, height) = decoder.dimensions().unwrap_or_default();
    let pixels = decoder.decode().map_err(damaged)?;
    let picture = GrayImage::from_raw(width as u32, height as u32, pixels)
        .ok_or_else(|| OpenError::Unreadable("its size is not what it says".to_owned()))?;
    Ok(Some((picture, turn.unwrap_or(Orientation::NoTransforms))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: [u8; 15] = [8, 0x17, 0xa0, 0x1f, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

    /// A file with this frame, and a scan of so many components.
    fn file(marker: u8, frame: &[u8], components: u8) -> Vec<u8> {
        let length = (frame.len() as u16 + 2).to_be_bytes();
        let app = [0xff, 0xe0, 0, 4, 0xff, 0xc0]; // what looks like a frame in here is none
        [&[0xff, 0xd8], &app[..], &[0xff, marker], &length, frame, &[0xff, 0xda, 0, 3, components]].concat()
    }

    #[test]
    fn the_header_tells_size_shape_and_memory() {
        let header = Header::of(&file(0xc0, &FRAME, 3)).unwrap();
        assert_eq!((header.width, header.height), (8064, 6048));
        assert_eq!(header.working_memory(), 0);
        assert!(header.has_plain_luminance() && !header.is_out_of_reach());
        let progressive = Header::of(&file(0xc2, &FRAME, 1)).unwrap();
        // Six samples for each four pixels, in two bytes.
        assert_eq!(progressive.working_memory(), 8064 * 6048 * 3);
        assert!(progressive.has_plain_luminance() && !progressive.is_out_of_reach());
        assert!(Header::of(&file(0xc0, &FRAME, 1)).unwrap().is_out_of_reach());
        assert!(!header.ends && Header::of(&[&file(0xc0, &FRAME, 3)[..], &[0x12, 0xff, 0xd9]].concat()).unwrap().ends);
    }

    #[test]
    fn what_is_no_picture_has_no_header() {
        let whole = file(0xc0, &FRAME, 3);
        for end in 0..whole.len() {
            assert_eq!(Header::of(&whole[..end]), None, "{end}");
        }
        assert_eq!(Header::of(&file(0xc3, &FRAME, 3)), None); // lossless, which nobody writes
        let mut factors = FRAME;
        factors[7] = 0;
        assert_eq!(Header::of(&file(0xc0, &factors, 3)), None);
    }
}
