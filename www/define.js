// Registers <detente-view>; a second copy of this module changes nothing.
import { DetenteViewElement } from "./element.js";

if (!customElements.get("detente-view")) {
  customElements.define("detente-view", DetenteViewElement);
}
