// <map-credits>: whose ground is in view, with the way to its licence.

import { listen } from "./announce.js";
import { boxesTouch } from "./view-address.js";

class MapCredits extends HTMLElement {
  connectedCallback() {
    const grounds = [...this.querySelectorAll("[data-box]")];
    listen("view:changed", ({ box }) => {
      for (const ground of grounds) ground.hidden = !boxesTouch(ground.dataset.box, box);
    });
  }
}

customElements.define("map-credits", MapCredits);
