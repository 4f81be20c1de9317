//! A page as the server keeps it: each file with what was pressed from it so far.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher as _};
use std::sync::{Arc, Mutex};

use crate::press::Encoding;
use crate::site::{Site, is_pressed_well};

use super::locked;

/// Bytes that answers share.
type Bytes = Arc<[u8]>;

/// A page, ready to be served.
#[derive(Debug)]
pub(super) struct Shelf {
    site: Site,
    pressed: Mutex<BTreeMap<(String, Encoding), Bytes>>,
}

impl Shelf {
    pub(super) fn new(site: Site) -> Self {
        Self { site, pressed: Mutex::default() }
    }

    /// The file of that name.
    pub(super) fn get(&self, name: &str) -> Option<&[u8]> {
        self.site.get(name)
    }

    /// The file as it travels in that encoding, if that makes it smaller: as the build pressed it, or pressed now.
    pub(super) fn pressed(&self, name: &str, encoding: Encoding) -> Option<Bytes> {
        let plain = self.site.get(name).filter(|_| is_pressed_well(name))?;
        let key = (name.to_owned(), encoding);
        let kept = locked(&self.pressed).get(&key).cloned();
        let pressed = kept.or_else(|| {
            let twin = self.site.get(&format!("{name}{}", encoding.suffix()));
            let pressed: Bytes = twin.map(Bytes::from).or_else(|| encoding.quick(plain).ok().map(Bytes::from))?;
            locked(&self.pressed).insert(key, Arc::clone(&pressed));
            Some(pressed)
        })?;
        (pressed.len() < plain.len()).then_some(pressed)
    }
}

/// A name for just these bytes.
pub(super) fn tag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("\"{:016x}\"", hasher.finish())
}
