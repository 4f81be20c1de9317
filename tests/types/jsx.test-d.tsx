// What a React page may write, and what the types must refuse.
import type {} from "detente-view/jsx";
import { useRef } from "react";
import type { DetenteViewElement } from "detente-view";

export function Right() {
  const view = useRef<DetenteViewElement>(null);
  return (
    <>
      <detente-view year="1972" />
      <detente-view ref={view} year={1972} focus="KOR" compare="1953" view="network" theme="dark" controls="none" speed={2}
        autoplay loop fill className="wide" class="wide" id="one" lang="en-GB" src="own.bin" texts="own.json"
        onyearchange={(event) => String(event.detail.year).trim()} onfocuschange={(event) => event.detail.focus.length}
        onerror={(event) => event.detail.report.length} onClick={() => view.current?.play()}>
        <img src="pictures/1972.svg" alt="The end of 1972." />
      </detente-view>
    </>
  );
}

export function Wrong() {
  return (
    <>
      {/* @ts-expect-error a year is a whole number */}
      <detente-view year="soon" />
      {/* @ts-expect-error there is no such view */}
      <detente-view view="globe" />
      {/* @ts-expect-error there is no such attribute */}
      <detente-view zoom={2} />
      {/* @ts-expect-error the detail has no such field */}
      <detente-view onyearchange={(event) => event.detail.month} />
    </>
  );
}
