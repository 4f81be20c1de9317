// The still picture of the year that the address asks for, before anything else of the script is there.
// Where no script runs, the styles choose by the address alone, if that names nothing but the year.
{
  const { hash, search } = location;
  const asked = new URLSearchParams(document.querySelector("[address]") ? hash.slice(1) : search);
  const still = document.getElementById(`year=${asked.get("year")}`);
  still?.classList.add("asked");
  const theme = asked.get("theme") ?? "";
  if (!hash && /^(light|dark)$/.test(theme)) {
    document.documentElement.className = theme;
    for (const source of still?.querySelectorAll("source") ?? []) source.media = source.media.replace(/\(prefers-[^)]*\)/, theme === "dark" ? "all" : "not all");
  }
}
