//! What one printer does to one stock: it shifts and stretches the print a little, and a profile takes that back.

use serde::Deserialize;

/// A printer's correction, measured on a printed test page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// How far to move everything to the right and down, in mm.
    pub dx_mm: f64,
    pub dy_mm: f64,
    /// By how much to stretch all distances from the top left corner of the page, in millionths.
    pub scale_x_ppm: f64,
    pub scale_y_ppm: f64,
}

/// How far a correction may go: more is a wrong paper size or a wrong stock, not a printer.
const FARTHEST_MM: f64 = 10.0;
const MOST_PPM: f64 = 50_000.0;

/// Why a profile cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    #[error("{0}")]
    Syntax(#[from] toml::de::Error),
    #[error("a printer is never off by more than 10 mm or 50000 ppm: measure the test page again")]
    TooFar,
}

impl Profile {
    /// Reads a profile file: `dx_mm`, `dy_mm`, `scale_x_ppm`, `scale_y_ppm`, each 0 if left out.
    ///
    /// # Errors
    /// Unknown keys, and corrections that no printer needs.
    pub fn parse(text: &str) -> Result<Profile, ProfileError> {
        let profile: Profile = toml::from_str(text)?;
        let near = |mm: f64| mm.abs() <= FARTHEST_MM;
        let small = |ppm: f64| ppm.abs() <= MOST_PPM;
        if near(profile.dx_mm) && near(profile.dy_mm) && small(profile.scale_x_ppm) && small(profile.scale_y_ppm) {
            Ok(profile)
        } else {
            Err(ProfileError::TooFar)
        }
    }

    /// Where a point of the page, in mm from its top left corner, has to be sent to come out at its place.
    pub fn correct(&self, x: f64, y: f64) -> (f64, f64) {
        (x * (1.0 + self.scale_x_ppm / 1e6) + self.dx_mm, y * (1.0 + self.scale_y_ppm / 1e6) + self.dy_mm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_moves_and_stretches() {
        let profile = Profile::parse("dx_mm = 0.5\ndy_mm = -0.25\nscale_y_ppm = 2000").unwrap();
        let (x, y) = profile.correct(100.0, 200.0);
        assert!((x - 100.5).abs() < 1e-9 && (y - 200.15).abs() < 1e-9);
        assert_eq!(Profile::default().correct(7.0, 9.0), (7.0, 9.0));
    }

    #[test]
    fn wrong_profiles_are_refused() {
        assert!(matches!(Profile::parse("dx_mm = 11"), Err(ProfileError::TooFar)));
        assert!(matches!(Profile::parse("dx_mm = nan"), Err(ProfileError::TooFar)));
        assert!(matches!(Profile::parse("dx = 1"), Err(ProfileError::Syntax(_))));
    }
}
