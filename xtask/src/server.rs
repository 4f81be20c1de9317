//! A web server for a page in memory, on this machine alone.
//!
//! It answers as a static host does, compressed and with revalidation. Nothing is read from the disk for a request, so
//! no request can reach a file that is not in the page. Tests may add headers, replace the responses for single paths,
//! and see what was requested.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName};
use axum::routing::get;
use axum::serve::ListenerExt as _;
use percent_encoding::percent_decode_str;
use tokio::sync::oneshot;

use crate::site::Site;

mod assets;
mod respond;

use assets::{AssetCache, lock};
pub use respond::{Response, response};

/// What a test may change about the responses.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Headers sent with every response, such as a strict policy.
    pub headers: HeaderMap,
    /// Responses for single paths (`/detente_bg.wasm`) in the place of the page's own files.
    pub responses: BTreeMap<String, Response>,
    /// Paths that are answered only once other overrides are set.
    pub held: BTreeSet<String>,
}

impl Overrides {
    /// The same with a header in every response, in the place of another of that name.
    ///
    /// # Panics
    ///
    /// When the name or the value is not valid in HTTP.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("a valid name of a header");
        self.headers.insert(name, value.parse().expect("a valid value of a header"));
        self
    }

    /// The same with the response for a path, such as `/detente_bg.wasm`.
    #[must_use]
    pub fn with_response(mut self, path: &str, response: Response) -> Self {
        self.responses.insert(path.into(), response);
        self
    }

    /// The same with a path that is not answered as long as this holds.
    #[must_use]
    pub fn with_held(mut self, path: &str) -> Self {
        self.held.insert(path.into());
        self
    }
}

/// How often it is looked whether a path is still held.
const HELD: Duration = Duration::from_millis(20);

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
    shared: Arc<Shared>,
    /// Dropping it ends the server.
    _stop: oneshot::Sender<()>,
}

/// What the requests share.
#[derive(Debug)]
struct Shared {
    assets: Mutex<Arc<AssetCache>>,
    overrides: Mutex<Overrides>,
    requests: Mutex<Vec<String>>,
    notes: Mutex<Vec<String>>,
}

/// Below this path a test's own script says what it has seen. That is no request of the page.
pub const NOTES: &str = "/-/note?";

impl Server {
    /// Takes a port of this machine; 0 takes any free one.
    pub fn bind(port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
            std::io::ErrorKind::AddrInUse => {
                anyhow!("port {port} is in use: end what uses it, or choose another with `--port`.")
            }
            std::io::ErrorKind::PermissionDenied => {
                anyhow!("port {port} needs special rights: choose one above 1023 with `--port`.")
            }
            _ => anyhow!("port {port} cannot be opened: {error}."),
        })?;
        let address = listener.local_addr().context("the port has no address")?;
        Ok(Self { listener, address })
    }

    /// Serves a page from now on, in a thread of its own.
    pub fn start(self, site: Site, overrides: Overrides) -> Result<Running> {
        let shared = Arc::new(Shared {
            assets: Mutex::new(Arc::new(AssetCache::new(site))),
            overrides: Mutex::new(overrides),
            requests: Mutex::default(),
            notes: Mutex::default(),
        });
        self.listener.set_nonblocking(true).context("the port cannot be served")?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let listener = {
            let _context = runtime.enter();
            tokio::net::TcpListener::from_std(self.listener)?
        };
        // Small responses must not wait for more to send.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        let app = Router::new().fallback(get(handle)).with_state(Arc::clone(&shared));
        let (stop, stopped) = oneshot::channel::<()>();
        thread::spawn(move || {
            runtime.spawn(axum::serve(listener, app).into_future());
            // Waits until the sender is dropped. With the runtime all connections end.
            let _ = runtime.block_on(stopped);
        });
        Ok(Running { address: self.address, shared, _stop: stop })
    }
}

impl Running {
    /// Where the page is, with a `/` at the end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves another page from now on.
    pub fn publish(&self, site: Site) {
        *lock(&self.shared.assets) = Arc::new(AssetCache::new(site));
    }

    /// Serves with other overrides from now on.
    pub fn set_overrides(&self, overrides: Overrides) {
        *lock(&self.shared.overrides) = overrides;
    }

    /// The paths that were requested, in order, with their queries.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// Takes what was noted since the last time.
    pub fn take_notes(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.shared.notes))
    }
}

async fn handle(State(shared): State<Arc<Shared>>, request: Request) -> axum::response::Response {
    let uri = request.uri();
    let asked = uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string);
    if let Some(note) = asked.strip_prefix(NOTES) {
        lock(&shared.notes).push(percent_decode_str(note).decode_utf8_lossy().into_owned());
        return response(204, "text/plain", "").map(axum::body::Body::from);
    }
    if !asked.starts_with("/-/") {
        lock(&shared.requests).push(asked);
    }
    while lock(&shared.overrides).held.contains(uri.path()) {
        tokio::time::sleep(HELD).await;
    }
    let (assets, overrides) = (Arc::clone(&lock(&shared.assets)), lock(&shared.overrides).clone());
    let own = overrides.responses.get(uri.path()).cloned();
    let mut response = own.unwrap_or_else(|| respond::respond(&assets, uri.path(), request.headers()));
    response.headers_mut().extend(overrides.headers);
    response.map(axum::body::Body::from)
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;

    fn site(page: &str) -> Site {
        let mut site = Site::default();
        site.insert("index.html", page);
        site
    }

    /// Sends a request and reads until the server closes the connection.
    fn send(address: SocketAddr, request: &str) -> String {
        let mut stream = TcpStream::connect(address).expect("connected");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("answered");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn request(running: &Running, method: &str, path: &str) -> String {
        send(running.address, &format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
    }

    #[test]
    fn serves_pages_with_overrides_and_lists_the_requests() {
        let gone = response(410, "text/plain", "gone");
        let overrides = Overrides::default().with_header("X-Test", "yes").with_response("/gone", gone);
        let running = Server::bind(0).expect("a port").start(site("<p>one</p>"), overrides).expect("started");

        let page = request(&running, "GET", "/?a=b");
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("<p>one</p>"), "{page}");
        assert!(page.contains("x-test: yes") && page.contains("text/html; charset=utf-8"), "{page}");
        let gone = request(&running, "GET", "/gone?x");
        assert!(gone.starts_with("HTTP/1.1 410") && gone.contains("x-test: yes"), "{gone}");
        assert!(request(&running, "GET", "/../Cargo.toml").starts_with("HTTP/1.1 404"));
        running.publish(site("<p>two</p>"));
        running.set_overrides(Overrides::default());
        let page = request(&running, "GET", "/");
        assert!(page.ends_with("<p>two</p>") && !page.contains("x-test"), "{page}");
        let note = request(&running, "GET", "/-/note?a%20b");
        assert!(note.starts_with("HTTP/1.1 204"), "{note}");
        assert_eq!(running.requests(), ["/?a=b", "/gone?x", "/../Cargo.toml", "/"]);
        assert_eq!((running.take_notes(), running.take_notes()), (vec!["a b".to_owned()], Vec::new()));
    }

    #[test]
    fn a_held_path_is_answered_when_it_is_let_go() {
        let overrides = Overrides::default().with_held("/held");
        let running = Server::bind(0).expect("a port").start(site("home"), overrides).expect("started");
        thread::scope(|scope| {
            let held = scope.spawn(|| request(&running, "GET", "/held"));
            assert!(request(&running, "GET", "/").ends_with("home"), "others are answered");
            assert!(!held.is_finished());
            running.set_overrides(Overrides::default().with_response("/held", response(200, "text/plain", "late")));
            assert!(held.join().expect("answered").ends_with("late"));
        });
    }

    #[test]
    fn answers_only_what_a_static_host_does() {
        let running = Server::bind(0).expect("a port").start(site("home"), Overrides::default()).expect("started");
        let head = request(&running, "HEAD", "/");
        assert!(head.starts_with("HTTP/1.1 200") && head.contains("content-length: 4"), "{head}");
        assert!(head.ends_with("\r\n\r\n"), "no body follows");
        let post = request(&running, "POST", "/");
        assert!(post.starts_with("HTTP/1.1 405") && post.contains("allow: GET,HEAD"), "{post}");
        assert!(send(running.address, "hello\r\n\r\n").starts_with("HTTP/1.1 400"));
        let taken = Server::bind(running.address.port()).expect_err("taken").to_string();
        assert!(taken.contains("is in use"), "{taken}");
    }

    #[test]
    fn an_open_connection_keeps_nobody_waiting_and_ends_with_the_server() {
        let running = Server::bind(0).expect("a port").start(site("home"), Overrides::default()).expect("started");
        let address = running.address;
        let mut silent = TcpStream::connect(address).expect("connected");
        silent.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
        assert!(request(&running, "GET", "/").ends_with("home"));
        drop(running);
        assert_eq!(silent.read(&mut [0]).expect("closed, not silent"), 0);
        // The listener ends with the same runtime, before or after the connections.
        let mut tries = 0..100;
        while TcpListener::bind(address).is_err() {
            assert!(tries.next().is_some(), "the port is not free");
            thread::sleep(Duration::from_millis(50));
        }
    }
}
