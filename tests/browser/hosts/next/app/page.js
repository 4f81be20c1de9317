// A page that is made on a server first: there the import does nothing, and a reader sees what stands inside the tag.
"use client";
import "detente-view/define";

export default function Page() {
  return <detente-view year="1972" view="full"><p>The end of 1972.</p></detente-view>;
}
