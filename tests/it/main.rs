//! All integration tests, one binary. Each file is named after the route, command or promise that it tests.

mod support;

#[path = "../bench/allocation_towns/mod.rs"]
#[allow(dead_code)] // the command shows more than the tests ask for
mod bench_allocation;
#[path = "../bench/label_photos/mod.rs"]
mod bench_label_photos;
#[path = "../bench/lists_speed/fill.rs"]
mod bench_lists;
#[path = "../bench/reader_fuzz/mod.rs"]
mod bench_reader_fuzz;

mod allocate;
mod allocate_bench;
mod allocation;
mod allocation_browser;
mod architecture;
mod axe;
mod bookings;
mod budget;
mod camera_browser;
mod catalogue;
mod check;
mod contradictions;
mod contradictions_browser;
mod decode;
mod demo;
mod desk_browser;
mod desk_rules;
mod desks;
mod donations;
mod donor_report;
mod donors;
mod everyday;
mod everyday_browser;
mod figures;
mod figures_browser;
mod forms;
mod forms_browser;
mod guard;
mod home;
mod households;
mod items;
mod keyboard;
mod kill;
mod label_photos;
mod labels;
mod labels_page;
mod licences;
mod list_plans;
mod lists;
mod moving;
mod needs;
mod offline;
mod offline_browser;
mod open;
mod pages;
mod phone_browser;
mod photo;
mod photo_bad_input;
mod photo_browser;
mod pick;
mod reader;
mod reader_fuzz;
mod reservations;
mod routes;
mod scans;
mod scans_bad_input;
mod schema;
mod search;
mod search_browser;
mod serve;
mod snapshot;
mod stocktake_browser;
mod stocktakes;
mod story;
mod terminal;
mod terminal_cut;
mod terminal_day;
mod terminal_devices;
mod terminal_kill;
mod terminal_offline;
mod terminal_verdicts;
mod terminals;
mod tls;
mod users;
