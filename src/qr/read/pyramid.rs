//! The picture in its sizes, each made when it is first asked for.

use std::cell::OnceCell;

use image::GrayImage;

use super::picture::plane::Plane;
use super::search::Sight;

/// In which size a search begins: with a longer side of 1000 to 2000 pixels, small ones as they are.
const FIRST_SIDE: usize = 1000;

/// Coarse to fine, the last one being the picture itself.
pub struct Pyramid<'a> {
    picture: &'a GrayImage,
    /// By how much each size is smaller than the picture, and the picture in that size.
    sizes: Vec<(usize, OnceCell<Plane>)>,
}

impl<'a> Pyramid<'a> {
    pub fn of(picture: &'a GrayImage) -> Self {
        let first = (picture.width().max(picture.height()) as usize / FIRST_SIDE).max(1);
        let factors = std::iter::successors(Some(first), |by| (*by > 1).then_some(by / 2));
        Self { picture, sizes: factors.map(|by| (by, OnceCell::new())).collect() }
    }

    /// How many sizes there are.
    pub fn len(&self) -> usize {
        self.sizes.len()
    }

    /// The picture in the size of this number, and how many pixels of the picture one of its pixels is wide.
    pub fn size(&self, number: usize) -> (&Plane, f32) {
        let (by, plane) = &self.sizes[number];
        (plane.get_or_init(|| Plane::shrunk_from(self.picture, *by)), *by as f32)
    }

    /// How many pixels of the picture one pixel of the size of this number is wide.
    pub fn scale(&self, number: usize) -> f32 {
        self.sizes[number].0 as f32
    }

    /// Pixels of the size of this number, without making it.
    pub fn pixels(&self, number: usize) -> usize {
        let by = self.sizes[number].0;
        self.picture.len() / (by * by)
    }

    /// Pixels of the picture that making the size of this number would read; 0 if it is made.
    pub fn unmade(&self, number: usize) -> usize {
        if self.sizes[number].1.get().is_some() { 0 } else { self.picture.len() }
    }

    /// A sight of the picture from this size on.
    pub fn sight(&self, number: usize) -> Sight<'_> {
        let (plane, scale) = self.size(number);
        Sight { plane, scale, change: None, finer: Some((self, number)) }
    }
}
