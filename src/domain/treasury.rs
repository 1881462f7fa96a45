//! The words of the treasurer: what a value rests on, where a receipt stands, which papers there are.

stable_words! {
    /// Where a receipt stands.
    pub enum ReceiptState {
        Draft = "draft",
        Issued = "issued",
        Voided = "voided",
    }
}

stable_words! {
    /// What a value rests on (law reference 1.3). A company states one of the first three, a private person has a market
    /// value or, for what was just bought, the price on the invoice.
    pub enum Basis {
        GoingConcern = "teilwert",
        Book = "buchwert",
        Market = "gemeiner_wert",
        Invoice = "invoice_price",
    }
}

stable_words! {
    /// What a paper in the file of a gift is.
    pub enum EvidenceKind {
        /// A company's written statement of the value.
        Statement = "statement",
        Invoice = "invoice",
        Opinion = "opinion",
        /// What the same thing costs second hand.
        Comparison = "comparison",
        Photo = "photo",
        /// That the donor was asked where the goods come from, and when.
        Request = "request",
        Other = "other",
    }
}

stable_words! {
    /// A paper that left the house, or could, and never changes again.
    pub enum PaperKind {
        Receipt = "receipt",
        Acceptance = "acceptance",
        OfferAnswer = "offer_answer",
        NoRecipient = "no_recipient",
        Impact = "impact",
        Report = "report",
        Thanks = "thanks",
        CouncilList = "council_list",
    }
}

stable_words! {
    /// The answer to what a company offered.
    pub enum OfferState {
        Open = "open",
        Accepted = "accepted",
        Partly = "partly",
        Declined = "declined",
    }
}

stable_words! {
    /// Whether goods could still be sold: a company's VAT depends on it (UStAE 10.6 (1a)).
    pub enum Marketability {
        Full = "full",
        Restricted = "restricted",
        None = "none",
    }
}

stable_words! {
    /// Where an acceptance record stands.
    pub enum AcceptanceState {
        Draft = "draft",
        Signed = "signed",
    }
}

stable_words! {
    /// Where a list for the council stands.
    pub enum CouncilListState {
        Open = "open",
        Decided = "decided",
    }
}

stable_words! {
    /// Who decides on the gifts of a list (law reference 1.6).
    pub enum Decider {
        Council = "council",
        /// Alone, for gifts below the issuer's limit.
        Mayor = "mayor",
    }
}

stable_words! {
    /// What was decided on one gift of a list.
    pub enum Decision {
        Open = "open",
        Accepted = "accepted",
        Declined = "declined",
    }
}
