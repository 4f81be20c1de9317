// Registers <detente-view>; a second copy of this module changes nothing, and neither does one without a browser.
import { DetenteViewElement } from "./element.js";

if (globalThis.customElements && !customElements.get("detente-view")) {
  customElements.define("detente-view", DetenteViewElement);
}
