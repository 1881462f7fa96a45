//! The town's receipts: three that are valid, of companies and of a private donor, with their lists; one that had to be
//! voided and was replaced; and a draft that waits for a second person.

use super::town::Town;
use crate::actions::ActionError;
use crate::actions::receipts::{self, Choice};
use crate::domain::receipt::FormId;
use crate::domain::{DonationId, IssuerId, ReceiptId};
use crate::store::issuers;
use crate::web::print_receipt;

impl Town {
    /// Over gifts that are valued: those of companies, and one of a private donor.
    pub(super) fn confirm_gifts(
        &mut self,
        of_companies: &[DonationId],
        private: Option<DonationId>,
    ) -> Result<(), ActionError> {
        let known = self.house.store().read(issuers::active)?;
        let Some(issuer) = known.iter().find(|one| one.form == FormId::DeExempt).map(|one| one.id) else {
            return Ok(());
        };
        let mut companies = of_companies.iter().copied();
        if let Some(gift) = companies.next() {
            self.confirm(gift, issuer, None)?;
        }
        if let Some(gift) = private {
            self.confirm(gift, issuer, None)?;
        }
        if let Some(gift) = companies.next()
            && let Some(wrong) = self.confirm(gift, issuer, None)?
        {
            self.void(wrong, "Auf dem Beleg der Firma stand ein anderer Wert.")?;
            self.confirm(gift, issuer, Some(wrong))?;
        }
        if let Some(gift) = companies.next() {
            self.draft(gift, issuer, None)?;
        }
        Ok(())
    }

    /// The treasurer drafts it over all lines that have a value and whose pieces were not sold.
    fn draft(
        &mut self,
        gift: DonationId,
        issuer: IssuerId,
        replaces: Option<ReceiptId>,
    ) -> Result<Option<ReceiptId>, ActionError> {
        self.pause();
        let (house, by) = (self.house.clone(), self.staff.treasurer.clone());
        let id = receipts::begin(&house, &by, gift, issuer, replaces)?;
        let draft = receipts::draft(&house, &by, id)?;
        let fits = draft.lines.iter().filter(|line| line.line().sum().is_some() && !draft.gone.contains_key(&line.id));
        let lines: Vec<_> = fits.map(|line| line.id).collect();
        let version = draft.row.version;
        if lines.is_empty() {
            receipts::drop_draft(&house, &by, id, version)?;
            return Ok(None);
        }
        receipts::choose(&house, &by, id, version, Choice { lines, ..Choice::default() })?;
        Ok(Some(id))
    }

    /// Drafted by the treasurer, agreed to by the coordinator, issued. `None` where something stands in the way: then the
    /// draft stays and says what.
    fn confirm(
        &mut self,
        gift: DonationId,
        issuer: IssuerId,
        replaces: Option<ReceiptId>,
    ) -> Result<Option<ReceiptId>, ActionError> {
        let Some(id) = self.draft(gift, issuer, replaces)? else { return Ok(None) };
        self.pause();
        let (house, by, second) = (self.house.clone(), self.staff.treasurer.clone(), self.staff.coordinator.clone());
        let draft = receipts::draft(&house, &by, id)?;
        let seen = draft.fingerprint();
        if draft.made(&draft.draft_number(), house.today()).is_err() {
            return Ok(None);
        }
        receipts::agree(&house, &second, id, draft.row.version, &seen)?;
        self.pause();
        receipts::issue(&house, &by, id, draft.row.version + 1, &seen, print_receipt)?;
        Ok(Some(id))
    }

    fn void(&mut self, receipt: ReceiptId, reason: &str) -> Result<(), ActionError> {
        let (house, by, second) = (self.house.clone(), self.staff.treasurer.clone(), self.staff.coordinator.clone());
        let row = house.store().read(|db| crate::store::receipts::find(db, receipt))?.ok_or(ActionError::NotFound)?;
        self.pause();
        receipts::ask(&house, &by, receipt, row.version, reason)?;
        self.pause();
        receipts::confirm(&house, &second, receipt, row.version + 1)
    }
}
