//! What all long lists have in common: filters as chips, orders, pages in both directions, the way back from one of the
//! rows, and the whole list as a table to download. All of it stands in the address.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Bytes;
use futures_util::stream;

use super::shown::{Choice, Neighbours, link};
use crate::reports::sheet;
use crate::store::paging::Page as Rows;
use crate::texts::Texts;
use crate::web::Failure;

/// Rows on one page that can be chosen; the second is the usual number.
const SIZES: [i64; 4] = [25, 50, 100, 200];
const USUAL: i64 = 50;
/// Rows that are read at once for a download.
pub(super) const PORTION: i64 = 500;

/// The number of rows that an address asks for.
pub(super) fn rows_asked(text: &str) -> i64 {
    text.parse().ok().filter(|rows| SIZES.contains(rows)).unwrap_or(USUAL)
}

/// A filter that is set, and the list without it.
pub(super) struct Chip {
    pub label: String,
    pub href: String,
}

/// What a list's address says: names and values, filters first, then `order` and `rows`.
pub(super) struct Asked<'a> {
    pub path: &'static str,
    pub all: Vec<(&'static str, &'a str)>,
}

/// The frame around the rows of a list.
pub(super) struct Frame {
    pub chips: Vec<Chip>,
    pub orders: Vec<Choice>,
    pub sizes: Vec<Choice>,
    pub summary: String,
    pub first: String,
    pub previous: String,
    pub next: String,
    /// Where the list can be downloaded; empty where it cannot.
    pub csv: String,
    /// To put behind a row's address, so that its page knows the list; empty for a list as it is without being asked.
    pub list: String,
}

impl Asked<'_> {
    /// The address of the list without its place in it.
    pub fn address(&self) -> String {
        link(self.path, &self.all)
    }

    fn query(&self) -> String {
        self.address().split_once('?').map_or_else(String::new, |(_, query)| query.to_owned())
    }

    /// `?list=…` with what is asked, for the rows' addresses.
    pub fn of_rows(&self) -> String {
        link("", &[("list", &self.query())])
    }

    /// The frame. `said`: for each filter that is set, its name and what a person reads on its chip. `ends`: the ids of the
    /// first and the last row.
    pub fn frame<T>(
        &self,
        said: Vec<(&'static str, String)>,
        orders: Vec<Choice>,
        rows: i64,
        found: &Rows<T>,
        ends: Option<(String, String)>,
        summary: String,
    ) -> Frame {
        let without = |name: &str| {
            let rest: Vec<(&str, &str)> = self.all.iter().filter(|(other, _)| *other != name).copied().collect();
            link(self.path, &rest)
        };
        let Neighbours { previous, next } =
            Neighbours::new(self.path, &self.all, ends, (found.has_previous, found.has_next));
        Frame {
            chips: said.into_iter().map(|(name, label)| Chip { label, href: without(name) }).collect(),
            orders,
            sizes: SIZES.iter().map(|size| Choice::new(size, size.to_string(), *size == rows)).collect(),
            summary,
            first: if found.has_previous { self.address() } else { String::new() },
            previous,
            next,
            csv: String::new(),
            list: self.of_rows(),
        }
    }

    /// Notes in the browser which list was looked at last, for pages of its rows that do not know it from their address:
    /// after a form was sent, for example.
    pub fn remember(&self, mut response: HttpResponse) -> HttpResponse {
        let value = data_encoding::BASE64URL_NOPAD.encode(format!("?{}", self.query()).as_bytes());
        let cookie = Cookie::build(COOKIE, value).path(self.path).http_only(true).same_site(SameSite::Lax).finish();
        // A list that is too long for a cookie is not remembered.
        if cookie.value().len() < 2000 {
            let _ = response.add_cookie(&cookie);
        }
        response
    }
}

impl Frame {
    pub fn with_csv(mut self, path: &str, asked: &Asked) -> Frame {
        self.csv = link(path, &asked.all);
        self
    }
}

const COOKIE: &str = "list";
/// The lists that lead to pages of their rows, and whether such a page can lead to the next row.
const LISTS: [(&str, bool); 6] = [
    ("/items", true),
    ("/donors", false),
    ("/donations", false),
    ("/receipts", false),
    ("/households", false),
    ("/settings/users", false),
];

/// The way from a row's page back to its list, and on to the next row.
pub struct Way {
    pub back: String,
    pub next: String,
}

/// The way for a page at this path, when its address or the browser remembers a list. Only an address of that list comes
/// out, whatever was put in.
pub(in crate::web) fn way(req: &actix_web::HttpRequest) -> Option<Way> {
    let path = req.path();
    let (list, leads_on) =
        LISTS.iter().find(|(list, _)| path.strip_prefix(list).is_some_and(|r| r.starts_with('/')))?;
    let rest = path.strip_prefix(list)?.trim_start_matches('/');
    let row = rest.split('/').next().filter(|row| *row != "new" && !row.is_empty())?;
    let asked = actix_web::web::Query::<Vec<(String, String)>>::from_query(req.query_string()).ok();
    let in_address = asked.and_then(|asked| asked.0.into_iter().find(|(name, _)| name == "list").map(|(_, list)| list));
    let in_browser = || {
        let bytes = data_encoding::BASE64URL_NOPAD.decode(req.cookie(COOKIE)?.value().as_bytes()).ok()?;
        String::from_utf8(bytes).ok()?.strip_prefix('?').map(str::to_owned)
    };
    let query = in_address.or_else(in_browser)?;
    let query = actix_web::web::Query::<Vec<(String, String)>>::from_query(&query).ok()?.0;
    let query: Vec<(&str, &str)> = query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let next = if *leads_on { link(&format!("{list}/{row}/next"), &query) } else { String::new() };
    Some(Way { back: link(list, &query), next })
}

/// What stands beside a list's pages: how many rows there are, exactly or not.
pub(super) fn summary(t: &Texts, count: Option<i64>, exact: impl FnOnce(i64) -> String) -> String {
    match count {
        Some(count) => exact(count),
        None => t.list_more_than(crate::store::paging::MANY),
    }
}

/// A download that is made while it is sent: `portion` gives the rows after a key, and the key to go on after, until there is
/// none. Whatever the list's length is, only one portion is in memory.
pub(super) fn download<K, F, W>(name: &str, head: Vec<String>, portion: F) -> HttpResponse
where
    K: 'static,
    F: Fn(Option<K>) -> W + 'static,
    W: Future<Output = Result<(Vec<Vec<String>>, Option<K>), Failure>> + 'static,
{
    let first = (Some(None), Some(head));
    let body = stream::try_unfold((first, portion), |((at, head), portion)| async move {
        let Some(after) = at else { return Ok::<_, Failure>(None) };
        let (rows, next) = portion(after).await?;
        let mark = if head.is_some() { "\u{feff}" } else { "" };
        let text = format!("{mark}{}", sheet::lines(head.into_iter().chain(rows)));
        Ok(Some((Bytes::from(text), ((next.map(Some), None), portion))))
    });
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .streaming(body)
}
