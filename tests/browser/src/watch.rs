//! Scripts that run before a page's own, put into its pages by the server: the one way that every engine has.

use xtask::server::{NOTES, Overrides, Response, response};
use xtask::site::Site;

/// Where the script is.
const SCRIPT: &str = "/-/before.js";

/// Tells the server what the page complains about, for a driver that does not tell.
fn watching() -> String {
    const WATCH: &str = r#"
    (() => {
        const send = fetch.bind(window);
        const tell = (text) => { send(new URL("NOTES" + encodeURIComponent(text), origin), { keepalive: true }).catch(() => {}); };
        for (const level of ["error", "warn"]) {
            const call = console[level];
            console[level] = (...all) => { tell(all.map(String).join(" ")); call.apply(console, all); };
        }
        // Elements have events of that name too. That a size is told a frame later is no complaint, nor on Chromium's console.
        addEventListener("error", (event) => { if (event instanceof ErrorEvent && !event.message.startsWith("ResizeObserver loop")) tell(`${event.message} (${location.pathname})`); });
        addEventListener("unhandledrejection", ({ reason }) => tell(`unhandled: ${reason}`));
        document.addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective }) => {
            if (!blockedURI.includes("/-/")) tell(`${violatedDirective} forbids ${blockedURI} (integrity, policy)`);
        });
    })();
"#;
    WATCH.replace("NOTES", NOTES)
}

/// Has every page of a site run this script first.
pub(crate) fn run_first(site: &mut Site, overrides: &mut Overrides, watch: bool, scripts: &[String]) {
    let names: Vec<String> = site.files().map(|(name, _)| name.to_owned()).filter(|name| is_page(name)).collect();
    for name in names {
        let with = site.get(&name).map(with_script);
        // What was compressed beside it is the page as it was.
        site.retain(|other| other.strip_prefix(name.as_str()).is_none_or(|ending| !matches!(ending, ".br" | ".gz")));
        if let Some(with) = with {
            site.insert(name, with);
        }
    }
    for answer in overrides.responses.values_mut().filter(|answer| is_html(answer)) {
        *answer = answer.clone().map(|body| with_script(&body).into());
    }
    // A test may count the scripts of a page.
    let gone = "document.currentScript.remove();".to_owned();
    let script =
        std::iter::once(gone).chain(watch.then(watching)).chain(scripts.iter().cloned()).collect::<Vec<_>>().join("\n");
    overrides.responses.insert(SCRIPT.to_owned(), response(200, "text/javascript; charset=utf-8", script));
}

fn is_page(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|ending| ending == "html")
}

fn is_html(answer: &Response) -> bool {
    answer.headers().get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// The page with the script after its doctype: a parser makes that the first of its head.
fn with_script(page: &[u8]) -> Vec<u8> {
    let tag = format!("<script src=\"{SCRIPT}\"></script>");
    let after = page.iter().position(|&byte| byte == b'>').map_or(0, |at| at + 1);
    let (doctype, rest) = page.split_at(after);
    [doctype, tag.as_bytes(), rest].concat()
}
