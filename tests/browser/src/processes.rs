//! What the processes of a browser have used, by the accounts of a Linux kernel.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use anyhow::{Context as _, Result};

/// Ticks a second in the kernel's accounts; the same on every architecture.
const TICKS: u64 = 100;

/// A process of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// Its number.
    pub id: u32,
    /// What Chromium has it for: `browser`, `renderer`, `gpu-process` or another; of `WebKitGTK` its name.
    pub kind: String,
    /// Processor time of all its threads since it was started, to 10 ms.
    pub time: Duration,
    /// Bytes of memory that no other process shares.
    pub private: u64,
}

/// The processes that were started by this one, by way of others or not, drivers and shells left out.
///
/// # Errors
///
/// Where there is no `/proc`.
pub fn below(ancestor: u32) -> Result<Vec<Process>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir("/proc").context("processor time is read from /proc, which only Linux has")? {
        let Some(id) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        // A process may end while it is looked at.
        if let Some(stat) = fs::read_to_string(format!("/proc/{id}/stat")).ok().and_then(|stat| Stat::parse(&stat)) {
            all.insert(id, stat);
        }
    }
    let is_below = |id: u32| {
        let mut above = id;
        while let Some(stat) = all.get(&above) {
            if stat.parent == ancestor {
                return true;
            }
            above = stat.parent;
        }
        false
    };
    let found = all.iter().filter(|(id, stat)| is_below(**id) && !stat.is_tool());
    Ok(found.map(|(id, stat)| stat.process(*id)).collect())
}

/// What of `/proc/ID/stat` is used.
struct Stat {
    name: String,
    parent: u32,
    ticks: u64,
}

impl Stat {
    fn parse(text: &str) -> Option<Self> {
        // The name stands in brackets and may hold spaces and brackets itself.
        let (start, end) = (text.find('(')?, text.rfind(')')?);
        let fields: Vec<&str> = text.get(end + 1..)?.split_whitespace().collect();
        let number = |index: usize| fields.get(index)?.parse::<u64>().ok();
        let parent = u32::try_from(number(1)?).ok()?;
        Some(Self { name: text.get(start + 1..end)?.to_owned(), parent, ticks: number(11)? + number(12)? })
    }

    /// Whether it drives the browser and is no part of it.
    fn is_tool(&self) -> bool {
        ["sh", "cat", "chromedriver", "geckodriver", "WebKitWebDriver", "Xvfb"].contains(&self.name.as_str())
    }

    fn process(&self, id: u32) -> Process {
        let command = fs::read_to_string(format!("/proc/{id}/cmdline")).unwrap_or_default();
        let named = if self.name.starts_with("WebKit") { self.name.as_str() } else { "browser" };
        let kind = command.split(['\0', ' ']).find_map(|part| part.strip_prefix("--type=")).unwrap_or(named);
        let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
        let kilobytes = |line: &str| line.split_whitespace().nth(1)?.parse::<u64>().ok();
        let private = rollup.lines().filter(|line| line.starts_with("Private_")).filter_map(kilobytes).sum::<u64>();
        let time = Duration::from_millis(self.ticks * 1000 / TICKS);
        Process { id, kind: kind.to_owned(), time, private: private * 1024 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_hold_what_separates_fields() {
        let stat = Stat::parse("7 (a (b) c) S 3 7 7 0 -1 4194304 5 0 0 0 12 30 0 0 20 0").expect("a process");
        assert_eq!((stat.name.as_str(), stat.parent, stat.ticks), ("a (b) c", 3, 42));
        assert!(Stat::parse("7 (a) S").is_none());
    }
}
