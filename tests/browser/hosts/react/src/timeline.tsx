// The view in React: state goes in by attributes, and comes back by events.
import "detente-view/define";
import type {} from "detente-view/jsx";
import { useState } from "react";

export function Timeline() {
  const [asked, ask] = useState(1972);
  const [shown, show] = useState<number | string>(asked);
  const [focus, setFocus] = useState("KOR");
  return (
    <section>
      <p id="told">{`${shown} ${focus}`}</p>
      <button type="button" onClick={() => ask(1953)}>To the armistice</button>
      <detente-view
        year={asked}
        focus={focus}
        view="network"
        onyearchange={(event) => show(event.detail.year)}
        onfocuschange={(event) => setFocus(event.detail.focus)}
      >
        <img src="pictures/1972.svg" alt="North Korea in the centre at the end of 1972" />
      </detente-view>
    </section>
  );
}
