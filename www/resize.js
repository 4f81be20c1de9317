// For pages that frame the view: gives each frame the height it asks for. It heeds frames of this page alone.
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "detente:height" || !Number.isInteger(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(20000, Math.max(50, data.height))}px`;
  }
});
