//! Which drawing stands for a product: its own where there is one, else that of its group.

use super::Product;

/// Product codes and the drawing they share. What is not named here has the drawing of its group.
const DRAWN: [(&str, &[&str]); 97] = [
    ("acc", &["handtasche", "sportbeutel"]),
    ("airer", &["waeschestaender"]),
    ("app", &["waschmaschine"]),
    ("bab", &["body", "strampler", "babyoverall"]),
    ("backpack", &["rucksack"]),
    ("balancebike", &["laufrad"]),
    ("bed", &["bettgestell", "lattenrost"]),
    ("belt", &["guertel"]),
    ("blanket", &["wolldecke", "babydecke", "laken"]),
    ("blocks", &["spielzeug"]),
    ("book", &["buch"]),
    ("boot", &["winterschuhe", "sicherheitsschuhe"]),
    ("bot", &["babyhose", "jeans", "stoffhose", "jogginghose", "arbeitshose"]),
    ("bottle", &["babyflasche"]),
    ("bowl", &["schuessel"]),
    ("bra", &["bh", "stillbh"]),
    ("briefs", &["unterhose"]),
    ("bucket", &["putzset"]),
    ("calculator", &["taschenrechner"]),
    ("cardigan", &["strickjacke", "babyjacke"]),
    ("carseat", &["kindersitz"]),
    ("coat", &["mantel"]),
    ("cone", &["schultuete"]),
    ("cooker", &["herd"]),
    ("cot", &["kinderbett", "schutzgitter"]),
    ("cup", &["tasse"]),
    ("curtain", &["vorhang"]),
    ("cutlery", &["besteck", "messer", "kochset"]),
    ("desk", &["schreibtisch"]),
    ("detergent", &["waschmittel"]),
    ("drawers", &["kommode"]),
    ("dress", &["kleid", "langkleid"]),
    ("dungarees", &["matschhose", "schneehose"]),
    ("duvet", &["bettdecke", "bettwaesche"]),
    ("fleece", &["fleece"]),
    ("formalshoe", &["festschuhe"]),
    ("fridge", &["kuehlschrank"]),
    ("fur", &["stuhl"]),
    ("glove", &["handschuhe"]),
    ("hat", &["muetze", "babymuetze"]),
    ("helmet", &["helm"]),
    ("highchair", &["hochstuhl"]),
    ("hoodie", &["hoodie"]),
    ("hou", &["topf"]),
    ("hyg", &["seife"]),
    ("iron", &["buegeleisen"]),
    ("jumper", &["pullover"]),
    ("kettle", &["wasserkocher"]),
    ("kid", &["kinderwagen", "buggy"]),
    ("lamp", &["lampe"]),
    ("laptop", &["laptop"]),
    ("lock", &["schloss"]),
    ("longsleeve", &["langarm"]),
    ("lunchbox", &["brotdose"]),
    ("mattress", &["matratze"]),
    ("mirror", &["spiegel"]),
    ("mob", &["fahrrad"]),
    ("nappy", &["windel", "mullwindel"]),
    ("notebook", &["hefte"]),
    ("out", &["winterjacke", "uebergangsjacke"]),
    ("pan", &["pfanne"]),
    ("pencil", &["maeppchen", "malkasten"]),
    ("phone", &["smartphone"]),
    ("pillow", &["kissen", "stillkissen"]),
    ("plate", &["teller"]),
    ("puzzle", &["brettspiel"]),
    ("pyjamas", &["schlafanzug"]),
    ("rainjacket", &["regenjacke"]),
    ("razor", &["rasierset"]),
    ("robe", &["bademantel"]),
    ("rubberboot", &["gummistiefel"]),
    ("rug", &["teppich"]),
    ("sandal", &["sandalen"]),
    ("scarf", &["schal", "kopftuch"]),
    ("sch", &["ranzen"]),
    ("shirt", &["hemd", "bluse"]),
    ("sho", &["sneaker", "sportschuhe", "lauflern"]),
    ("shorts", &["shorts"]),
    ("skirt", &["rock"]),
    ("sleepingbag", &["babyschlafsack"]),
    ("slipper", &["hausschuhe"]),
    ("sofa", &["sofa"]),
    ("suit", &["anzug"]),
    ("suitcase", &["koffer"]),
    ("sunhat", &["sonnenhut"]),
    ("swimwear", &["badekleidung"]),
    ("table", &["tisch"]),
    ("tights", &["leggings", "strumpfhose", "thermo"]),
    ("toothbrush", &["zahnpflege"]),
    ("top", &["babytop", "tshirt"]),
    ("towel", &["handtuch", "duschtuch", "waschlappen", "geschirrtuch"]),
    ("umbrella", &["schirm"]),
    ("und", &["socken", "babysocken"]),
    ("undershirt", &["unterhemd"]),
    ("vacuum", &["staubsauger"]),
    ("vest", &["weste", "arbeitsjacke"]),
    ("wardrobe", &["schrank", "kuechenschrank"]),
];

impl Product {
    /// The name of its drawing in `pictograms.svg`. A product that a town adds has the drawing of its group.
    pub fn picture(&self) -> String {
        let code = self.code.as_str();
        let own = DRAWN.iter().find(|(_, products)| products.contains(&code));
        own.map_or_else(|| self.group.as_str().to_lowercase(), |(name, _)| (*name).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::catalogue::Catalogue;

    #[test]
    fn every_picture_is_drawn_and_every_drawing_is_used() {
        let sprite = include_str!("../../web/static/pictograms.svg");
        let drawn: BTreeSet<&str> =
            sprite.split("<symbol id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let catalogue = Catalogue::shipped();
        let groups = catalogue.groups().iter().map(|group| group.code.as_str().to_lowercase());
        let used: BTreeSet<String> = catalogue.products().iter().map(Product::picture).chain(groups).collect();
        assert_eq!(used.iter().map(String::as_str).collect::<BTreeSet<_>>(), drawn);
    }

    #[test]
    fn every_code_is_one_of_the_catalogue_and_named_once() {
        let mut seen = BTreeSet::new();
        for code in DRAWN.iter().flat_map(|(_, products)| products.iter()) {
            assert!(Catalogue::shipped().product(code).is_some(), "{code}");
            assert!(seen.insert(code), "{code}");
        }
    }

    #[test]
    fn a_scarf_is_no_bag_and_what_a_town_adds_has_its_groups_picture() {
        let mut product = Catalogue::shipped().product("schal").expect("a scarf").clone();
        assert_eq!(product.picture(), "scarf");
        product.code = "stirnband".parse().expect("a code");
        assert_eq!(product.picture(), "acc");
    }
}
