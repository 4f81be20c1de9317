// Importing it registers <detente-view>; a second copy changes nothing.
import "./element.js";

export {};
