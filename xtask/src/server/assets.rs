//! The files of a page as the server keeps them, with their compressed forms.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;

use crate::compress::Encoding;
use crate::site::{Site, is_compressible};

/// The files of a page, and what was compressed for earlier requests.
#[derive(Debug)]
pub(super) struct AssetCache {
    site: Site,
    compressed: Mutex<BTreeMap<(String, Encoding), Bytes>>,
}

impl AssetCache {
    pub(super) fn new(site: Site) -> Self {
        Self { site, compressed: Mutex::default() }
    }

    /// The file of that name.
    pub(super) fn get(&self, name: &str) -> Option<&[u8]> {
        self.site.get(name)
    }

    /// The file in that encoding, if it is smaller so: as the build compressed it, or compressed now.
    pub(super) fn compressed(&self, name: &str, encoding: Encoding) -> Option<Bytes> {
        let plain = self.site.get(name).filter(|_| is_compressible(name))?;
        let key = (name.to_owned(), encoding);
        let cached = lock(&self.compressed).get(&key).cloned();
        let compressed = cached.or_else(|| {
            let built = self.site.get(&format!("{name}{}", encoding.suffix())).map(Bytes::copy_from_slice);
            let compressed = built.or_else(|| encoding.quick(plain).ok().map(Bytes::from))?;
            lock(&self.compressed).insert(key, compressed.clone());
            Some(compressed)
        })?;
        (compressed.len() < plain.len()).then_some(compressed)
    }
}

/// A lock is only poisoned by a panic between two valid states, so its content is valid.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
