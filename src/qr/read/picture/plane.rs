//! A grey picture to measure in: values between pixels, smaller, larger, smoother and flattened versions of it.

use image::GrayImage;

/// Grey values row by row. The middle of the first pixel lies at (0.5, 0.5).
#[derive(Clone, Debug)]
pub struct Plane {
    pub width: usize,
    pub height: usize,
    pub grey: Vec<u8>,
}

impl Plane {
    /// The picture in 1/`by` of its size.
    pub fn shrunk_from(picture: &GrayImage, by: usize) -> Self {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        if by == 1 {
            return Self { width, height, grey: picture.as_raw().clone() };
        }
        shrunk(picture.as_raw(), (width, height), by)
    }

    /// The grey value at a place, interpolated between the four pixels around it; beyond the edge it is that of the edge.
    #[inline]
    pub fn at(&self, x: f32, y: f32) -> f32 {
        let (x, y) = (x - 0.5, y - 0.5);
        // The comparison is also false for a place that is not a number.
        if x >= 0.0 && y >= 0.0 && x < (self.width - 1) as f32 && y < (self.height - 1) as f32 {
            let (left, top) = (x as usize, y as usize);
            let (fx, fy) = (x - left as f32, y - top as f32);
            let start = top * self.width + left;
            let upper = &self.grey[start..start + 2];
            let lower = &self.grey[start + self.width..start + self.width + 2];
            let above = f32::from(upper[0]) + (f32::from(upper[1]) - f32::from(upper[0])) * fx;
            let below = f32::from(lower[0]) + (f32::from(lower[1]) - f32::from(lower[0])) * fx;
            return above + (below - above) * fy;
        }
        let column = (x + 0.5).clamp(0.0, (self.width - 1) as f32) as usize;
        let row = (y + 0.5).clamp(0.0, (self.height - 1) as f32) as usize;
        f32::from(self.grey[row * self.width + column])
    }

    /// The shorter side in pixels.
    pub fn shorter(&self) -> usize {
        self.width.min(self.height)
    }

    /// Whether a place lies in the picture.
    pub fn holds(&self, x: f32, y: f32) -> bool {
        x >= 0.0 && y >= 0.0 && x < self.width as f32 && y < self.height as f32
    }

    /// The picture in 1/`by` of its size, each pixel the mean of `by` × `by`.
    pub fn shrunk(&self, by: usize) -> Self {
        shrunk(&self.grey, (self.width, self.height), by)
    }

    /// The picture in twice its size, interpolated.
    pub fn doubled(&self) -> Self {
        let (width, height) = (self.width * 2, self.height * 2);
        let mut grey = vec![0; width * height];
        for y in 0..height {
            let (near, far) = neighbours(y, self.height);
            let (near, far) =
                (&self.grey[near * self.width..][..self.width], &self.grey[far * self.width..][..self.width]);
            for (x, out) in grey[y * width..][..width].iter_mut().enumerate() {
                let (close, away) = neighbours(x, self.width);
                let sum = 9 * u32::from(near[close])
                    + 3 * (u32::from(near[away]) + u32::from(far[close]))
                    + u32::from(far[away]);
                *out = ((sum + 8) / 16) as u8;
            }
        }
        Self { width, height, grey }
    }

    /// Each pixel the mean of 3 × 3; at the edges the picture is continued.
    pub fn smoothed(&self) -> Self {
        let (width, height) = (self.width, self.height);
        let mut grey = vec![0; self.grey.len()];
        let mut sums = vec![0u16; width + 2];
        for (y, out) in grey.chunks_exact_mut(width).enumerate() {
            let row = |y: usize| &self.grey[y * width..][..width];
            let (above, here, below) = (row(y.saturating_sub(1)), row(y), row((y + 1).min(height - 1)));
            for (((sum, &a), &b), &c) in sums[1..].iter_mut().zip(above).zip(here).zip(below) {
                *sum = u16::from(a) + u16::from(b) + u16::from(c);
            }
            sums[0] = sums[1];
            sums[width + 1] = sums[width];
            for (((out, &a), &b), &c) in out.iter_mut().zip(&sums).zip(&sums[1..]).zip(&sums[2..]) {
                // 7282 / 65536 is a ninth.
                *out = ((u32::from(a + b + c) * 7282 + 32768) >> 16) as u8;
            }
        }
        Self { width, height, grey }
    }

    /// Dark becomes light and light dark.
    pub fn inverted(&self) -> Self {
        Self { grey: self.grey.iter().map(|grey| 255 - grey).collect(), ..*self }
    }

    /// Each pixel by its distance from the mean of its neighbourhood (a square of 2 × `radius` + 1), in units of the deviation
    /// there: faint print becomes as strong as any other, and light that falls off across the picture is evened out.
    pub fn flattened(&self, radius: usize) -> Self {
        let mut grey = self.grey.clone();
        let mut squares = Vec::with_capacity(grey.len());
        rows_of_means(
            self,
            radius,
            |grey| u32::from(grey) * u32::from(grey),
            |_, means| squares.extend_from_slice(means),
        );
        rows_of_means(self, radius, u32::from, |y, means| {
            let from = y * self.width;
            for ((out, &mean), &square) in grey[from..from + self.width].iter_mut().zip(means).zip(&squares[from..]) {
                let deviation = (square - mean * mean).max(36.0).sqrt();
                *out = (128.0 + (f32::from(*out) - mean) / deviation * 56.0) as u8;
            }
        });
        Self { grey, ..*self }
    }

    /// Edges made steeper: what one smoothing takes away is added.
    pub fn sharpened(&self) -> Self {
        let mut grey = self.grey.clone();
        rows_of_means(self, 2, u32::from, |y, means| {
            for (out, &mean) in grey[y * self.width..][..self.width].iter_mut().zip(means) {
                let value = f32::from(*out);
                *out = (value + 1.2 * (value - mean)) as u8;
            }
        });
        Self { grey, ..*self }
    }
}

fn shrunk(whole: &[u8], (wide, high): (usize, usize), by: usize) -> Plane {
    let (width, height) = ((wide / by).max(1), (high / by).max(1));
    let (across, down) = (by.min(wide), by.min(high));
    let area = (across * down) as u32;
    let mut grey = Vec::with_capacity(width * height);
    let mut sums = vec![0u32; width];
    for y in 0..height {
        sums.fill(0);
        for line in 0..down {
            let row = &whole[(y * by + line) * wide..][..wide];
            for (sum, pixels) in sums.iter_mut().zip(row.chunks_exact(across)) {
                *sum += pixels.iter().map(|&pixel| u32::from(pixel)).sum::<u32>();
            }
        }
        grey.extend(sums.iter().map(|sum| ((sum + area / 2) / area) as u8));
    }
    Plane { width, height, grey }
}

/// For a pixel of a doubled picture: the pixel it lies in, and the next one on the side it lies on.
fn neighbours(at: usize, length: usize) -> (usize, usize) {
    let near = at / 2;
    let far = if at.is_multiple_of(2) { near.saturating_sub(1) } else { (near + 1).min(length - 1) };
    (near, far)
}

/// Goes through the picture row by row with the means of the squares of 2 × `radius` + 1 around every pixel, cut at the edges.
/// Sums of columns move down the picture, and a row's mean is the difference of two sums along it, so that a pixel costs the
/// same for any radius.
pub fn rows_of_means(plane: &Plane, radius: usize, value: impl Fn(u8) -> u32, mut each: impl FnMut(usize, &[f32])) {
    let (width, height) = (plane.width, plane.height);
    let row = |y: usize| &plane.grey[y * width..][..width];
    let mut columns = vec![0u32; width];
    let mut sums = vec![0u32; width + 1];
    let mut means = vec![0f32; width];
    for y in 0..height.min(radius) {
        columns.iter_mut().zip(row(y)).for_each(|(sum, &grey)| *sum += value(grey));
    }
    for y in 0..height {
        if y + radius < height {
            columns.iter_mut().zip(row(y + radius)).for_each(|(sum, &grey)| *sum += value(grey));
        }
        if y > radius {
            columns.iter_mut().zip(row(y - radius - 1)).for_each(|(sum, &grey)| *sum -= value(grey));
        }
        let rows = (y + radius + 1).min(height) - y.saturating_sub(radius);
        let mut sum = 0u32;
        for (out, &column) in sums[1..].iter_mut().zip(&columns) {
            // Only differences are used, which are right even if the sum runs over.
            sum = sum.wrapping_add(column);
            *out = sum;
        }
        let wide = 2 * radius + 1;
        if width > wide {
            let share = 1.0 / (rows * wide) as f32;
            for ((mean, &right), &left) in means[radius..width - radius].iter_mut().zip(&sums[wide..]).zip(&sums) {
                *mean = right.wrapping_sub(left) as f32 * share;
            }
        }
        let edges = if width > wide { (0..radius).chain(width - radius..width) } else { (0..width).chain(0..0) };
        for x in edges {
            let (left, right) = (x.saturating_sub(radius), (x + radius + 1).min(width));
            means[x] = sums[right].wrapping_sub(sums[left]) as f32 / (rows * (right - left)) as f32;
        }
        each(y, &means);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plane() -> impl Strategy<Value = Plane> {
        (1usize..24, 1usize..24).prop_flat_map(|(width, height)| {
            prop::collection::vec(any::<u8>(), width * height).prop_map(move |grey| Plane { width, height, grey })
        })
    }

    proptest! {
        #[test]
        fn means_are_those_that_one_adds_up(plane in plane(), radius in 0usize..9) {
            rows_of_means(&plane, radius, u32::from, |y, means| {
                for (x, mean) in means.iter().enumerate() {
                    let rows = y.saturating_sub(radius)..(y + radius + 1).min(plane.height);
                    let columns = x.saturating_sub(radius)..(x + radius + 1).min(plane.width);
                    let count = (rows.len() * columns.len()) as f32;
                    let sum: f32 = rows.flat_map(|y| plane.grey[y * plane.width..][columns.clone()].iter()).map(|&grey| f32::from(grey)).sum();
                    assert!((mean - sum / count).abs() < 0.01, "{x} {y}");
                }
            });
        }

        #[test]
        fn every_version_has_its_size_and_stays_within_the_greys(plane in plane(), by in 1usize..5) {
            let (low, high) = plane.grey.iter().fold((255, 0), |(low, high), &grey| (low.min(grey), high.max(grey)));
            let shrunk = plane.shrunk(by);
            prop_assert_eq!((shrunk.width, shrunk.height), ((plane.width / by).max(1), (plane.height / by).max(1)));
            let doubled = plane.doubled();
            prop_assert_eq!((doubled.width, doubled.height), (2 * plane.width, 2 * plane.height));
            for smooth in [shrunk, doubled, plane.smoothed()] {
                prop_assert_eq!(smooth.grey.len(), smooth.width * smooth.height);
                prop_assert!(smooth.grey.iter().all(|grey| (low..=high).contains(grey)));
            }
            prop_assert_eq!(plane.flattened(3).grey.len(), plane.grey.len());
            prop_assert_eq!(plane.sharpened().grey.len(), plane.grey.len());
            prop_assert_eq!(plane.inverted().inverted().grey, plane.grey);
        }

        #[test]
        fn a_value_between_pixels_lies_between_them(plane in plane(), x in -5.0..30.0f32, y in -5.0..30.0f32) {
            let (low, high) = plane.grey.iter().fold((255, 0), |(low, high), &grey| (low.min(grey), high.max(grey)));
            let value = plane.at(x, y);
            prop_assert!(value >= f32::from(low) - 0.01 && value <= f32::from(high) + 0.01);
            prop_assert!(plane.at(f32::NAN, y) >= f32::from(low));
        }
    }
}
