//! Reads the data files of the catalogue so that an error names the file, the entry and what is wrong with it.

use serde::de::DeserializeOwned;
use toml::{Table, Value};

/// A data file of the catalogue is wrong: which file, which entry, what.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {entry}: {problem}")]
pub struct CatalogueError {
    pub file: &'static str,
    /// For example `product "winterjacke"`, or `line 12` where the file cannot be read at all.
    pub entry: String,
    pub problem: String,
}

/// One data file, taken apart entry by entry.
pub(super) struct DataFile {
    name: &'static str,
    table: Table,
}

impl DataFile {
    pub fn read(name: &'static str, text: &str) -> Result<DataFile, CatalogueError> {
        let table = toml::from_str(text).map_err(|error: toml::de::Error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            CatalogueError { file: name, entry: format!("line {line}"), problem: error.message().to_owned() }
        })?;
        Ok(DataFile { name, table })
    }

    pub fn error(&self, entry: impl Into<String>, problem: impl ToString) -> CatalogueError {
        CatalogueError { file: self.name, entry: entry.into(), problem: problem.to_string() }
    }

    /// Takes out all `[[key]]` entries. Each error names the entry by its `code`, or by its place where it has none.
    pub fn entries<T: DeserializeOwned>(&mut self, key: &str) -> Result<Vec<(String, T)>, CatalogueError> {
        let found = match self.table.remove(key) {
            None => Vec::new(),
            Some(Value::Array(found)) => found,
            Some(_) => return Err(self.error(key, format!("write it as [[{key}]]"))),
        };
        let mut entries = Vec::with_capacity(found.len());
        for (at, value) in found.into_iter().enumerate() {
            let entry = match value.get("code").and_then(Value::as_str) {
                Some(code) => format!("{key} \"{code}\""),
                None => format!("{key} no. {}", at + 1),
            };
            let value = value.try_into().map_err(|error: toml::de::Error| self.error(&entry, error.message()))?;
            entries.push((entry, value));
        }
        Ok(entries)
    }

    /// Takes out the table `[key]`.
    pub fn section<T: DeserializeOwned>(&mut self, key: &str) -> Result<T, CatalogueError> {
        let value = self.table.remove(key).ok_or_else(|| self.error(format!("[{key}]"), "is missing"))?;
        value.try_into().map_err(|error: toml::de::Error| self.error(format!("[{key}]"), error.message()))
    }

    /// Whatever nobody took out is a typing mistake.
    pub fn finish(self) -> Result<(), CatalogueError> {
        match self.table.keys().next() {
            Some(key) => Err(self.error(key.clone(), "is not known here")),
            None => Ok(()),
        }
    }
}
