// <share-view>: hand on the address of exactly this view, by the device's sheet or the clipboard.

import { announce } from "./announce.js";

class ShareView extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => this.#share());
  }

  async #share() {
    const url = window.location.href;
    try {
      if (navigator.share) await navigator.share({ title: document.title, url });
      else {
        await navigator.clipboard.writeText(url);
        announce("map:said", { text: "The address of this view is copied." });
      }
    } catch (error) {
      if (error.name === "AbortError") return;
      announce("map:said", { text: "Copy the address from the bar above: it holds this view." });
    }
  }
}

customElements.define("share-view", ShareView);
