//! Waits for changed files, by the notifications of the operating system.
//!
//! `notify-debouncer-mini` is not used: it also reports files that were only opened, so that a build, which reads
//! them, would start the next one.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// A change is reported after this long without another one, so that an editor that saves many files starts one build.
const QUIET: Duration = Duration::from_millis(150);

/// Watches files and folders from its creation on.
#[derive(Debug)]
pub struct Watch {
    paths: Vec<PathBuf>,
    events: Receiver<notify::Result<Event>>,
    /// Watches until it is dropped.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches these files, and these folders with all below them.
    pub fn new(paths: &[PathBuf]) -> Result<Self> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(sender).context("this system reports no changed files")?;
        let mut folders = BTreeSet::new();
        for path in paths {
            if path.is_dir() {
                folders.insert((path.as_path(), true));
            } else if let Some(folder) = path.parent() {
                // Editors put a new file in the place of the old one, and a watch of the old one would see no more.
                folders.insert((folder, false));
            }
        }
        for (folder, recursive) in folders {
            let mode = if recursive { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
            watcher.watch(folder, mode).with_context(|| format!("cannot watch {}", folder.display()))?;
        }
        Ok(Self { paths: paths.to_vec(), events, _watcher: watcher })
    }

    /// Waits until files have changed and no more are changing; which, by name.
    pub fn wait(&self) -> Result<Vec<PathBuf>> {
        loop {
            let changed = self.changed(Duration::MAX)?;
            if !changed.is_empty() {
                return Ok(changed);
            }
        }
    }

    /// What changes until it is quiet, if it begins to within `patience`.
    fn changed(&self, patience: Duration) -> Result<Vec<PathBuf>> {
        let mut changed = BTreeSet::new();
        loop {
            let patience = if changed.is_empty() { patience } else { QUIET };
            match self.events.recv_timeout(patience) {
                Ok(event) => changed.extend(self.relevant(event.context("cannot watch the files any more")?)),
                Err(RecvTimeoutError::Timeout) => return Ok(changed.into_iter().collect()),
                Err(RecvTimeoutError::Disconnected) => bail!("this system reports no changed files any more"),
            }
        }
    }

    /// The watched paths of an event that changed them: reading a file is an event too.
    fn relevant(&self, event: Event) -> impl Iterator<Item = PathBuf> {
        let changes = !matches!(event.kind, EventKind::Access(_));
        let watched = move |path: &PathBuf| changes && !is_temporary(path) && self.covers(path);
        event.paths.into_iter().filter(watched)
    }

    fn covers(&self, path: &Path) -> bool {
        self.paths.iter().any(|watched| path.starts_with(watched))
    }
}

/// Whether an editor made the file for itself: `.name.swp`, `name~`, `4913`.
fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with('.') || name.ends_with('~') || name == "4913"
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Long enough for a busy machine; only a failing test waits so long.
    const PATIENCE: Duration = Duration::from_secs(10);

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("detente-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).expect("a folder");
        // Events name what a link leads to.
        folder.canonicalize().expect("a folder")
    }

    #[test]
    fn reports_new_changed_and_removed_files() {
        let folder = folder("watch");
        let file = folder.join("deep/file");
        let watch = Watch::new(std::slice::from_ref(&folder)).expect("watched");
        for text in ["one", "three"] {
            fs::write(&file, text).expect("written");
            assert_eq!(watch.changed(PATIENCE).expect("events"), std::slice::from_ref(&file));
        }
        assert_eq!(fs::read_to_string(&file).expect("read"), "three");
        assert!(watch.changed(QUIET).expect("events").is_empty(), "reading changes nothing");
        fs::write(folder.join("deep/.file.swp"), "").expect("written");
        assert!(watch.changed(QUIET).expect("events").is_empty(), "the editor's own file");
        fs::remove_file(&file).expect("removed");
        assert_eq!(watch.changed(PATIENCE).expect("events"), [file]);
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn a_single_file_may_be_replaced_and_its_neighbours_do_not_matter() {
        let folder = folder("watch-file");
        let file = folder.join("Cargo.toml");
        fs::write(&file, "old").expect("written");
        let watch = Watch::new(std::slice::from_ref(&file)).expect("watched");
        for text in ["new", "newer"] {
            fs::write(folder.join("other"), text).expect("written");
            fs::rename(folder.join("other"), &file).expect("replaced");
            assert_eq!(watch.changed(PATIENCE).expect("events"), std::slice::from_ref(&file));
        }
        fs::remove_dir_all(&folder).expect("removed");
    }
}
