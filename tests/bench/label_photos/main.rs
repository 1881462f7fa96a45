//! `label-photos`: writes harsh photos of our own labels with a list of what they say.
//!
//! ```text
//! cargo run --release --example label-photos -- OUT 1000 7 --empty 100 --tables 5
//! ```
//! makes `OUT/l0000.jpg` … and `OUT/truth.tsv` (FILE, a tab, the text; texts of one picture are joined by 0x1E) and
//! `OUT/about.tsv` (what makes each picture hard).

#[path = "mod.rs"]
mod label_photos;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::Parser;
use label_photos::{Frame, Photo};

/// Write harsh photos of labels with a list of what they say.
#[derive(Parser)]
struct Args {
    /// Folder, made if it is not there
    out: PathBuf,
    /// How many photos of one label
    labels: u64,
    /// Another seed makes other photos
    seed: u64,
    /// How many pictures without a code
    #[arg(long, default_value_t = 0)]
    empty: u64,
    /// How many photos of a table with 30 labels
    #[arg(long, default_value_t = 0)]
    tables: u64,
    /// Only live pictures of 640 × 480
    #[arg(long)]
    live: bool,
}

fn main() -> io::Result<()> {
    let args = Args::parse();
    fs::create_dir_all(&args.out)?;
    let mut truth = BufWriter::new(fs::File::create(args.out.join("truth.tsv"))?);
    let mut about = BufWriter::new(fs::File::create(args.out.join("about.tsv"))?);
    let seed = args.seed;
    let label = |index| {
        if args.live { label_photos::photo_by(Frame::Live, seed, index) } else { label_photos::photo(seed, index) }
    };
    type Make<'a> = &'a dyn Fn(u64) -> Photo;
    let kinds: [(char, u64, Make); 3] = [
        ('l', args.labels, &label),
        ('e', args.empty, &|index| label_photos::empty(seed, index)),
        ('t', args.tables, &|index| label_photos::table(seed, index)),
    ];
    for (letter, count, make) in kinds {
        for index in 0..count {
            let photo = make(index);
            let name = format!("{letter}{index:04}.jpg");
            fs::write(args.out.join(&name), &photo.jpeg)?;
            writeln!(truth, "{name}\t{}", photo.texts.join("\u{1e}"))?;
            writeln!(about, "{name}\t{}", photo.about)?;
        }
    }
    truth.flush()?;
    about.flush()
}
