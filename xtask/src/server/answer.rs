//! Question in, answer out: what a static host says, without the wire.

use crate::press::Encoding;

use super::mime;
use super::shelf::{Shelf, tag};

/// What of a request matters here.
#[derive(Clone, Debug, Default)]
pub(super) struct Question {
    pub(super) method: String,
    pub(super) url: String,
    /// `Accept-Encoding`.
    pub(super) accepted: String,
    /// `If-None-Match`.
    pub(super) known: String,
}

impl Question {
    /// The address without what follows the `?`.
    pub(super) fn path(&self) -> &str {
        self.url.split(['?', '#']).next().unwrap_or_default()
    }
}

/// What is sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Such as 200.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// What follows the headers.
    pub body: Vec<u8>,
}

impl Answer {
    /// A status with a short text to say it.
    pub fn short(status: u16, text: &str) -> Self {
        Self { status, headers: Vec::new(), body: text.into() }.with("Content-Type", "text/plain; charset=utf-8")
    }

    /// A JSON text.
    pub fn json(text: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, headers: Vec::new(), body: text.into() }.with("Content-Type", "application/json")
    }

    /// The same with one header more.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

/// The answer of the page on the shelf.
pub(super) fn answer(shelf: &Shelf, question: &Question) -> Answer {
    if !matches!(question.method.as_str(), "GET" | "HEAD") {
        return Answer::short(405, "Only GET and HEAD are answered here.\n").with("Allow", "GET, HEAD");
    }
    let Some(path) = decoded(question.path()) else { return Answer::short(400, "This address cannot be read.\n") };
    let path = path.trim_start_matches('/');
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let Some(plain) = shelf.get(&name) else {
        if shelf.get(&format!("{name}/index.html")).is_some() {
            // Without the `/` its relative addresses would miss; a relative answer holds below any path.
            let last = name.rsplit('/').next().unwrap_or_default();
            return Answer::short(301, "It is in this folder.\n").with("Location", &format!("{last}/"));
        }
        return Answer::short(404, "There is no such file.\n");
    };
    let fits = |encoding: &Encoding| accepts(&question.accepted, encoding.name());
    let pressed =
        Encoding::ALL.into_iter().filter(fits).find_map(|encoding| Some((shelf.pressed(&name, encoding)?, encoding)));
    let body = pressed.as_ref().map_or(plain, |(pressed, _)| pressed);
    let tag = tag(body);
    let fresh = question.known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag);
    let mut answer = Answer { status: 200, headers: Vec::new(), body: Vec::new() }
        .with("Content-Type", mime::of(&name))
        .with("Cache-Control", "no-cache")
        .with("Vary", "Accept-Encoding")
        .with("X-Content-Type-Options", "nosniff")
        .with("ETag", &tag);
    if let Some((_, encoding)) = &pressed {
        answer = answer.with("Content-Encoding", encoding.name());
    }
    if fresh {
        answer.status = 304;
    } else {
        answer.body = body.to_vec();
    }
    answer
}

/// Whether an `Accept-Encoding` allows an encoding.
fn accepts(header: &str, name: &str) -> bool {
    header.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts.next().is_some_and(|offered| offered.eq_ignore_ascii_case(name));
        let refused = parts.any(|part| part.strip_prefix("q=").and_then(|q| q.parse::<f64>().ok()) == Some(0.0));
        named && !refused
    })
}

/// The path with its `%20`s read; `None` if they do not spell UTF-8.
fn decoded(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b'%' {
            let digits = path.get(at + 1..at + 3)?;
            plain.push(u8::from_str_radix(digits, 16).ok()?);
            at += 3;
        } else {
            plain.push(byte);
            at += 1;
        }
    }
    String::from_utf8(plain).ok()
}

#[cfg(test)]
mod tests {
    use crate::site::Site;

    use super::*;

    fn shelf() -> Shelf {
        let mut site = Site::default();
        site.insert("index.html", "<p>home</p>");
        site.insert("deep/index.html", "deep");
        site.insert("a b.css", "p { color: red }".repeat(30));
        site.insert("detente.js", "long ".repeat(100));
        site.insert("detente.js.br", "short");
        site.insert("core.wasm", [0_u8; 300]);
        Shelf::new(site)
    }

    fn get(url: &str) -> Answer {
        ask(url, "", "")
    }

    fn ask(url: &str, accepted: &str, known: &str) -> Answer {
        let question =
            Question { method: "GET".into(), url: url.into(), accepted: accepted.into(), known: known.into() };
        answer(&shelf(), &question)
    }

    fn header(answer: &Answer, name: &str) -> String {
        answer.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    #[test]
    fn finds_files_and_folders() {
        assert_eq!(get("/").body, b"<p>home</p>");
        assert_eq!(get("/deep/").body, b"deep");
        assert_eq!(header(&get("/deep"), "Location"), "deep/");
        assert_eq!(header(&get("/a%20b.css?x=1"), "Content-Type"), "text/css; charset=utf-8");
        assert_eq!(header(&get("/core.wasm"), "Content-Type"), "application/wasm");
        assert_eq!(header(&get("/detente.js"), "Content-Type"), "text/javascript; charset=utf-8");
    }

    #[test]
    fn gives_nothing_else() {
        for url in
            ["/nothing", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/etc/passwd", "//etc/passwd"]
        {
            assert_eq!(get(url).status, 404, "{url}");
        }
        for url in ["/%zz", "/%ff", "/%e4%"] {
            assert_eq!(get(url).status, 400, "{url}");
        }
        let post = Question { method: "POST".into(), url: "/".into(), ..Question::default() };
        assert_eq!(answer(&shelf(), &post).status, 405);
    }

    #[test]
    fn compresses_as_asked() {
        let plain = get("/a%20b.css");
        let gzip = ask("/a%20b.css", "gzip, deflate", "");
        assert_eq!(header(&gzip, "Content-Encoding"), "gzip");
        assert!(gzip.body.len() < plain.body.len());
        assert_eq!(header(&ask("/a%20b.css", "gzip, br;q=0", ""), "Content-Encoding"), "gzip");
        assert_eq!(ask("/detente.js", "br, gzip", "").body, b"short", "as the build pressed it");
        assert_eq!(header(&ask("/", "br", ""), "Content-Encoding"), "", "it would only grow");
    }

    #[test]
    fn revalidates() {
        let first = ask("/detente.js", "br", "");
        let again = ask("/detente.js", "br", &header(&first, "ETag"));
        assert_eq!((again.status, again.body.len()), (304, 0));
        assert_eq!(
            ask("/detente.js", "gzip", &header(&first, "ETag")).status,
            200,
            "another encoding is another thing"
        );
    }
}
