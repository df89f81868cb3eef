// <demo-note>: says that a town or city in view is invented, while it is in view.

import { listen } from "./announce.js";
import { boxesTouch } from "./view-address.js";

class DemoNote extends HTMLElement {
  connectedCallback() {
    listen("view:changed", ({ box }) => {
      this.hidden = !boxesTouch(this.dataset.box, box);
    });
  }
}

customElements.define("demo-note", DemoNote);
