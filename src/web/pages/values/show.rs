//! `GET /donations/{id}/values`: the lines with their fields, what was scanned and has no line yet, and the papers.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{basis_name, evidence_name, warning};
use crate::actions::value_gifts::{self, Group, Unit};
use crate::actions::{ActionError, Actor};
use crate::codes::Kind;
use crate::domain::catalogue::{Catalogue, Cut, Product};
use crate::domain::donation::{Origin, Source};
use crate::domain::item::Condition;
use crate::domain::rights::Right;
use crate::domain::treasury::EvidenceKind;
use crate::domain::valuation;
use crate::domain::{DonationId, ValueLineId};
use crate::store::donations::{self, DonationRow};
use crate::store::evidence::{self, EvidenceRow};
use crate::store::value_lines::{self, ValueLineRow};
use crate::texts::Texts;
use crate::web::pages::forms::Wrong;
use crate::web::pages::missing::public::names;
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html};

/// Lines that are offered for pieces of one kind.
const PLACES: usize = 3;

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    /// The line that is being changed.
    #[serde(default)]
    line: String,
}

/// The form for one line, as it was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    pub description: String,
    /// A product's name and a group's code; neither is asked for.
    pub product: Option<String>,
    pub group: Option<String>,
    pub quantity: String,
    pub identical: Option<String>,
    pub age: String,
    pub condition: String,
    pub bought_on: String,
    pub basis: String,
    pub new_price: String,
    pub net: String,
    pub vat_rate: String,
    pub vat: String,
    pub value: String,
    pub source: String,
    pub version: i32,
    pub once: String,
}

/// What of the page was typed and is shown again, and what is wrong with it.
#[derive(Default)]
pub(super) struct Again {
    pub line: Option<ValueLineId>,
    pub typed: Option<Typed>,
    /// The fields of the lines: name and what was typed.
    pub amounts: Vec<(String, String)>,
    pub wrong: Wrong,
}

#[derive(Template)]
#[template(path = "values/page.html")]
struct ValuesPage {
    page: Page,
    t: &'static Texts,
    id: DonationId,
    title: String,
    lead: String,
    is_business: bool,
    is_unknown: bool,
    is_purchase: bool,
    free: Vec<Free>,
    /// Whether one click may take what has no line: something of which no line speaks yet.
    may_take_all: bool,
    groups: Vec<Choice>,
    products: Vec<String>,
    lines: Vec<Line>,
    total: String,
    open: String,
    warnings: Vec<String>,
    /// The line that is being changed.
    editing: Option<ValueLineId>,
    typed: Typed,
    conditions: Vec<Choice>,
    bases: Vec<Choice>,
    papers: Vec<Paper>,
    kinds: Vec<Choice>,
    about: Vec<Choice>,
    today: String,
    wrong: Wrong,
}

impl ValuesPage {
    fn error(&self, field: &str) -> &str {
        self.wrong.at(field)
    }

    /// Whether there is nothing left to save.
    fn is_locked(&self) -> bool {
        self.lines.iter().all(|line| line.locked)
    }
}

/// Scanned pieces without a line.
struct Free {
    key: String,
    name: String,
    detail: String,
    picture: String,
    /// What one click makes of it.
    becomes: String,
    /// Whether somebody may say that its pieces are alike.
    may_be_alike: bool,
    places: Vec<Place>,
    /// The labels to choose one of, where it matters which of the pieces belong to a line.
    labels: Vec<Choice>,
    /// The lines that it may belong to then.
    lines: Vec<Choice>,
}

/// A line that scanned pieces may belong to.
struct Place {
    line: ValueLineId,
    /// What a click does, or why it cannot be done.
    said: String,
    fits: bool,
    name: String,
}

struct Line {
    id: ValueLineId,
    version: i32,
    number: usize,
    description: String,
    picture: String,
    detail: String,
    quantity: i32,
    /// The value of one piece; 0 where there is none.
    cents: i64,
    /// It stands on an issued receipt.
    locked: bool,
    new_price: String,
    net: String,
    vat_rate: String,
    vat: String,
    value: String,
    sum: String,
    warnings: Vec<String>,
    papers: String,
}

struct Paper {
    id: String,
    kind: String,
    name: String,
    detail: String,
    has_file: bool,
}

struct Facts {
    donation: DonationRow,
    donor: String,
    lines: Vec<ValueLineRow>,
    groups: Vec<Group>,
    on_lines: HashMap<ValueLineId, i64>,
    papers: Vec<EvidenceRow>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let again = Again { line: asked.line.parse().ok(), ..Again::default() };
    html(&shown(page, app, actor, id.into_inner(), again).await?)
}

pub(super) async fn shown(
    page: Page,
    app: Shared,
    actor: Actor,
    id: String,
    again: Again,
) -> Result<impl Template, Failure> {
    let facts = act(&app, move |house| {
        actor.must(Right::ValueGifts)?;
        house.store().read(|db| {
            let id: DonationId = shown::id_in_address(db, &id, Kind::Donation)?;
            let (donation, donor) = donations::with_donor(db, id)?.ok_or(ActionError::NotFound)?;
            let lines = value_lines::of_donation(db, id)?;
            let groups = value_gifts::groups(db, &house.catalogue(), id)?;
            let on_lines = value_lines::pieces_on_lines(db, id)?;
            let papers = evidence::of_donation(db, id)?;
            Ok::<_, ActionError>(Facts { donation, donor, lines, groups, on_lines, papers })
        })
    })
    .await?;
    Ok(draw(page, &app, facts, again))
}

fn draw(page: Page, app: &Shared, facts: Facts, again: Again) -> ValuesPage {
    let Facts { donation, donor, lines: rows, groups, on_lines, papers } = facts;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let valued: Vec<_> = rows.iter().map(ValueLineRow::line).collect();
    let warnings = valuation::warnings(&valued);
    let of_line = |at: usize| {
        let own = warnings.iter().filter(move |one| one.line() == Some(at));
        own.map(|one| warning(t, *one)).collect::<Vec<_>>()
    };
    let line = |(at, row): (usize, &ValueLineRow)| {
        let mut shown = Line::new(t, &catalogue, at, row, &papers, on_lines.get(&row.id).copied());
        shown.warnings = of_line(at);
        if !valuation::bases(donation.origin).contains(&row.basis) {
            shown.warnings.push(t.values_warn_basis());
        }
        if valuation::is_package(&row.description) {
            shown.warnings.push(t.values_warn_vague());
        }
        if valuation::is_guess(&row.source) {
            shown.warnings.push(t.values_warn_guess());
        }
        shown.retype(&again.amounts);
        shown
    };
    let lines: Vec<Line> = rows.iter().enumerate().map(line).collect();
    let mut said: Vec<String> =
        warnings.iter().filter(|one| one.line().is_none()).map(|one| warning(t, *one)).collect();
    said.extend(missing_paper(t, donation.origin, &rows, &papers));
    let editing = again.line.and_then(|id| rows.iter().find(|row| row.id == id && row.receipt_id.is_none()));
    let typed = again.typed.unwrap_or_else(|| match editing {
        Some(row) => Typed { product: product_name(t, &catalogue, row), ..typed_of(t, row) },
        None => Typed { quantity: "1".to_owned(), ..Typed::default() },
    });
    let condition = |one: &Condition| Choice::new(one, t.say(&shown::condition(*one)), one.word() == typed.condition);
    let open = valuation::open(&valued);
    ValuesPage {
        title: t.values_title(),
        lead: t.dotted([t.donation_of_day(donation.received_on.0), donor, t.say(&shown::origin(donation.origin))]),
        is_business: donation.origin == Origin::Business,
        is_unknown: donation.origin == Origin::Unknown,
        is_purchase: donation.source == Source::Purchase,
        may_take_all: groups.iter().any(|group| group.places.is_empty()),
        free: groups.iter().map(|group| Free::new(t, &catalogue, group)).collect(),
        groups: catalogue
            .groups()
            .iter()
            .map(|one| {
                let chosen = typed.group.as_deref() == Some(one.code.as_str());
                Choice::new(&one.code, one.names.get(t.lang()).to_owned(), chosen)
            })
            .collect(),
        products: names(&catalogue, t.lang()),
        total: t.euros(valuation::total(&valued)),
        open: if open > 0 { t.values_open_lines(open) } else { String::new() },
        warnings: said,
        editing: editing.map(|row| row.id),
        conditions: Condition::ALL.iter().map(condition).collect(),
        bases: valuation::bases(donation.origin)
            .iter()
            .map(|one| Choice::new(one, t.say(&basis_name(*one)), one.word() == typed.basis))
            .collect(),
        kinds: EvidenceKind::ALL.iter().map(|kind| Choice::new(kind, t.say(&evidence_name(*kind)), false)).collect(),
        about: lines
            .iter()
            .filter(|line| !line.locked)
            .map(|line| Choice::new(line.id, t.values_line_named(line.number, &line.description), false))
            .collect(),
        papers: papers
            .iter()
            .map(|row| Paper {
                id: row.id.to_string(),
                kind: t.say(&evidence_name(row.kind)),
                name: row.name.clone(),
                detail: t.dotted(
                    row.line_id
                        .and_then(|id| rows.iter().position(|line| line.id == id))
                        .map(|at| t.values_line_number(at + 1))
                        .into_iter()
                        .chain([shown::moment(t, app.house.zone(), row.uploaded_at)]),
                ),
                has_file: !row.media_type.is_empty(),
            })
            .collect(),
        today: app.house.today().to_string(),
        id: donation.id,
        lines,
        typed,
        wrong: again.wrong,
        page,
        t,
    }
}

/// The sentence when the papers do not hold what the origin asks for (law reference 1.3).
fn missing_paper(t: &Texts, origin: Origin, rows: &[ValueLineRow], papers: &[EvidenceRow]) -> Option<String> {
    let has = |kinds: &[EvidenceKind]| papers.iter().any(|paper| kinds.contains(&paper.kind));
    match origin {
        _ if rows.is_empty() => None,
        Origin::Business if !has(&[EvidenceKind::Statement]) => Some(t.values_warn_no_statement()),
        Origin::Unknown if !has(&[EvidenceKind::Request]) => Some(t.values_warn_not_asked()),
        Origin::PrivateAssets if !papers.iter().any(|paper| paper.kind != EvidenceKind::Request) => {
            Some(t.values_warn_no_evidence())
        }
        _ => None,
    }
}

impl Free {
    fn new(t: &Texts, catalogue: &Catalogue, group: &Group) -> Free {
        let first = group.units.first().and_then(|unit| unit.items.first());
        let name = first.map(|item| shown::item_name(t, catalogue, item)).unwrap_or_default();
        let alike = group.is_alike();
        let by_label = group.places.iter().any(|place| place.fits > 0 && !group.goes_whole(place));
        let parts = [
            Some(t.item_pieces(group.pieces)),
            group.cut.filter(|cut| *cut != Cut::U).map(|cut| t.say(&shown::cut(cut))),
            Some(t.say(&shown::condition(group.condition))),
        ];
        Free {
            key: group.key(),
            name,
            detail: t.dotted(parts.into_iter().flatten()),
            picture: catalogue.product(group.product.as_str()).map(Product::picture).unwrap_or_default(),
            becomes: t.values_take(if alike { 1 } else { group.units.len() }),
            may_be_alike: !alike,
            labels: if by_label { group.units.iter().filter_map(|unit| label(t, unit)).collect() } else { Vec::new() },
            lines: group
                .places
                .iter()
                .filter(|place| place.fits > 0)
                .map(|place| Choice::new(place.line, t.values_line_named(place.number, &place.description), false))
                .collect(),
            places: group
                .places
                .iter()
                .take(PLACES)
                .map(|place| Place {
                    line: place.line,
                    said: match place.fits {
                        0 => t.values_no_room(place.number, place.room),
                        fits => t.values_put_on(fits, place.number),
                    },
                    fits: place.fits > 0,
                    name: place.description.clone(),
                })
                .collect(),
        }
    }
}

/// A label to choose, and how many pieces lie under it where it is more than one.
fn label(t: &Texts, unit: &Unit) -> Option<Choice> {
    let code = unit.label.map(|code| code.printed()).unwrap_or_else(|| t.values_no_label());
    let pieces = (unit.weight > 1).then(|| t.item_pieces(unit.weight));
    Some(Choice::new(unit.id()?, t.dotted([code].into_iter().chain(pieces)), false))
}

impl Line {
    fn new(
        t: &Texts,
        catalogue: &Catalogue,
        at: usize,
        row: &ValueLineRow,
        papers: &[EvidenceRow],
        scanned: Option<i64>,
    ) -> Line {
        let typed = typed_of(t, row);
        let papers = papers.iter().filter(|paper| paper.line_id == Some(row.id)).count();
        let parts = [
            Some(if row.quantity > 1 { t.values_alike(row.quantity) } else { t.item_pieces(row.quantity) }),
            // Of a line that was written first, what of it came.
            scanned.map(|pieces| t.values_scanned(pieces, row.quantity)),
            row.group_code
                .as_ref()
                .and_then(|code| catalogue.group(code.as_str()))
                .map(|group| t.isolated(group.names.get(t.lang()))),
            row.condition.map(|condition| t.say(&shown::condition(condition))),
            Some(t.isolated(&row.age)).filter(|_| !row.age.is_empty()),
            row.bought_on.map(|day| t.values_bought(shown::partial_day(t, day))),
            Some(t.say(&basis_name(row.basis))),
            Some(t.isolated(&row.source)).filter(|_| !row.source.is_empty()),
        ];
        let product = row.product_code.as_ref().and_then(|code| catalogue.product(code.as_str()));
        Line {
            id: row.id,
            version: row.version,
            number: at + 1,
            description: row.description.clone(),
            picture: product.map(Product::picture).unwrap_or_default(),
            detail: t.dotted(parts.into_iter().flatten()),
            quantity: row.quantity,
            cents: row.line().each().unwrap_or_default(),
            locked: row.receipt_id.is_some(),
            new_price: typed.new_price,
            net: typed.net,
            vat_rate: typed.vat_rate,
            vat: typed.vat,
            value: typed.value,
            sum: row.line().sum().map_or_else(|| t.values_no_value(), |sum| t.euros(sum)),
            warnings: Vec::new(),
            papers: if papers == 0 { String::new() } else { t.values_papers(papers) },
        }
    }

    /// Shows what was typed and refused in place of what is stored.
    fn retype(&mut self, typed: &[(String, String)]) {
        let fields = [
            ("new_price", &mut self.new_price),
            ("net", &mut self.net),
            ("vat_rate", &mut self.vat_rate),
            ("vat", &mut self.vat),
            ("value", &mut self.value),
        ];
        for (name, field) in fields {
            let name = format!("{name}.{}", self.id);
            if let Some((_, text)) = typed.iter().find(|(known, _)| *known == name) {
                field.clone_from(text);
            }
        }
    }
}

/// How the catalogue names what a line is about.
fn product_name(t: &Texts, catalogue: &Catalogue, row: &ValueLineRow) -> Option<String> {
    let product = catalogue.product(row.product_code.as_ref()?.as_str())?;
    Some(product.names.get(t.lang()).to_owned())
}

fn typed_of(t: &Texts, row: &ValueLineRow) -> Typed {
    let money = |cents: Option<i64>| cents.map(|cents| t.euros_typed(cents)).unwrap_or_default();
    Typed {
        description: row.description.clone(),
        product: None,
        group: row.group_code.as_ref().map(ToString::to_string),
        quantity: row.quantity.to_string(),
        identical: row.identical.then(String::new),
        age: row.age.clone(),
        condition: row.condition.map(|condition| condition.to_string()).unwrap_or_default(),
        bought_on: row.bought_on.map(|day| day.to_string()).unwrap_or_default(),
        basis: row.basis.to_string(),
        new_price: money(row.new_price_cents),
        net: money(row.net_cents),
        vat_rate: row.vat_rate_bp.map(|rate| t.rate_typed(rate)).unwrap_or_default(),
        vat: money(row.vat_cents),
        value: money(row.value_cents),
        source: row.source.clone(),
        version: row.version,
        once: String::new(),
    }
}
