//! Every route on one screen: method, path, who may come, and the handler. What is not listed is not found.

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use actix_web::{Route, guard};

use super::Access::{self, Any, Household, Public, Scanner, SignedIn};
use super::{api, assets, live, metrics, pages, worker};
use crate::domain::rights::Right::{self, *};
use crate::texts::{Message, say};

macro_rules! routes {
    ($($method:ident $path:literal $access:expr => $handler:path;)+) => {
        /// Method, path pattern and access of every route.
        pub const ROUTES: &[(&str, &str, Access)] = &[$((stringify!($method), $path, $access)),+];

        /// Puts every route into the application.
        pub(super) fn configure(config: &mut ServiceConfig) {
            $(config.route($path, route(stringify!($method)).to($handler));)+
        }
    };
}

routes! {
    // For machines
    get  "/healthz"                     Public => metrics::alive;
    get  "/readyz"                      Public => metrics::ready;
    get  "/metrics"                     Public => metrics::show;
    get  "/static/{version}/{name}"     Public => assets::show;
    get  "/sw.js"                       Public => worker::script;
    get  "/manifest.webmanifest"        Public => worker::manifest;
    get  "/api/v1/openapi.json"         Public => api::openapi::show;

    // For scanners
    post "/api/v1/scans"                Scanner(&[ScanIntake, ScanHandout]) => api::scans::book;
    get  "/api/v1/terminal"             Scanner(&[ScanIntake, ScanHandout]) => api::terminal::show;
    get  "/api/v1/terminal/snapshot"    Scanner(&[ScanIntake, ScanHandout]) => api::snapshot::show;
    post "/api/v1/terminal/stations"    Scanner(&[ScanIntake, ScanHandout]) => api::enrolments::station;
    post "/api/v1/enrolments"           Public => api::enrolments::ask;
    get  "/api/v1/enrolments/{id}"      Public => api::enrolments::show;
    get  "/api/v1/products"             Scanner(&[ScanIntake, SeeItems])    => api::products::search;

    // The door
    get  "/sign-in"                     Public   => pages::sign_in::show;
    post "/sign-in"                     Public   => pages::sign_in::enter;
    post "/sign-out"                    SignedIn => pages::sign_in::leave;
    post "/language"                    Public   => pages::language::choose;
    post "/look"                        Public   => pages::appearance::choose;
    get  "/design"                      Public   => pages::design::show;

    // Trusting the house, before anybody signs in
    get  "/trust"                       Public => pages::trust::guide::show;
    get  "/trust/ca.crt"                Public => pages::trust::files::der;
    get  "/trust/ca.pem"                Public => pages::trust::files::pem;
    get  "/trust/ca.mobileconfig"       Public => pages::trust::files::apple;
    get  "/trust/check.svg"             Public => pages::trust::files::tick;

    get  "/"                            SignedIn => pages::home::show;
    get  "/search"                      SignedIn => pages::search::show;
    get  "/search/suggestions"          SignedIn => pages::search::suggest;
    get  "/live"                        SignedIn => live::listen;

    // Gifts
    get  "/donors"                      Any(&[SeeDonors])      => pages::donors::list::show;
    get  "/donors.csv"                  Any(&[SeeDonors])      => pages::donors::list::csv;
    get  "/donors/new"                  Any(&[EditDonors])     => pages::donors::form::blank;
    post "/donors/new"                  Any(&[EditDonors])     => pages::donors::form::create;
    get  "/donors/{id}"                 Any(&[SeeDonors])      => pages::donors::show::show;
    get  "/donors/{id}/edit"            Any(&[EditDonors])     => pages::donors::form::filled;
    post "/donors/{id}/edit"            Any(&[EditDonors])     => pages::donors::form::change;
    get  "/donors/{id}/gifts"           Any(&[SeeDonorReport]) => pages::donors::report::show;
    post "/donors/{id}/gifts"           Any(&[SeeDonorReport]) => pages::donors::report::give_out;
    get  "/donors/{id}/gifts.csv"       Any(&[SeeDonorReport]) => pages::donors::report::csv;
    get  "/donors/{id}/offers/new"      Any(&[AnswerOffers])   => pages::offers::new::blank;
    post "/donors/{id}/offers/new"      Any(&[AnswerOffers])   => pages::offers::new::save;
    get  "/donors/{id}/impact"          Any(&[SeeDonorReport]) => pages::impact::staff::show;
    get  "/donors/{id}/impact.pdf"      Any(&[SeeDonorReport]) => pages::impact::staff::show_pdf;
    get  "/donors/{id}/impact.json"     Any(&[SeeDonorReport]) => pages::impact::staff::json;
    post "/donors/{id}/impact"          Any(&[SeeDonorReport]) => pages::impact::staff::keep;
    post "/donors/{id}/links"           Any(&[ThankDonors])    => pages::impact::staff::share;
    post "/donors/{id}/links/{link}/revoke" Any(&[ThankDonors]) => pages::impact::staff::revoke;
    get  "/offers"                      Any(&[AnswerOffers])   => pages::offers::list::show;
    get  "/offers/{id}"                 Any(&[AnswerOffers])   => pages::offers::one::show;
    post "/offers/{id}"                 Any(&[AnswerOffers])   => pages::offers::one::answer;
    get  "/donations/{id}/rest"         Any(&[AnswerOffers])   => pages::offers::rest::show;
    post "/donations/{id}/rest"         Any(&[AnswerOffers])   => pages::offers::rest::state;
    // Whoever has the secret in this address sees the frozen figures of one donor, and nothing else
    get  "/impact/{secret}.pdf"         Public => pages::impact::public::show_pdf;
    get  "/impact/{secret}"             Public => pages::impact::public::show;
    get  "/donations"                   Any(&[SeeDonors])      => pages::donations::list::show;
    get  "/donations.csv"               Any(&[SeeDonors])      => pages::donations::list::csv;
    get  "/donations/new"               Any(&[EditDonors])     => pages::donations::form::blank;
    post "/donations/new"               Any(&[EditDonors])     => pages::donations::form::create;
    get  "/donations/{id}"              Any(&[SeeDonors])      => pages::donations::show::show;
    post "/donations/{id}/state"        Any(&[EditDonors])     => pages::donations::show::change;
    post "/donations/{id}/receiver"     Any(&[EditDonors])     => pages::council::receiver::choose;
    get  "/donations/{id}/thanks"       Any(&[ThankDonors])    => pages::thanks::one::show;
    post "/donations/{id}/thanks"       Any(&[ThankDonors])    => pages::thanks::one::send;
    get  "/thanks"                      Any(&[ThankDonors])    => pages::thanks::due::show;
    post "/thanks"                      Any(&[ThankDonors])    => pages::thanks::due::send;
    post "/donations/{id}/announced"    Any(&[EditDonors])     => pages::donations::announced::add;
    post "/donations/{id}/announced/{line}/remove" Any(&[EditDonors]) => pages::donations::announced::remove;
    get  "/issuers"                     Any(&[SeeReceipts])    => pages::issuers::list::show;
    get  "/issuers/new"                 Any(&[EditIssuers])    => pages::issuers::form::blank;
    post "/issuers/new"                 Any(&[EditIssuers])    => pages::issuers::form::create;
    get  "/issuers/{id}"                Any(&[SeeReceipts])    => pages::issuers::show::show;
    post "/issuers/{id}/active"         Any(&[EditIssuers])    => pages::issuers::show::switch;
    get  "/issuers/{id}/edit"           Any(&[EditIssuers])    => pages::issuers::form::filled;
    post "/issuers/{id}/edit"           Any(&[EditIssuers])    => pages::issuers::form::change;
    get  "/issuers/{id}/accounts"       Any(&[KeepBooks])      => pages::books::accounts::show;
    post "/issuers/{id}/accounts"       Any(&[KeepBooks])      => pages::books::accounts::write;
    get  "/donations/{id}/receipt"      Any(&[IssueReceipts])  => pages::receipts::start::show;
    post "/donations/{id}/receipt"      Any(&[IssueReceipts])  => pages::receipts::start::begin;
    get  "/receipts"                    Any(&[SeeReceipts])    => pages::receipts::list::show;
    get  "/receipts.csv"                Any(&[SeeReceipts])    => pages::receipts::list::csv;
    get  "/receipts/{id}"               Any(&[SeeReceipts])    => pages::receipts::show::show;
    get  "/receipts/{id}/lines"         Any(&[IssueReceipts])  => pages::receipts::lines::show;
    post "/receipts/{id}/lines"         Any(&[IssueReceipts])  => pages::receipts::lines::choose;
    post "/receipts/{id}/drop"          Any(&[IssueReceipts])  => pages::receipts::lines::drop;
    get  "/receipts/{id}/check"         Any(&[SeeReceipts])    => pages::receipts::check::show;
    post "/receipts/{id}/sure"          Any(&[IssueReceipts])  => pages::receipts::check::answer_for;
    get  "/receipts/{id}/preview"       Any(&[SeeReceipts])    => pages::receipts::preview::show;
    get  "/receipts/{id}/draft.pdf"     Any(&[SeeReceipts])    => pages::receipts::preview::paper;
    get  "/receipts/{id}/draft-list.pdf" Any(&[SeeReceipts])   => pages::receipts::preview::list;
    get  "/receipts/{id}/void.pdf"      Any(&[SeeReceipts])    => pages::receipts::show::void_paper;
    get  "/receipts/{id}/void-list.pdf" Any(&[SeeReceipts])    => pages::receipts::show::void_list;
    post "/receipts/{id}/agree"         Any(&[AgreeReceipts])  => pages::receipts::preview::agree;
    post "/receipts/{id}/issue"         Any(&[IssueReceipts])  => pages::receipts::preview::issue;
    post "/receipts/{id}/void"          Any(&[IssueReceipts])  => pages::receipts::void::ask;
    post "/receipts/{id}/void/keep"     Any(&[IssueReceipts, AgreeReceipts]) => pages::receipts::void::keep;
    post "/receipts/{id}/void/confirm"  Any(&[AgreeReceipts])  => pages::receipts::void::confirm;
    get  "/papers/{id}"                 SignedIn               => pages::papers::show;
    get  "/donations/{id}/acceptance/new" Any(&[EditDonors])   => pages::acceptances::form::blank;
    post "/donations/{id}/acceptance/new" Any(&[EditDonors])   => pages::acceptances::form::create;
    get  "/acceptances/{id}"            Any(&[SeeDonors])      => pages::acceptances::show::show;
    get  "/acceptances/{id}/edit"       Any(&[EditDonors])     => pages::acceptances::form::filled;
    post "/acceptances/{id}/edit"       Any(&[EditDonors])     => pages::acceptances::form::change;
    post "/acceptances/{id}/sign"       Any(&[EditDonors])     => pages::acceptances::sign::sign;
    post "/acceptances/{id}/discard"    Any(&[EditDonors])     => pages::acceptances::show::discard;
    get  "/acceptances/{id}/paper.pdf"  Any(&[SeeDonors])      => pages::acceptances::paper::draft;
    get  "/donations/{id}/edit"         Any(&[EditDonors])     => pages::donations::form::filled;
    post "/donations/{id}/edit"         Any(&[EditDonors])     => pages::donations::form::change;
    get  "/donations/{id}/values"       Any(&[ValueGifts])     => pages::values::show::show;
    post "/donations/{id}/values"       Any(&[ValueGifts])     => pages::values::change::add;
    post "/donations/{id}/values/take"  Any(&[ValueGifts])     => pages::values::change::take;
    post "/donations/{id}/values/amounts" Any(&[ValueGifts])   => pages::values::change::amounts;
    post "/donations/{id}/values/{line}" Any(&[ValueGifts])    => pages::values::change::change;
    post "/donations/{id}/values/{line}/remove" Any(&[ValueGifts]) => pages::values::change::remove;
    post "/donations/{id}/evidence"     Any(&[ValueGifts])     => pages::values::papers::upload;
    post "/donations/{id}/evidence/asked" Any(&[ValueGifts])   => pages::values::papers::asked;
    post "/donations/{id}/evidence/letter" Any(&[ValueGifts])  => pages::values::request::make;
    get  "/evidence/{id}"               Any(&[SeeDonors])      => pages::values::papers::download;
    post "/evidence/{id}/remove"        Any(&[ValueGifts])     => pages::values::papers::remove;
    get  "/items"                       Any(&[SeeItems])       => pages::items::list::show;
    get  "/items.csv"                   Any(&[SeeItems])       => pages::items::list::csv;
    get  "/items/{id}/next"             Any(&[SeeItems])       => pages::items::list::next;
    post "/items/bulk"                  Any(&[EditItems])      => pages::items::bulk::change;
    get  "/items/{id}"                  Any(&[SeeItems])       => pages::items::show::show;
    get  "/items/{id}/edit"             Any(&[EditItems])      => pages::items::form::filled;
    post "/items/{id}/edit"             Any(&[EditItems])      => pages::items::form::change;
    post "/items/{id}/step"             Any(&[EditItems])      => pages::items::change::step;
    post "/items/{id}/move"             Any(&[EditItems])      => pages::items::change::relocate;
    post "/items/{id}/label"            Any(&[EditItems])      => pages::items::change::replace_label;
    post "/items/{id}/undo"             Any(&[EditItems])      => pages::items::change::undo;

    // A city's gifts, and the accounts
    get  "/council"                     Any(&[RunCouncil]) => pages::council::waiting::show;
    post "/council"                     Any(&[RunCouncil]) => pages::council::waiting::put;
    get  "/council/{id}"                Any(&[RunCouncil]) => pages::council::list::show;
    get  "/council/{id}/list.pdf"       Any(&[RunCouncil]) => pages::council::list::print;
    post "/council/{id}/decide"         Any(&[RunCouncil]) => pages::council::list::decide;
    post "/council/{id}/remove"         Any(&[RunCouncil]) => pages::council::list::remove;
    get  "/books"                       Any(&[KeepBooks])  => pages::books::show;
    get  "/books.csv"                   Any(&[KeepBooks])  => pages::books::table;
    get  "/books/datev.csv"             Any(&[KeepBooks])  => pages::books::datev;

    // Everyday: taking back, notes. Whose it is and what one may, the actions ask.
    get  "/deeds"                       Any(&[EditItems])      => pages::deeds::list;
    get  "/deeds/{id}"                  SignedIn => pages::deeds::show;
    post "/deeds/{id}/undo"             SignedIn => pages::deeds::undo;
    post "/deeds/{id}/go-on"            Any(&[EditItems]) => pages::deeds::go_on;
    post "/notes"                       SignedIn => pages::notes::write;
    post "/notes/{id}"                  SignedIn => pages::notes::change;
    post "/notes/{id}/delete"           SignedIn => pages::notes::delete;

    // The desks
    get  "/desk/handout"                Any(&[ScanHandout]) => pages::desk::handout::show;
    post "/desk/handout"                Any(&[ScanHandout]) => pages::desk::handout::scan;
    get  "/desk/return"                 Any(&[ScanHandout]) => pages::desk::handout::show_return;
    post "/desk/return"                 Any(&[ScanHandout]) => pages::desk::handout::scan_return;
    get  "/desk/intake"                 Any(&[ScanIntake])  => pages::desk::intake::show;
    post "/desk/intake"                 Any(&[ScanIntake])  => pages::desk::intake::scan;
    get  "/desk/move"                   Any(&[ScanIntake])  => pages::desk::moving::show;
    post "/desk/move"                   Any(&[ScanIntake])  => pages::desk::moving::scan;
    get  "/desk/stocktake"              Any(&[ScanIntake])  => pages::desk::counting::show;
    post "/desk/stocktake"              Any(&[ScanIntake])  => pages::desk::counting::scan;
    get  "/desk/offline/{lang}/{mode}"  Public => pages::desk::offline::show;
    get  "/desk/photo"                  Any(&[ScanIntake, ScanHandout]) => pages::desk::photo::choose;
    post "/desk/photo"                  Any(&[ScanIntake, ScanHandout]) => pages::desk::photo::upload;
    get  "/desk/photo/{id}"             Any(&[ScanIntake, ScanHandout]) => pages::desk::photo::show;
    post "/desk/photo/{id}"             Any(&[ScanIntake, ScanHandout]) => pages::desk::photo::decide;
    get  "/desk/photo/{id}/picture"     Any(&[ScanIntake, ScanHandout]) => pages::desk::photo::picture;
    post "/desk/frame"                  Any(&[ScanIntake, ScanHandout]) => pages::desk::frame::read;
    post "/desk/phones"                 Any(&[ScanIntake, ScanHandout]) => pages::desk::phones::invite;
    get  "/desk/phones/events"          Any(&[ScanIntake, ScanHandout]) => pages::desk::phones::listen;
    post "/desk/phones/claim"           Any(&[ScanIntake, ScanHandout]) => pages::desk::phones::claim;
    post "/desk/phones/verdict"         Any(&[ScanIntake, ScanHandout]) => pages::desk::phones::verdict;
    post "/desk/phones/end"             Any(&[ScanIntake, ScanHandout]) => pages::desk::phones::end;

    // A phone that scans for a desk: its own secret is its only right
    get  "/phone"                       Public => pages::phone::show;
    get  "/phone/events"                Public => pages::phone::listen;
    post "/phone/code"                  Public => pages::phone::offer;
    post "/phone/frame"                 Public => pages::phone::frame;
    post "/phone/photo"                 Public => pages::phone::photo;
    post "/phone/end"                   Public => pages::phone::end;
    get  "/phone/{secret}"              Public => pages::phone::invited;
    post "/phone/{secret}"              Public => pages::phone::take;

    // Reports
    get  "/reports"                     Any(&[SeeItems, SeeReports, SeeReceipts]) => pages::reports::index::show;
    // Before the names: whoever may come in is looked up by the first pattern that fits, whatever the method.
    post "/reports/closings"            Any(&[CloseReports]) => pages::reports::closing::close;
    get  "/reports/{name}"              Any(&[SeeReports, SeeReceipts, SeeVolunteers]) => pages::reports::one::show;
    post "/reports/closings/{id}/reopen" Any(&[CloseReports]) => pages::reports::closing::reopen;

    // Figures
    get  "/figures"                     Any(&[SeeItems])    => pages::figures::show;
    get  "/figures/{file}"              Any(&[SeeItems])    => pages::figures::file;

    // What is missing, and what donors are asked for
    get  "/missing"                     Any(&[SeeMissing])  => pages::missing::show;
    get  "/missing.csv"                 Any(&[SeeMissing])  => pages::missing::csv;
    get  "/missing.json"                Any(&[SeeMissing])  => pages::missing::json;
    get  "/missing/public"              Any(&[SeeMissing])  => pages::missing::public::show;
    post "/missing/public/mark"         Any(&[SeeMissing])  => pages::missing::public::mark;
    post "/missing/public/words"        Any(&[SeeMissing])  => pages::missing::public::words;
    get  "/wanted"                      Public => pages::wanted::show;
    get  "/wanted.json"                 Public => pages::wanted::json;
    get  "/wanted.rss"                  Public => pages::wanted::rss;
    get  "/wanted/embed"                Public => pages::wanted::embed;
    get  "/wanted/poster.pdf"           Public => pages::wanted::poster;

    // Stocktakes
    get  "/stocktakes"                  Any(&[ScanIntake])  => pages::stocktakes::list::show;
    get  "/stocktakes/{id}"             Any(&[ScanIntake])  => pages::stocktakes::one::show;
    post "/stocktakes/{id}"             Any(&[ScanIntake])  => pages::stocktakes::one::decide;

    // Households
    get  "/households"                  Any(&[SeeHouseholds, SeeOwnHouseholds]) => pages::households::list::show;
    get  "/households/new"              Any(&[EditHouseholds]) => pages::households::new::show;
    post "/households"                  Any(&[EditHouseholds]) => pages::households::new::save;
    get  "/households/duplicates"       Any(&[MergeHouseholds]) => pages::households::duplicates::show;
    post "/households/duplicates"       Any(&[MergeHouseholds]) => pages::households::duplicates::propose;
    get  "/households/duplicates/{merge}"         Any(&[MergeHouseholds]) => pages::households::duplicates::one;
    post "/households/duplicates/{merge}/confirm" Any(&[MergeHouseholds]) => pages::households::duplicates::confirm;
    post "/households/duplicates/{merge}/refuse"  Any(&[MergeHouseholds]) => pages::households::duplicates::refuse;
    post "/households/duplicates/{merge}/part"    Any(&[MergeHouseholds]) => pages::households::duplicates::part;
    get  "/households/{id}"             Any(&[SeeHouseholds, SeeOwnHouseholds]) => pages::households::show::show;
    post "/households/{id}"             Any(&[EditHouseholds]) => pages::households::edit::save;
    get  "/households/{id}/edit"        Any(&[EditHouseholds]) => pages::households::edit::show;
    post "/households/{id}/state"       Any(&[EditHouseholds]) => pages::households::edit::set_state;
    post "/households/{id}/card"        Any(&[EditHouseholds]) => pages::households::edit::replace_card;
    post "/households/{id}/pin"         Any(&[EditHouseholds]) => pages::households::pin::make;
    get  "/households/{id}/contact"     Any(&[EditHouseholds]) => pages::households::contact::show;
    post "/households/{id}/contact"     Any(&[EditHouseholds]) => pages::households::contact::save;
    post "/households/{id}/proofs"      Any(&[EditHouseholds]) => pages::households::record::proof;
    post "/households/{id}/consents"    Any(&[EditNeeds])      => pages::households::record::consent;
    post "/households/{id}/consents/{consent}/revoke" Any(&[EditNeeds]) => pages::households::record::take_back;
    get  "/households/{id}/list"        Any(&[SeeHouseholds, SeeOwnHouseholds]) => pages::households::print::show;
    get  "/households/{id}/fill"        Any(&[EditNeeds])      => pages::households::fill::show;
    post "/households/{id}/fill"        Any(&[EditNeeds])      => pages::households::fill::fill;
    post "/households/{id}/mentors"     Any(&[EditHouseholds]) => pages::households::mentors::link;
    post "/households/{id}/mentors/change" Any(&[EditHouseholds]) => pages::households::mentors::change;
    post "/households/{id}/mentors/end" Any(&[EditHouseholds]) => pages::households::mentors::unlink;
    post "/households/{id}/proxies"     Any(&[NameProxies])    => pages::households::proxies::name;
    post "/households/{id}/proxies/{proxy}/end" Any(&[NameProxies]) => pages::households::proxies::end;
    get  "/households/{id}/times"       Any(&[Book])           => pages::households::times::show;
    post "/households/{id}/times"       Any(&[Book])           => pages::households::times::book;
    post "/households/{id}/times/cancel" Any(&[Book])          => pages::households::times::cancel;
    post "/households/{id}/vouchers"    Any(&[NameProxies])    => pages::households::proxies::make;
    get  "/households/{id}/vouchers/{proxy}" Any(&[NameProxies]) => pages::households::proxies::show;
    post "/households/{id}/members"     Any(&[EditHouseholds]) => pages::households::member::add;
    get  "/households/{id}/members/new" Any(&[EditHouseholds]) => pages::households::member::new;
    get  "/households/{id}/members/{member}"        Any(&[EditHouseholds]) => pages::households::member::show;
    post "/households/{id}/members/{member}"        Any(&[EditHouseholds]) => pages::households::member::save;
    post "/households/{id}/members/{member}/remove" Any(&[EditHouseholds]) => pages::households::member::remove;
    post "/households/{id}/needs"       Any(&[EditNeeds])      => pages::households::need::add;
    get  "/households/{id}/needs/new"   Any(&[EditNeeds])      => pages::households::need::show;
    post "/households/{id}/needs/{need}/withdraw"   Any(&[EditNeeds]) => pages::households::need::withdraw;
    post "/households/{id}/needs/{need}/urgent"     Any(&[MarkUrgent]) => pages::households::record::mark;
    post "/households/{id}/needs/{need}/again"      Any(&[EditNeeds]) => pages::households::record::renew;
    post "/households/{id}/members/{member}/grow"   Any(&[EditHouseholds]) => pages::households::record::take_over;

    get  "/overrides"                   Any(&[Override]) => pages::overrides::show;
    // A fair share
    get  "/allocation"                  Any(&[Allocate]) => pages::allocation::list::show;
    post "/allocation"                  Any(&[Allocate]) => pages::allocation::list::confirm;
    get  "/allocation/{item}"           Any(&[Allocate]) => pages::allocation::one::show;
    post "/allocation/{item}"           Any(&[Allocate]) => pages::allocation::one::give;
    get  "/pick"                        Any(&[Pick])     => pages::pick::show;
    post "/pick"                        Any(&[Pick])     => pages::pick::decide;

    // A household's own page: its card and a PIN open it, no right of the staff does
    get  "/h"                           Public    => pages::own::door::show;
    post "/h"                           Public    => pages::own::door::enter;
    get  "/h/languages"                 Public    => pages::own::door::languages;
    post "/h/language"                  Public    => pages::own::door::choose;
    post "/h/photo"                     Public    => pages::own::door::photo;
    get  "/h/list"                      Household => pages::own::list::show;
    get  "/h/print"                     Household => pages::own::list::print;
    get  "/h/ask"                       Household => pages::own::ask::who;
    post "/h/ask"                       Household => pages::own::ask::ask;
    get  "/h/ask/{person}"              Household => pages::own::ask::show;
    get  "/h/ready"                     Household => pages::own::ready::show;
    get  "/h/time"                      Household => pages::own::time::show;
    post "/h/time"                      Household => pages::own::time::book;
    post "/h/time/cancel"               Household => pages::own::time::cancel;
    get  "/h/visit.ics"                 Household => pages::own::time::calendar;
    get  "/h/me"                        Household => pages::own::me::show;
    post "/h/me/language"               Household => pages::own::me::language;
    post "/h/me/contact"                Household => pages::own::me::contact;
    post "/h/me/contact/forget"         Household => pages::own::me::forget;
    post "/h/me/collectors"             Household => pages::own::me::end_collector;
    post "/h/me/pin"                    Household => pages::own::me::pin;
    post "/h/leave"                     Household => pages::own::door::leave;
    // The last of them: a card's code is any word.
    get  "/h/{card}"                    Public    => pages::own::door::of_card;
    // Days of handing out, their queue, and letters. The screen and the feed have secrets in their addresses.
    get  "/sessions"                    Any(&[RunSessions]) => pages::sessions::list::show;
    get  "/sessions.csv"                Any(&[RunSessions]) => pages::sessions::list::csv;
    get  "/sessions.ics"                Public => pages::sessions::calendar::feed;
    get  "/sessions/calendar"           Any(&[RunQueue]) => pages::sessions::calendar::show;
    post "/sessions/calendar"           Any(&[RunQueue]) => pages::sessions::calendar::renew;
    get  "/sessions/new"                Any(&[RunSessions]) => pages::sessions::new::show;
    post "/sessions/new"                Any(&[RunSessions]) => pages::sessions::new::save;
    get  "/sessions/{id}"               Any(&[RunSessions]) => pages::sessions::day::show;
    post "/sessions/{id}"               Any(&[RunSessions]) => pages::sessions::day::decide;
    get  "/sessions/{id}/edit"          Any(&[RunSessions]) => pages::sessions::change::show;
    post "/sessions/{id}/edit"          Any(&[RunSessions]) => pages::sessions::change::save;
    get  "/sessions/{id}/paper"         Any(&[RunSessions]) => pages::sessions::paper::show;
    get  "/queue"                       Any(&[RunQueue]) => pages::queue::desk::show;
    post "/queue"                       Any(&[RunQueue]) => pages::queue::desk::decide;
    get  "/queue/screens"               Any(&[RunQueue]) => pages::queue::screen::address;
    post "/queue/screens"               Any(&[RunSessions]) => pages::queue::screen::renew;
    get  "/queue/screen"                Public => pages::queue::screen::show;
    get  "/queue/screen/events"         Public => pages::queue::screen::listen;
    get  "/outbox"                      Any(&[RunSessions]) => pages::outbox::show;
    post "/outbox"                      Any(&[RunSessions]) => pages::outbox::decide;

    // One's own account
    get  "/account"                     SignedIn => pages::account::show;
    post "/account/password"            SignedIn => pages::account::change_password;
    post "/account/sign-out-everywhere" SignedIn => pages::account::sign_out_everywhere;

    // Administration
    get  "/settings"                    Any(&[ManageUsers, ManageTerminals, EditCatalogue, ArrangeLocations, EditIssuers]) => pages::settings::show;
    get  "/settings/users"              Any(&[ManageUsers]) => pages::users::list::show;
    get  "/settings/users/new"          Any(&[ManageUsers]) => pages::users::add::blank;
    post "/settings/users/new"          Any(&[ManageUsers]) => pages::users::add::add;
    get  "/settings/users/{id}"         Any(&[ManageUsers]) => pages::users::one::show;
    post "/settings/users/{id}"         Any(&[ManageUsers]) => pages::users::one::change;
    post "/settings/users/{id}/password" Any(&[ManageUsers]) => pages::users::one::set_password;
    get  "/settings/terminals"          Any(&[ManageTerminals]) => pages::terminals::show;
    post "/settings/terminals"          Any(&[ManageTerminals]) => pages::terminals::enrol;
    post "/settings/terminals/approve"  Any(&[ManageTerminals]) => pages::terminals::approve;
    post "/settings/terminals/waiting/{id}/refuse" Any(&[ManageTerminals]) => pages::terminals::refuse;
    post "/settings/terminals/{id}"     Any(&[ManageTerminals]) => pages::terminals::switch;
    post "/settings/terminals/{id}/release" Any(&[ManageTerminals]) => pages::terminals::release;
    get  "/settings/trust"              Any(&[ManageTerminals]) => pages::trust::staff::show;
    get  "/settings/catalogue"          Any(&[EditCatalogue]) => pages::catalogue::list::show;
    get  "/settings/catalogue/{code}"   Any(&[EditCatalogue]) => pages::catalogue::one::show;
    post "/settings/catalogue/{code}"   Any(&[EditCatalogue]) => pages::catalogue::one::change;
    get  "/settings/locations"          Any(&[ArrangeLocations]) => pages::locations::list::show;
    post "/settings/locations"          Any(&[ArrangeLocations]) => pages::locations::list::add;
    get  "/settings/locations/{id}"     Any(&[ArrangeLocations]) => pages::locations::one::show;
    post "/settings/locations/{id}"     Any(&[ArrangeLocations]) => pages::locations::one::rename;
    post "/settings/locations/{id}/pickup" Any(&[ArrangeLocations]) => pages::locations::one::mark;
    get  "/labels"                      Any(&[PrintLabels]) => pages::labels::show;
    post "/labels"                      Any(&[PrintLabels]) => pages::labels::make;
    get  "/labels/command-sheet"        Any(&[PrintLabels]) => pages::labels::sheets::commands;
    post "/labels/product-sheet"        Any(&[PrintLabels]) => pages::labels::sheets::products;
    get  "/labels/test-page"            Any(&[PrintLabels]) => pages::labels::calibrate;
    get  "/labels/code/{code}"          Any(&[PrintLabels, ManageUsers, EditHouseholds, SeeDonors]) => pages::labels::one;
    get  "/contradictions"              Any(&[EditItems]) => pages::contradictions::show;
    post "/contradictions/{id}"         Any(&[EditItems]) => pages::contradictions::settle;
}

/// What answers this method. `HEAD` is answered like `GET`: the server leaves the body out.
fn route(method: &str) -> Route {
    match method {
        "get" => web::route().guard(guard::Any(guard::Get()).or(guard::Head())),
        _ => web::method(method.to_uppercase().parse().unwrap_or(Method::POST)),
    }
}

/// Who may use this route; `None` when there is none.
pub fn access(method: &Method, pattern: &str) -> Option<Access> {
    let method = if method == Method::HEAD { Method::GET } else { method.clone() };
    ROUTES
        .iter()
        .find(|(known, path, _)| known.eq_ignore_ascii_case(method.as_str()) && *path == pattern)
        .map(|(_, _, access)| *access)
}

/// The methods of the routes with this path, in capitals; none where there is no such path.
pub(super) fn methods(path: &str) -> Vec<String> {
    let fits = |pattern: &str| {
        let (mut asked, mut parts) = (path.split('/'), pattern.split('/'));
        loop {
            match (asked.next(), parts.next()) {
                (None, None) => return true,
                (Some(asked), Some(part)) if part == asked || (part.starts_with('{') && !asked.is_empty()) => {}
                _ => return false,
            }
        }
    };
    ROUTES.iter().filter(|(_, pattern, _)| fits(pattern)).map(|(method, ..)| method.to_uppercase()).collect()
}

/// One entry of the navigation, shown to whoever has one of the rights (to everybody, when there is none).
pub(super) struct Entry {
    pub href: &'static str,
    pub label: fn() -> Message,
    pub icon: &'static str,
    pub rights: &'static [Right],
}

/// The navigation in two groups, each in its order: the day's work with pieces and people, then gifts and the office. On a
/// desk screen each group is a line of its own when both do not fit into one.
pub(super) const NAVIGATION: [&[Entry]; 2] = [DAY, OFFICE];

const DAY: &[Entry] = &[
    Entry { href: "/", label: say::nav_home, icon: "home", rights: &[] },
    Entry { href: "/desk/handout", label: say::nav_handout, icon: "desk-out", rights: &[ScanHandout] },
    Entry { href: "/desk/intake", label: say::nav_intake, icon: "desk-in", rights: &[ScanIntake] },
    Entry { href: "/stocktakes", label: say::nav_stocktakes, icon: "stocktake", rights: &[ScanIntake] },
    Entry { href: "/items", label: say::nav_items, icon: "items", rights: &[SeeItems] },
    Entry { href: "/households", label: say::nav_households, icon: "household", rights: HOUSEHOLD_READERS },
    Entry { href: "/allocation", label: say::nav_allocation, icon: "need", rights: &[Allocate] },
    Entry { href: "/pick", label: say::nav_pick, icon: "box", rights: &[Pick] },
    Entry { href: "/sessions", label: say::nav_sessions, icon: "clock", rights: &[RunSessions] },
    Entry { href: "/queue", label: say::nav_queue, icon: "users", rights: &[RunQueue] },
];

const OFFICE: &[Entry] = &[
    Entry { href: "/donors", label: say::nav_donors, icon: "donor", rights: &[SeeDonors] },
    Entry { href: "/donations", label: say::nav_donations, icon: "gift", rights: &[SeeDonors] },
    Entry { href: "/offers", label: say::company_nav, icon: "box", rights: &[AnswerOffers] },
    Entry { href: "/receipts", label: say::receipts_nav, icon: "check", rights: &[SeeReceipts] },
    // The treasurer's own rooms. Coordinators seldom need them and come there from the gifts: their menu is long enough.
    Entry { href: "/thanks", label: say::thanks_nav, icon: "donor", rights: &[KeepBooks] },
    Entry { href: "/council", label: say::council_nav, icon: "gift", rights: &[KeepBooks] },
    Entry { href: "/issuers", label: say::issuers_nav, icon: "users", rights: &[EditIssuers] },
    Entry { href: "/books", label: say::books_title, icon: "report", rights: &[KeepBooks] },
    Entry { href: "/missing", label: say::wanted_nav, icon: "need", rights: &[SeeMissing] },
    Entry { href: "/reports", label: say::nav_reports, icon: "report", rights: &[SeeItems, SeeReports] },
    Entry { href: "/labels", label: say::nav_labels, icon: "label", rights: &[PrintLabels] },
    Entry { href: "/settings", label: say::nav_settings, icon: "settings", rights: SETTLERS },
];

const HOUSEHOLD_READERS: &[Right] = &[SeeHouseholds, SeeOwnHouseholds];
/// Whoever may set something up.
const SETTLERS: &[Right] = &[ManageUsers, ManageTerminals, EditCatalogue, ArrangeLocations, EditIssuers];
