//! stub
use super::text_enum::text_enum;
use crate::texts::Words;
text_enum! { pub enum Cut { W="W", M="M", K="K", B="B", U="U" } }
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct ProductCode(pub String);
impl std::fmt::Display for ProductCode { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) } }
impl std::str::FromStr for ProductCode { type Err=std::convert::Infallible; fn from_str(s:&str)->Result<Self,Self::Err>{Ok(ProductCode(s.to_owned()))} }
#[derive(Clone, Debug)]
pub struct Product { pub code: ProductCode, pub names: Words, pub cuts: Vec<Cut> }
#[derive(Clone, Debug, Default)]
pub struct Catalogue { pub products: Vec<Product> }
impl Catalogue {
    pub fn shipped() -> Catalogue { Catalogue::default() }
    pub fn product(&self, code: &ProductCode) -> Option<&Product> { self.products.iter().find(|p| &p.code == code) }
    pub fn group_words(&self, _code: &ProductCode) -> Words { Words::default() }
}
