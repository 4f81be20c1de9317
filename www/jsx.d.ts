// <detente-view> in JSX, for React 18 and 19: `import type {} from "detente-view/jsx"`.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { DetenteViewAttributes, DetenteViewElement, DetenteViewEvents } from "./element.js";

/** Listeners by the names that React 19 hands to an element: `on` and the name of the event. React 18 hands none. */
export type DetenteViewListeners = {
  [Name in keyof DetenteViewEvents as `on${Name}`]?: (event: DetenteViewEvents[Name]) => void;
};

/** What `<detente-view>` takes in JSX. */
export interface DetenteViewProps extends DetenteViewAttributes, DetenteViewListeners {
  /** React 18 takes `class` for elements like this one, React 19 `className` too. */
  class?: string;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "detente-view": DetailedHTMLProps<
        Omit<HTMLAttributes<DetenteViewElement>, keyof DetenteViewProps> & DetenteViewProps,
        DetenteViewElement
      >;
    }
  }
}
