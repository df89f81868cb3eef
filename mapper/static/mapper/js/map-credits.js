// <map-credits>: whose ground is in view, with the way to its licence.

import { listen } from "./announce.js";
import { boxesTouch } from "./view-address.js";

class MapCredits extends HTMLElement {
  connectedCallback() {
    const grounds = [...this.querySelectorAll("[data-box]")];
    listen("view:changed", ({ box }) => {
      // Boundaries and streets of one publisher come in several files, and name her once.
      const named = new Set();
      for (const ground of grounds) {
        const words = ground.textContent;
        ground.hidden = named.has(words) || !boxesTouch(ground.dataset.box, box);
        if (!ground.hidden) named.add(words);
      }
    });
  }
}

customElements.define("map-credits", MapCredits);
