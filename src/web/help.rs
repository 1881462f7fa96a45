//! The help of every page: which text belongs to which route.

use crate::texts::{Message, say};

/// The help for a page, by the pattern of its route.
pub(super) fn of(pattern: &str) -> Option<Message> {
    Some(match pattern {
        "/" => say::help_home(),
        "/search" => say::help_search(),
        "/reports" => say::book_help(),
        "/reports/{name}" => say::book_help_report(),
        "/figures" => say::help_figures(),
        "/missing" => say::wanted_help_missing(),
        "/missing/public" => say::wanted_help_public(),
        "/settings/trust" => say::help_trust(),
        "/items" => say::help_items(),
        "/items/{id}" => say::help_item(),
        "/items/{id}/edit" => say::help_item_edit(),
        "/deeds" | "/deeds/{id}" => say::help_deed(),
        "/donors" => say::help_donors(),
        "/donors/{id}" => say::help_donor(),
        "/donors/new" | "/donors/{id}/edit" => say::help_donor_form(),
        "/donors/{id}/gifts" => say::help_donor_report(),
        "/offers" | "/offers/{id}" | "/donors/{id}/offers/new" => say::company_help_offers(),
        "/donations/{id}/rest" => say::company_help_rest(),
        "/donors/{id}/impact" => say::company_help_impact(),
        "/donations" => say::help_donations(),
        "/donations/new" => say::help_donation_form(),
        "/donations/{id}" => say::help_donation(),
        "/donations/{id}/thanks" => say::thanks_help_one(),
        "/thanks" => say::thanks_help(),
        "/council" => say::council_help(),
        "/council/{id}" => say::council_help_list(),
        "/books" | "/issuers/{id}/accounts" => say::books_help(),
        "/receipts" => say::receipts_help(),
        "/receipts/{id}" => say::receipts_help_one(),
        "/donations/{id}/receipt" | "/receipts/{id}/lines" | "/receipts/{id}/check" | "/receipts/{id}/preview" => {
            say::receipts_help_wizard()
        }
        "/donations/{id}/acceptance/new" | "/acceptances/{id}" | "/acceptances/{id}/edit" => say::paper_help(),
        "/donations/{id}/edit" => say::help_donation_form(),
        "/donations/{id}/values" => say::values_help(),
        "/desk/photo" | "/desk/photo/{id}" => say::help_photo(),
        "/stocktakes" => say::help_stocktakes(),
        "/stocktakes/{id}" => say::help_stocktake(),
        "/households" => say::help_households(),
        "/households/{id}" => say::help_household(),
        "/households/new"
        | "/households/{id}/edit"
        | "/households/{id}/members/new"
        | "/households/{id}/members/{member}" => say::help_household_form(),
        "/households/{id}/needs/new" => say::help_need(),
        "/households/{id}/fill" => say::help_fill_preview(),
        "/households/{id}/contact" => say::help_contact(),
        "/households/duplicates" | "/households/duplicates/{merge}" => say::help_duplicates(),
        "/allocation" | "/allocation/{item}" => say::help_allocation(),
        "/pick" => say::help_pick(),
        "/households/{id}/vouchers/{proxy}" => say::help_voucher(),
        "/households/{id}/times" => say::help_times(),
        "/overrides" => say::help_overrides(),
        "/sessions" | "/sessions/{id}" | "/sessions/{id}/paper" | "/sessions/calendar" => say::help_sessions(),
        "/sessions/new" | "/sessions/{id}/edit" => say::help_session_form(),
        "/queue" | "/queue/screens" => say::help_queue(),
        "/outbox" => say::help_outbox(),
        "/account" => say::help_account(),
        "/settings" => say::help_settings(),
        "/issuers" | "/issuers/{id}" => say::help_issuers(),
        "/issuers/new" | "/issuers/{id}/edit" => say::help_issuer_form(),
        "/settings/users" | "/settings/users/new" | "/settings/users/{id}" => say::help_users(),
        "/settings/terminals" => say::help_terminals(),
        "/settings/catalogue" | "/settings/catalogue/{code}" => say::help_catalogue(),
        "/settings/locations" | "/settings/locations/{id}" => say::help_locations(),
        "/labels" | "/labels/code/{code}" => say::help_labels(),
        "/contradictions" => say::help_contradictions(),
        _ => return None,
    })
}

/// Routes without help, and why.
#[cfg(test)]
const WITHOUT: &[(&str, &str)] = &[
    ("/sign-in", "two fields, which say what they are"),
    ("/households/{id}/list", "a sheet of paper"),
    ("/donors/{id}/gifts.csv", "a file"),
    ("/donors/{id}/impact.pdf", "a file"),
    ("/donors/{id}/impact.json", "a file"),
    ("/donors.csv", "a file"),
    ("/papers/{id}", "a file"),
    ("/receipts.csv", "a file"),
    ("/receipts/{id}/draft.pdf", "a file"),
    ("/receipts/{id}/draft-list.pdf", "a file"),
    ("/donations.csv", "a file"),
    ("/evidence/{id}", "a file"),
    ("/items.csv", "a file"),
    ("/receipts/{id}/void.pdf", "a file"),
    ("/receipts/{id}/void-list.pdf", "a file"),
    ("/council/{id}/list.pdf", "a file"),
    ("/books.csv", "a file"),
    ("/books/datev.csv", "a file"),
    ("/sessions.csv", "a file"),
    ("/figures/{file}", "a file"),
    ("/missing.csv", "a file"),
    ("/missing.json", "a file"),
    ("/wanted", "for everybody; it says itself what it is for"),
    ("/wanted.json", "a file"),
    ("/wanted.rss", "a feed"),
    ("/wanted/embed", "a part of another site's page"),
    ("/wanted/poster.pdf", "a file"),
    ("/acceptances/{id}/paper.pdf", "a file"),
    ("/search/suggestions", "a part of the search box"),
    ("/items/{id}/next", "leads on to an item"),
    ("/desk/phones/events", "no page"),
    ("/desk/photo/{id}/picture", "a picture"),
    ("/labels/command-sheet", "a file"),
    ("/labels/test-page", "a file"),
    ("/live", "no page"),
    ("/desk/handout", "the desk has its own keys on its buttons"),
    ("/desk/return", "the desk has its own keys on its buttons"),
    ("/desk/intake", "the desk has its own keys on its buttons"),
    ("/desk/move", "the desk has its own keys on its buttons"),
    ("/desk/stocktake", "the desk has its own keys on its buttons"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Access;
    use crate::web::routes::ROUTES;

    #[test]
    fn every_page_has_help_or_says_why_not() {
        let machine = |access: &Access, path: &str| {
            // A household's page says at its head what one does there, in the household's language.
            let own = *access == Access::Household;
            own || path.starts_with("/api/") || (*access == Access::Public && path != "/sign-in")
        };
        for (method, path, access) in ROUTES.iter().filter(|(method, ..)| *method == "get") {
            let excused = WITHOUT.iter().any(|(known, why)| known == path && !why.is_empty());
            assert!(of(path).is_some() != excused || machine(access, path), "{method} {path}: write its help");
        }
    }
}
