// <views-switch>: shows the layer “what cameras see” or not; the map keeps that in the address.

import { announce, listen } from "./announce.js";
import { showsViews } from "./view-address.js";

class ViewsSwitch extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input");
    const status = this.querySelector("[data-told]");
    box.checked = showsViews(window.location.hash);
    box.addEventListener("change", () => announce("views:switched", { shown: box.checked }));
    listen("views:switched", ({ shown }) => {
      box.checked = shown;
      if (!shown) status.textContent = "";
    });
    listen("views:told", ({ text }) => (status.textContent = text));
  }
}

customElements.define("views-switch", ViewsSwitch);
