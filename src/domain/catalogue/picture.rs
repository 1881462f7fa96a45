//! Which drawing stands for a product: its own where there is one, else that of its group.

use super::Product;

/// Product codes and the drawing they share. What is not named here has the drawing of its group.
const DRAWN: [(&str, &[&str]); 130] = [
    ("acc", &["handtasche"]),
    ("airer", &["waeschestaender"]),
    ("app", &["waschmaschine"]),
    ("babytrousers", &["babyhose"]),
    ("backpack", &["rucksack"]),
    ("balancebike", &["laufrad"]),
    ("bathtowel", &["duschtuch"]),
    ("bed", &["bettgestell"]),
    ("bedlinen", &["bettwaesche"]),
    ("belt", &["guertel"]),
    ("bib", &["laetzchen"]),
    ("blanket", &["wolldecke", "babydecke"]),
    ("blocks", &["spielzeug"]),
    ("blouse", &["bluse"]),
    ("bodysuit", &["body"]),
    ("book", &["buch"]),
    ("boot", &["winterschuhe", "sicherheitsschuhe"]),
    ("bot", &["stoffhose"]),
    ("bottle", &["babyflasche"]),
    ("bowl", &["schuessel"]),
    ("bra", &["bh"]),
    ("briefs", &["unterhose"]),
    ("bucket", &["putzset"]),
    ("calculator", &["taschenrechner"]),
    ("cardigan", &["strickjacke", "babyjacke"]),
    ("carrier", &["babytrage"]),
    ("carseat", &["kindersitz"]),
    ("changingmat", &["wickelauflage"]),
    ("coat", &["mantel"]),
    ("cone", &["schultuete"]),
    ("cooker", &["herd"]),
    ("cot", &["kinderbett", "schutzgitter"]),
    ("cup", &["tasse"]),
    ("curtain", &["vorhang"]),
    ("cutlery", &["besteck", "kochset"]),
    ("desk", &["schreibtisch"]),
    ("detergent", &["waschmittel"]),
    ("drawers", &["kommode"]),
    ("dress", &["kleid", "langkleid"]),
    ("dungarees", &["matschhose", "schneehose"]),
    ("duvet", &["bettdecke"]),
    ("firstshoe", &["lauflern"]),
    ("flannel", &["waschlappen"]),
    ("fleece", &["fleece"]),
    ("formalshoe", &["festschuhe"]),
    ("fridge", &["kuehlschrank"]),
    ("fur", &["stuhl"]),
    ("glove", &["handschuhe"]),
    ("gymbag", &["sportbeutel"]),
    ("hat", &["muetze", "babymuetze"]),
    ("helmet", &["helm"]),
    ("highchair", &["hochstuhl"]),
    ("hoodie", &["hoodie"]),
    ("hou", &["topf"]),
    ("hyg", &["seife"]),
    ("iron", &["buegeleisen"]),
    ("jeans", &["jeans"]),
    ("joggers", &["jogginghose"]),
    ("jumper", &["pullover"]),
    ("kettle", &["wasserkocher"]),
    ("kid", &["kinderwagen"]),
    ("knife", &["messer"]),
    ("lamp", &["lampe"]),
    ("laptop", &["laptop"]),
    ("leggings", &["leggings"]),
    ("lock", &["schloss"]),
    ("longsleeve", &["langarm"]),
    ("lunchbox", &["brotdose"]),
    ("matjacket", &["umstandsjacke"]),
    ("mattop", &["umstandstop"]),
    ("mattress", &["matratze"]),
    ("mattrousers", &["umstandshose"]),
    ("mirror", &["spiegel"]),
    ("mob", &["fahrrad"]),
    ("muslin", &["mullwindel"]),
    ("nappy", &["windel"]),
    ("notebook", &["hefte"]),
    ("nursingbra", &["stillbh"]),
    ("out", &["uebergangsjacke"]),
    ("overall", &["babyoverall"]),
    ("pads", &["inkontinenz"]),
    ("paintbox", &["malkasten"]),
    ("pan", &["pfanne"]),
    ("pencil", &["maeppchen"]),
    ("phone", &["smartphone"]),
    ("pillow", &["kissen", "stillkissen"]),
    ("plate", &["teller"]),
    ("pushchair", &["buggy"]),
    ("puzzle", &["brettspiel"]),
    ("pyjamas", &["schlafanzug"]),
    ("rainjacket", &["regenjacke"]),
    ("razor", &["rasierset"]),
    ("robe", &["bademantel"]),
    ("romper", &["strampler"]),
    ("rubberboot", &["gummistiefel"]),
    ("rug", &["teppich"]),
    ("sandal", &["sandalen"]),
    ("scarf", &["schal", "kopftuch"]),
    ("sch", &["ranzen"]),
    ("sheet", &["laken"]),
    ("shirt", &["hemd"]),
    ("sho", &["sneaker"]),
    ("shorts", &["shorts"]),
    ("skirt", &["rock"]),
    ("slats", &["lattenrost"]),
    ("sleepingbag", &["babyschlafsack"]),
    ("slipper", &["hausschuhe"]),
    ("sofa", &["sofa"]),
    ("sportshoe", &["sportschuhe"]),
    ("suit", &["anzug"]),
    ("suitcase", &["koffer"]),
    ("sunhat", &["sonnenhut"]),
    ("swimwear", &["badekleidung"]),
    ("table", &["tisch"]),
    ("thermals", &["thermo"]),
    ("tights", &["strumpfhose"]),
    ("toothbrush", &["zahnpflege"]),
    ("top", &["babytop", "tshirt"]),
    ("towel", &["handtuch", "geschirrtuch"]),
    ("towels", &["monatshygiene"]),
    ("tub", &["babywanne"]),
    ("umbrella", &["schirm"]),
    ("und", &["socken", "babysocken"]),
    ("undershirt", &["unterhemd"]),
    ("vacuum", &["staubsauger"]),
    ("vest", &["weste", "arbeitsjacke"]),
    ("wardrobe", &["schrank", "kuechenschrank"]),
    ("winterjacket", &["winterjacke"]),
    ("wipes", &["feuchttuecher"]),
    ("worktrousers", &["arbeitshose"]),
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
    use std::collections::{BTreeMap, BTreeSet};

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

    /// Who cannot read chooses by the drawing alone. This list may only become shorter.
    #[test]
    fn these_and_no_others_still_share_a_drawing() {
        let mut of: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for product in Catalogue::shipped().products() {
            of.entry(product.picture()).or_default().push(product.code.as_str());
        }
        let mut shared: Vec<String> = of.into_values().filter(|all| all.len() > 1).map(|all| all.join(" ")).collect();
        shared.sort();
        assert_eq!(
            shared,
            [
                "babydecke wolldecke",
                "babyjacke strickjacke",
                "babymuetze muetze",
                "babysocken socken",
                "babytop tshirt",
                "besteck kochset",
                "handtuch geschirrtuch",
                "kinderbett schutzgitter",
                "kleid langkleid",
                "matschhose schneehose",
                "schal kopftuch",
                "schrank kuechenschrank",
                "stillkissen kissen",
                "topf kleingeraet",
                "weste arbeitsjacke",
                "winterschuhe sicherheitsschuhe",
            ]
        );
    }

    #[test]
    fn a_scarf_is_no_bag_and_what_a_town_adds_has_its_groups_picture() {
        let mut product = Catalogue::shipped().product("schal").expect("a scarf").clone();
        assert_eq!(product.picture(), "scarf");
        product.code = "stirnband".parse().expect("a code");
        assert_eq!(product.picture(), "acc");
    }
}
