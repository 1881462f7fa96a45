//! Papers read back with the tools that others read them with.

use std::process::Command;

use super::*;

/// What a reader copies out of a PDF.
fn text_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    if let Ok(kept) = std::env::var("GABENTISCH_KEEP_PAPERS") {
        let name = std::thread::current().name().unwrap_or("paper").replace("::", "-");
        std::fs::write(std::path::Path::new(&kept).join(format!("{name}.pdf")), pdf).unwrap();
    }
    let out = Command::new("pdftotext").arg(&file).arg("-").output().expect("pdftotext is installed (poppler-utils)");
    assert!(out.status.success());
    String::from_utf8(out.stdout).unwrap()
}

fn setup() -> SheetSetup {
    SheetSetup { numbered: true, footer: Some("Kleiderkammer Probe".to_owned()), ..SheetSetup::new("Probe", Lang::De) }
}

/// The words, however they were broken into lines.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn a_hard_text_is_read_back_word_by_word() {
    let hard = "Größe 104 – „Müller“ & Söhne, § 10b EStG, 1.234,56 €: Łódź, Çağrı Öztürk, İstanbul, Ñandú, Škoda, Ștefan, \
        Київ, Ґонта, Đorđe, ‚Ähnliches‘, STRAẞE … 5 × 3 ± 12, fi fl ffi, Ελένη, O’Neill.";
    let mut sheet = Sheet::new(setup());
    sheet.text(hard, &Text::body());
    sheet.text(hard, &Text::body().bold());
    let pdf = sheet.finish().unwrap();
    assert_eq!(words(&text_of(&pdf)), words(&format!("{hard} {hard} Kleiderkammer Probe Seite 1 von 1")));
    assert!(pdf.len() < 80_000, "{} bytes", pdf.len());
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    let paper = || {
        let mut sheet = Sheet::new(setup());
        sheet.text("Gleich bleibt gleich.", &Text::title());
        sheet.finish().unwrap()
    };
    assert_eq!(paper(), paper());
}

#[test]
fn a_word_broken_at_a_soft_hyphen_is_one_word_again() {
    let word = "ein\u{ad}tausend\u{ad}zwei\u{ad}hundert\u{ad}vier\u{ad}und\u{ad}dreißig";
    let whole = "eintausendzweihundertvierunddreißig";
    let mut sheet = Sheet::new(setup());
    let margins = Margins { end: 140.0, ..Margins::default() };
    let mut narrow = Sheet::new(SheetSetup { margins, ..setup() });
    sheet.text(word, &Text::body());
    narrow.text(&format!("{word} Euro"), &Text::body());
    assert!(words(&text_of(&sheet.finish().unwrap())).contains(&whole));
    let narrow = text_of(&narrow.finish().unwrap());
    assert!(words(&narrow).contains(&whole), "{narrow}");
}

#[test]
fn two_hundred_rows_stand_once_each_below_their_heads() {
    let columns = [Column::new("Nr.", 1.0).end(), Column::new("Beschreibung", 6.0), Column::new("Wert", 2.0).end()];
    let mut rows: Vec<Row> = (1..=200)
        .map(|at| {
            let long =
                if at % 7 == 0 { " mit einer Beschreibung, die für eine einzige Zeile etwas zu lang ist" } else { "" };
            Row::new([format!("{at}"), format!("Posten-{at}{long}"), format!("{at},00 €")])
        })
        .collect();
    rows.push(Row::total(["", "Zusammen", "20.100,00 €"]));
    let mut sheet = Sheet::new(setup());
    sheet.text("Anlage", &Text::title());
    sheet.table(&columns, &rows);
    let pages = sheet.pages();
    let text = text_of(&sheet.finish().unwrap());
    assert!((4..=6).contains(&pages), "{pages}");
    assert_eq!(text.matches("Beschreibung\n").count(), pages, "{text}");
    for at in 1..=200 {
        assert_eq!(words(&text).iter().filter(|word| **word == format!("Posten-{at}")).count(), 1, "{at}");
    }
    for page in 1..=pages {
        assert!(text.contains(&format!("Seite {page} von {pages}")));
    }
    // The total has company on the last page.
    let last = text.trim_end_matches('\u{c}').rsplit('\u{c}').next().unwrap();
    assert!(last.contains("Posten-200") && last.contains("20.100,00 €"), "{last}");
}

#[test]
fn a_row_higher_than_a_page_goes_on_on_the_next() {
    let long: String = (0..1200).map(|at| format!("w{at} ")).collect();
    let mut sheet = Sheet::new(setup());
    sheet
        .table(&[Column::new("A", 1.0), Column::new("B", 1.0)], &[Row::new(["kurz", &long]), Row::new(["danach", ""])]);
    assert!(sheet.pages() > 1);
    let text = text_of(&sheet.finish().unwrap());
    for at in 0..1200 {
        assert!(words(&text).contains(&format!("w{at}").as_str()), "{at}");
    }
    assert!(text.contains("danach"));
}

#[test]
fn the_address_stands_in_the_window() {
    let mut sheet = Sheet::new(setup());
    let lines = ["Beispiel GmbH", "Am Markt 1", "58762 Altena"].map(str::to_owned);
    sheet.window("Probe e. V. · Weg 2 · 58762 Altena", &lines);
    sheet.text("Sehr geehrte Damen und Herren,", &Text::body());
    sheet.tick(
        true,
        "Ja, so ist es, und das ist ein langer Satz, der nicht auf eine einzige Zeile dieses Papiers passt.",
        &Text::body(),
    );
    sheet.tick(false, "Nein.", &Text::body().after(3.0));
    sheet.bars(
        &[
            Bar {
                label: "Kinder".to_owned(),
                parts: vec![(60.0, (14, 92, 68)), (20.0, (180, 120, 20))],
                value: "80".to_owned(),
            },
            Bar { label: "Haushalt".to_owned(), parts: vec![(12.0, (14, 92, 68))], value: "12".to_owned() },
        ],
        &Text::body(),
    );
    let bars = [(0, 0, 30), (0, 4, 40), (10, 9, 12)];
    sheet.signatures(&[
        Signed { label: "Unterschrift (gibt)", name: "Ina Muster", ink: Some((40, 10, &bars)) },
        Signed { label: "Unterschrift (nimmt)", name: "Udo Probe", ink: None },
    ]);
    sheet.signature("(Ort, Datum und Unterschrift des Zuwendungsempfängers)");
    assert!(sheet.room_left() > 50.0);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.pdf");
    let pdf = sheet.finish().unwrap();
    std::fs::write(&file, &pdf).unwrap();
    text_of(&pdf);
    // 45 to 90 mm from the top and 20 to 105 from the left, in dots of 72 dpi.
    let out = Command::new("pdftotext")
        .args(["-r", "72", "-x", "57", "-y", "128", "-W", "241", "-H", "127"])
        .arg(&file)
        .arg("-")
        .output()
        .unwrap();
    let window = String::from_utf8(out.stdout).unwrap();
    let wanted = "Probe e. V. · Weg 2 · 58762 Altena Beispiel GmbH Am Markt 1 58762 Altena";
    assert_eq!(words(&window), words(wanted));
}

#[test]
fn a_paper_from_right_to_left_is_mirrored() {
    let t = Texts::of(Lang::Ar);
    let mut sheet = Sheet::new(SheetSetup { numbered: true, ..SheetSetup::new("Probe", Lang::Ar) });
    sheet.text(&t.nav_donations(), &Text::title());
    let columns = [Column::new(t.nav_donors(), 3.0), Column::new(t.nav_items(), 1.0).end()];
    sheet.table(&columns, &[Row::new(["Beispiel GmbH", "12"]), Row::new([t.nav_donors(), "3".to_owned()])]);
    sheet.tick(true, &t.nav_home(), &Text::body());
    sheet.signature(&t.nav_home());
    let text = text_of(&sheet.finish().unwrap());
    assert!(text.contains("Beispiel GmbH") && !text.contains('?'), "{text}");
}
