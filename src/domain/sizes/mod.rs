//! Sizes: what stands on labels, what people type for it, in which order lists show it, and who fits whom.
//!
//! The systems are fixed ([`SizeSystem`]), their values are data (`config/catalogue/sizes.toml`).
//!
//! ```
//! use gabentisch::domain::catalogue::{Catalogue, Cut};
//! use gabentisch::domain::sizes::{Fit, Sizes};
//!
//! let sizes = Sizes::shipped();
//! let jacket = Catalogue::shipped().product("winterjacke").unwrap();
//! let wanted = sizes.read(jacket, Some(Cut::K), "104");
//! let offered = sizes.read(jacket, Some(Cut::K), "110/116");
//! assert_eq!(sizes.fits(jacket, wanted.as_ref(), offered.as_ref()), Fit::NextSize);
//! ```

mod fit;
mod guess;
mod reading;
mod size;
mod system;
mod table;
mod tidy;

pub use fit::Fit;
pub use guess::GuessedSize;
pub use reading::Grade;
pub use size::Size;
pub use system::{SizeSystem, SizeUse};
pub use table::Sizes;
