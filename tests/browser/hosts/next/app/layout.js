// What every page stands in.
export const metadata = { title: "Next", icons: "icon.svg" };

export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
