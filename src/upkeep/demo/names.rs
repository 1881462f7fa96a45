//! Names for the demo's people and places: all invented, and meant to be seen through at once.

pub(super) const TOWN: &str = "Beispielstadt";
pub(super) const POSTCODE: &str = "00000";

pub(super) const VOLUNTEERS: [(&str, &str); 8] = [
    ("hanna", "Hanna Helfer"),
    ("emil", "Emil Etikett"),
    ("rosa", "Rosa Regal"),
    ("karl", "Karl Karton"),
    ("nina", "Nina Nadel"),
    ("bruno", "Bruno Bügel"),
    ("susi", "Susi Socke"),
    ("theo", "Theo Tresen"),
];

pub(super) const MENTORS: [(&str, &str); 3] =
    [("mia", "Mia Mitmensch"), ("ole", "Ole Obhut"), ("pia", "Pia Patenschaft")];

/// Districts and accommodations.
pub(super) const AREAS: [&str; 7] = [
    "Beispielstadt-Mitte",
    "Nordhang",
    "Unterkunft Lindenhof",
    "Am Musterbach",
    "Südviertel",
    "Unterkunft Alte Post",
    "Oberdorf",
];

/// Languages for messages, the usual ones more than once.
pub(super) const LANGUAGES: [&str; 14] =
    ["uk", "uk", "uk", "ar", "ar", "ar", "fa", "fa", "tr", "de", "de", "ti", "en", "ku"];

pub(super) const GROWN_UPS: [&str; 4] = ["Mama", "Papa", "Oma", "Opa"];

pub(super) const CHILDREN: [&str; 16] = [
    "Spatz",
    "Biene",
    "Maus",
    "Fuchs",
    "Igel",
    "Hase",
    "Frosch",
    "Käfer",
    "Löwe",
    "Bär",
    "Stern",
    "Floh",
    "Wolke",
    "Krümel",
    "Pünktchen",
    "Eule",
];

pub(super) const STREETS: [&str; 8] = [
    "Musterstraße",
    "Beispielweg",
    "Probeallee",
    "Am Platzhalter",
    "Irgendwogasse",
    "Nirgendwoweg",
    "Kleiderbügelgasse",
    "Knopflochstraße",
];

pub(super) const FIRST_NAMES: [&str; 16] = [
    "Erika", "Otto", "Lieschen", "Max", "Heidi", "Egon", "Trude", "Kuno", "Wilma", "Fred", "Ottilie", "Balduin",
    "Resi", "Hugo", "Adelheid", "Kasimir",
];

pub(super) const LAST_NAMES: [&str; 12] = [
    "Musterfrau",
    "Beispiel",
    "Mustermann",
    "Normalspender",
    "Probst-Probe",
    "Kleiderkiste",
    "von und zu Schrank",
    "Dachboden",
    "Kellermann-Muster",
    "Wintermantel",
    "Hosenbund",
    "Knopfloch",
];

/// A shelf, and the groups of products that lie on it.
type Shelf = (&'static str, &'static [&'static str]);

/// Rooms and their shelves.
pub(super) const ROOMS: [(&str, &[Shelf]); 3] = [
    (
        "Kleiderraum",
        &[
            ("Regal A Oberteile", &["TOP"]),
            ("Regal B Hosen und Röcke", &["BOT"]),
            ("Stange J Jacken", &["OUT"]),
            ("Regal W Wäsche", &["UND", "MAT"]),
            ("Regal S Schuhe", &["SHO"]),
            ("Regal Z Zubehör", &["ACC"]),
        ],
    ),
    (
        "Kinderzimmer",
        &[("Regal K Baby", &["BAB"]), ("Regal L Schule und Spiel", &["SCH"]), ("Ecke M Kinderwagen", &["KID"])],
    ),
    (
        "Lager",
        &[
            ("Regal H Haushalt", &["HOU", "APP"]),
            ("Regal T Bettzeug", &["BED"]),
            ("Regal Y Hygiene", &["HYG"]),
            ("Halle Möbel", &["FUR"]),
            ("Halle Räder", &["MOB"]),
        ],
    ),
];
