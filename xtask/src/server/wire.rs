//! HTTP/1.1 as far as a static host needs it: requests without a body, one after the other on a connection.

use std::io::{self, BufRead, Read as _, Write};

use super::Answer;
use super::answer::Question;

/// The longest head of a request, in bytes.
const LONGEST: u64 = 32 * 1024;

/// A request as it came in.
pub(super) enum Asked {
    /// One that can be answered; `stay` when the connection shall serve another.
    Question { question: Question, stay: bool },
    /// One that cannot be read.
    Nonsense,
    /// The other side has left.
    Nothing,
}

/// Reads one request.
pub(super) fn read(stream: &mut impl BufRead) -> io::Result<Asked> {
    let mut head = stream.take(LONGEST);
    let Some(first) = line(&mut head)? else { return Ok(Asked::Nothing) };
    let mut words = first.split(' ');
    let (Some(method), Some(url), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Ok(Asked::Nonsense);
    };
    if !url.starts_with('/') || !version.starts_with("HTTP/1.") {
        return Ok(Asked::Nonsense);
    }
    let mut question = Question { method: method.into(), url: url.into(), ..Question::default() };
    let mut stay = version != "HTTP/1.0";
    loop {
        let Some(line) = line(&mut head)? else { return Ok(Asked::Nonsense) };
        if line.is_empty() {
            return Ok(Asked::Question { question, stay });
        }
        let Some((name, value)) = line.split_once(':') else { return Ok(Asked::Nonsense) };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => question.accepted = value.into(),
            "if-none-match" => question.known = value.into(),
            "connection" if value.eq_ignore_ascii_case("close") => stay = false,
            // A body would have to be skipped; nothing here has a use for one.
            "content-length" if value != "0" => stay = false,
            "transfer-encoding" => stay = false,
            _ => {}
        }
    }
}

/// A line without its end; `None` at the end of what there is, or of what is allowed.
fn line(head: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    head.read_until(b'\n', &mut bytes)?;
    if bytes.pop() != Some(b'\n') {
        return Ok(None);
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Writes one answer, whose body stays away when only its head was asked for.
pub(super) fn write(stream: &mut impl Write, answer: &Answer, head_only: bool, stay: bool) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} {}", answer.status, phrase(answer.status));
    for (name, value) in &answer.headers {
        // A line break would start a header of its own.
        if !name.contains(['\r', '\n']) && !value.contains(['\r', '\n']) {
            head.extend(["\r\n", name, ": ", value]);
        }
    }
    // An unchanged file has no length to tell: the one it was first told holds.
    if answer.status != 304 {
        head.extend(["\r\nContent-Length: ", &answer.body.len().to_string()]);
    }
    head.push_str(if stay { "\r\n\r\n" } else { "\r\nConnection: close\r\n\r\n" });
    stream.write_all(head.as_bytes())?;
    if !head_only {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// What a status is called.
const fn phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Status",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Asked {
        read(&mut text.as_bytes()).expect("no trouble with memory")
    }

    #[test]
    fn reads_what_browsers_send() {
        let text = "GET /a?b HTTP/1.1\r\nHost: x\r\naccept-encoding: gzip, br\r\nIf-None-Match: \"1\"\r\n\r\n";
        let Asked::Question { question, stay } = asked(text) else { panic!("readable") };
        assert_eq!((question.method.as_str(), question.path(), question.accepted.as_str()), ("GET", "/a", "gzip, br"));
        assert!(stay && question.known == "\"1\"");
        let close = asked("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
        assert!(matches!(close, Asked::Question { stay: false, .. }));
        assert!(matches!(asked("GET / HTTP/1.0\r\n\r\n"), Asked::Question { stay: false, .. }));
    }

    #[test]
    fn refuses_the_rest() {
        for text in [
            "hello\r\n\r\n",
            "GET x HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nnonsense\r\n\r\n",
            "GET / HTTP/1.1\r\nA: b\r\n",
        ] {
            assert!(matches!(asked(text), Asked::Nonsense), "{text:?}");
        }
        let endless = format!("GET / HTTP/1.1\r\nA: {}\r\n\r\n", "a".repeat(40_000));
        assert!(matches!(asked(&endless), Asked::Nonsense));
        assert!(matches!(asked(""), Asked::Nothing));
    }

    #[test]
    fn writes_no_header_it_was_not_told() {
        let mut sent = Vec::new();
        let answer = Answer::short(404, "no").with("X", "a\r\nY: b");
        write(&mut sent, &answer, true, false).expect("no trouble with memory");
        let text = "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 2\r\nConnection: close\r\n\r\n";
        assert_eq!(String::from_utf8_lossy(&sent), text);
    }
}
