//! The view in a frame: its height by the host's own listener, its messages, the single file, and what it asks for.

use anyhow::{Context as _, Result};
use detente_browser::{Overrides, POLICY, STRICT_POLICY, Screen, Visit, built_site};
use serde_json::json;
use xtask::server::Server;
use xtask::site::Site;

/// Listeners as hosts have them: Datawrapper's, AMP's and Embedly's, pym's; and a note of every message.
const LISTENERS: &str = r#"
window.heard = [];
const frames = () => [...document.querySelectorAll("iframe")];
addEventListener("message", ({ data, source }) => {
  window.heard.push(data);
  const frame = frames().find((it) => it.contentWindow === source);
  const set = (height) => { if (frame.dataset.listener) frame.style.height = `${height}px`; };
  if (frame?.dataset.listener === "datawrapper" && data?.["datawrapper-height"]) {
    for (const [id, height] of Object.entries(data["datawrapper-height"])) if (frame.src.includes(id)) set(height);
  }
  if (frame?.dataset.listener === "amp" && data?.sentinel === "amp" && data.type === "embed-size") set(data.height);
  if (frame?.dataset.listener === "embedly" && typeof data === "string" && data.startsWith("{")) {
    const message = JSON.parse(data);
    if (message.context === "iframe.resize" && message.src === frame.src) set(message.height);
  }
  const pym = typeof data === "string" && data.match(/^pymxPYMx(.*)xPYMxheightxPYMx(\d+)$/);
  if (frame?.dataset.listener === "pym" && pym && pym[1] === frame.id) set(Number(pym[2]));
});
"#;

fn host(body: &str, scripts: &[(&str, &str)]) -> Result<Site> {
    let mut site = built_site()?;
    let tags: Vec<_> = scripts.iter().map(|(name, _)| format!("<script src=\"{name}\"></script>")).collect();
    let tags = tags.concat();
    site.insert(
        "host.html",
        format!("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"icon.svg\">{tags}{body}</html>"),
    );
    for (name, text) in scripts.iter().filter(|(_, text)| !text.is_empty()) {
        site.insert(*name, *text);
    }
    Ok(site)
}

/// Whether a frame is as high as what is in it, to a pixel.
fn fits(id: &str) -> String {
    format!(
        "(() => {{ const frame = document.getElementById('{id}'), inner = frame.contentDocument?.querySelector('.frame');
         return inner && frame.contentDocument.querySelector('detente-view').dataset.state === 'ready'
             && Math.abs(frame.getBoundingClientRect().height - Math.ceil(inner.getBoundingClientRect().height)) <= 1; }})()"
    )
}

#[tokio::test]
async fn a_frame_gets_its_height_from_whatever_the_host_listens_for() -> Result<()> {
    let frame = |id: &str, listener: &str, address: &str| {
        format!(
            "<iframe id=\"{id}\" data-listener=\"{listener}\" src=\"embed.html?{address}\" title=\"t\" width=\"600\" height=\"100\" frameborder=\"0\"></iframe>"
        )
    };
    let body = [
        frame("own", "", "year=1953"),
        frame("datawrapper", "datawrapper", "year=1972&id=abc12"),
        frame("amp", "amp", "year=1991"),
        frame("embedly", "embedly", "year=2018"),
        frame("pym", "pym", "year=2024&childId=pym"),
    ];
    Visit::to("host.html")
        .of_site(host(&body.concat(), &[("listeners.js", LISTENERS), ("resize.js", "")])?)
        .not_waiting()
        .run(async |page| {
            for (id, year) in [("own", 1953), ("datawrapper", 1972), ("amp", 1991), ("embedly", 2018), ("pym", 2024)] {
                page.script("document.getElementById(rest[0]).scrollIntoView();", vec![json!(id)]).await?;
                page.wait_until(&fits(id)).await.with_context(|| format!("{id} has another height"))?;
                let shown = format!("document.getElementById('{id}').contentDocument.querySelector('detente-view').year");
                assert_eq!(page.eval(&shown).await?, year);
                assert_eq!(page.eval(&format!("document.getElementById('{id}').clientHeight > 500")).await?, true);
            }
            // Heights are told when they change, and do not feed on themselves.
            let told = page.eval("window.heard.filter((it) => it?.type === 'detente:height').length").await?;
            assert!(told.as_u64().context("a number")? <= 20, "{told} messages");
            let heights = page.eval("window.heard.filter((it) => it?.type === 'detente:height').every((it) => it.v === 1 && Number.isInteger(it.height) && it.height >= 50 && it.height <= 20000)").await?;
            assert_eq!(heights, true);
            // Narrower, it is told anew.
            page.script("document.getElementById('own').width = '340';", Vec::new()).await?;
            page.wait_until(&fits("own")).await
        })
        .await
}

#[tokio::test]
async fn a_host_sets_and_reads_the_view_by_messages_and_nobody_else_does() -> Result<()> {
    let body = "<iframe id=\"it\" src=\"embed.html?year=1953&amp;src=evil.bin\" title=\"t\" width=\"700\" height=\"760\"></iframe>";
    let other = "<iframe id=\"other\" src=\"stranger.html\" title=\"t\"></iframe>";
    let mut site = host(&format!("{body}{other}"), &[("listeners.js", LISTENERS)])?;
    site.insert("stranger.html", "<!doctype html><title>Someone</title>");
    Visit::to("host.html")
        .of_site(site)
        .not_waiting()
        .forgiving("src is passed over")
        .run(async |page| {
            let view = "document.getElementById('it').contentDocument.querySelector('detente-view')";
            page.wait_until(&format!("{view}?.dataset.state === 'ready'")).await?;
            assert_eq!(page.eval(&format!("{view}.src")).await?, "", "a frame takes no dataset from its address");
            let post = async |message: &str| page.script(&format!("document.getElementById('it').contentWindow.postMessage({message}, '*');"), Vec::new()).await;
            post("{ type: 'detente:set', v: 1, year: 1972, focus: 'KOR' }").await?;
            page.wait_until(&format!("{view}.year === 1972 && {view}.focusId === 'KOR'")).await?;
            page.wait_until("window.heard.some((it) => it?.type === 'detente:state' && it.year === 1972 && it.focus === 'KOR')").await?;
            post("{ type: 'detente:set', v: 1, playing: true }").await?;
            page.wait_until(&format!("!{view}.paused")).await?;
            post("{ type: 'detente:set', v: 1, playing: false, year: 1991, focus: '' }").await?;
            page.wait_until(&format!("{view}.paused && {view}.year === 1991 && {view}.focusId === ''")).await?;
            // What is not of its type, of another version or not from the host is not heeded.
            for nonsense in [
                "{ type: 'detente:set', v: 1, year: '1950' }",
                "{ type: 'detente:set', v: 1, year: 1950.5 }",
                "{ type: 'detente:set', v: 2, year: 1950 }",
                "{ type: 'detente:set', year: 1950 }",
                "{ type: 'detente:set', v: 1, focus: '<img src=x onerror=1>' }",
                "{ type: 'detente:set', v: 1, src: 'evil.bin', theme: 'dark', __proto__: { year: 1950 } }",
                "'detente:set'", "null", "[1, 2]", "17",
            ] {
                post(nonsense).await?;
            }
            page.script(
                "const stranger = document.getElementById('other').contentWindow.document; const script = stranger.createElement('p');
                 document.getElementById('it').contentWindow.dispatchEvent(new MessageEvent('message', { data: { type: 'detente:set', v: 1, year: 1950 }, source: document.getElementById('other').contentWindow }));
                 stranger.body.append(script);",
                Vec::new(),
            )
            .await?;
            assert_eq!(page.eval(&format!("{view}.getAttribute('focus')")).await?, json!(null));
            // Ids are the dataset's: one in small letters is asked for too, though nobody here has it.
            post("{ type: 'detente:set', v: 1, focus: 'kor' }").await?;
            page.wait_until(&format!("{view}.getAttribute('focus') === 'kor' && {view}.focusId === ''")).await?;
            page.script("window.heard.length = 0;", Vec::new()).await?;
            post("{ type: 'detente:get', v: 1 }").await?;
            page.wait_until("window.heard.some((it) => it?.type === 'detente:state')").await?;
            let state = page.eval("window.heard.find((it) => it?.type === 'detente:state')").await?;
            assert_eq!(state, json!({ "type": "detente:state", "v": 1, "id": "year=1953&src=evil.bin", "year": 1991, "focus": "", "playing": false }));
            assert_eq!(page.eval(&format!("[{view}.src, {view}.theme]")).await?, json!(["", "auto"]));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_sandboxed_frame_from_another_origin_is_shown_at_its_height() -> Result<()> {
    let theirs = Server::bind(0)?.start(built_site()?, Overrides::default().with_header(POLICY, STRICT_POLICY))?;
    let body = format!(
        "<iframe id=\"it\" data-listener=\"amp\" src=\"{}embed.html?year=1972&amp;focus=KOR\" title=\"t\" width=\"600\" height=\"100\" frameborder=\"0\" \
         sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox\"></iframe>",
        theirs.url()
    );
    Visit::to("host.html")
        .of_site(host(&body, &[("listeners.js", LISTENERS)])?)
        .under_policy(None)
        .not_waiting()
        .run(async |page| {
            page.wait_until("window.heard.some((it) => it?.type === 'detente:state' && it.year === 1972 && it.focus === 'KOR')").await?;
            page.wait_until("(() => { const told = window.heard.filter((it) => it?.sentinel === 'amp').at(-1); return told?.height > 500 && document.getElementById('it').clientHeight === told.height; })()").await?;
            assert_eq!(page.eval("document.getElementById('it').contentDocument").await?, json!(null), "it is another origin");
            let asked = theirs.requests();
            assert!(asked.iter().all(|path| !path.contains("pictures/")), "{asked:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_single_file_runs_in_a_sandbox_without_an_origin_and_from_a_disk() -> Result<()> {
    let body = "<iframe id=\"it\" sandbox=\"allow-scripts\" src=\"embed-single.html?year=1972&amp;focus=KOR&amp;id=single\" title=\"t\" width=\"700\" height=\"760\"></iframe>";
    Visit::to("host.html")
        .of_site(host(body, &[("listeners.js", LISTENERS)])?)
        .under_policy(None)
        .not_waiting()
        .run(async |page| {
            page.wait_until("window.heard.some((it) => it?.type === 'detente:state' && it.year === 1972 && it.focus === 'KOR' && it.id === 'single')").await?;
            page.wait_until("window.heard.some((it) => it?.type === 'detente:height' && it.height > 500)").await?;
            // It asks for nothing.
            let asked = page.server().requests();
            assert_eq!(asked.iter().filter(|path| path.contains("wasm") || path.contains("json")).count(), 0, "{asked:?}");
            let folder = std::env::temp_dir().join(format!("detente-single-{}", std::process::id()));
            std::fs::create_dir_all(&folder)?;
            let file = folder.join("embed-single.html");
            std::fs::write(&file, built_site()?.get("embed-single.html").context("there is a single file")?)?;
            page.client().goto(&format!("file://{}?year=1951", file.display())).await?;
            page.ready().await?;
            page.wait_until("pick('.year').textContent === '1951' && view.dataset.texts === 'ready'").await?;
            std::fs::remove_dir_all(folder)?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_frame_asks_for_its_own_files_alone_and_keeps_nothing() -> Result<()> {
    Visit::to("embed.html?year=1972&theme=dark")
        .on(Screen::PHONE)
        .run(async |page| {
            page.texts_ready().await?;
            let mut asked: Vec<String> = page.server().requests().into_iter().map(|path| path.split('?').next().unwrap_or_default().to_owned()).collect();
            asked.sort();
            asked.dedup();
            let known = ["/define.js", "/detente_bg.wasm", "/detente_late.wasm", "/element.js", "/embed.css", "/embed.html", "/embed.js", "/icon.svg", "/late.js", "/detente-texts.txt", "/still.css", "/still.js", "/stills/phone-dark/1972.svg"];
            let strange: Vec<_> = asked.iter().filter(|path| !known.contains(&path.as_str())).collect();
            assert!(strange.is_empty(), "{strange:?}");
            assert_eq!(page.eval("[document.cookie, localStorage.length, sessionStorage.length]").await?, json!(["", 0, 0]));
            assert_eq!(page.eval("getComputedStyle(document.body).backgroundColor").await?, "rgb(15, 20, 26)");
            assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await?, true, "nothing hangs out");
            let links = "[...document.querySelectorAll('a')].every((it) => it.rel.includes('noopener') && (it.host !== location.host || it.hash.includes('year=1972')))";
            page.wait_until(links).await
        })
        .await
}

#[tokio::test]
async fn where_the_program_may_not_run_the_picture_of_the_year_stays_with_its_words() -> Result<()> {
    let no_wasm = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
    Visit::to("embed.html?year=1972")
        .under_policy(Some(no_wasm))
        .not_waiting()
        .forgiving("wasm")
        .forgiving("WebAssembly")
        .run(async |page| {
            page.wait_until("document.querySelector('.asked .picture').checkVisibility() && document.querySelector('.asked .picture').ariaLabel.includes('1972')").await?;
            page.wait_until("performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/stills/light/1972.svg'))").await?;
            page.wait_until("[...document.querySelectorAll('detente-view > p')].some((it) => it.checkVisibility() && it.textContent.includes('at the end of 1972. 46 states'))").await
        })
        .await
}

#[tokio::test]
async fn the_dialog_gives_lines_that_name_what_is_shown() -> Result<()> {
    Visit::to("#year=1972&focus=KOR")
        .run(async |page| {
            page.texts_ready().await?;
            page.click(".tools .share").await?;
            page.wait_until("root.querySelector('dialog[open] #share-code')?.value.includes('integrity=\"sha384-')").await?;
            let address = page.server().url();
            assert_eq!(page.eval("pick('#share-link').value").await?, format!("{address}#year=1972&focus=KOR"));
            let code = page.eval("pick('#share-code').value").await?;
            let code = code.as_str().unwrap_or_default();
            assert!(code.contains(&format!("src=\"{address}detente-view.js\"")) && code.contains("<detente-view year=\"1972\" focus=\"KOR\" view=\"network\">"), "{code}");
            assert!(code.contains("alt=\"Relations with North Korea at the end of 1972. 46 states"), "{code}");
            let choose = async |id: &str, value: &str| {
                page.script("const it = pick('#' + rest[0]); it.value = rest[1]; it.dispatchEvent(new Event('change'));", vec![json!(id), json!(value)]).await
            };
            choose("share-form", "frame").await?;
            choose("share-theme", "dark").await?;
            let code = page.eval("pick('#share-code').value").await?;
            let code = code.as_str().unwrap_or_default();
            assert!(code.contains("embed.html?year=1972&amp;focus=KOR&amp;theme=dark&amp;id=detente-1972-KOR") && code.contains("<noscript><a href="), "{code}");
            page.wait_until("pick('.preview iframe').contentDocument?.querySelector('detente-view')?.dataset.state === 'ready'").await?;
            choose("share-form", "picture").await?;
            assert_eq!(page.eval("pick('#share-code').value.startsWith('<a href=') && !pick('#share-code').value.includes('<script')").await?, true);
            // The picture is what is shown.
            page.script("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.saved.push(blob); return make(blob); };", Vec::new()).await?;
            for name in ["PNG", "SVG"] {
                page.script("[...root.querySelectorAll('.files button')].find((it) => it.textContent === rest[0]).click();", vec![json!(name)]).await?;
            }
            page.wait_until("window.saved.length === 2").await?;
            let types = page.eval("window.saved.map((it) => it.type).sort()").await?;
            assert_eq!(types, json!(["image/png", "image/svg+xml"]));
            let svg = page.eval("window.saved.find((it) => it.type.includes('svg')).text()").await?;
            let svg = svg.as_str().unwrap_or_default();
            assert!(svg.contains("at the end of 1972</title>") && svg.contains("South Korea"), "{svg:.300}");
            let size = page.eval("createImageBitmap(window.saved.find((it) => it.type.includes('png'))).then((it) => [it.width, it.height])").await?;
            let net = page.bounds(".net").await?;
            let size: (f64, f64) = serde_json::from_value(size)?;
            assert!((size.0 - net.width * 2.0).abs() < 2.0 && (size.1 - net.height * 2.0).abs() < 2.0, "{size:?} of {net:?}");
            Ok(())
        })
        .await
}

/// What a feed reader leaves of some lines: neither script nor frame nor elements it does not know.
fn sanitised(code: &str) -> String {
    let mut text = code.to_owned();
    for whole in ["script", "iframe"] {
        while let (Some(start), Some(end)) = (text.find(&format!("<{whole}")), text.find(&format!("</{whole}>"))) {
            text.replace_range(start..end + whole.len() + 3, "");
        }
    }
    for shell in ["<detente-view", "</detente-view", "<noscript", "</noscript"] {
        while let Some(start) = text.find(shell) {
            let end = text[start..].find('>').map_or(text.len(), |end| start + end + 1);
            text.replace_range(start..end, "");
        }
    }
    text
}

#[tokio::test]
async fn what_a_feed_reader_leaves_is_the_picture_of_the_year_with_its_words() -> Result<()> {
    let mut kept = Vec::new();
    Visit::to("#year=1972")
        .run(async |page| {
            page.texts_ready().await?;
            page.click(".tools .share").await?;
            page.wait_until("root.querySelector('dialog[open] #share-code')?.value.includes('integrity')").await?;
            for form in ["element", "frame", "picture"] {
                page.script(
                    "const it = pick('#share-form'); it.value = rest[0]; it.dispatchEvent(new Event('change'));",
                    vec![json!(form)],
                )
                .await?;
                let code = page.eval("pick('#share-code').value").await?;
                kept.push(sanitised(code.as_str().unwrap_or_default()).replace(&page.server().url(), ""));
            }
            Ok(())
        })
        .await?;
    for left in kept {
        assert!(left.contains("<img") && !left.contains("<script") && !left.contains("<iframe"), "{left}");
        let mut site = built_site()?;
        site.insert("feed.html", format!("<!doctype html><html lang=\"en\"><title>A feed</title><link rel=\"icon\" href=\"icon.svg\">{left}</html>"));
        Visit::to("feed.html")
            .of_site(site)
            .not_waiting()
            .run(async |page| {
                page.wait_until("document.images.length === 1 && document.images[0].naturalWidth > 100").await?;
                let alt = page.eval("document.images[0].alt").await?;
                assert!(alt.as_str().is_some_and(|alt| alt.contains("at the end of 1972. 46 states")), "{alt}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}
