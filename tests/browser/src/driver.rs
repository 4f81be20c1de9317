//! chromedriver as a process that cannot outlive the test.

use std::fs;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use xtask::chromium::Chromium;
use xtask::process::cannot_start;

/// Runs the driver until the pipe to it closes, which the end of the test does in any case, then ends its
/// process group: the driver, the browser and all that the browser started. Only the driver holds stdout.
const KEEPER: &str = "\"$0\" \"$@\" 2>&1 & exec >/dev/null; cat; kill -KILL 0";

/// How often it is started anew. It takes a free port of IPv4 and ends when IPv6 has that port in use.
const ATTEMPTS: usize = 5;

/// How long the driver may take to start, and to end a session.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running chromedriver with a folder for its browser's profile.
#[derive(Debug)]
pub(crate) struct Driver {
    keeper: Child,
    pipe: Option<ChildStdin>,
    port: u16,
    profile: PathBuf,
    session: Option<String>,
}

impl Driver {
    /// Starts it on a free port.
    pub(crate) fn start(chromium: &Chromium) -> Result<Self> {
        let mut attempt = Self::attempt(chromium);
        for _ in 1..ATTEMPTS {
            if attempt.is_ok() {
                break;
            }
            attempt = Self::attempt(chromium);
        }
        attempt
    }

    fn attempt(chromium: &Chromium) -> Result<Self> {
        static STARTED: AtomicUsize = AtomicUsize::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("detente-browser-{}-{number}", std::process::id()));
        fs::create_dir_all(&profile).with_context(|| format!("cannot make the folder {}", profile.display()))?;
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER]).arg(&chromium.driver).arg("--port=0").process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut keeper = command.spawn().map_err(|error| cannot_start(&command, &error))?;
        let (pipe, stdout) = (keeper.stdin.take(), keeper.stdout.take());
        let mut driver = Self { keeper, pipe, port: 0, profile, session: None };
        let stdout = stdout.context("chromedriver has no stdout")?;
        driver.port = port(stdout).with_context(|| format!("{} does not start", chromium.driver.display()))?;
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The process above it and the browser.
    pub(crate) fn id(&self) -> u32 {
        self.keeper.id()
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
        // Whatever fails here, the keeper ends the whole group.
        if let Some(session) = self.session.take() {
            let _ = self.end_session(&session);
        }
        self.pipe.take();
        let _ = self.keeper.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// The port that the driver says it has taken.
fn port(stdout: impl Read + Send + 'static) -> Result<u16> {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        // Read to the end: a driver that cannot print ends itself.
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let _ = tell.send(String::from_utf8_lossy(&line).into_owned());
        }
    });
    let mut said = Vec::new();
    while let Ok(line) = told.recv_timeout(PATIENCE) {
        if let Some(port) = port_in(&line) {
            return Ok(port);
        }
        said.push(line);
    }
    bail!("it says: {}", said.join(" "))
}

/// The port in `ChromeDriver was started successfully on port 41231.`
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ")?;
    port.trim_end_matches(['.', ' ']).parse().ok()
}
