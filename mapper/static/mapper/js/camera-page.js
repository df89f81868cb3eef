// The page of one camera: its elements, and what is believed once somebody has spoken.

import "./say-verdict.js";
import "./share-link.js";
import { listen } from "./announce.js";

const belief = document.querySelector("[data-belief]");
const badge = document.querySelector("[data-state]");

listen("camera:told", (camera) => {
  belief.textContent = camera.belief.who;
  badge.textContent = camera.belief.label;
  badge.className = `badge state state--${camera.state}`;
});
