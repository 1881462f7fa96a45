//! How the words of the domain stand in columns: ids, codes and enumerations as text, moments and days as such.

use std::error::Error;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromStaticSqlRow, Queryable};
use diesel::expression::AsExpression;
use diesel::internal::derives::as_expression::Bound;
use diesel::pg::Pg;
use diesel::pg::data_types::{PgDate, PgTimestamp};
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{Date, Nullable, SingleValue, Text, Timestamp};
use diesel::sqlite::Sqlite;
use jiff::civil;

use super::db::AnyBackend;
use crate::codes::Code;
use crate::domain::catalogue::{Cut, GroupCode, ProductCode};
use crate::domain::contradiction::{ContradictionKind, Settlement};
use crate::domain::deed::PartState;
use crate::domain::desk::{Mode, Outcome};
use crate::domain::donation::{Came, DonationState, DonorKind, Origin, Source, ThanksBy};
use crate::domain::household::{Channel, ConsentKind, HouseholdState, LabelState, MergeState, ProofKind, ProxyKind};
use crate::domain::item::{Condition, ItemState, MovementKind};
use crate::domain::needs::{AskedBy, NeedState, Occasion, Urgency};
use crate::domain::noted::NotedKind;
use crate::domain::receipt::FormId;
use crate::domain::rights::Role;
use crate::domain::session::{Audience, BookedBy, BookingState, LetterState, SendBy, SessionState};
use crate::domain::stocktake::StocktakeState;
use crate::domain::treasury::{
    AcceptanceState, Basis, CouncilListState, Decider, Decision, EvidenceKind, Marketability, OfferState, PaperKind,
    ReceiptState,
};
use crate::domain::*;
use crate::texts::Lang;

/// A moment, in UTC, kept to the microsecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At(pub jiff::Timestamp);

/// A day of the calendar at the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub civil::Date);

/// What the derive macros of diesel write for a type with one column. Written here, so that the domain knows no database.
macro_rules! column {
    ($sql:ty => $($type:ty),+ $(,)?) => {$(
        impl AsExpression<$sql> for $type {
            type Expression = Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression { Bound::new(self) }
        }
        impl AsExpression<$sql> for &$type {
            type Expression = Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression { Bound::new(self) }
        }
        impl AsExpression<Nullable<$sql>> for $type {
            type Expression = Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression { Bound::new(self) }
        }
        impl AsExpression<Nullable<$sql>> for &$type {
            type Expression = Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression { Bound::new(self) }
        }
        impl<DB: Backend> ToSql<Nullable<$sql>, DB> for $type where $type: ToSql<$sql, DB> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                ToSql::<$sql, DB>::to_sql(self, out)
            }
        }
        impl<DB: Backend, ST: SingleValue> Queryable<ST, DB> for $type where Self: FromStaticSqlRow<ST, DB> {
            type Row = Self;
            fn build(row: Self) -> deserialize::Result<Self> { Ok(row) }
        }
        impl ToSql<$sql, AnyBackend> for $type {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, AnyBackend>) -> serialize::Result {
                out.set_value((<$sql>::default(), self));
                Ok(IsNull::No)
            }
        }
        impl FromSql<$sql, AnyBackend> for $type {
            fn from_sql(value: <AnyBackend as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                value.from_sql::<$type, $sql>()
            }
        }
    )+};
}

macro_rules! text_column {
    ($($type:ty),+ $(,)?) => {
        column!(Text => $($type),+);
        $(
            impl ToSql<Text, Sqlite> for $type {
                fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                    out.set_value(self.to_string());
                    Ok(IsNull::No)
                }
            }
            impl ToSql<Text, Pg> for $type {
                fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                    use std::io::Write;
                    write!(out, "{self}")?;
                    Ok(IsNull::No)
                }
            }
            impl FromSql<Text, Sqlite> for $type {
                fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                    parsed(<String as FromSql<Text, Sqlite>>::from_sql(value)?)
                }
            }
            impl FromSql<Text, Pg> for $type {
                fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                    parsed(<String as FromSql<Text, Pg>>::from_sql(value)?)
                }
            }
        )+
    };
}

fn parsed<T: std::str::FromStr>(text: String) -> deserialize::Result<T> {
    text.parse().map_err(|_| -> Box<dyn Error + Send + Sync> {
        format!("the database holds {text:?} where a {} belongs", std::any::type_name::<T>()).into()
    })
}

text_column! {
    Code, Condition, ContradictionKind, Cut, DeedId, DonationId, DonationState, DonorId, DonorKind, EnrolmentId, EventId, HouseholdId, HouseholdState, ItemId,
    ItemState, LabelState, Lang, LocationId, MemberId, Mode, MovementId, MovementKind, NeedId, NeedState, NoteId, NotedKind, Occasion,
    Origin, Outcome, PartState, GroupCode, ProductCode, Role, Settlement, StocktakeId, StocktakeState, TerminalId, Urgency, UserId, VisitId,
    AskedBy, Audience, BookedBy, BookingId, BookingState, Channel, ConsentId, ConsentKind, LetterId, LetterState, MergeId, MergeState,
    ProofId, ProofKind, ProxyId, ProxyKind, SendBy, SessionId, SessionState, ShelfCheckId, SlotId,
    AnnouncedId,
    AcceptanceId, AcceptanceLineId, AcceptanceState, Basis, Came, CouncilListId, CouncilListState, Decider, Decision, EvidenceId, EvidenceKind, IssuerId, Marketability,
    ClosingId, OfferId, OfferLineId, OfferState, PaperId, PaperKind, PublishedId, ReceiptId, ReceiptState, ShareLinkId, Source, ThanksBy, ThanksId, ValueLineId, FormId,
    PartialDay,
}
column!(Timestamp => At);
column!(Date => Day);

/// Text with a fixed width, so that comparing texts compares moments.
const SQLITE_MOMENT: &str = "%Y-%m-%d %H:%M:%S.%6f";
/// Microseconds from 1970 to 2000, where PostgreSQL begins to count.
const POSTGRES_EPOCH: i64 = 946_684_800_000_000;

impl ToSql<Timestamp, Sqlite> for At {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.strftime(SQLITE_MOMENT).to_string());
        Ok(IsNull::No)
    }
}

impl FromSql<Timestamp, Sqlite> for At {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, Sqlite>>::from_sql(value)?;
        let civil = civil::DateTime::strptime("%Y-%m-%d %H:%M:%S%.f", &text)?;
        Ok(At(civil.to_zoned(jiff::tz::TimeZone::UTC)?.timestamp()))
    }
}

impl ToSql<Timestamp, Pg> for At {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        let since = PgTimestamp(self.0.as_microsecond() - POSTGRES_EPOCH);
        ToSql::<Timestamp, Pg>::to_sql(&since, &mut out.reborrow())
    }
}

impl FromSql<Timestamp, Pg> for At {
    fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let PgTimestamp(since) = FromSql::<Timestamp, Pg>::from_sql(value)?;
        Ok(At(jiff::Timestamp::from_microsecond(since + POSTGRES_EPOCH)?))
    }
}

impl ToSql<Date, Sqlite> for Day {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.to_string());
        Ok(IsNull::No)
    }
}

impl FromSql<Date, Sqlite> for Day {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Day(<String as FromSql<Text, Sqlite>>::from_sql(value)?.parse()?))
    }
}

const POSTGRES_DAY_ZERO: civil::Date = civil::date(2000, 1, 1);

impl ToSql<Date, Pg> for Day {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        let days = PgDate((self.0 - POSTGRES_DAY_ZERO).get_days());
        ToSql::<Date, Pg>::to_sql(&days, &mut out.reborrow())
    }
}

impl FromSql<Date, Pg> for Day {
    fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let PgDate(days) = FromSql::<Date, Pg>::from_sql(value)?;
        Ok(Day(POSTGRES_DAY_ZERO.checked_add(jiff::Span::new().days(days))?))
    }
}
