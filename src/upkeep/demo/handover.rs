//! Records of handover: one that a company and the house have signed, and one that still waits for the signatures.

use image::{GrayImage, ImageFormat, Luma};

use super::names;
use super::town::Town;
use crate::actions::ActionError;
use crate::actions::acceptances::{self, NewAcceptance, NewLine, Proposal};
use crate::actions::record_donation::{self, NewDonation};
use crate::domain::donation::{Came, Origin};
use crate::domain::lists::DonationOrder;
use crate::domain::treasury::Marketability;
use crate::domain::{AcceptanceId, DonationId};
use crate::store::donations::{self, DonationFilter, DonationRow};
use crate::store::paging::Cursor;
use crate::texts::Lang;
use crate::web::sign_acceptance;

impl Town {
    /// Writes both records. Comes last: the open one is about the newest gift, which a company has just brought.
    pub(super) fn write_records(&mut self) -> Result<(), ActionError> {
        let companies: Vec<_> = self.givers.iter().filter(|giver| giver.is_company).map(|giver| giver.id).collect();
        for company in companies.iter().copied() {
            let theirs = self.gifts(DonationFilter { donor: Some(company), ..DonationFilter::default() })?;
            let Some(gift) = theirs.into_iter().find(|gift| gift.state.is_ours()) else { continue };
            let record = self.write_record(gift.id, "Frau Muster", "Auf einer Palette, sauber verpackt.")?;
            let (first, second) = (scribble(0.0).unwrap_or_default(), scribble(2.0).unwrap_or_default());
            let site = format!("Kleiderkammer {}", names::TOWN);
            let (house, treasurer) = (self.house.clone(), self.staff.treasurer.clone());
            sign_acceptance(&house, &treasurer, &site, record, &first, &second)?;
            break;
        }
        if let Some(company) = companies.first().copied() {
            self.pause();
            let brought = NewDonation {
                origin: Origin::Business,
                came: Came::Delivery,
                description: "Neue Wintermäntel, zu viele bestellt".to_owned(),
                pieces_announced: Some(24),
                receipt_wanted: true,
                ..NewDonation::of(company, self.house.today())
            };
            let (gift, _) = record_donation::new(&self.house, &self.staff.treasurer, brought)?;
            self.write_record(gift, "Herr Beispiel", "")?;
        }
        Ok(())
    }

    fn gifts(&self, filter: DonationFilter) -> Result<Vec<DonationRow>, ActionError> {
        let page = |db: &mut crate::store::Db| {
            donations::page(db, &filter, DonationOrder::Newest, &Cursor::Start, 200).map_err(ActionError::from)
        };
        Ok(self.house.store().read(page)?.rows.into_iter().map(|(row, _)| row).collect())
    }

    /// A record as it is proposed, with what a person adds.
    fn write_record(&mut self, gift: DonationId, giver: &str, remarks: &str) -> Result<AcceptanceId, ActionError> {
        self.pause();
        let treasurer = self.staff.treasurer.clone();
        let found = acceptances::proposal(&self.house, &treasurer, gift)?;
        let mut lines = self.lines_of(&found);
        if lines.is_empty() {
            let bags = "Kleidung in Säcken, noch nicht gezählt";
            lines.push(self.line(bags, "", 1, None, Some(Marketability::Restricted)));
        }
        let record = NewAcceptance {
            made_on: found.donation.received_on.0.min(self.house.today()),
            giver: giver.to_owned(),
            taker: treasurer.name().to_owned(),
            remarks: remarks.to_owned(),
            lines,
        };
        acceptances::write(&self.house, &treasurer, gift, record)
    }

    fn lines_of(&self, found: &Proposal) -> Vec<NewLine> {
        let line = |(at, line): (usize, &crate::domain::acceptance::Proposed)| {
            let code = line.group.as_ref().map(|code| code.as_str()).unwrap_or_default();
            let name = match (self.catalogue.group(code), line.description.as_str()) {
                (Some(group), "") => group.names.get(Lang::De).to_owned(),
                (_, words) => words.to_owned(),
            };
            // Somebody has looked: of every third group the packaging was damaged.
            let class = if at % 3 == 2 { Marketability::Restricted } else { Marketability::Full };
            self.line(&name, code, line.pieces, line.weight_g, Some(class))
        };
        found.lines.iter().enumerate().map(line).collect()
    }

    fn line(
        &self,
        description: &str,
        group: &str,
        pieces: i32,
        weight_g: Option<i64>,
        class: Option<Marketability>,
    ) -> NewLine {
        let reason = if class == Some(Marketability::Full) { "" } else { "Verpackung beschädigt" };
        NewLine {
            description: description.to_owned(),
            group: group.to_owned(),
            pieces,
            weight_g,
            class,
            reason: reason.to_owned(),
        }
    }
}

/// A signature that nobody can read, as most are; as PNG.
fn scribble(phase: f64) -> Option<Vec<u8>> {
    let mut picture = GrayImage::from_pixel(600, 200, Luma([255]));
    for step in 0..6_000 {
        let way = f64::from(step) / 6_000.0;
        let loops = way * 34.0 + phase;
        let x = 50.0 + way * 430.0 + loops.cos() * 26.0;
        let y = 105.0 + loops.sin() * (58.0 - way * 38.0) + (way * 5.0 + phase).sin() * 14.0;
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (1, 2)] {
            let (x, y) = (x as u32 + dx, y as u32 + dy);
            if x < picture.width() && y < picture.height() {
                picture.put_pixel(x, y, Luma([0]));
            }
        }
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).ok()?;
    Some(bytes.into_inner())
}
