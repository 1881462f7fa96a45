//! The German receipts, word for word and in their order. The sentences are typed anew from the law reference 1.2, not
//! taken from the data file.

use super::*;

const ISSUER: &str = "Aussteller (Bezeichnung und Anschrift der steuerbegünstigten Einrichtung)";
const CITY: &str = "Aussteller (Bezeichnung und Anschrift der inländischen juristischen Person des öffentlichen Rechts \
                    oder der inländischen öffentlichen Dienststelle)";
const TITLE: &str = "Bestätigung über Sachzuwendungen";
const SUBTITLE: &str = "im Sinne des § 10b des Einkommensteuergesetzes an eine der in § 5 Abs. 1 Nr. 9 des \
                        Körperschaftsteuergesetzes bezeichneten Körperschaften, Personenvereinigungen oder \
                        Vermögensmassen";
const CITY_SUBTITLE: &str = "im Sinne des § 10b des Einkommensteuergesetzes an inländische juristische Personen des \
                             öffentlichen Rechts oder inländische öffentliche Dienststellen";
const GOODS: &str = "Genaue Bezeichnung der Sachzuwendung mit Alter, Zustand, Kaufpreis usw.";
const BUSINESS: &str = "Die Sachzuwendung stammt nach den Angaben des Zuwendenden aus dem Betriebsvermögen. Die \
                        Zuwendung wurde nach dem Wert der Entnahme (ggf. mit dem niedrigeren gemeinen Wert) und nach \
                        der Umsatzsteuer, die auf die Entnahme entfällt, bewertet.";
const PRIVATE: &str = "Die Sachzuwendung stammt nach den Angaben des Zuwendenden aus dem Privatvermögen.";
const UNKNOWN: &str = "Der Zuwendende hat trotz Aufforderung keine Angaben zur Herkunft der Sachzuwendung gemacht.";
const DOCUMENTS: &str =
    "Geeignete Unterlagen, die zur Wertermittlung gedient haben, z. B. Rechnung, Gutachten, liegen vor.";
const EXEMPT: &str = "Wir sind wegen Förderung mildtätiger Zwecke nach dem Freistellungsbescheid bzw. nach der Anlage zum \
                      Körperschaftsteuerbescheid des Finanzamtes Musterstadt StNr. 000/0000/0000, vom 14.03.2025 für \
                      den letzten Veranlagungszeitraum 2022 bis 2024 nach § 5 Abs. 1 Nr. 9 des \
                      Körperschaftsteuergesetzes von der Körperschaftsteuer und nach § 3 Nr. 6 des \
                      Gewerbesteuergesetzes von der Gewerbesteuer befreit.";
const STATUTE: &str = "Die Einhaltung der satzungsmäßigen Voraussetzungen nach den §§ 51, 59, 60 und 61 AO wurde vom \
                       Finanzamt Musterstadt, StNr. 000/0000/0000 mit Bescheid vom 14.03.2025 nach § 60a AO gesondert \
                       festgestellt. Wir fördern nach unserer Satzung mildtätiger Zwecke.";
const USE: &str = "Es wird bestätigt, dass die Zuwendung nur zur Förderung mildtätiger Zwecke verwendet wird.";
const SIGNED: &str = "(Ort, Datum und Unterschrift des Zuwendungsempfängers)";
const LIABILITY: &str = "Wer vorsätzlich oder grob fahrlässig eine unrichtige Zuwendungsbestätigung erstellt oder \
                         veranlasst, dass Zuwendungen nicht zu den in der Zuwendungsbestätigung angegebenen \
                         steuerbegünstigten Zwecken verwendet werden, haftet für die entgangene Steuer (§ 10b Abs. 4 \
                         EStG, § 9 Abs. 3 KStG, § 9 Nr. 5 GewStG).";
const VALIDITY: &str = "Diese Bestätigung wird nicht als Nachweis für die steuerliche Berücksichtigung der Zuwendung \
                        anerkannt, wenn das Datum des Freistellungsbescheides länger als 5 Jahre bzw. das Datum der \
                        Feststellung der Einhaltung der satzungsmäßigen Voraussetzungen nach § 60a Abs. 1 AO länger \
                        als 3 Jahre seit Ausstellung des Bescheides zurückliegt (§ 63 Abs. 5 AO).";
const OWN_USE: &str = "Die Zuwendung wird von uns unmittelbar für den angegebenen Zweck verwendet.";
const PASSED_ON: &str = "entsprechend den Angaben des Zuwendenden an Hilfe Musterstadt e. V. weitergeleitet, die/der vom \
                         Finanzamt Beispielheim StNr. 111/1111/1111 mit Freistellungsbescheid bzw. nach der Anlage zum \
                         Körperschaftsteuerbescheid vom 06.05.2024 von der Körperschaftsteuer und Gewerbesteuer \
                         befreit ist";

/// What stands on each receipt, besides its status: before and after it.
fn before(issuer: &'static str, subtitle: &'static str) -> Vec<&'static str> {
    vec![
        issuer,
        "Kleiderkammer Musterstadt e. V.",
        "Am Gabentisch 1",
        "00000 Musterstadt",
        "Zuwendungsbestätigung Nr. 2026-0007",
        TITLE,
        subtitle,
        "Name und Anschrift des Zuwendenden",
        "Erika Musterfrau",
        "Beispielweg 7",
        "00000 Musterstadt",
        "Wert der Zuwendung – in Ziffern –",
        "24,50\u{a0}€",
        "– in Buchstaben –",
        "vierundzwanzig Euro und fünfzig Cent",
        "Tag der Zuwendung",
        "20.11.2026",
        GOODS,
        "Winterjacke, Gr. 104, Alter: 2 Jahre, Zustand: gut, wenig getragen, Neupreis: 89,90\u{a0}€",
        PRIVATE,
        DOCUMENTS,
    ]
}

fn after() -> [&'static str; 3] {
    ["Musterstadt, 23.11.2026", SIGNED, LIABILITY]
}

#[test]
fn an_association_with_a_notice_of_exemption() {
    for id in [FormId::DeExempt, FormId::DeAssessed] {
        let all = [before(ISSUER, SUBTITLE), vec![EXEMPT, USE], after().to_vec(), vec![VALIDITY]].concat();
        assert_eq!(printed(&filled(id, &facts())), all, "{id}");
    }
}

#[test]
fn a_young_association() {
    let all = [before(ISSUER, SUBTITLE), vec![STATUTE, USE], after().to_vec(), vec![VALIDITY]].concat();
    assert_eq!(printed(&filled(FormId::DeStatute, &facts())), all);
}

#[test]
fn a_city_for_itself() {
    let all = [before(CITY, CITY_SUBTITLE), vec![OWN_USE, USE], after().to_vec()].concat();
    assert_eq!(printed(&filled(FormId::DeCity, &facts())), all);
}

#[test]
fn a_city_that_passes_on() {
    let forward = format!("Die Zuwendung wird {PASSED_ON}.");
    let all = [before(CITY, CITY_SUBTITLE), vec![&forward, USE], after().to_vec(), vec![VALIDITY]].concat();
    assert_eq!(printed(&filled(FormId::DeCityForward, &facts())), all);
    let statute = with(&[(Field::TargetKind, "statute")]);
    let all = printed(&filled(FormId::DeCityForward, &statute)).join("\n");
    assert!(
        all.contains("mit Feststellungsbescheid vom 06.05.2024") && all.contains(VALIDITY) && all.contains("§ 60a AO")
    );
    let public = with(&[(Field::TargetKind, "public")]);
    let all = printed(&filled(FormId::DeCityForward, &public)).join("\n");
    let says = "an Hilfe Musterstadt e. V. weitergeleitet, eine Körperschaft des öffentlichen Rechts.";
    assert!(all.contains(says) && !all.contains(VALIDITY) && !all.contains("Freistellungsbescheid"), "{all}");
}

/// Exactly one origin stands on a receipt, and the line about documents only where there are some.
#[test]
fn the_origin_is_one_of_three() {
    let asked = Proof { kind: EvidenceKind::Request, position: None };
    let mut unknown = Facts { origins: vec![Origin::Unknown], ..facts() };
    unknown.proofs.push(asked);
    for (facts, says, documents) in [(company(), BUSINESS, false), (facts(), PRIVATE, true), (unknown, UNKNOWN, true)] {
        let filled = filled(FormId::DeExempt, &facts);
        let ticks: Vec<&str> = filled
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Tick { on: true, text } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let mut expected = vec![says];
        expected.extend(documents.then_some(DOCUMENTS));
        expected.push(EXEMPT);
        assert_eq!(ticks, expected);
    }
}

/// What the reference could not confirm is marked, so that the settings say so.
#[test]
fn what_is_not_confirmed_is_marked() {
    for one in forms() {
        let is_marked = one.to_be_checked.is_some();
        assert_eq!(
            is_marked,
            !matches!(one.id, FormId::DeExempt | FormId::DeAssessed | FormId::DeStatute),
            "{}",
            one.id
        );
        assert!(!one.source.is_empty() && one.max_pages == 1);
        assert_eq!(one.has(Rule::CouncilAccepted), matches!(one.id, FormId::DeCity | FormId::DeCityForward));
        if one.country == Country::Germany {
            assert_eq!((one.signature, one.value_policy), (Signing::Handwritten, ValuePolicy::RequiredWords));
        }
    }
}
