//! Who may do what: deny by default, one table.

use super::desk::Mode;

stable_words! {
    /// What a person is in the house.
    pub enum Role {
        Volunteer = "volunteer",
        Coordinator = "coordinator",
        Mentor = "mentor",
        Treasurer = "treasurer",
        Admin = "admin",
    }
}

stable_words! {
    /// Something that can be done or seen. Hiding a button is not a right; actions ask for one of these.
    pub enum Right {
        /// Take pieces in, look them up.
        ScanIntake = "scan_intake",
        /// Hand pieces out to a household whose card is on the desk.
        ScanHandout = "scan_handout",
        /// Say yes to what the rules of the handout forbid: given out already, laid aside for others, above the limit.
        Override = "override",
        SeeItems = "see_items",
        /// Correct, discard, set aside, undo.
        EditItems = "edit_items",
        SeeDonors = "see_donors",
        EditDonors = "edit_donors",
        /// What became of a donor's gifts. Shows no household.
        SeeDonorReport = "see_donor_report",
        /// Any household's page.
        SeeHouseholds = "see_households",
        /// Only households linked to this mentor now.
        SeeOwnHouseholds = "see_own_households",
        /// Register, block, issue cards, link mentors.
        EditHouseholds = "edit_households",
        /// Add and withdraw lines of a needs list that one may see.
        EditNeeds = "edit_needs",
        /// Propose and confirm that two records are one household.
        MergeHouseholds = "merge_households",
        /// Mark a line as urgent, with a reason.
        MarkUrgent = "mark_urgent",
        /// Confirm who gets what, and lay it aside.
        Allocate = "allocate",
        /// Fetch what is laid aside from its shelf.
        Pick = "pick",
        /// Plan, open and close days of handing out, and see the letters.
        RunSessions = "run_sessions",
        /// Welcome who is booked for today and call numbers.
        RunQueue = "run_queue",
        /// Book a time for a household that one may see.
        Book = "book",
        /// Name who else may collect for a household that one may see.
        NameProxies = "name_proxies",
        /// What is missing, and what donors are asked for.
        SeeMissing = "see_missing",
        /// Issued receipts and the register.
        SeeReceipts = "see_receipts",
        /// Say what a gift is worth, and attach what that rests on.
        ValueGifts = "value_gifts",
        /// Draft and issue receipts, ask for voiding one.
        IssueReceipts = "issue_receipts",
        /// Be the second pair of eyes on a receipt or its voiding.
        AgreeReceipts = "agree_receipts",
        /// Who issues receipts, under which notice.
        EditIssuers = "edit_issuers",
        /// Answer what a company offers, and state that nobody wanted the rest.
        AnswerOffers = "answer_offers",
        /// Give a donor a link to what became of the gifts, and thank.
        ThankDonors = "thank_donors",
        /// A city's gifts: lists for the council and what it decided.
        RunCouncil = "run_council",
        /// The reports of the house, without any household.
        SeeReports = "see_reports",
        /// How many scans each volunteer made: for thanking and planning, never for comparing in public.
        SeeVolunteers = "see_volunteers",
        /// Close a period, so that its reports stay as they are.
        CloseReports = "close_reports",
        /// Export gifts in kind for the accounts.
        KeepBooks = "keep_books",
        EditCatalogue = "edit_catalogue",
        /// Add and rename sites, rooms and shelves.
        ArrangeLocations = "arrange_locations",
        /// Book what a stocktake found, or drop it.
        CloseStocktake = "close_stocktake",
        PrintLabels = "print_labels",
        ManageUsers = "manage_users",
        ManageTerminals = "manage_terminals",
    }
}

impl Right {
    /// What somebody must be allowed to scan in this mode.
    pub fn to_scan_in(mode: Mode) -> Right {
        match mode {
            Mode::Handout | Mode::Return => Right::ScanHandout,
            Mode::Intake | Mode::Move | Mode::Stocktake | Mode::Lookup => Right::ScanIntake,
        }
    }
}

impl Role {
    /// Whether this role has this right.
    ///
    /// The treasurer never sees a household (law reference A3), an administrator's rights do not include reading one
    /// (A4), a mentor sees only those linked to him or her (A2), a volunteer only the one at the desk.
    pub fn may(self, right: Right) -> bool {
        use Right::*;
        match self {
            Role::Volunteer => matches!(right, ScanIntake | ScanHandout | SeeItems | Pick | RunQueue),
            Role::Coordinator => {
                !matches!(right, ManageUsers | SeeOwnHouseholds | IssueReceipts | EditIssuers | KeepBooks)
            }
            Role::Mentor => matches!(right, SeeOwnHouseholds | EditNeeds | Book | NameProxies),
            Role::Treasurer => matches!(
                right,
                SeeDonors
                    | EditDonors
                    | SeeDonorReport
                    | SeeItems
                    | SeeReceipts
                    | ValueGifts
                    | IssueReceipts
                    | AgreeReceipts
                    | EditIssuers
                    | AnswerOffers
                    | ThankDonors
                    | RunCouncil
                    | SeeReports
                    | CloseReports
                    | KeepBooks
            ),
            Role::Admin => matches!(right, ManageUsers | ManageTerminals | EditCatalogue | PrintLabels),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_sees_a_household_without_business_there() {
        for role in [Role::Treasurer, Role::Admin, Role::Volunteer] {
            assert!(!role.may(Right::SeeHouseholds), "{role}");
            assert!(!role.may(Right::SeeOwnHouseholds), "{role}");
        }
        assert!(!Role::Mentor.may(Right::SeeHouseholds));
    }
}
