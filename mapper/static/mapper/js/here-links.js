// <here-links>: links to pages about the middle of the map, which they tell in their address.

import { listen } from "./announce.js";

const DECIMALS = 5; // about a metre

class HereLinks extends HTMLElement {
  connectedCallback() {
    const links = [...this.querySelectorAll("a")];
    const addresses = links.map((link) => link.getAttribute("href"));
    listen("view:changed", ({ lat, lon }) => {
      const query = new URLSearchParams({ lat: lat.toFixed(DECIMALS), lon: lon.toFixed(DECIMALS) });
      links.forEach((link, index) => (link.href = `${addresses[index]}?${query}`));
    });
  }
}

customElements.define("here-links", HereLinks);
