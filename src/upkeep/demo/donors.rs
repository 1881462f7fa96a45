//! Who gives: companies, churches, the fire brigade, schools, people. All of them invented.

use super::chance::Chance;
use super::gifts::{self, Wares};
use super::names;
use super::town::Town;
use crate::actions::ActionError;
use crate::actions::record_donor::{self, NewDonor};
use crate::domain::DonorId;
use crate::domain::donation::{DonorKind, Origin};

/// A donor, and how and what he gives.
pub(super) struct Giver {
    pub id: DonorId,
    pub origin: Origin,
    pub is_company: bool,
    pub wares: &'static Wares,
    /// New goods, straight from the shop.
    pub new: bool,
    /// Pieces in one gift.
    pub pieces: (i64, i64),
    /// How often, compared with the others.
    pub often: f64,
    /// Says what it is, for the donation's description.
    pub describes: &'static str,
}

/// One kind of donor: a name that takes a number when there are more of them than names.
struct Sort {
    kind: DonorKind,
    names: &'static [(&'static str, &'static Wares, &'static str)],
    new: bool,
    pieces: (i64, i64),
    often: f64,
}

const COMPANIES: Sort = Sort {
    kind: DonorKind::Company,
    names: &[
        ("Strumpffabrik Ringelsocke GmbH", gifts::SOCKS, "Neue Ware, zweite Wahl"),
        ("Schuhhaus Beispiel & Söhne", gifts::SHOES, "Auslaufmodelle"),
        ("Drogerie Sauberfein", gifts::CHEMIST, "Hygieneartikel, verschlossen"),
        ("Möbel Musterhaus GmbH", gifts::FURNITURE, "Ausstellungsstücke und Heimtextilien"),
        ("Sporthaus Dauerlauf", gifts::SPORTS, "Ware der letzten Saison"),
        ("Spiel & Schreib Kunterbunt KG", gifts::STATIONERY, "Schulbedarf, neu"),
    ],
    new: true,
    pieces: (20, 60),
    often: 1.8,
};

const INSTITUTIONS: Sort = Sort {
    kind: DonorKind::Institution,
    names: &[
        ("Ev. Kirchengemeinde St. Beispiel", gifts::WARDROBE, "Sammlung nach dem Gottesdienst"),
        ("Freiwillige Feuerwehr Beispielstadt, Löschzug Mitte", gifts::WARDROBE, "Sammlung der Jugendfeuerwehr"),
        ("Kath. Pfarrei Heilig Muster", gifts::WARDROBE, "Kleidersammlung der Pfarrei"),
        ("Grundschule Am Musterbach", gifts::WARDROBE, "Fundsachen, von niemandem abgeholt"),
        ("Kita Pusteblume (Beispiel)", gifts::WARDROBE, "Kindersachen-Basar, Rest"),
        ("TuS Beispielstadt 1909", gifts::SPORTS, "Sportsachen"),
    ],
    new: false,
    pieces: (25, 80),
    often: 2.2,
};

const ANONYMOUS: Sort = Sort {
    kind: DonorKind::Anonymous,
    names: &[
        ("Sammelkorb im Rathaus", gifts::WARDROBE, "Aus dem Sammelkorb"),
        ("Vor der Tür abgestellt", gifts::WARDROBE, "Tüten vor der Tür"),
        ("Sammelaktion Stadtfest", gifts::WARDROBE, "Sammelaktion"),
    ],
    new: false,
    pieces: (8, 28),
    often: 4.0,
};

const PRIVATE: Sort = Sort { kind: DonorKind::Private, names: &[], new: false, pieces: (4, 22), often: 6.0 };

impl Town {
    /// The treasurer writes the cards of everybody who is going to give.
    pub(super) fn expect_donors(&mut self) -> Result<(), ActionError> {
        let (all, companies) = (self.size.donors(), self.size.companies());
        let institutions = (all / 4).max(2);
        let anonymous = (all / 8).max(1);
        let private = all - companies - institutions - anonymous;
        for (sort, count) in
            [(COMPANIES, companies), (INSTITUTIONS, institutions), (ANONYMOUS, anonymous), (PRIVATE, private)]
        {
            for number in 0..count {
                self.add_donor(&sort, number)?;
            }
        }
        Ok(())
    }

    fn add_donor(&mut self, sort: &Sort, number: usize) -> Result<(), ActionError> {
        self.pause();
        let chance = &mut self.chance;
        let (name, wares, describes) = match sort.names {
            [] => (private_name(number), gifts::WARDROBE, ""),
            names => {
                let (name, wares, describes) = names[number % names.len()];
                let name = match number / names.len() {
                    0 => name.to_owned(),
                    again => format!("{name} {}", again + 1),
                };
                (name, wares, describes)
            }
        };
        let mut donor = NewDonor::named(sort.kind, name);
        if sort.kind != DonorKind::Anonymous {
            donor.street = format!("{} {}", chance.of(&names::STREETS), chance.between(1, 120));
            donor.postcode = names::POSTCODE.to_owned();
            donor.city = names::TOWN.to_owned();
        }
        match sort.kind {
            DonorKind::Company => donor.email = format!("spenden{}@firma.example", number + 1),
            DonorKind::Institution => donor.note = "Bitte vor der Abholung anrufen.".to_owned(),
            _ => {}
        }
        let id = record_donor::new(&self.house, &self.staff.treasurer, donor)?;
        let factor = self.size.gift_factor();
        let scaled = |pieces: i64| ((pieces as f64 * factor) as i64).max(2);
        self.givers.push(Giver {
            id,
            origin: match sort.kind {
                DonorKind::Company => Origin::Business,
                DonorKind::Private => Origin::PrivateAssets,
                DonorKind::Institution | DonorKind::Anonymous => Origin::Unknown,
            },
            is_company: sort.kind == DonorKind::Company,
            wares,
            new: sort.new,
            pieces: (scaled(sort.pieces.0), scaled(sort.pieces.1)),
            often: sort.often * (0.4 + self.chance.share()),
            describes,
        });
        Ok(())
    }

    /// Somebody who gives today.
    pub(super) fn giver(&mut self) -> usize {
        let weights: Vec<f64> = self.givers.iter().map(|giver| giver.often).collect();
        self.chance.weighted(&weights)
    }

    /// A company that gives new goods, for gifts that are planned.
    pub(super) fn company(&mut self) -> usize {
        let companies: Vec<usize> = (0..self.givers.len()).filter(|place| self.givers[*place].is_company).collect();
        pick(&companies, &mut self.chance)
    }
}

fn pick(places: &[usize], chance: &mut Chance) -> usize {
    if places.is_empty() { 0 } else { chance.of(places) }
}

/// “Erika Musterfrau”; each pair of names once before any comes again.
fn private_name(number: usize) -> String {
    let (first, last) = (names::FIRST_NAMES.len(), names::LAST_NAMES.len());
    let name =
        format!("{} {}", names::FIRST_NAMES[number % first], names::LAST_NAMES[(number + number / first) % last]);
    match number / (first * last) {
        0 => name,
        again => format!("{name} {}", again + 1),
    }
}
