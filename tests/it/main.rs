//! All integration tests, one binary. Each file is named after the route, command or promise that it tests.

mod support;

mod architecture;
mod catalogue;
mod check;
mod decode;
mod demo;
mod desk_browser;
mod desks;
mod donations;
mod donor_report;
mod donors;
mod guard;
mod home;
mod households;
mod items;
mod kill;
mod labels;
mod labels_page;
mod licences;
mod moving;
mod needs;
mod pages;
mod photo;
mod photo_bad_input;
mod photo_browser;
mod routes;
mod scans;
mod scans_bad_input;
mod schema;
mod serve;
mod stocktakes;
mod story;
mod terminal;
mod terminals;
mod users;
