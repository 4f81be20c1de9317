//! A small web server for a page in memory, on this machine alone.
//!
//! It answers as a plain static host does, compressed and with revalidation. Nothing is read from
//! the disk for a request, so no request can reach what is not in the page. Tests may add headers,
//! answer single paths otherwise, and see what was asked for.
//!
//! It is written here because the small crate for it, `tiny_http`, loses connections: when two come
//! in at once its pool gives both to one thread, and the second waits for the end of the first.

use std::collections::BTreeMap;
use std::io::{self, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};

use crate::site::Site;

mod answer;
mod mime;
mod shelf;
mod wire;

pub use answer::Answer;
use answer::Question;
use shelf::Shelf;
use wire::Asked;

/// How long a connection may say nothing.
const SILENCE: Duration = Duration::from_secs(60);

/// What a test may ask of the server beyond the page.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// Headers sent with every answer, such as a strict policy.
    pub headers: Vec<(String, String)>,
    /// Answers for single paths (`/detente_bg.wasm`) in the place of the page's own files.
    pub answers: BTreeMap<String, Answer>,
}

/// A server that has its port and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

/// A server that answers until it is dropped.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    state: Arc<State>,
}

#[derive(Debug)]
struct State {
    shelf: Mutex<Arc<Shelf>>,
    extra: Mutex<Extra>,
    asked: Mutex<Vec<String>>,
    ended: AtomicBool,
}

impl Server {
    /// Takes a port of this machine; 0 takes any free one.
    pub fn bind(port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
            std::io::ErrorKind::AddrInUse => {
                anyhow!("port {port} is in use: end what uses it, or choose another with `--port`.")
            }
            std::io::ErrorKind::PermissionDenied => {
                anyhow!("port {port} is not for everyone: choose one above 1023 with `--port`.")
            }
            _ => anyhow!("port {port} cannot be opened: {error}."),
        })?;
        let address = listener.local_addr().context("the port has no address")?;
        Ok(Self { listener, address })
    }

    /// Answers for a page from now on.
    pub fn start(self, site: Site, extra: Extra) -> Running {
        let state = Arc::new(State {
            shelf: Mutex::new(Arc::new(Shelf::new(site))),
            extra: Mutex::new(extra),
            asked: Mutex::new(Vec::new()),
            ended: AtomicBool::new(false),
        });
        let running = Running { address: self.address, state: Arc::clone(&state) };
        thread::spawn(move || {
            for stream in self.listener.incoming() {
                if state.ended.load(Ordering::Relaxed) {
                    break;
                }
                // A connection that cannot be taken is the next one's chance.
                if let Ok(stream) = stream {
                    let state = Arc::clone(&state);
                    // One thread each: a browser has six, and none may wait for another. One that goes away
                    // before the end is nobody's fault.
                    thread::spawn(move || converse(&stream, &state));
                }
            }
        });
        running
    }
}

impl Running {
    /// Where the page is, with a `/` at the end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers for another page from now on.
    pub fn publish(&self, site: Site) {
        *locked(&self.state.shelf) = Arc::new(Shelf::new(site));
    }

    /// Answers with other extras from now on.
    pub fn set_extra(&self, extra: Extra) {
        *locked(&self.state.extra) = extra;
    }

    /// The paths that were asked for, in order, queries included.
    pub fn asked(&self) -> Vec<String> {
        locked(&self.state.asked).clone()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.state.ended.store(true, Ordering::Relaxed);
        // One last visitor, so that the listener looks up.
        let _ = TcpStream::connect(self.address);
    }
}

/// A lock is only poisoned by a panic between two whole states; the state is good.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers what one connection asks, until it is closed or silent for long.
fn converse(stream: &TcpStream, state: &State) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_nodelay(true)?;
    let (mut reader, mut writer) = (BufReader::new(stream), stream);
    while !state.ended.load(Ordering::Relaxed) {
        match wire::read(&mut reader)? {
            Asked::Question { question, stay } => {
                let head_only = question.method == "HEAD";
                // What one question breaks must not keep the next from its answer.
                let answer = catch_unwind(AssertUnwindSafe(|| respond(&question, state)));
                let answer = answer.unwrap_or_else(|_| Answer::short(500, "The server has broken down over this.\n"));
                wire::write(&mut writer, &answer, head_only, stay)?;
                if !stay {
                    break;
                }
            }
            Asked::Nonsense => {
                wire::write(&mut writer, &Answer::short(400, "This is no request.\n"), false, false)?;
                break;
            }
            Asked::Nothing => break,
        }
    }
    Ok(())
}

fn respond(question: &Question, state: &State) -> Answer {
    locked(&state.asked).push(question.url.clone());
    let (shelf, extra) = (Arc::clone(&locked(&state.shelf)), locked(&state.extra).clone());
    let own = extra.answers.get(question.path()).cloned();
    let mut answer = own.unwrap_or_else(|| answer::answer(&shelf, question));
    answer.headers.extend(extra.headers);
    answer
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;

    fn ask(running: &Running, request: &str) -> String {
        let mut stream = TcpStream::connect(running.address).expect("connected");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("answered");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn serves_over_the_wire_until_it_is_dropped() {
        let mut site = Site::default();
        site.insert("index.html", "<p>one</p>");
        let extra = Extra { headers: vec![("X-Test".into(), "yes".into())], ..Extra::default() };
        let running = Server::bind(0).expect("a port").start(site, extra);
        let get = |path: &str| ask(&running, &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));

        let page = get("/?a=b");
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("<p>one</p>"), "{page}");
        assert!(page.contains("X-Test: yes") && page.contains("text/html; charset=utf-8"), "{page}");
        assert!(get("/../Cargo.toml").starts_with("HTTP/1.1 404"));

        let mut site = Site::default();
        site.insert("index.html", "<p>two</p>");
        running.publish(site);
        assert!(get("/").ends_with("<p>two</p>"));
        assert_eq!(running.asked(), ["/?a=b", "/../Cargo.toml", "/"]);

        let taken = Server::bind(running.address.port()).expect_err("taken").to_string();
        assert!(taken.contains("is in use"), "{taken}");
    }
}
