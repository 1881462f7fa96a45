//! All integration tests, one binary. Each file is named after the route, command or promise that it tests.

mod support;

mod architecture;
mod check;
mod decode;
mod desks;
mod demo;
mod donations;
mod donor_report;
mod donors;
mod guard;
mod households;
mod items;
mod kill;
mod labels;
mod licences;
mod pages;
mod needs;
mod routes;
mod scans;
mod scans_bad_input;
mod schema;
mod serve;
mod story;
mod terminal;
