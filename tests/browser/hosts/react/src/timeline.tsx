// The view in React: state goes in by attributes, and comes back by events.
import "detente-view/define";
import type {} from "detente-view/jsx";
import { useState } from "react";

export function Timeline() {
  const [year, setYear] = useState(1972);
  const [focus, setFocus] = useState("KOR");
  return (
    <section>
      <p id="told">{`${year} ${focus}`}</p>
      <button type="button" onClick={() => setYear(1953)}>To the armistice</button>
      <detente-view
        year={year}
        focus={focus}
        view="network"
        onyearchange={(event) => setYear(event.detail.year)}
        onfocuschange={(event) => setFocus(event.detail.focus)}
      >
        <img src="pictures/1972.svg" alt="North Korea in the centre at the end of 1972" />
      </detente-view>
    </section>
  );
}
