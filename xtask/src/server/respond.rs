//! The response of a static host to a path and the headers of its request.

use std::hash::{DefaultHasher, Hasher as _};

use axum::body::Bytes;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use percent_encoding::percent_decode_str;

use crate::compress::Encoding;

use super::assets::AssetCache;

/// A response with its whole body.
pub type Response = axum::http::Response<Bytes>;

/// A response with a body of that media type.
///
/// # Panics
///
/// When the status is not between 100 and 999, or the media type holds what a header cannot.
pub fn response(status: u16, media_type: &str, body: impl Into<Bytes>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).expect("a status of HTTP");
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_str(media_type).expect("a media type"));
    response
}

/// The response to a GET. For a HEAD the router removes its body.
pub(super) fn respond(assets: &AssetCache, path: &str, request: &HeaderMap) -> Response {
    let Ok(path) = percent_decode_str(path).decode_utf8() else { return text(400, "This address is not UTF-8.\n") };
    let path = path.trim_start_matches('/');
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let Some(plain) = assets.get(&name) else { return redirect_or_missing(assets, &name) };
    let accepted = header(request, &ACCEPT_ENCODING);
    let accepted = Encoding::ALL.into_iter().filter(|encoding| accepts(accepted, encoding.name()));
    let compressed = accepted.into_iter().find_map(|encoding| Some((assets.compressed(&name, encoding)?, encoding)));
    let encoding = compressed.as_ref().map(|(_, encoding)| *encoding);
    let body = compressed.map_or_else(|| Bytes::copy_from_slice(plain), |(body, _)| body);
    let tag = entity_tag(&body);
    let known = header(request, &IF_NONE_MATCH);
    let is_known = known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag);

    let mut response = if is_known { Response::default() } else { Response::new(body) };
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, media_type(&name));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // Quotes and hexadecimal digits are valid in a header.
    headers.extend(HeaderValue::from_str(&tag).map(|tag| (ETAG, tag)));
    headers.extend(encoding.map(|encoding| (CONTENT_ENCODING, HeaderValue::from_static(encoding.name()))));
    response
}

/// To the folder of that name, or nowhere.
fn redirect_or_missing(assets: &AssetCache, name: &str) -> Response {
    // Without the `/` at the end, relative addresses in the page would miss. A relative location holds below any path.
    let last = name.rsplit('/').next().unwrap_or_default();
    match HeaderValue::from_str(&format!("{last}/")) {
        Ok(location) if assets.get(&format!("{name}/index.html")).is_some() => {
            let mut response = text(301, "This is a folder.\n");
            response.headers_mut().insert(LOCATION, location);
            response
        }
        _ => text(404, "There is no such file.\n"),
    }
}

fn text(status: u16, sentence: &'static str) -> Response {
    response(status, "text/plain; charset=utf-8", sentence)
}

/// The value of a header, empty when it is missing.
fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
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

/// The media type for a file's name. Text is UTF-8; the other types imply or name their encoding themselves.
fn media_type(name: &str) -> HeaderValue {
    let guess = mime_guess::from_path(name).first_raw().unwrap_or("application/octet-stream");
    let value = if guess.starts_with("text/") { format!("{guess}; charset=utf-8") } else { guess.to_owned() };
    HeaderValue::from_str(&value).unwrap_or(HeaderValue::from_static("application/octet-stream"))
}

/// An entity tag for these bytes, in quotes.
fn entity_tag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("\"{:016x}\"", hasher.finish())
}

#[cfg(test)]
mod tests {
    use crate::site::Site;

    use super::*;

    fn assets() -> AssetCache {
        let mut site = Site::default();
        site.insert("index.html", "<p>home</p>");
        site.insert("deep/index.html", "deep");
        site.insert("a b.css", "p { color: red }".repeat(30));
        site.insert("detente.js", "long ".repeat(100));
        site.insert("detente.js.br", "short");
        site.insert("core.wasm", [0_u8; 300]);
        AssetCache::new(site)
    }

    fn get(path: &str) -> Response {
        respond(&assets(), path, &HeaderMap::new())
    }

    fn get_with(path: &str, name: HeaderName, value: &str) -> Response {
        let value = HeaderValue::from_str(value).expect("a value");
        respond(&assets(), path, &HeaderMap::from_iter([(name, value)]))
    }

    #[test]
    fn finds_files_and_folders() {
        assert_eq!(get("/").body().as_ref(), b"<p>home</p>");
        assert_eq!(get("/deep/").body().as_ref(), b"deep");
        assert_eq!(header(get("/deep").headers(), &LOCATION), "deep/");
        for (path, media_type) in [
            ("/a%20b.css", "text/css; charset=utf-8"),
            ("/core.wasm", "application/wasm"),
            ("/detente.js", "text/javascript; charset=utf-8"),
        ] {
            assert_eq!(header(get(path).headers(), &CONTENT_TYPE), media_type);
        }
    }

    #[test]
    fn knows_the_media_types_of_a_page() {
        for (name, expected) in [
            ("a.html", "text/html; charset=utf-8"),
            ("a.mjs", "application/javascript"),
            ("a.json", "application/json"),
            ("a.svg", "image/svg+xml"),
            ("a.csv", "text/csv; charset=utf-8"),
            ("a.png", "image/png"),
            ("a.webp", "image/webp"),
            ("a.woff2", "font/woff2"),
            ("a.webmanifest", "application/manifest+json"),
            ("a.bin", "application/octet-stream"),
            ("a", "application/octet-stream"),
        ] {
            assert_eq!(media_type(name), expected, "{name}");
        }
    }

    #[test]
    fn gives_nothing_else() {
        for path in [
            "/nothing",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/etc/passwd",
            "//etc/passwd",
            "/%zz",
        ] {
            assert_eq!(get(path).status(), 404, "{path}");
        }
        for path in ["/%ff", "/%e4%"] {
            assert_eq!(get(path).status(), 400, "{path}");
        }
    }

    #[test]
    fn compresses_as_accepted() {
        let encoding = |path: &str, accepted: &str| {
            header(get_with(path, ACCEPT_ENCODING, accepted).headers(), &CONTENT_ENCODING).to_owned()
        };
        assert_eq!(encoding("/a%20b.css", "gzip, deflate"), "gzip");
        let (plain, gzip) = (get("/a%20b.css"), get_with("/a%20b.css", ACCEPT_ENCODING, "gzip"));
        assert!(gzip.body().len() < plain.body().len());
        assert_eq!(encoding("/a%20b.css", "gzip, br;q=0"), "gzip");
        let built = get_with("/detente.js", ACCEPT_ENCODING, "br, gzip");
        assert_eq!(built.body().as_ref(), b"short", "as the build compressed it");
        assert_eq!(encoding("/", "br"), "", "it would only grow");
    }

    #[test]
    fn revalidates() {
        let first = get("/detente.js");
        let again = get_with("/detente.js", IF_NONE_MATCH, header(first.headers(), &ETAG));
        assert_eq!((again.status(), again.body().len()), (StatusCode::NOT_MODIFIED, 0));
        let compressed = get_with("/detente.js", ACCEPT_ENCODING, "br");
        let other = get_with("/detente.js", IF_NONE_MATCH, header(compressed.headers(), &ETAG));
        assert_eq!(other.status(), StatusCode::OK, "another encoding has another tag");
    }
}
