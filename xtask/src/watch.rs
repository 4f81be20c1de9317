//! Notices changed files by looking at them a few times a second.
//!
//! A few hundred names are read in a millisecond, on every system and file system alike, where the
//! notifications of the operating system differ, get lost in containers and need a dozen crates.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

const PAUSE: Duration = Duration::from_millis(300);

type Seen = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Watches files and folders.
#[derive(Debug)]
pub struct Watch {
    places: Vec<PathBuf>,
    seen: Seen,
}

impl Watch {
    /// Watches these files and folders, with all in them, from now on.
    pub fn new(places: impl IntoIterator<Item = PathBuf>) -> Self {
        let places: Vec<_> = places.into_iter().collect();
        let seen = look(&places);
        Self { places, seen }
    }

    /// Waits until something changed and nothing changes any more; what did, in order.
    pub fn wait(&mut self) -> Vec<PathBuf> {
        loop {
            thread::sleep(PAUSE);
            let changed = self.changed();
            if !changed.is_empty() {
                return changed;
            }
        }
    }

    /// What changed since the last look, once it stands still.
    fn changed(&mut self) -> Vec<PathBuf> {
        let mut now = look(&self.places);
        if now == self.seen {
            return Vec::new();
        }
        // An editor that saves twenty files is let finish.
        loop {
            thread::sleep(PAUSE / 3);
            let later = look(&self.places);
            if later == now {
                break;
            }
            now = later;
        }
        let before = std::mem::replace(&mut self.seen, now);
        let names = before.keys().chain(self.seen.keys());
        let mut changed: Vec<_> = names.filter(|name| before.get(*name) != self.seen.get(*name)).cloned().collect();
        changed.sort();
        changed.dedup();
        changed
    }
}

/// All files in these places, with what tells one state of a file from another.
fn look(places: &[PathBuf]) -> Seen {
    let mut seen = Seen::new();
    for place in places {
        visit(place, &mut seen);
    }
    seen
}

/// A file that vanishes while we look is gone, not an error.
fn visit(path: &Path, seen: &mut Seen) {
    let Ok(metadata) = fs::metadata(path) else { return };
    if metadata.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            visit(&entry.path(), seen);
        }
    } else {
        seen.insert(path.to_path_buf(), (metadata.modified().ok(), metadata.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_new_changed_and_removed_files() {
        let folder = std::env::temp_dir().join(format!("detente-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).expect("a folder");
        let file = folder.join("deep/file");
        let mut watch = Watch::new([folder.clone()]);
        assert!(watch.changed().is_empty());
        for text in ["one", "three"] {
            fs::write(&file, text).expect("written");
            assert_eq!(watch.changed(), std::slice::from_ref(&file));
            assert!(watch.changed().is_empty());
        }
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(watch.changed(), [file]);
    }
}
