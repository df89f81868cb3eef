// <demo-note>: says that the town in view is invented, while it is in view.

import { listen } from "./announce.js";

class DemoNote extends HTMLElement {
  connectedCallback() {
    const invented = this.dataset.box.split(",").map(Number);
    listen("view:changed", ({ box }) => {
      this.hidden = !touches(invented, box.split(",").map(Number));
    });
  }
}

function touches([west, south, east, north], [left, bottom, right, top]) {
  const beside = left > right ? west > right && east < left : east < left || west > right;
  return !beside && south <= top && north >= bottom;
}

customElements.define("demo-note", DemoNote);
