//! Receipts are tested form by form.
