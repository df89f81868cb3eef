// <map-empty>: what an empty view means, which is never that there are no cameras.

import { listen } from "./announce.js";
import { lastLook } from "./survey-words.js";

class MapEmpty extends HTMLElement {
  connectedCallback() {
    listen("view:changed", ({ box }) => (this.box = box));
    listen("view:counted", ({ total, homes, isFiltered }) => this.#show(total + homes === 0, isFiltered));
  }

  #show(isEmpty, isFiltered) {
    this.querySelector("[data-unlogged]").hidden = !isEmpty || isFiltered;
    this.querySelector("[data-filtered]").hidden = !isEmpty || !isFiltered;
    this.querySelector("[data-looked]").hidden = true;
    if (isEmpty && !isFiltered) this.#sayWhoLooked(this.box);
  }

  /** That somebody looked says more than that nobody logged anything. */
  async #sayWhoLooked(box) {
    const words = await lastLook(box);
    if (!words || box !== this.box) return;
    this.querySelector("[data-unlogged]").hidden = true;
    const line = this.querySelector("[data-looked]");
    line.textContent = words;
    line.hidden = false;
  }
}

customElements.define("map-empty", MapEmpty);
