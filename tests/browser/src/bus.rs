//! What `WebKitGTK` tells assistive technology: on a bus of the desktop (AT-SPI), which a visit starts for itself.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use atspi_common::{Role, State, StateSet};
use serde::Serialize;
use zbus::Connection;
use zbus::connection::Builder;
use zbus::zvariant::{DynamicDeserialize, DynamicType, OwnedObjectPath, OwnedValue, Value};

use crate::told::{Told, one_line};

/// The interface of a bus by which values are read and written.
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
/// The interface that every object has.
const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
/// The object from which the tree of everything on the bus begins.
const ROOT: [&str; 2] = ["org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"];
/// The object that stands for none.
const NONE: &str = "/org/a11y/atspi/null";
/// States that a reader hears of.
const STATES: [(State, &str); 3] =
    [(State::Checked, "checked"), (State::Selected, "selected"), (State::Pressed, "pressed")];

/// How often a page is looked for, and how long between.
const ATTEMPTS: u32 = 100;
const PAUSE: Duration = Duration::from_millis(100);

/// The bus of assistive technology that belongs to a session's bus, at its address. Programs that start after this tell
/// what they show.
///
/// # Errors
///
/// When there is none.
pub(crate) async fn listen(session: &str) -> Result<Connection> {
    let bus = Builder::address(session)?.build().await.context("there is no bus of the session")?;
    let service = Object::at(&bus, "org.a11y.Bus", "/org/a11y/bus")?;
    let missing = "there is no bus of assistive technology: on Debian `apt-get install at-spi2-core` brings it";
    let address: String = service.ask("org.a11y.Bus", "GetAddress", &()).await.context(missing)?;
    service.ask::<()>(PROPERTIES, "Set", &("org.a11y.Status", "IsEnabled", Value::from(true))).await?;
    Builder::address(address.as_str())?.build().await.context("the bus of assistive technology does not answer")
}

/// An object on a bus.
struct Object<'b> {
    bus: &'b Connection,
    owner: String,
    path: OwnedObjectPath,
}

impl<'b> Object<'b> {
    fn at(bus: &'b Connection, owner: &str, path: &str) -> Result<Self> {
        Ok(Self { bus, owner: owner.to_owned(), path: path.to_owned().try_into()? })
    }

    async fn ask<T>(&self, interface: &str, method: &str, with: &(impl Serialize + DynamicType)) -> Result<T>
    where
        T: for<'d> DynamicDeserialize<'d>,
    {
        let owner = self.owner.as_str();
        let answer = self.bus.call_method(Some(owner), &self.path, Some(interface), method, with).await?;
        Ok(answer.body().deserialize()?)
    }

    async fn property<T>(&self, interface: &str, name: &str) -> Result<T>
    where
        T: TryFrom<OwnedValue, Error = zbus::zvariant::Error>,
    {
        Ok(T::try_from(self.ask::<OwnedValue>(PROPERTIES, "Get", &(interface, name)).await?)?)
    }

    async fn role(&self) -> Result<Role> {
        let number: u32 = self.ask(ACCESSIBLE, "GetRole", &()).await?;
        Ok(Role::try_from(number).unwrap_or(Role::Unknown))
    }

    /// One by one: where one process's objects end and another's begin, only that is answered.
    async fn children(&self) -> Result<Vec<Self>> {
        let count: i32 = self.property(ACCESSIBLE, "ChildCount").await?;
        let mut children = Vec::new();
        for index in 0..count {
            let (owner, path): (String, OwnedObjectPath) = self.ask(ACCESSIBLE, "GetChildAtIndex", &(index,)).await?;
            if path.as_str() != NONE {
                children.push(Self { bus: self.bus, owner, path });
            }
        }
        Ok(children)
    }

    async fn told(&self) -> Result<Told> {
        let interfaces: Vec<String> = self.ask(ACCESSIBLE, "GetInterfaces", &()).await?;
        let has = |name: &str| interfaces.iter().any(|one| one == name);
        let states: StateSet = self.ask(ACCESSIBLE, "GetState", &()).await?;
        let name: String = self.property(ACCESSIBLE, "Name").await?;
        let mut value = String::new();
        if has("org.a11y.atspi.Value") {
            let number: f64 = self.property("org.a11y.atspi.Value", "CurrentValue").await?;
            value = number.to_string();
        } else if has("org.a11y.atspi.Text") {
            let text: String = self.ask("org.a11y.atspi.Text", "GetText", &(0, -1)).await?;
            // A letter stands in it for each of the things within.
            value = one_line(&text.replace('\u{fffc}', " "));
        }
        // What a thing is named by is not told once more.
        if value == one_line(&name) {
            value.clear();
        }
        let of_state = |(state, said): &(State, &str)| states.contains(*state).then(|| (*said).to_owned());
        let mut more: Vec<String> = STATES.iter().filter_map(of_state).collect();
        if states.contains(State::Expandable) {
            more.push(if states.contains(State::Expanded) { "expanded" } else { "collapsed" }.to_owned());
        }
        if !states.contains(State::Enabled) && states.contains(State::Focusable) {
            more.push("disabled".to_owned());
        }
        let description: String = self.property(ACCESSIBLE, "Description").await?;
        if !description.is_empty() {
            more.push(format!("described: {description}"));
        }
        let attributes: BTreeMap<String, String> = self.ask(ACCESSIBLE, "GetAttributes", &()).await?;
        more.extend(attributes.get("valuetext").map(|said| format!("says: {said}")));
        let mut children = Vec::new();
        for child in self.children().await? {
            children.push(Box::pin(child.told()).await?);
        }
        Ok(Told { role: self.role().await?.name().to_owned(), name, value, more, children })
    }
}

/// What is told of the page.
///
/// # Errors
///
/// When there is none on the bus.
pub(crate) async fn told(bus: &Connection) -> Result<Told> {
    for _ in 0..ATTEMPTS {
        let [owner, path] = ROOT;
        let mut open = vec![Object::at(bus, owner, path)?];
        while let Some(object) = open.pop() {
            if object.role().await? == Role::DocumentWeb {
                return object.told().await;
            }
            // What is gone meanwhile has none.
            open.extend(object.children().await.unwrap_or_default());
        }
        tokio::time::sleep(PAUSE).await;
    }
    bail!("WebKitGTK tells nothing of the page")
}
