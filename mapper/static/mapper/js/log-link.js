// The way from the map to logging a camera: it begins where somebody looks, and she returns to fresh cameras.

import { announce, listen } from "./announce.js";
import { writePosition } from "./view-address.js";

const links = document.querySelectorAll("[data-log-link]");

listen("view:changed", ({ zoom, lat, lon }) => {
  for (const link of links) link.hash = writePosition({ zoom, lat, lon });
});

// A page the browser brings back as it was shows cameras as they were.
window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) announce("cameras:stale");
});
