//! The tables as diesel sees them; the migrations are what makes them. A test compares the two.

mod fair_share;
mod treasurer;

pub use fair_share::*;
pub use treasurer::*;

diesel::table! {
    product_groups (code) {
        code -> Text,
        de -> Text,
        en -> Text,
        sort -> Integer,
    }
}

diesel::table! {
    products (code) {
        code -> Text,
        group_code -> Text,
        de -> Text,
        en -> Text,
        also -> Text,
        cuts -> Text,
        size_systems -> Text,
        season -> Text,
        unit -> Text,
        weight_g -> Integer,
        emoji -> Text,
        pictogram -> Text,
        new_only -> Bool,
        check_de -> Text,
        check_en -> Text,
        essential -> Bool,
        special -> Bool,
        roomy -> Bool,
        sort -> Integer,
        active -> Bool,
        version -> Integer,
    }
}

diesel::table! {
    locations (id) {
        id -> Text,
        parent_id -> Nullable<Text>,
        kind -> Text,
        name -> Text,
        version -> Integer,
        pickup -> Bool,
    }
}

diesel::table! {
    users (id) {
        id -> Text,
        name -> Text,
        display_name -> Text,
        password_hash -> Text,
        role -> Text,
        lang -> Text,
        active -> Bool,
        failed_sign_ins -> Integer,
        locked_until -> Nullable<Timestamp>,
        created_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    sign_ins (key_hash) {
        key_hash -> Text,
        user_id -> Nullable<Text>,
        state -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    terminals (id) {
        id -> Text,
        name -> Text,
        kind -> Text,
        user_id -> Nullable<Text>,
        token_hash -> Nullable<Text>,
        next_seq -> BigInt,
        active -> Bool,
        desk -> Text,
        suspect_since -> Nullable<Timestamp>,
        created_at -> Timestamp,
        last_seen_at -> Nullable<Timestamp>,
        parent_id -> Nullable<Text>,
        station -> Nullable<Integer>,
    }
}

diesel::table! {
    enrolments (id) {
        id -> Text,
        name -> Text,
        code -> Text,
        secret_hash -> Text,
        state -> Text,
        terminal_id -> Nullable<Text>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        decided_by -> Nullable<Text>,
    }
}

diesel::table! {
    donors (id) {
        id -> Text,
        kind -> Text,
        name -> Text,
        street -> Text,
        postcode -> Text,
        city -> Text,
        email -> Text,
        note -> Text,
        search -> Text,
        created_at -> Timestamp,
        version -> Integer,
        country -> Text,
        contact -> Text,
        lang -> Text,
        thanks -> Text,
        gives_every_months -> Nullable<Integer>,
    }
}

diesel::table! {
    donor_words (word, donor_id) {
        word -> Text,
        donor_id -> Text,
    }
}

diesel::table! {
    word_keys (slip, word) {
        slip -> Text,
        word -> Text,
    }
}

diesel::table! {
    donations (id) {
        id -> Text,
        donor_id -> Text,
        received_on -> Date,
        origin -> Text,
        state -> Text,
        description -> Text,
        pieces_announced -> Nullable<Integer>,
        receipt_wanted -> Bool,
        created_at -> Timestamp,
        version -> Integer,
        issuer_id -> Nullable<Text>,
        source -> Text,
        came -> Text,
        bags -> Nullable<Integer>,
        weight_g -> Nullable<BigInt>,
        paid_cents -> Nullable<BigInt>,
        council_list_id -> Nullable<Text>,
        offered_on -> Nullable<Date>,
        only_offered -> Bool,
    }
}

diesel::table! {
    labels (code) {
        code -> Text,
        kind -> Text,
        state -> Text,
        subject -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    households (id) {
        id -> Text,
        state -> Text,
        people -> Integer,
        area -> Text,
        lang -> Text,
        note -> Text,
        registered_on -> Date,
        last_visit_on -> Nullable<Date>,
        version -> Integer,
        pin_hash -> Text,
        pin_failures -> Integer,
        pin_locked_until -> Nullable<Timestamp>,
        contact_name -> Text,
        contact_email -> Text,
        contact_phone -> Text,
        merged_into -> Nullable<Text>,
        waits_since -> Timestamp,
    }
}

diesel::table! {
    members (id) {
        id -> Text,
        household_id -> Text,
        nickname -> Text,
        age_band -> Text,
        birth_month -> Nullable<Text>,
        cut -> Nullable<Text>,
        sizes -> Text,
        version -> Integer,
        measured_on -> Nullable<Date>,
        clothes_guessed -> Bool,
    }
}

diesel::table! {
    needs (id) {
        id -> Text,
        household_id -> Text,
        member_id -> Nullable<Text>,
        product_code -> Text,
        cut -> Nullable<Text>,
        size -> Nullable<Text>,
        wanted -> Integer,
        got -> Integer,
        state -> Text,
        urgency -> Text,
        occasion -> Text,
        recorded_at -> Timestamp,
        version -> Integer,
        met_at -> Nullable<Timestamp>,
        renew_months -> Nullable<Integer>,
        urgent_reason -> Text,
        urgent_until -> Nullable<Date>,
        asked_by -> Text,
        renew_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    mentor_links (user_id, household_id, from_at) {
        user_id -> Text,
        household_id -> Text,
        from_at -> Timestamp,
        to_at -> Nullable<Timestamp>,
        may_collect -> Bool,
    }
}

diesel::table! {
    visits (id) {
        id -> Text,
        household_id -> Text,
        card -> Text,
        terminal_id -> Text,
        opened_at -> Timestamp,
        closed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    items (id) {
        id -> Text,
        label -> Nullable<Text>,
        product_code -> Text,
        cut -> Nullable<Text>,
        size -> Nullable<Text>,
        item_condition -> Text,
        donation_id -> Nullable<Text>,
        split_from -> Nullable<Text>,
        state -> Text,
        quantity -> Integer,
        version -> Integer,
        household_id -> Nullable<Text>,
        need_id -> Nullable<Text>,
        location_id -> Nullable<Text>,
        visit_id -> Nullable<Text>,
        created_at -> Timestamp,
        moved_at -> Timestamp,
    }
}

diesel::table! {
    movements (position) {
        position -> BigInt,
        id -> Text,
        event_id -> Text,
        part -> Integer,
        item_id -> Text,
        kind -> Text,
        from_state -> Nullable<Text>,
        state -> Text,
        quantity -> Integer,
        version -> Integer,
        household_id -> Nullable<Text>,
        need_id -> Nullable<Text>,
        location_id -> Nullable<Text>,
        visit_id -> Nullable<Text>,
        donation_id -> Nullable<Text>,
        terminal_id -> Text,
        actor_id -> Nullable<Text>,
        occurred_at -> Timestamp,
        recorded_at -> Timestamp,
        reverses -> Nullable<Text>,
        details -> Nullable<Text>,
        previous_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    ledger_head (id) {
        id -> Integer,
        position -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    scan_events (event_id) {
        event_id -> Text,
        terminal_id -> Text,
        seq -> BigInt,
        mode -> Text,
        code -> Text,
        actor_id -> Nullable<Text>,
        visit_id -> Nullable<Text>,
        occurred_at -> Timestamp,
        received_at -> Timestamp,
        outcome -> Text,
        verdict -> Text,
        told -> Nullable<Text>,
    }
}

diesel::table! {
    contradictions (event_id) {
        event_id -> Text,
        kind -> Text,
        item_id -> Nullable<Text>,
        household_id -> Nullable<Text>,
        details -> Nullable<Text>,
        known_movement -> Nullable<Text>,
        opened_at -> Timestamp,
        settled_at -> Nullable<Timestamp>,
        settled_by -> Nullable<Text>,
        settled_how -> Nullable<Text>,
        version -> Integer,
    }
}

diesel::table! {
    stocktakes (id) {
        id -> Text,
        location_id -> Text,
        state -> Text,
        opened_by -> Nullable<Text>,
        opened_at -> Timestamp,
        closed_by -> Nullable<Text>,
        closed_at -> Nullable<Timestamp>,
        found -> Nullable<Integer>,
        elsewhere -> Nullable<Integer>,
        found_again -> Nullable<Integer>,
        missing -> Nullable<Integer>,
        version -> Integer,
    }
}

diesel::table! {
    stocktake_sightings (stocktake_id, event_id) {
        stocktake_id -> Text,
        event_id -> Text,
        code -> Text,
        item_id -> Nullable<Text>,
        terminal_id -> Text,
        seq -> BigInt,
        actor_id -> Nullable<Text>,
        seen_at -> Timestamp,
        received_at -> Timestamp,
    }
}

diesel::table! {
    access_log (id) {
        id -> Text,
        at -> Timestamp,
        user_id -> Text,
        household_id -> Text,
        context -> Text,
    }
}

diesel::table! {
    house_facts (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    deeds (id) {
        id -> Text,
        terminal_id -> Text,
        actor_id -> Nullable<Text>,
        done_at -> Timestamp,
        said -> Text,
        subject -> Nullable<Text>,
        undo -> Text,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    deed_parts (deed_id, part) {
        deed_id -> Text,
        part -> Integer,
        item_id -> Text,
        version -> Integer,
        state -> Text,
        event_id -> Nullable<Text>,
        reason -> Nullable<Text>,
    }
}

diesel::table! {
    notes (id) {
        id -> Text,
        kind -> Text,
        subject -> Text,
        author_id -> Nullable<Text>,
        written_at -> Timestamp,
        changed_at -> Nullable<Timestamp>,
        body -> Text,
        at_desk -> Bool,
        deleted_at -> Nullable<Timestamp>,
        deleted_by -> Nullable<Text>,
        version -> Integer,
    }
}

diesel::joinable!(products -> product_groups (group_code));
diesel::joinable!(sign_ins -> users (user_id));
diesel::joinable!(terminals -> users (user_id));
diesel::joinable!(donations -> donors (donor_id));
diesel::joinable!(members -> households (household_id));
diesel::joinable!(needs -> households (household_id));
diesel::joinable!(needs -> members (member_id));
diesel::joinable!(needs -> products (product_code));
diesel::joinable!(mentor_links -> users (user_id));
diesel::joinable!(mentor_links -> households (household_id));
diesel::joinable!(visits -> households (household_id));
diesel::joinable!(visits -> terminals (terminal_id));
diesel::joinable!(items -> labels (label));
diesel::joinable!(items -> products (product_code));
diesel::joinable!(items -> donations (donation_id));
diesel::joinable!(items -> households (household_id));
diesel::joinable!(items -> needs (need_id));
diesel::joinable!(items -> locations (location_id));
diesel::joinable!(movements -> items (item_id));
diesel::joinable!(movements -> terminals (terminal_id));
diesel::joinable!(movements -> users (actor_id));
diesel::joinable!(scan_events -> terminals (terminal_id));
diesel::joinable!(scan_events -> users (actor_id));
diesel::joinable!(contradictions -> scan_events (event_id));
diesel::joinable!(contradictions -> items (item_id));
diesel::joinable!(stocktakes -> locations (location_id));
diesel::joinable!(stocktake_sightings -> stocktakes (stocktake_id));
diesel::joinable!(stocktake_sightings -> items (item_id));
diesel::joinable!(access_log -> users (user_id));
diesel::joinable!(access_log -> households (household_id));

diesel::table! {
    form_keys (user_id, form_key) {
        user_id -> Text,
        form_key -> Text,
        result -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    marks (topic) {
        topic -> Text,
        changes -> BigInt,
    }
}
diesel::joinable!(deeds -> terminals (terminal_id));
diesel::joinable!(deeds -> users (actor_id));
diesel::joinable!(deed_parts -> deeds (deed_id));
diesel::joinable!(deed_parts -> items (item_id));
diesel::joinable!(notes -> users (author_id));

diesel::allow_tables_to_appear_in_same_query!(
    product_groups,
    products,
    locations,
    users,
    sign_ins,
    terminals,
    donors,
    donor_words,
    word_keys,
    donations,
    labels,
    households,
    members,
    needs,
    mentor_links,
    visits,
    items,
    movements,
    ledger_head,
    scan_events,
    contradictions,
    enrolments,
    stocktakes,
    stocktake_sightings,
    access_log,
    house_facts,
    deeds,
    deed_parts,
    notes,
    household_sign_ins,
    consents,
    proofs,
    merges,
    proxies,
    proxy_items,
    sessions,
    slots,
    bookings,
    feed_keys,
    outbox,
    reservations,
    overrides,
    shelf_checks,
    announced,
    always_welcome,
    not_now,
    publications,
    issuers,
    council_lists,
    council_lines,
    papers,
    stated_pieces,
    receipts,
    receipt_numbers,
    issuer_accounts,
    value_lines,
    value_line_items,
    evidence,
    acceptances,
    acceptance_lines,
    offers,
    offer_lines,
    published_tables,
    share_links,
    thanks,
);
