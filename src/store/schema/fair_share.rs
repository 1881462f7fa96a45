//! The tables of what households have beside their list: their own page, who else collects, days of handing out, what is
//! laid aside, and what donors are asked for.

use super::*;

diesel::table! {
    household_sign_ins (key_hash) {
        key_hash -> Text,
        household_id -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        mark -> Text,
    }
}

diesel::table! {
    consents (id) {
        id -> Text,
        household_id -> Text,
        member_id -> Nullable<Text>,
        kind -> Text,
        text_version -> Text,
        channel -> Text,
        given_at -> Timestamp,
        recorded_by -> Nullable<Text>,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    proofs (id) {
        id -> Text,
        household_id -> Text,
        kind -> Text,
        seen_by -> Nullable<Text>,
        seen_on -> Date,
        valid_until -> Nullable<Date>,
    }
}

diesel::table! {
    merges (id) {
        id -> Text,
        kept_id -> Text,
        merged_id -> Text,
        state -> Text,
        proposed_by -> Nullable<Text>,
        proposed_at -> Timestamp,
        decided_by -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
        image -> Text,
        version -> Integer,
    }
}

diesel::table! {
    proxies (id) {
        id -> Text,
        household_id -> Text,
        kind -> Text,
        name -> Text,
        code -> Nullable<Text>,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
        valid_until -> Nullable<Timestamp>,
        used_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        version -> Integer,
    }
}

diesel::table! {
    proxy_items (proxy_id, item_id) {
        proxy_id -> Text,
        item_id -> Text,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        title -> Text,
        location_id -> Nullable<Text>,
        opens_at -> Timestamp,
        closes_at -> Timestamp,
        state -> Text,
        figures -> Text,
        closed_by -> Nullable<Text>,
        closed_at -> Nullable<Timestamp>,
        version -> Integer,
    }
}

diesel::table! {
    slots (id) {
        id -> Text,
        session_id -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        capacity -> Integer,
        audience -> Text,
    }
}

diesel::table! {
    bookings (id) {
        id -> Text,
        slot_id -> Text,
        session_id -> Text,
        household_id -> Text,
        state -> Text,
        number -> Nullable<Integer>,
        booked_by -> Text,
        user_id -> Nullable<Text>,
        booked_at -> Timestamp,
        arrived_at -> Nullable<Timestamp>,
        called_at -> Nullable<Timestamp>,
        served_at -> Nullable<Timestamp>,
        version -> Integer,
        desk -> Text,
    }
}

diesel::table! {
    feed_keys (key_hash) {
        key_hash -> Text,
        kind -> Text,
        user_id -> Nullable<Text>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        kind -> Text,
        household_id -> Nullable<Text>,
        booking_id -> Nullable<Text>,
        channel -> Text,
        address -> Text,
        lang -> Text,
        subject -> Text,
        body -> Text,
        due_at -> Timestamp,
        state -> Text,
        tries -> Integer,
        error -> Text,
        created_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        visit_at -> Timestamp,
    }
}

diesel::table! {
    reservations (item_id) {
        item_id -> Text,
        household_id -> Text,
        need_id -> Nullable<Text>,
        until -> Timestamp,
        made_at -> Timestamp,
        made_by -> Nullable<Text>,
        u -> Nullable<Integer>,
        b -> Nullable<Integer>,
        w -> Nullable<Integer>,
        picked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    overrides (id) {
        id -> Text,
        at -> Timestamp,
        user_id -> Nullable<Text>,
        kind -> Text,
        need_id -> Nullable<Text>,
        instead_of -> Nullable<Text>,
        item_id -> Nullable<Text>,
        reason -> Text,
    }
}

diesel::table! {
    shelf_checks (id) {
        id -> Text,
        location_id -> Text,
        item_id -> Nullable<Text>,
        asked_at -> Timestamp,
        asked_by -> Nullable<Text>,
        done_at -> Nullable<Timestamp>,
        need_id -> Nullable<Text>,
    }
}

diesel::table! {
    announced (id) {
        id -> Text,
        donation_id -> Text,
        product_code -> Text,
        cut -> Nullable<Text>,
        size -> Nullable<Text>,
        pieces -> Integer,
        expected_on -> Nullable<Date>,
    }
}

diesel::table! {
    always_welcome (product_code) {
        product_code -> Text,
        sizes -> Text,
    }
}

diesel::table! {
    not_now (product_code) {
        product_code -> Text,
    }
}

diesel::table! {
    publications (published_on) {
        published_on -> Date,
        at -> Timestamp,
        lines -> Text,
        told -> Text,
        changes -> Text,
        numbers -> Text,
    }
}

diesel::joinable!(household_sign_ins -> households (household_id));
diesel::joinable!(consents -> households (household_id));
diesel::joinable!(consents -> members (member_id));
diesel::joinable!(consents -> users (recorded_by));
diesel::joinable!(proofs -> households (household_id));
diesel::joinable!(proofs -> users (seen_by));
diesel::joinable!(proxies -> households (household_id));
diesel::joinable!(proxies -> labels (code));
diesel::joinable!(proxies -> users (made_by));
diesel::joinable!(proxy_items -> proxies (proxy_id));
diesel::joinable!(proxy_items -> items (item_id));
diesel::joinable!(sessions -> locations (location_id));
diesel::joinable!(sessions -> users (closed_by));
diesel::joinable!(slots -> sessions (session_id));
diesel::joinable!(bookings -> slots (slot_id));
diesel::joinable!(bookings -> sessions (session_id));
diesel::joinable!(bookings -> households (household_id));
diesel::joinable!(bookings -> users (user_id));
diesel::joinable!(feed_keys -> users (user_id));
diesel::joinable!(outbox -> households (household_id));
diesel::joinable!(outbox -> bookings (booking_id));
diesel::joinable!(reservations -> items (item_id));
diesel::joinable!(reservations -> households (household_id));
diesel::joinable!(reservations -> needs (need_id));
diesel::joinable!(reservations -> users (made_by));
diesel::joinable!(overrides -> users (user_id));
diesel::joinable!(overrides -> items (item_id));
diesel::joinable!(shelf_checks -> locations (location_id));
diesel::joinable!(shelf_checks -> items (item_id));
diesel::joinable!(shelf_checks -> users (asked_by));
diesel::joinable!(announced -> donations (donation_id));
diesel::joinable!(announced -> products (product_code));
diesel::joinable!(always_welcome -> products (product_code));
diesel::joinable!(not_now -> products (product_code));
