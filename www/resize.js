// For pages that frame the view: gives each frame the height it asks for. Messages of other frames than this page's are passed over.
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "detente:height" || !Number.isInteger(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(20000, Math.max(50, data.height))}px`; // not of the picture: the height of a frame
  }
});
