//! The reader's screen and wishes: in Chromium by its own protocol, in Firefox by its settings, in `WebKitGTK` by those
//! of GTK, which are read when it starts.

use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::json;
use tokio::time::sleep;

use crate::outcome::left_out;
use crate::wishes::{Media, Screen};
use crate::{Engine, Page};

/// Sets the settings of Firefox that `rest[0]` names, and the medium.
const SETTINGS: &str = "
    for (const [name, value] of Object.entries(rest[0])) {
        if (typeof value === 'number') Services.prefs.setIntPref(name, value);
        else if (typeof value === 'boolean') Services.prefs.setBoolPref(name, value);
        else Services.prefs.setStringPref(name, value);
    }
    if (rest[1] !== null) browser.browsingContext.top.mediumOverride = rest[1];
";

/// Makes the page's part of Firefox's window as large as asked; the window itself cannot be that narrow.
const SIZE: &str = "
    window.resizeTo(Math.max(rest[0], 600) + 100, rest[1] + 200);
    for (const [name, length] of [['width', rest[0]], ['height', rest[1]]]) {
        for (const bound of ['', 'min-', 'max-']) browser.style.setProperty(bound + name, `${length}px`, 'important');
    }
    browser.style.setProperty('flex', 'none', 'important');
";

impl Page {
    /// Puts the page on another screen.
    pub async fn set_screen(&self, screen: Screen) -> Result<()> {
        let Screen { width, height, ratio, touch } = screen;
        match self.engine() {
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": touch });
                self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
                self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).await?;
            }
            Engine::Firefox => {
                // 1 is a finger; 6 is a mouse, which is exact and hovers.
                let pointer = if touch { 1 } else { 6 };
                let settings = json!({
                    "layout.css.devPixelsPerPx": format!("{ratio}"),
                    "dom.w3c_touch_events.enabled": i32::from(touch),
                    "ui.primaryPointerCapabilities": pointer,
                    "ui.allPointerCapabilities": pointer,
                });
                self.in_firefox(SETTINGS, vec![settings, json!(null)]).await?;
                self.in_firefox(SIZE, vec![json!(width), json!(height)]).await?;
                self.wait_until(&format!("innerWidth === {width} && innerHeight === {height}")).await?;
            }
            Engine::Webkit => self.set_screen_of_webkit(screen).await?,
        }
        Ok(())
    }

    async fn set_screen_of_webkit(&self, screen: Screen) -> Result<()> {
        let Screen { width, height, ratio, .. } = screen;
        if self.eval("devicePixelRatio").await?.as_f64() != Some(ratio) {
            return Err(left_out("WebKitGTK has the pixel ratio with which it was started"));
        }
        if self.is_framed() {
            let resize = "[frameElement.width, frameElement.height] = rest;";
            self.script(resize, vec![json!(width), json!(height)]).await?;
        } else if width < Screen::NARROWEST {
            return Err(left_out("a window of WebKitGTK's small browser is at least 447 px wide"));
        } else {
            // The window has bars, whose height is found by the first try. On a busy machine it takes its size late, or
            // not at all, and is asked again.
            let (mut across, mut down) = (0, 38);
            for _ in 0..10 {
                self.client().set_window_size(width + across, height + down).await?;
                sleep(Duration::from_millis(200)).await;
                let sides =
                    self.eval("[innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]").await?;
                let sides: [u32; 4] = serde_json::from_value(sides).context("four numbers")?;
                if sides[..2] == [width, height] {
                    break;
                }
                [across, down] = [sides[2], sides[3]];
            }
        }
        self.wait_until(&format!("innerWidth === {width} && innerHeight === {height}")).await
    }

    /// Lets pages that are loaded from now on run scripts, or none.
    pub async fn set_scripts(&self, on: bool) -> Result<()> {
        match self.engine() {
            Engine::Chromium => {
                self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !on })).await.map(drop)
            }
            Engine::Firefox => {
                let allow = "browser.browsingContext.allowJavascript = rest[0];";
                self.in_firefox(allow, vec![json!(on)]).await.map(drop)
            }
            Engine::Webkit => Err(left_out("WebKitGTK, once started, runs scripts or none, the driver's among them")),
        }
    }

    /// Makes the system ask for something else.
    pub async fn set_media(&self, media: Media) -> Result<()> {
        match self.engine() {
            Engine::Chromium => self.cdp("Emulation.setEmulatedMedia", emulated(media)).await.map(drop),
            Engine::Firefox => {
                let settings = json!({
                    "layout.css.prefers-color-scheme.content-override": i32::from(!media.dark),
                    "ui.prefersReducedMotion": i32::from(media.calm),
                    "browser.display.document_color_use": if media.forced_colors { 2 } else { 0 },
                });
                let medium = if media.print { "print" } else { "" };
                self.in_firefox(SETTINGS, vec![settings, json!(medium)]).await.map(drop)
            }
            Engine::Webkit => {
                if media.forced_colors {
                    return Err(left_out("WebKitGTK has no forced colours"));
                }
                if media.print {
                    return Err(left_out("WebKitGTK cannot pretend that its screen is paper"));
                }
                let asked = "[matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion: reduce)').matches]";
                if self.eval(asked).await? == json!([media.dark, media.calm]) {
                    return Ok(());
                }
                Err(left_out("WebKitGTK asks GTK for scheme and motion when it starts"))
            }
        }
    }
}

fn emulated(media: Media) -> serde_json::Value {
    let feature = |name: &str, on: bool, value: &str, other: &str| json!({ "name": name, "value": if on { value } else { other } });
    json!({
        "media": if media.print { "print" } else { "" },
        "features": [
            feature("prefers-color-scheme", media.dark, "dark", "light"),
            feature("prefers-reduced-motion", media.calm, "reduce", "no-preference"),
            feature("forced-colors", media.forced_colors, "active", "none"),
        ],
    })
}
