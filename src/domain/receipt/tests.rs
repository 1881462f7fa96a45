//! Every form is filled and compared with the law's words, typed anew here; every gate is tried shut and open.

use jiff::civil::{Date, date};

use super::*;
use crate::domain::donation::{DonationState, DonorKind, Origin, Source};
use crate::domain::treasury::{Basis, EvidenceKind};
use crate::texts::{Lang, Texts};

mod gates;
mod texts;

/// Facts with which every German form can be filled: a winter jacket from a private person.
fn facts() -> Facts {
    Facts {
        issuer: party("Kleiderkammer Musterstadt e. V.", "Am Gabentisch 1"),
        fields: [
            (Field::Purposes, "mildtätiger Zwecke"),
            (Field::Office, "Musterstadt"),
            (Field::TaxNumber, "000/0000/0000"),
            (Field::NoticeDate, "2025-03-14"),
            (Field::Period, "2022 bis 2024"),
            (Field::TargetKind, "exempt"),
            (Field::TargetName, "Hilfe Musterstadt e. V."),
            (Field::TargetOffice, "Beispielheim"),
            (Field::TargetTaxNumber, "111/1111/1111"),
            (Field::TargetNoticeDate, "2024-05-06"),
            (Field::TargetLegalForm, "eine Körperschaft des öffentlichen Rechts"),
            (Field::RegistrationNumber, "NR 0000"),
            (Field::Exemption, "Verfügung des Kantons Musterland vom 3. Mai 2024"),
            (Field::CharityNumber, "0000000"),
            (Field::Ein, "00-0000000"),
        ]
        .map(|(field, text)| (field, text.to_owned()))
        .into(),
        donor: Donor { kind: DonorKind::Private, party: party("Erika Musterfrau", "Beispielweg 7") },
        days: vec![date(2026, 11, 20)],
        issued_on: date(2026, 11, 23),
        number: Some("2026-0007".to_owned()),
        pieces: vec![jacket(1)],
        origins: vec![Origin::PrivateAssets],
        proofs: vec![Proof { kind: EvidenceKind::Comparison, position: None }],
        states: vec![DonationState::Accepted],
        sources: vec![Source::Gift],
        with_value: true,
        in_return: Some(String::new()),
        by_machine: false,
    }
}

fn party(name: &str, street: &str) -> Party {
    Party {
        name: name.to_owned(),
        street: street.to_owned(),
        postcode: "00000".to_owned(),
        city: "Musterstadt".to_owned(),
        country: String::new(),
    }
}

/// A used jacket, worth 24.50.
fn jacket(position: i32) -> Piece {
    Piece {
        position,
        description: "Winterjacke, Gr. 104".to_owned(),
        quantity: 1,
        identical: false,
        age: "2 Jahre".to_owned(),
        condition: "gut, wenig getragen".to_owned(),
        new_price_cents: Some(8_990),
        bought_on: None,
        basis: Basis::Market,
        net_cents: None,
        vat_rate_bp: None,
        vat_cents: None,
        value_cents: Some(2_450),
        source: "Vergleichspreise".to_owned(),
        on_receipt: None,
        gone: None,
    }
}

/// The facts of a company's gift: twenty pairs of shoes for 30 and VAT.
fn company() -> Facts {
    Facts {
        donor: Donor { kind: DonorKind::Company, party: party("Schuhhaus Beispiel GmbH", "Marktplatz 2") },
        pieces: vec![Piece {
            description: "Kinderschuhe, neu".to_owned(),
            quantity: 20,
            basis: Basis::GoingConcern,
            net_cents: Some(3_000),
            vat_rate_bp: Some(1_900),
            vat_cents: Some(570),
            value_cents: None,
            ..jacket(1)
        }],
        origins: vec![Origin::Business],
        proofs: vec![Proof { kind: EvidenceKind::Statement, position: None }],
        ..facts()
    }
}

fn with(fields: &[(Field, &str)]) -> Facts {
    let mut facts = facts();
    facts.fields.extend(fields.iter().map(|(field, text)| (*field, (*text).to_owned())));
    facts
}

/// What all blocks say, in their order.
fn printed(filled: &Filled) -> Vec<String> {
    let mut all = Vec::new();
    for block in &filled.blocks {
        match block {
            Block::Issuer { label, lines } | Block::Donor { label, lines } => {
                all.push(label.clone());
                all.extend(lines.clone());
            }
            Block::Value { label, figures, words_label, words, day_label, day, .. } => {
                all.extend([label, figures, words_label, words, day_label, day].map(String::clone));
            }
            Block::Day { label, day: text } | Block::Goods { label, text } => all.extend([label.clone(), text.clone()]),
            Block::Signature { above, label } => all.extend([above.clone(), label.clone()]),
            Block::Number { text }
            | Block::Title { text }
            | Block::Subtitle { text }
            | Block::Tick { text, .. }
            | Block::Sentence { text }
            | Block::Notice { text } => all.push(text.clone()),
        }
    }
    all.retain(|text| !text.is_empty());
    all
}

#[track_caller]
fn filled(id: FormId, facts: &Facts) -> Filled {
    form(id).fill(facts).unwrap_or_else(|shut| panic!("{id}: {shut:?}"))
}

/// The texts of the forms are data; what people read about them is there in every language.
#[test]
fn every_form_and_field_has_a_name_in_every_language() {
    for lang in Lang::ALL {
        let t = Texts::of(lang);
        for one in FormId::ALL {
            assert!(!t.say(&one.label()).is_empty() && !t.say(&one.about()).is_empty());
        }
        for field in Field::ALL {
            assert!(!t.say(&field.label()).is_empty() && !t.say(&field.hint()).is_empty());
        }
    }
}

#[test]
fn what_is_frozen_is_read_back_as_it_was() {
    let many = Facts { pieces: (1..=3).map(jacket).collect(), ..facts() };
    for facts in [facts(), many] {
        let filled = filled(FormId::DeExempt, &facts);
        let frozen = serde_json::to_string(&filled).unwrap();
        assert_eq!(serde_json::from_str::<Filled>(&frozen).unwrap(), filled);
    }
}

#[test]
fn more_than_one_line_goes_on_a_list_with_the_same_total() {
    for count in [2, 17, 200] {
        let facts = Facts { pieces: (1..=count).map(jacket).collect(), ..facts() };
        let filled = filled(FormId::DeExempt, &facts);
        let annex = filled.annex.as_ref().expect("a list");
        assert_eq!(annex.title, "Anlage zur Zuwendungsbestätigung Nr. 2026-0007 vom 23.11.2026");
        assert_eq!((annex.rows.len(), annex.pieces), (count as usize, count.into()));
        assert_eq!(filled.total_cents, i64::from(count) * 2_450);
        assert_eq!(annex.total, form(FormId::DeExempt).country.figures(filled.total_cents));
        let goods = filled.blocks.iter().find_map(|block| match block {
            Block::Goods { text, .. } => Some(text.as_str()),
            _ => None,
        });
        let says = format!("siehe Anlage zur Zuwendungsbestätigung Nr. 2026-0007 ({count} Positionen)");
        assert!(goods.is_some_and(|text| text.ends_with(&says) && text.chars().count() <= 320), "{goods:?}");
        assert!(annex.rows.iter().all(|row| row.len() == annex.columns.len()));
        let names: Vec<&str> = annex.columns.iter().map(|column| column.name.as_str()).collect();
        let private =
            ["Nr.", "Bezeichnung", "Anzahl", "Alter", "Zustand", "Neupreis je Stück", "Wertansatz", "Wert je Stück"];
        assert_eq!(names[..8], private);
        assert_eq!(names[8..], ["Wert gesamt", "Wertermittlung"]);
    }
}

#[test]
fn a_companys_list_has_net_and_tax() {
    let mut facts = company();
    facts.pieces.push(Piece { position: 2, quantity: 3, ..facts.pieces[0].clone() });
    let filled = filled(FormId::DeExempt, &facts);
    assert_eq!(filled.total_cents, 23 * 3_570);
    let annex = filled.annex.expect("a list");
    let names: Vec<&str> = annex.columns.iter().map(|column| column.name.as_str()).collect();
    let at = |name: &str| names.iter().position(|known| *known == name).expect(name);
    let row = &annex.rows[0];
    let cells = ["Entnahmewert je Stück", "USt-Satz", "USt je Stück", "Wert gesamt"].map(|name| row[at(name)].as_str());
    assert_eq!(cells, ["30,00\u{a0}€", "19\u{a0}%", "5,70\u{a0}€", "714,00\u{a0}€"]);
}

#[test]
fn what_does_not_fit_goes_on_a_list() {
    let long = Piece { description: "Sehr genau beschriebenes Stück. ".repeat(20), ..jacket(1) };
    let filled = filled(FormId::DeExempt, &Facts { pieces: vec![long], ..facts() });
    assert_eq!(filled.annex.map(|annex| annex.rows.len()), Some(1));
}

/// Braces in what somebody typed are text, and no placeholder of ours.
#[test]
fn typed_braces_are_only_text() {
    let piece = Piece { description: "Jacke {condition} {number}".to_owned(), ..jacket(1) };
    let filled = filled(FormId::DeExempt, &Facts { pieces: vec![piece], ..with(&[(Field::Office, "{purposes}")]) });
    let all = printed(&filled).join("\n");
    assert!(all.contains("Jacke {condition} {number}, Alter: 2 Jahre") && all.contains("Finanzamtes {purposes} StNr."));
}

#[test]
fn a_draft_has_no_number_yet() {
    let facts = Facts { number: None, pieces: vec![jacket(1), jacket(2)], ..facts() };
    let filled = filled(FormId::DeExempt, &facts);
    assert!(!filled.blocks.iter().any(|block| matches!(block, Block::Number { .. })));
    assert!(printed(&filled).join("\n").contains("Anlage zur Zuwendungsbestätigung Nr. … (2 Positionen)"));
}

#[test]
fn other_countries_say_what_theirs_wants() {
    let filled_at = filled(
        FormId::At,
        &Facts { pieces: vec![Piece { basis: Basis::Market, ..company().pieces[0].clone() }], ..company() },
    );
    let at = printed(&filled_at).join("\n");
    assert!(at.contains("Registrierungsnummer NR 0000") && at.contains("€\u{a0}714,00"), "{at}");
    let swiss = filled(FormId::Ch, &Facts { with_value: false, ..facts() });
    let ch = printed(&swiss).join("\n");
    assert!(ch.contains("Wir sind steuerbefreit: Verfügung des Kantons Musterland") && !ch.contains("24.50"), "{ch}");
    assert_eq!(swiss.total_cents, 0);
    let swiss = printed(&filled(FormId::ChPublic, &facts())).join("\n");
    assert!(swiss.contains("CHF\u{a0}24.50"), "{swiss}");
    let uk = printed(&filled(FormId::Uk, &facts())).join("\n");
    assert!(uk.contains("charity number 0000000") && uk.contains("20 November 2026") && uk.contains("£24.50"), "{uk}");
    let american = Facts { with_value: false, ..facts() };
    let filled_us = filled(FormId::Us, &american);
    let us = printed(&filled_us).join("\n");
    assert!(us.contains("No goods or services were provided in exchange for this contribution."), "{us}");
    assert!(us.contains("November 20, 2026") && !us.contains("24.50") && !us.contains('$'), "{us}");
    let dinner = Facts { in_return: Some("a dinner worth $30".to_owned()), ..american };
    let us = printed(&filled(FormId::Us, &dinner)).join("\n");
    assert!(
        us.contains("our good-faith estimate of their value: a dinner worth $30.") && !us.contains("No goods"),
        "{us}"
    );
}

/// An American list must not show a value either.
#[test]
fn a_list_without_value_has_no_money_in_it() {
    let facts = Facts { with_value: false, pieces: vec![jacket(1), jacket(2)], ..facts() };
    let annex = filled(FormId::Us, &facts).annex.expect("a list");
    let all = annex.rows.concat().join("\n") + &annex.total;
    assert!(!all.contains("24.50") && !all.contains("49") && !all.contains('$'), "{all}");
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}
