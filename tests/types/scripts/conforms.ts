// The class is what its declaration says, and the core that the scripts ask has what they ask for.
import type { DetenteViewElement as Declared } from "detente-view";
import { DetenteViewElement } from "../../scripts/element.js";

/** How listeners are typed is the declaration's alone, and React's `focus` is a method to it. */
type Members = Omit<Declared, "addEventListener" | "removeEventListener" | "focus">;

export const declared: Members = new DetenteViewElement();
export const names: keyof Declared extends keyof DetenteViewElement ? true : never = true;
