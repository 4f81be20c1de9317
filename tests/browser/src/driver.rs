//! A `WebDriver` server as a process that cannot outlive the test.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use xtask::engine::{Engine, Programs};

use crate::keeper::Keeper;
use crate::wishes::{Media, Screen};

/// How often it is started anew. It takes a free port of IPv4 and ends when IPv6 has that port in use.
const ATTEMPTS: usize = 5;

/// How long the driver may take to start, and to end a session.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often it is looked whether it has started.
const PAUSE: Duration = Duration::from_millis(20);

/// What a driver has printed, line by line.
#[derive(Clone, Debug, Default)]
struct Printed(Arc<Mutex<Vec<String>>>);

impl Printed {
    /// Keeps what is printed from now on, to the end: a driver that cannot print ends itself.
    fn follow(&self, stdout: impl Read + Send + 'static) {
        let kept = Arc::clone(&self.0);
        thread::spawn(move || {
            for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
    }

    /// The lines so far.
    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What has to be known of a reader before the browser is started.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    pub(crate) screen: Screen,
    pub(crate) media: Media,
    /// Whether assistive technology listens.
    pub(crate) assisted: bool,
    /// Whether the memory of the browser is watched.
    pub(crate) watched: bool,
}

/// A running driver with a folder for its browser's profile.
#[derive(Debug)]
pub(crate) struct Driver {
    pub(crate) engine: Engine,
    pub(crate) programs: Programs,
    printed: Printed,
    /// End the driver and the browser, and what they need after them.
    keepers: Vec<Keeper>,
    port: u16,
    profile: PathBuf,
    session: Option<String>,
    /// The address of the bus of the desktop, where assistive technology listens there.
    bus: Option<String>,
}

impl Driver {
    /// Starts it on a free port.
    pub(crate) fn start(engine: Engine, reader: Reader) -> Result<Self> {
        let programs = Programs::find(engine)?;
        let mut attempt = Self::attempt(engine, &programs, reader);
        for _ in 1..ATTEMPTS {
            if attempt.is_ok() {
                break;
            }
            attempt = Self::attempt(engine, &programs, reader);
        }
        attempt
    }

    fn attempt(engine: Engine, programs: &Programs, reader: Reader) -> Result<Self> {
        static STARTED: AtomicUsize = AtomicUsize::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("detente-browser-{}-{number}", std::process::id()));
        fs::create_dir_all(&profile).with_context(|| format!("cannot make the folder {}", profile.display()))?;
        let (programs, printed) = (programs.clone(), Printed::default());
        let mut driver =
            Self { engine, programs, printed, keepers: Vec::new(), port: 0, profile, session: None, bus: None };
        driver.port = match engine {
            Engine::Chromium => driver.chromium(),
            Engine::Firefox => driver.firefox(reader.screen),
            Engine::Webkit => driver.webkit(reader),
        }
        .with_context(|| format!("{} does not start", driver.programs.driver.display()))?;
        Ok(driver)
    }

    fn chromium(&mut self) -> Result<u16> {
        self.run(&["--port=0"], &[])?;
        self.told_port(|line| {
            // `ChromeDriver was started successfully on port 41231.`
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches(['.', ' ']).parse().ok()
        })
    }

    fn firefox(&mut self, screen: Screen) -> Result<u16> {
        // A window is never larger than the screen, which is 1366 × 768 without these.
        let side = |length: u32| OsString::from(((f64::from(length) + 200.0) * screen.ratio).ceil().to_string());
        let (width, height) = (side(screen.width.max(1400)), side(screen.height.max(1000)));
        let root = self.profile.display().to_string();
        let args = ["--port=0", "--websocket-port=0", "--allow-system-access", "--profile-root", &root];
        self.run(&args, &[("MOZ_HEADLESS_WIDTH", width), ("MOZ_HEADLESS_HEIGHT", height)])?;
        self.told_port(|line| line.split_once("Listening on 127.0.0.1:")?.1.trim().parse().ok())
    }

    fn webkit(&mut self, reader: Reader) -> Result<u16> {
        let Reader { screen, media, assisted, watched } = reader;
        let server = self.programs.screen.clone().context("there is no X server")?;
        let scale = screen.ratio.round().max(1.0) as u32;
        let (width, height) = (1600 * scale, 1400 * scale);
        let size = format!("{width}x{height}x24");
        let (keeper, stdout) =
            Keeper::start(&server, &["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp"], &[])?;
        let display = told_display(stdout)?;
        let config = self.profile.join("config");
        fs::create_dir_all(config.join("gtk-3.0"))?;
        let theme = if media.dark { "Adwaita-dark" } else { "Adwaita" };
        let animated = i32::from(!media.calm);
        let settings = format!("[Settings]\ngtk-theme-name={theme}\ngtk-enable-animations={animated}\n");
        fs::write(config.join("gtk-3.0/settings.ini"), settings)?;
        let port = free_port()?;
        let mut variables = vec![
            ("DISPLAY", OsString::from(format!(":{display}"))),
            ("GDK_SCALE", OsString::from(scale.to_string())),
            ("XDG_CONFIG_HOME", config.into_os_string()),
            ("XDG_DATA_HOME", self.profile.join("data").into_os_string()),
            ("XDG_CACHE_HOME", self.profile.join("cache").into_os_string()),
        ];
        if watched {
            // What stands in for a graphics processor keeps more and more, in the process of the page.
            variables.push(("WEBKIT_SKIA_ENABLE_CPU_RENDERING", OsString::from("1")));
        }
        let bus = if assisted { Some(self.session_bus(&variables)?) } else { None };
        variables.extend(self.bus.as_ref().map(|address| ("DBUS_SESSION_BUS_ADDRESS", OsString::from(address))));
        self.run(&[&format!("--port={port}")], &variables)?;
        // The screen ends after what is shown on it.
        self.keepers.extend([Some(keeper), bus].into_iter().flatten());
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if start.elapsed() > PATIENCE {
                bail!("it does not answer");
            }
            thread::sleep(PAUSE);
        }
        Ok(port)
    }

    /// A bus of the desktop for this browser alone, which starts that of assistive technology as soon as it is asked for.
    fn session_bus(&mut self, variables: &[(&str, OsString)]) -> Result<Keeper> {
        let missing = "there is no dbus-daemon: on Debian `apt-get install dbus-daemon at-spi2-core` brings it";
        let program = self.programs.bus.clone().context(missing)?;
        let own = self.profile.clone().into_os_string();
        let own = [("XDG_RUNTIME_DIR", own.as_os_str())];
        let variables: Vec<_> = variables.iter().map(|(name, value)| (*name, value.as_os_str())).chain(own).collect();
        let (keeper, stdout) = Keeper::start(&program, &["--session", "--nofork", "--print-address=1"], &variables)?;
        let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
        self.bus = lines.find(|line| line.starts_with("unix:"));
        thread::spawn(move || lines.for_each(drop));
        if self.bus.is_some() { Ok(keeper) } else { bail!("dbus-daemon names no address") }
    }

    /// The address of the bus of the desktop, where assistive technology listens there.
    pub(crate) fn bus(&self) -> Option<&str> {
        self.bus.as_deref()
    }

    /// Runs the driver and keeps what it prints.
    fn run(&mut self, args: &[&str], variables: &[(&str, OsString)]) -> Result<()> {
        let variables: Vec<_> = variables.iter().map(|(name, value)| (*name, value.as_os_str())).collect();
        let (keeper, stdout) = Keeper::start(&self.programs.driver, args, &variables)?;
        self.keepers.push(keeper);
        self.printed.follow(stdout);
        Ok(())
    }

    /// The port that the driver says it has taken.
    fn told_port(&self, port_in: impl Fn(&str) -> Option<u16>) -> Result<u16> {
        let start = Instant::now();
        loop {
            let said = self.printed.lines();
            if let Some(port) = said.iter().find_map(|line| port_in(line)) {
                return Ok(port);
            }
            if start.elapsed() > PATIENCE {
                bail!("it says: {}", said.join(" "));
            }
            thread::sleep(PAUSE);
        }
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The process above it and the browser.
    pub(crate) fn id(&self) -> u32 {
        self.keepers.first().map_or(0, Keeper::id)
    }

    /// The folder for the browser's profile.
    pub(crate) fn profile(&self) -> &Path {
        &self.profile
    }

    /// The session that has to be ended before the driver.
    pub(crate) fn has(&mut self, session: String) {
        self.session = Some(session);
    }

    /// Ends the session, in plain HTTP because no runtime may be left by then.
    fn end_session(&self, session: &str) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "DELETE /session/{session} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
        stream.read(&mut [0; 16]).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Whatever fails here, the keepers end the whole groups, the driver's first.
        if let Some(session) = self.session.take() {
            let _ = self.end_session(&session);
        }
        for keeper in self.keepers.drain(..) {
            drop(keeper);
        }
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// The number of the screen that the X server has made. Before it stands a complaint about each number that another
/// server has; what comes after it is read as well, because a server that cannot print ends itself.
fn told_display(stdout: impl Read + Send + 'static) -> Result<u32> {
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let display = lines.find_map(|line| line.trim().parse().ok()).context("Xvfb names no screen")?;
    thread::spawn(move || lines.for_each(drop));
    Ok(display)
}

/// A port that was free just now.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_found_behind_complaints_about_others() {
        let said = "_XSERVTransMakeAllCOTSServerListeners: server already running\n7\nWarning: no key\n";
        assert_eq!(told_display(said.as_bytes()).expect("a screen"), 7);
        assert!(told_display("no server\n".as_bytes()).is_err());
    }
}
