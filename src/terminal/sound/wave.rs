//! The tones themselves, as WAV files: PCM, 16 bit, one channel.

use std::f64::consts::TAU;

use super::Cue;

/// Samples a second: what every sound card takes.
pub const RATE: u32 = 44_100;
/// Silence to full loudness and back; a tone that begins at once clicks.
const FADE_MS: u32 = 6;
/// Between two tones of one signal.
const GAP_MS: u32 = 90;
const LOUDNESS: f64 = 0.6;
/// Of the third harmonic, which small loudspeakers give where they fail at the low tone itself.
const HARMONIC: f64 = 0.25;

/// Frequency in hertz and length in milliseconds of each tone of a signal.
fn tones(cue: Cue) -> &'static [(f64, u32)] {
    match cue {
        Cue::Ok => &[(880.0, 160)],
        Cue::Again => &[(440.0, 160), (440.0, 160)],
        Cue::Stop => &[(220.0, 350), (220.0, 350)],
        Cue::Finish => &[(660.0, 120), (880.0, 160)],
        Cue::Undo => &[(880.0, 120), (660.0, 160)],
    }
}

/// The whole file.
pub fn of(cue: Cue) -> Vec<u8> {
    let samples = samples(cue);
    let length = u32::try_from(samples.len() * 2).unwrap_or(u32::MAX - 36);
    let mut file = Vec::with_capacity(samples.len() * 2 + 44);
    file.extend(b"RIFF");
    file.extend((length + 36).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16u32.to_le_bytes());
    file.extend([1u16, 1].into_iter().flat_map(u16::to_le_bytes));
    file.extend([RATE, RATE * 2].into_iter().flat_map(u32::to_le_bytes));
    file.extend([2u16, 16].into_iter().flat_map(u16::to_le_bytes));
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    file.extend(samples.into_iter().flat_map(i16::to_le_bytes));
    file
}

fn samples(cue: Cue) -> Vec<i16> {
    let mut all = Vec::new();
    for (place, (hertz, ms)) in tones(cue).iter().enumerate() {
        if place > 0 {
            all.extend(std::iter::repeat_n(0, count(GAP_MS)));
        }
        all.extend(tone(*hertz, *ms));
    }
    all
}

fn count(ms: u32) -> usize {
    (RATE * ms / 1000) as usize
}

fn tone(hertz: f64, ms: u32) -> impl Iterator<Item = i16> {
    let (length, fade) = (count(ms), count(FADE_MS));
    (0..length).map(move |at| {
        let angle = TAU * hertz * at as f64 / f64::from(RATE);
        let edge = (at.min(length - at) as f64 / fade as f64).min(1.0);
        let swing = (angle.sin() + HARMONIC * (3.0 * angle).sin()) / (1.0 + HARMONIC);
        (swing * edge * LOUDNESS * f64::from(i16::MAX)) as i16
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frequency by its zero crossings.
    fn hertz(samples: &[i16]) -> f64 {
        let signs: Vec<bool> = samples.iter().filter(|sample| **sample != 0).map(|sample| *sample > 0).collect();
        let crossings = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
        crossings as f64 / 2.0 * f64::from(RATE) / samples.len() as f64
    }

    #[test]
    fn each_signal_has_its_tones() {
        for cue in Cue::ALL {
            let samples = samples(cue);
            let mut at = 0;
            for (wanted, ms) in tones(cue) {
                let found = hertz(&samples[at..at + count(*ms)]);
                assert!((found - wanted).abs() < wanted * 0.03, "{cue:?}: {found} Hz, not {wanted}");
                at += count(*ms) + count(GAP_MS);
            }
            assert_eq!(at - count(GAP_MS), samples.len());
        }
        let all: std::collections::HashSet<Vec<u8>> = Cue::ALL.into_iter().map(of).collect();
        assert_eq!(all.len(), Cue::ALL.len(), "no two sound alike");
    }

    /// A click is a jump from one sample to the next that the tone itself does not make.
    #[test]
    fn nothing_clicks() {
        for cue in Cue::ALL {
            let samples = samples(cue);
            let steepest = TAU * 880.0 / f64::from(RATE) * 1.75 / 1.25 * LOUDNESS * f64::from(i16::MAX);
            let jumps = samples.windows(2).map(|pair| (i32::from(pair[0]) - i32::from(pair[1])).abs());
            assert!(f64::from(jumps.max().unwrap_or(0)) <= steepest + 1.0, "{cue:?} jumps");
            assert!(samples[0].abs() < 50 && samples[samples.len() - 1].abs() < 500, "{cue:?} begins or ends loud");
            let loudest = samples.iter().map(|sample| sample.unsigned_abs()).max().unwrap_or(0);
            assert!((12_000..21_000).contains(&loudest), "{cue:?}: {loudest}");
        }
    }

    #[test]
    fn the_file_says_what_it_holds() {
        let file = of(Cue::Ok);
        let number = |at: usize| u32::from_le_bytes(*file[at..].first_chunk().unwrap());
        assert_eq!((&file[..4], &file[8..16], &file[36..40]), (&b"RIFF"[..], &b"WAVEfmt "[..], &b"data"[..]));
        assert_eq!((number(4) as usize, number(40) as usize), (file.len() - 8, file.len() - 44));
        assert_eq!((number(24), number(28)), (RATE, RATE * 2));
        assert_eq!(number(40), RATE * 160 / 1000 * 2, "0.16 s");
    }
}
