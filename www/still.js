// The still picture of the year that the address asks for, while the rest of the script is on its way.
// Without it the styles choose by the address alone, if that names nothing but the year.
{
  const framed = document.currentScript?.hasAttribute("data-framed");
  const asked = new URLSearchParams(framed ? location.search : location.hash.slice(1));
  const [year, theme] = [asked.get("year"), framed && asked.get("theme")];
  if (theme === "light" || theme === "dark") document.documentElement.className = theme;
  const show = () => {
    const still = document.getElementById(`year=${year}`);
    still?.classList.add("asked");
    // The keyboard would begin at an element that the address names, and not with the first buttons of the page.
    if (still) still.id = `still-${still.id}`;
    return still;
  };
  if (!show() && year) {
    // The page is still coming: before the picture of the last year all others do.
    const coming = new MutationObserver(() => {
      if (show()) coming.disconnect();
    });
    coming.observe(document, { childList: true, subtree: true });
    addEventListener("DOMContentLoaded", () => coming.disconnect());
  }
}
