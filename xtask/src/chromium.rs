//! Finds Chromium and its driver, or installs them.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::apt::Apt;
use crate::process::which;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVERS: [&str; 3] = ["chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"];
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// The browser and the program that drives it.
#[derive(Clone, Debug)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// The `WebDriver` server that belongs to it.
    pub driver: PathBuf,
}

impl Chromium {
    /// What is installed; the variables `CHROMIUM` and `CHROMEDRIVER` go before the usual names.
    pub fn find() -> Result<Self> {
        let browser = place("CHROMIUM", &BROWSERS);
        let driver = place("CHROMEDRIVER", &DRIVERS);
        let (Some(browser), Some(driver)) = (browser.clone(), driver.clone()) else {
            let missing = match (browser, driver) {
                (Some(_), None) => "chromedriver is",
                (None, Some(_)) => "Chromium is",
                _ => "Chromium and chromedriver are",
            };
            bail!(
                "{missing} not installed: on Debian and Ubuntu `apt-get install {}` brings both, elsewhere \
                 name them in the variables CHROMIUM and CHROMEDRIVER.",
                PACKAGES.join(" ")
            );
        };
        Ok(Self { browser, driver })
    }

    /// What is installed, after installing it by `apt-get` where that is possible without a password.
    pub fn find_or_install() -> Result<Self> {
        Self::find().or_else(|missing| {
            let Some(apt) = Apt::allowed() else { return Err(missing) };
            println!("      installing {} with apt-get", PACKAGES.join(" and "));
            apt.install(&PACKAGES).context("Chromium cannot be installed")?;
            Self::find()
        })
    }
}

/// The file that a variable or else one of the usual names leads to.
pub(crate) fn place(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = env::var_os(variable).filter(|named| !named.is_empty()) {
        return Some(PathBuf::from(named));
    }
    names.iter().find_map(|name| {
        let path = Path::new(name);
        if path.is_absolute() { path.is_file().then(|| path.to_path_buf()) } else { which(name) }
    })
}
