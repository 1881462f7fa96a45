//! The words are tested against their inverse.
