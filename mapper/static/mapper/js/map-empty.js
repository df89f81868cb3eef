// <map-empty>: what an empty view means, which is never that there are no cameras.

import { listen } from "./announce.js";

class MapEmpty extends HTMLElement {
  connectedCallback() {
    listen("view:counted", ({ total, homes, isFiltered }) => this.#show(total + homes === 0, isFiltered));
  }

  #show(isEmpty, isFiltered) {
    this.querySelector("[data-unlogged]").hidden = !isEmpty || isFiltered;
    this.querySelector("[data-filtered]").hidden = !isEmpty || !isFiltered;
  }
}

customElements.define("map-empty", MapEmpty);
