// New cameras that wait on this device to be sent, as dashed marks on the map.

import { announce, listen } from "./announce.js";
import { waitingEntries } from "./outbox.js";
import { kindOf, whatItIs } from "./waiting-words.js";

const SIZE = 44; // CSS pixels: what a fingertip covers
const SVG = "http://www.w3.org/2000/svg";

window.addEventListener("map:init", ({ detail }) => new WaitingCameras(detail.map), { once: true });

class WaitingCameras {
  constructor(map) {
    this.marks = window.L.layerGroup().addTo(map);
    listen("outbox:changed", () => this.#draw());
    this.#draw();
  }

  async #draw() {
    const entries = await waitingEntries().catch(() => []);
    this.marks.clearLayers();
    for (const entry of entries) {
      if (entry.body.location && !entry.body.camera) this.marks.addLayer(markOf(entry));
    }
  }
}

function markOf(entry) {
  const [lon, lat] = entry.body.location.coordinates;
  const icon = window.L.divIcon({
    html: symbolOf(kindOf(entry.body)),
    className: "waiting-camera",
    iconSize: [SIZE, SIZE],
  });
  const title = `${whatItIs(entry)}, waiting to be sent`;
  const mark = window.L.marker([lat, lon], { icon, title, alt: title });
  return mark.on("click", () => announce("waiting:wanted", {}));
}

function symbolOf(kind) {
  const named = document.getElementById(`icon-kind-${kind}`) ? kind : "unknown";
  const symbol = document.createElementNS(SVG, "svg");
  symbol.setAttribute("class", "symbol symbol--waiting");
  symbol.setAttribute("viewBox", "-3 -3 30 30");
  symbol.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-kind-${named}`);
  use.setAttribute("width", 24);
  use.setAttribute("height", 24);
  symbol.append(use);
  return symbol;
}
