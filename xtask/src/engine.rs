//! The browser engines that the page is tested in, and where their programs are.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

use anyhow::{Context as _, Error, Result, anyhow, bail};

use crate::apt::Apt;
use crate::chromium::{Chromium, place};
use crate::process::run;

/// The variable that names the engine in which the browser tests run.
pub const ENGINE_VARIABLE: &str = "DETENTE_ENGINE";

/// The version of geckodriver that is installed where there is none.
const GECKODRIVER: &str = "0.37.1";

/// Debian's packages of `WebKitGTK`, the screen that it needs, and the bus on which it tells assistive technology what it shows.
const WEBKIT: [&str; 5] = ["webkit2gtk-driver", "xvfb", "xauth", "dbus-daemon", "at-spi2-core"];

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox ESR, by geckodriver.
    Firefox,
    /// `WebKitGTK`, by `WebKitWebDriver`.
    Webkit,
}

impl Engine {
    /// All of them, the one that every check uses first.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Its name among arguments.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The one that `DETENTE_ENGINE` names, or Chromium.
    ///
    /// # Errors
    ///
    /// When it names something else.
    pub fn chosen() -> Result<Self> {
        let named = std::env::var(ENGINE_VARIABLE).unwrap_or_default();
        if named.is_empty() { Ok(Self::Chromium) } else { named.parse() }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::Webkit => "WebKitGTK",
        })
    }
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
        found.ok_or_else(|| anyhow!("there is no engine {name:?}: they are chromium, firefox and webkit."))
    }
}

/// The programs of an engine.
#[derive(Clone, Debug)]
pub struct Programs {
    /// The browser.
    pub browser: PathBuf,
    /// The `WebDriver` server that belongs to it.
    pub driver: PathBuf,
    /// The X server with a screen in memory, for an engine that cannot do without a screen.
    pub screen: Option<PathBuf>,
    /// The bus of the desktop, for an engine that tells assistive technology there what it shows.
    pub bus: Option<PathBuf>,
}

impl Programs {
    /// What is installed. The variables `CHROMIUM`, `CHROMEDRIVER`, `FIREFOX`, `GECKODRIVER`, `MINIBROWSER` and
    /// `WEBKITWEBDRIVER` go before the usual names.
    ///
    /// # Errors
    ///
    /// When a program is missing; says how to install it.
    pub fn find(engine: Engine) -> Result<Self> {
        match engine {
            Engine::Chromium => {
                let Chromium { browser, driver } = Chromium::find()?;
                Ok(Self { browser, driver, screen: None, bus: None })
            }
            Engine::Firefox => {
                let browser = place("FIREFOX", &["firefox-esr", "firefox"])
                    .context("Firefox is not installed: on Debian `apt-get install firefox-esr` brings it")?;
                let driver =
                    place("GECKODRIVER", &["geckodriver"]).or_else(|| file(&own_tools().join("bin/geckodriver")));
                let driver = driver.with_context(|| {
                    format!("geckodriver is not installed: use `cargo install geckodriver@{GECKODRIVER} --locked`")
                })?;
                Ok(Self { browser, driver, screen: None, bus: None })
            }
            Engine::Webkit => {
                let found =
                    (place("MINIBROWSER", &[]).or_else(mini_browser), place("WEBKITWEBDRIVER", &["WebKitWebDriver"]));
                let ((Some(browser), Some(driver)), Some(screen)) = (found, place("XVFB", &["Xvfb"])) else {
                    bail!("WebKitGTK is not installed: on Debian `apt-get install {}` brings it", WEBKIT.join(" "))
                };
                let bus = place("DBUS_DAEMON", &["dbus-daemon"]);
                Ok(Self { browser, driver, screen: Some(screen), bus })
            }
        }
    }

    /// What is installed, after installing it where that is possible without a password: geckodriver by cargo into
    /// `tools`, all else by `apt-get`.
    ///
    /// # Errors
    ///
    /// When a program is missing and cannot be installed.
    pub fn find_or_install(engine: Engine, tools: &Path) -> Result<Self> {
        let packages: &[&str] = match engine {
            Engine::Chromium => return Chromium::find_or_install().and_then(|_| Self::find(engine)),
            Engine::Firefox => &["firefox-esr"],
            Engine::Webkit => &WEBKIT,
        };
        Self::find(engine).or_else(|missing| {
            let is_driver = engine == Engine::Firefox && place("FIREFOX", &["firefox-esr", "firefox"]).is_some();
            if !is_driver {
                let Some(apt) = Apt::allowed() else { return Err(missing) };
                println!("      installing {} with apt-get", packages.join(", "));
                apt.install(packages).with_context(|| format!("{engine} cannot be installed"))?;
            }
            if engine == Engine::Firefox && Self::find(engine).is_err() {
                install_geckodriver(tools)?;
            }
            Self::find(engine)
        })
    }
}

/// Builds geckodriver, which Debian does not package, and keeps the program alone.
fn install_geckodriver(tools: &Path) -> Result<()> {
    println!("      building geckodriver {GECKODRIVER}, once");
    let build = tools.join("geckodriver-build");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["install", "--quiet", "--locked", "--version", GECKODRIVER, "geckodriver", "--root"]).arg(tools);
    run(cargo.arg("--target-dir").arg(&build)).context("geckodriver cannot be built")?;
    fs::remove_dir_all(&build).context("cannot remove what geckodriver was built from")
}

/// Where tools are built when cargo has its usual folder.
fn own_tools() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tools")
}

/// Below the folder of the library, whose name has the version.
fn mini_browser() -> Option<PathBuf> {
    let folders = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found = folders(Path::new("/usr/lib")).flat_map(|folder| folders(&folder).collect::<Vec<_>>());
    found.find_map(|folder| {
        let is_webkit = folder.file_name()?.to_str()?.starts_with("webkit2gtk-");
        if is_webkit { file(&folder.join("MiniBrowser")) } else { None }
    })
}

fn file(path: &Path) -> Option<PathBuf> {
    path.is_file().then(|| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_known_by_name() {
        for engine in Engine::ALL {
            assert_eq!(engine.name().parse::<Engine>().expect("its name"), engine);
        }
        let error = "safari".parse::<Engine>().expect_err("no engine here").to_string();
        assert!(error.contains("\"safari\""), "{error}");
    }
}
