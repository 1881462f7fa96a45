//! Lists page by page: a page begins after, or ends before, a row that the reader has seen.

/// As many rows of a list are counted, and no more: beyond that a list says "more than".
pub const MANY: i64 = 10_000;

/// Where a page lies in a list. Rows that are added meanwhile shift nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cursor<K> {
    #[default]
    Start,
    After(K),
    Before(K),
}

/// One page of a list, with the ways to its neighbours.
#[derive(Clone, Debug)]
pub struct Page<T> {
    pub rows: Vec<T>,
    pub has_previous: bool,
    pub has_next: bool,
}

impl<K> Cursor<K> {
    pub(super) fn is_backwards(&self) -> bool {
        matches!(self, Cursor::Before(_))
    }

    /// Makes the page of rows that were read in the cursor's direction, one more than fit.
    pub(super) fn page<T>(&self, mut rows: Vec<T>, size: i64) -> Page<T> {
        let size = usize::try_from(size).unwrap_or_default();
        let more = rows.len() > size;
        rows.truncate(size);
        let (has_previous, has_next) = match self {
            Cursor::Start => (false, more),
            Cursor::After(_) => (true, more),
            Cursor::Before(_) => (more, true),
        };
        if self.is_backwards() {
            rows.reverse();
        }
        Page { rows, has_previous, has_next }
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn a_page_knows_its_neighbours() {
        let page = Cursor::<u8>::Start.page(vec![1, 2, 3], 2);
        assert_eq!((page.rows.as_slice(), page.has_previous, page.has_next), ([1, 2].as_slice(), false, true));
        let page = Cursor::After(2).page(vec![3], 2);
        assert_eq!((page.rows.as_slice(), page.has_previous, page.has_next), ([3].as_slice(), true, false));
        let page = Cursor::Before(3).page(vec![2, 1], 2);
        assert_eq!((page.rows.as_slice(), page.has_previous, page.has_next), ([1, 2].as_slice(), false, true));
    }
}
