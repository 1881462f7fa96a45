//! The photos of labels with which the reader is measured: they can be made again, and say truly what is on them.

use gabentisch::codes::Code;
use gabentisch::qr::read::open::open;

use crate::bench_label_photos::{Frame, empty, photo, photo_by, table};

#[test]
fn the_same_seed_makes_the_same_photo() {
    let (one, again, other) = (photo_by(Frame::Live, 1, 7), photo_by(Frame::Live, 1, 7), photo_by(Frame::Live, 2, 7));
    assert!(one.jpeg == again.jpeg && one.texts == again.texts && one.about == again.about);
    assert!(one.jpeg != other.jpeg && one.texts != other.texts);
}

#[test]
fn every_photo_says_truly_what_is_on_it() {
    let photos = [(photo(3, 2), 1), (photo_by(Frame::Wide, 3, 3), 1), (empty(3, 4), 0), (table(3, 5), 30)];
    for (photo, codes) in photos {
        assert_eq!(photo.texts.len(), codes, "{}", photo.about);
        assert!(photo.texts.iter().all(|text| text.parse::<Code>().is_ok()), "{:?}", photo.texts);
        let picture = open(&photo.jpeg).unwrap();
        assert!(photo.about.contains(&format!("frame={}x{}", picture.width(), picture.height())), "{}", photo.about);
    }
}
