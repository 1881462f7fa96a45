//! The treasurer's desk: a company's gift with its statement of value, better pieces of a private donor with comparisons, a
//! purchase, companies that give again and again, and a donor who was asked where the things come from.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jiff::ToSpan;

use super::town::Town;
use crate::actions::evidence::{self, Incoming};
use crate::actions::record_donation::{self, NewDonation};
use crate::actions::record_donor::{self, NewDonor};
use crate::actions::value_gifts::{self, Amounts, Take, Written};
use crate::actions::{ActionError, Actor};
use crate::domain::DonationId;
use crate::domain::donation::{Came, DonationState, Origin, Source, ThanksBy};
use crate::domain::lists::DonationOrder;
use crate::domain::treasury::EvidenceKind;
use crate::store::donations::{self, DonationFilter, DonationRow};
use crate::store::paging::Cursor as Page;
use crate::store::{donors, value_lines};

/// Gifts that are looked through for fitting ones, and lines of one that are valued.
const LOOKED_THROUGH: i64 = 200;
const VALUED: usize = 14;

impl Town {
    /// At the end of the year, with what lies there by then.
    pub(super) fn value_gifts(&mut self) -> Result<(), ActionError> {
        self.regular_givers()?;
        let (house, by) = (self.house.clone(), self.staff.treasurer.clone());
        let all = house.store().read(|db| {
            donations::page(db, &DonationFilter::default(), DonationOrder::Newest, &Page::Start, LOOKED_THROUGH)
        })?;
        let gifts: Vec<DonationRow> = all.rows.into_iter().map(|(row, _)| row).collect();
        let of = |origin: Origin, skip: usize| {
            let fits = |row: &&DonationRow| {
                row.origin == origin && matches!(row.state, DonationState::Received | DonationState::Closed)
            };
            gifts.iter().filter(fits).filter(|row| row.receipt_wanted || origin == Origin::Unknown).nth(skip)
        };
        let goods: Vec<DonationId> = (0..3).filter_map(|skip| of(Origin::Business, skip)).map(|gift| gift.id).collect();
        for gift in &goods {
            self.value_goods(*gift)?;
        }
        let clothes = of(Origin::PrivateAssets, 0).map(|gift| gift.id);
        if let Some(gift) = clothes {
            self.value_clothes(gift)?;
        }
        if let Some(gift) = of(Origin::Unknown, 0) {
            evidence::asked(&house, &by, gift.id, house.today(), "Brief")?;
        }
        let donor = self.givers.last().map(|giver| giver.id).ok_or(ActionError::NotFound)?;
        let bought = NewDonation {
            source: Source::Purchase,
            paid: "249,90".to_owned(),
            came: Came::Delivery,
            description: "12 Paar Winterschuhe, gekauft von einer Geldspende".to_owned(),
            ..NewDonation::of(donor, house.today().saturating_sub(9.days()))
        };
        record_donation::new(&house, &by, bought)?;
        self.confirm_gifts(&goods, clothes)
    }

    /// Companies give again and again; one has not come for a while.
    fn regular_givers(&self) -> Result<(), ActionError> {
        let (house, by) = (&self.house, &self.staff.treasurer);
        for (at, giver) in self.givers.iter().filter(|giver| giver.is_company).enumerate().take(3) {
            let row = house.store().read(|db| donors::find(db, giver.id))?.ok_or(ActionError::NotFound)?;
            let version = row.version;
            let donor = NewDonor {
                street: row.street,
                postcode: row.postcode,
                city: row.city,
                email: row.email,
                note: row.note,
                contact: "Frau Beispiel, Einkauf".to_owned(),
                thanks: if at == 1 { ThanksBy::Mail } else { ThanksBy::Letter },
                gives_every_months: Some([1, 3, 6][at]),
                ..NewDonor::named(row.kind, row.name)
            };
            record_donor::edit(house, by, giver.id, version, donor)?;
        }
        Ok(())
    }

    /// New goods from a company, as its statement says: net and VAT.
    fn value_goods(&self, gift: DonationId) -> Result<(), ActionError> {
        let by = &self.staff.treasurer;
        self.valued(gift, by, |at| {
            let net = [417, 1_265, 839, 2_490, 318][at % 5] + 30 * i64::try_from(at).unwrap_or_default();
            let mut amounts = Amounts {
                net: format!("{},{:02}", net / 100, net % 100),
                vat_rate: "19".to_owned(),
                ..Amounts::default()
            };
            amounts.vat = value_gifts::proposed_vat(&amounts, by.lang()).unwrap_or_default();
            amounts
        })?;
        self.paper(gift, EvidenceKind::Statement, "Wertangabe der Firma.png", [236, 240, 246])
    }

    /// Better pieces of a private donor, each with its own value and what it cost new.
    fn value_clothes(&self, gift: DonationId) -> Result<(), ActionError> {
        self.valued(gift, &self.staff.treasurer, |at| {
            let value = [740, 1_180, 465, 2_320, 990][at % 5] + 15 * i64::try_from(at).unwrap_or_default();
            let new = value * [4, 5, 3, 1][at % 4] + 390;
            Amounts {
                value: format!("{},{:02}", value / 100, value % 100),
                new_price: format!("{},{:02}", new / 100, new % 100),
                ..Amounts::default()
            }
        })?;
        self.describe(gift)?;
        self.paper(gift, EvidenceKind::Comparison, "Kleinanzeigen im Vergleich.png", [244, 238, 228])
    }

    /// What a receipt wants to know of used pieces besides their value: how old they are, and what they were compared with.
    fn describe(&self, gift: DonationId) -> Result<(), ActionError> {
        let (house, by) = (&self.house, &self.staff.treasurer);
        let typed =
            |cents: Option<i64>| cents.map_or_else(String::new, |cents| format!("{},{:02}", cents / 100, cents % 100));
        let lines = house.store().read(|db| value_lines::of_donation(db, gift))?;
        for (at, line) in lines.into_iter().filter(|line| line.value_cents.is_some()).enumerate() {
            let written = Written {
                description: line.description,
                quantity: line.quantity.to_string(),
                identical: line.identical,
                age: ["2 Jahre", "1 Jahr", "etwa 3 Jahre"][at % 3].to_owned(),
                condition: line.condition,
                basis: Some(line.basis),
                amounts: Amounts {
                    value: typed(line.value_cents),
                    new_price: typed(line.new_price_cents),
                    ..Amounts::default()
                },
                source: "Mittel aus drei Kleinanzeigen".to_owned(),
                ..Written::default()
            };
            value_gifts::change(house, by, line.id, line.version, written)?;
        }
        Ok(())
    }

    fn valued(&self, gift: DonationId, by: &Actor, amounts: impl Fn(usize) -> Amounts) -> Result<(), ActionError> {
        // A gift of which nothing was scanned has no lines to take.
        match value_gifts::take(&self.house, by, gift, Take::All) {
            Ok(_) => {}
            Err(ActionError::Refused(_)) => return Ok(()),
            Err(other) => return Err(other),
        }
        let lines = self.house.store().read(|db| value_lines::of_donation(db, gift))?;
        let typed = lines.iter().take(VALUED).enumerate().map(|(at, line)| (line.id, line.version, amounts(at)));
        value_gifts::amounts(&self.house, by, gift, typed.collect()).map(drop)
    }

    /// A sheet of paper with lines on it, as a phone would have taken it.
    fn paper(&self, gift: DonationId, kind: EvidenceKind, name: &str, shade: [u8; 3]) -> Result<(), ActionError> {
        let sheet = RgbImage::from_fn(420, 594, |x, y| {
            let is_text = y % 24 > 15 && (50..370 - (y * 7) % 120).contains(&x) && (60..520).contains(&y);
            Rgb(if is_text { [70, 70, 80] } else { shade })
        });
        let mut bytes = Cursor::new(Vec::new());
        if DynamicImage::ImageRgb8(sheet).write_to(&mut bytes, ImageFormat::Png).is_err() {
            return Ok(());
        }
        let file = Incoming { name: name.to_owned(), bytes: bytes.into_inner() };
        evidence::add(&self.house, &self.staff.treasurer, gift, None, kind, vec![file]).map(drop)
    }
}
