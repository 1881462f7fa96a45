//! Every route on one screen: method, path, who may come, and the handler. What is not listed is not found.

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};

use super::Access::{self, Any, Public, Scanner, SignedIn};
use super::{api, assets, metrics, pages};
use crate::domain::rights::Right::{self, *};
use crate::texts::{Message, say};

macro_rules! routes {
    ($($method:ident $path:literal $access:expr => $handler:path;)+) => {
        /// Method, path pattern and access of every route.
        pub const ROUTES: &[(&str, &str, Access)] = &[$((stringify!($method), $path, $access)),+];

        /// Puts every route into the application.
        pub(super) fn configure(config: &mut ServiceConfig) {
            $(config.route($path, web::$method().to($handler));)+
        }
    };
}

routes! {
    // For machines
    get  "/healthz"                     Public => metrics::alive;
    get  "/readyz"                      Public => metrics::ready;
    get  "/metrics"                     Public => metrics::show;
    get  "/static/{version}/{name}"     Public => assets::show;
    get  "/api/v1/openapi.json"         Public => api::openapi::show;

    // For scanners
    post "/api/v1/scans"                Scanner(&[ScanIntake, ScanHandout]) => api::scans::book;
    get  "/api/v1/terminal"             Scanner(&[ScanIntake, ScanHandout]) => api::terminal::show;
    get  "/api/v1/products"             Scanner(&[ScanIntake, SeeItems])    => api::products::search;

    // The door
    get  "/sign-in"                     Public   => pages::sign_in::show;
    post "/sign-in"                     Public   => pages::sign_in::enter;
    post "/sign-out"                    SignedIn => pages::sign_in::leave;
    post "/language"                    Public   => pages::language::choose;

    get  "/"                            SignedIn => pages::home::show;

    // One's own account
    get  "/account"                     SignedIn => pages::account::show;
    post "/account/password"            SignedIn => pages::account::change_password;
    post "/account/sign-out-everywhere" SignedIn => pages::account::sign_out_everywhere;

    // Administration
    get  "/settings"                    Any(&[ManageUsers, ManageTerminals, EditCatalogue, ArrangeLocations]) => pages::settings::show;
    get  "/settings/users"              Any(&[ManageUsers]) => pages::users::list::show;
    get  "/settings/users/new"          Any(&[ManageUsers]) => pages::users::add::blank;
    post "/settings/users/new"          Any(&[ManageUsers]) => pages::users::add::add;
    get  "/settings/users/{id}"         Any(&[ManageUsers]) => pages::users::one::show;
    post "/settings/users/{id}"         Any(&[ManageUsers]) => pages::users::one::change;
    post "/settings/users/{id}/password" Any(&[ManageUsers]) => pages::users::one::set_password;
    get  "/settings/terminals"          Any(&[ManageTerminals]) => pages::terminals::show;
    post "/settings/terminals"          Any(&[ManageTerminals]) => pages::terminals::enrol;
    post "/settings/terminals/{id}"     Any(&[ManageTerminals]) => pages::terminals::switch;
    get  "/settings/catalogue"          Any(&[EditCatalogue]) => pages::catalogue::list::show;
    get  "/settings/catalogue/{code}"   Any(&[EditCatalogue]) => pages::catalogue::one::show;
    post "/settings/catalogue/{code}"   Any(&[EditCatalogue]) => pages::catalogue::one::change;
    get  "/settings/locations"          Any(&[ArrangeLocations]) => pages::locations::list::show;
    post "/settings/locations"          Any(&[ArrangeLocations]) => pages::locations::list::add;
    get  "/settings/locations/{id}"     Any(&[ArrangeLocations]) => pages::locations::one::show;
    post "/settings/locations/{id}"     Any(&[ArrangeLocations]) => pages::locations::one::rename;
    get  "/labels"                      Any(&[PrintLabels]) => pages::labels::show;
    post "/labels"                      Any(&[PrintLabels]) => pages::labels::make;
    get  "/labels/test-page"            Any(&[PrintLabels]) => pages::labels::calibrate;
    get  "/labels/code/{code}"          Any(&[PrintLabels, ManageUsers, EditHouseholds, SeeDonors]) => pages::labels::one;
    get  "/contradictions"              Any(&[EditItems]) => pages::contradictions::show;
}

/// Who may use this route; `None` when there is none.
pub fn access(method: &Method, pattern: &str) -> Option<Access> {
    let method = if method == Method::HEAD { Method::GET } else { method.clone() };
    ROUTES
        .iter()
        .find(|(known, path, _)| known.eq_ignore_ascii_case(method.as_str()) && *path == pattern)
        .map(|(_, _, access)| *access)
}

/// One entry of the navigation, shown to whoever has one of the rights (to everybody, when there is none).
pub(super) struct Entry {
    pub href: &'static str,
    pub label: fn() -> Message,
    pub icon: &'static str,
    pub rights: &'static [Right],
}

/// The navigation, in its order.
pub(super) const NAVIGATION: &[Entry] = &[
    Entry { href: "/", label: say::nav_home, icon: "home", rights: &[] },
    Entry { href: "/labels", label: say::nav_labels, icon: "label", rights: &[PrintLabels] },
    Entry {
        href: "/settings",
        label: say::nav_settings,
        icon: "settings",
        rights: &[ManageUsers, ManageTerminals, EditCatalogue, ArrangeLocations],
    },
];
