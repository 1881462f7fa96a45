//! The tables of the treasurer: issuers, values, receipts, papers, offers, the council, and what left the house.

use super::*;

diesel::table! {
    issuers (id) {
        id -> Text,
        form -> Text,
        name -> Text,
        street -> Text,
        postcode -> Text,
        city -> Text,
        fields -> Text,
        keep_years -> Integer,
        four_eyes_from_cents -> Nullable<BigInt>,
        council_from_cents -> Nullable<BigInt>,
        active -> Bool,
        created_at -> Timestamp,
        version -> Integer,
        four_eyes_before_cents -> Nullable<BigInt>,
        four_eyes_raised_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    issuer_accounts (issuer_id) {
        issuer_id -> Text,
        consultant -> Integer,
        client -> Integer,
        year_begins -> Text,
        account_length -> Integer,
        gifts_account -> Integer,
        gifts_against -> Integer,
        purchases_account -> Integer,
        purchases_against -> Integer,
        version -> Integer,
    }
}

diesel::table! {
    council_lists (id) {
        id -> Text,
        issuer_id -> Text,
        title -> Text,
        decider -> Text,
        state -> Text,
        held_on -> Nullable<Date>,
        reference -> Text,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
        version -> Integer,
        limit_cents -> Nullable<BigInt>,
    }
}

diesel::table! {
    council_lines (list_id, donation_id) {
        list_id -> Text,
        donation_id -> Text,
        purpose -> Text,
        value_cents -> Nullable<BigInt>,
        decision -> Text,
        only_offered -> Bool,
        adds_to -> Nullable<Text>,
    }
}

diesel::table! {
    papers (id) {
        id -> Text,
        kind -> Text,
        subject -> Text,
        file_name -> Text,
        media_type -> Text,
        bytes -> Binary,
        sha256 -> Text,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
        keep_until -> Nullable<Date>,
    }
}

diesel::table! {
    stated_pieces (paper_id, item_id) {
        paper_id -> Text,
        item_id -> Text,
        quantity -> Integer,
    }
}

diesel::table! {
    receipts (id) {
        id -> Text,
        issuer_id -> Text,
        donation_id -> Text,
        state -> Text,
        year -> Nullable<Integer>,
        counted -> Nullable<Integer>,
        number -> Nullable<Text>,
        form -> Text,
        lang -> Text,
        total_cents -> BigInt,
        currency -> Text,
        data -> Text,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
        agreed_by -> Nullable<Text>,
        agreed_at -> Nullable<Timestamp>,
        issued_by -> Nullable<Text>,
        issued_on -> Nullable<Date>,
        issued_at -> Nullable<Timestamp>,
        paper_id -> Nullable<Text>,
        void_reason -> Text,
        void_asked_by -> Nullable<Text>,
        void_asked_at -> Nullable<Timestamp>,
        voided_by -> Nullable<Text>,
        voided_at -> Nullable<Timestamp>,
        replaces -> Nullable<Text>,
        keep_until -> Nullable<Date>,
        version -> Integer,
        listed_at -> Timestamp,
    }
}

diesel::table! {
    receipt_numbers (issuer_id, year) {
        issuer_id -> Text,
        year -> Integer,
        last -> Integer,
    }
}

diesel::table! {
    value_lines (id) {
        id -> Text,
        donation_id -> Text,
        position -> Integer,
        description -> Text,
        product_code -> Nullable<Text>,
        group_code -> Nullable<Text>,
        quantity -> Integer,
        identical -> Bool,
        age -> Text,
        condition -> Nullable<Text>,
        new_price_cents -> Nullable<BigInt>,
        bought_on -> Nullable<Text>,
        basis -> Text,
        net_cents -> Nullable<BigInt>,
        vat_rate_bp -> Nullable<Integer>,
        vat_cents -> Nullable<BigInt>,
        value_cents -> Nullable<BigInt>,
        source -> Text,
        receipt_id -> Nullable<Text>,
        version -> Integer,
    }
}

diesel::table! {
    value_line_items (item_id) {
        item_id -> Text,
        line_id -> Text,
    }
}

diesel::table! {
    evidence (id) {
        id -> Text,
        donation_id -> Text,
        line_id -> Nullable<Text>,
        kind -> Text,
        name -> Text,
        media_type -> Text,
        bytes -> Binary,
        sha256 -> Text,
        uploaded_by -> Nullable<Text>,
        uploaded_at -> Timestamp,
        removed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    acceptances (id) {
        id -> Text,
        donation_id -> Text,
        state -> Text,
        made_on -> Date,
        giver -> Text,
        taker -> Text,
        remarks -> Text,
        giver_signature -> Nullable<Binary>,
        taker_signature -> Nullable<Binary>,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
        signed_at -> Nullable<Timestamp>,
        paper_id -> Nullable<Text>,
        version -> Integer,
    }
}

diesel::table! {
    acceptance_lines (id) {
        id -> Text,
        acceptance_id -> Text,
        position -> Integer,
        description -> Text,
        group_code -> Nullable<Text>,
        pieces -> Integer,
        weight_g -> Nullable<BigInt>,
        marketability -> Text,
        reason -> Text,
    }
}

diesel::table! {
    offers (id) {
        id -> Text,
        donor_id -> Text,
        offered_on -> Date,
        reference -> Text,
        description -> Text,
        state -> Text,
        reason -> Text,
        answered_on -> Nullable<Date>,
        answered_by -> Nullable<Text>,
        donation_id -> Nullable<Text>,
        paper_id -> Nullable<Text>,
        made_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    offer_lines (id) {
        id -> Text,
        offer_id -> Text,
        position -> Integer,
        group_code -> Text,
        product_code -> Nullable<Text>,
        description -> Text,
        pieces -> Integer,
        weight_g -> BigInt,
        pieces_accepted -> Nullable<Integer>,
        reason -> Text,
        words -> Text,
    }
}

diesel::table! {
    published_tables (id) {
        id -> Text,
        report -> Text,
        scope -> Text,
        from_day -> Date,
        to_day -> Date,
        closed -> Bool,
        shown -> Text,
        counted -> Text,
        sha256 -> Text,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    share_links (id) {
        id -> Text,
        key_hash -> Text,
        donor_id -> Text,
        from_day -> Date,
        to_day -> Date,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
        expires_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
        opened -> Integer,
    }
}

diesel::table! {
    thanks (id) {
        id -> Text,
        donor_id -> Text,
        donation_id -> Nullable<Text>,
        sent_by -> Text,
        outbox_id -> Nullable<Text>,
        paper_id -> Nullable<Text>,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    closings (id) {
        id -> Text,
        from_day -> Date,
        to_day -> Date,
        site -> Text,
        closed_by -> Nullable<Text>,
        closed_at -> Timestamp,
        reopened_by -> Nullable<Text>,
        reopened_at -> Nullable<Timestamp>,
        reason -> Text,
    }
}

diesel::joinable!(council_lists -> issuers (issuer_id));
diesel::joinable!(council_lists -> users (made_by));
diesel::joinable!(council_lines -> council_lists (list_id));
diesel::joinable!(council_lines -> donations (donation_id));
diesel::joinable!(papers -> users (made_by));
diesel::joinable!(stated_pieces -> papers (paper_id));
diesel::joinable!(stated_pieces -> items (item_id));
diesel::joinable!(receipts -> issuers (issuer_id));
diesel::joinable!(receipts -> donations (donation_id));
diesel::joinable!(receipts -> papers (paper_id));
diesel::joinable!(receipt_numbers -> issuers (issuer_id));
diesel::joinable!(value_lines -> donations (donation_id));
diesel::joinable!(value_lines -> products (product_code));
diesel::joinable!(value_lines -> product_groups (group_code));
diesel::joinable!(issuer_accounts -> issuers (issuer_id));
diesel::joinable!(value_lines -> receipts (receipt_id));
diesel::joinable!(value_line_items -> items (item_id));
diesel::joinable!(value_line_items -> value_lines (line_id));
diesel::joinable!(evidence -> donations (donation_id));
diesel::joinable!(evidence -> value_lines (line_id));
diesel::joinable!(evidence -> users (uploaded_by));
diesel::joinable!(acceptances -> donations (donation_id));
diesel::joinable!(acceptances -> users (made_by));
diesel::joinable!(acceptances -> papers (paper_id));
diesel::joinable!(acceptance_lines -> acceptances (acceptance_id));
diesel::joinable!(acceptance_lines -> product_groups (group_code));
diesel::joinable!(offers -> donors (donor_id));
diesel::joinable!(offers -> users (answered_by));
diesel::joinable!(offers -> donations (donation_id));
diesel::joinable!(offers -> papers (paper_id));
diesel::joinable!(offer_lines -> offers (offer_id));
diesel::joinable!(offer_lines -> product_groups (group_code));
diesel::joinable!(offer_lines -> products (product_code));
diesel::joinable!(published_tables -> users (made_by));
diesel::joinable!(share_links -> donors (donor_id));
diesel::joinable!(share_links -> users (made_by));
diesel::joinable!(thanks -> donors (donor_id));
diesel::joinable!(thanks -> donations (donation_id));
diesel::joinable!(thanks -> outbox (outbox_id));
diesel::joinable!(thanks -> papers (paper_id));
diesel::joinable!(thanks -> users (made_by));
