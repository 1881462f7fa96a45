//! Who confirms gifts in the town: its association, and the city beside it. Both are invented.

use jiff::ToSpan;
use jiff::civil::Date;

use super::names;
use super::town::Town;
use crate::actions::ActionError;
use crate::actions::issuers::{self, NewIssuer};
use crate::domain::receipt::{Field, FormId};

impl Town {
    /// The treasurer enters the association with a notice that counts on every day of the demo, and the city.
    pub(super) fn name_issuers(&mut self, today: Date) -> Result<(), ActionError> {
        self.pass(90);
        let notice = today.checked_sub(500.days()).unwrap_or(today);
        let year = i32::from(notice.year());
        let association = NewIssuer {
            street: "Am Gabentisch 1".to_owned(),
            postcode: names::POSTCODE.to_owned(),
            city: names::TOWN.to_owned(),
            fields: [
                (Field::Purposes, "mildtätiger Zwecke und des Wohlfahrtswesens".to_owned()),
                (Field::Office, names::TOWN.to_owned()),
                (Field::TaxNumber, "000/0000/0000".to_owned()),
                (Field::NoticeDate, notice.to_string()),
                (Field::Period, format!("{} bis {}", year - 3, year - 1)),
            ]
            .into(),
            four_eyes_from: "500".to_owned(),
            ..NewIssuer::of(FormId::DeExempt, format!("Kleiderkammer {} e. V. (erfunden)", names::TOWN))
        };
        issuers::new(&self.house, &self.staff.treasurer, association)?;
        self.pass(90);
        let city = NewIssuer {
            street: "Rathausplatz 1".to_owned(),
            postcode: names::POSTCODE.to_owned(),
            city: names::TOWN.to_owned(),
            fields: [(Field::Purposes, "mildtätiger Zwecke".to_owned())].into(),
            four_eyes_from: "500".to_owned(),
            council_from: "100".to_owned(),
            ..NewIssuer::of(FormId::DeCity, format!("Stadt {} (erfunden)", names::TOWN))
        };
        issuers::new(&self.house, &self.staff.treasurer, city)?;
        Ok(())
    }
}
