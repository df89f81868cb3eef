// <map-notice>: one calm line over the map: no network, no position, a copied address.

import { announce, listen } from "./announce.js";

const AWAY = "The map cannot reach its server. What you see may be incomplete; it will try again.";
const RETRY_AFTER = 10_000; // milliseconds

class MapNotice extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("[data-text]");
    this.querySelector("[data-close]").addEventListener("click", () => this.#hide());
    listen("map:said", ({ text }) => this.#show(text));
    listen("connection:lost", () => this.#lost());
    listen("connection:ok", () => this.#back());
    window.addEventListener("online", () => this.#retry());
  }

  #show(text) {
    this.text.textContent = text;
    this.querySelector("div").hidden = false;
  }

  #hide() {
    this.querySelector("div").hidden = true;
  }

  #lost() {
    this.away = true;
    this.#show(AWAY);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#retry(), RETRY_AFTER);
  }

  #back() {
    if (!this.away || !navigator.onLine) return;
    this.away = false;
    clearTimeout(this.timer);
    this.#hide();
  }

  #retry() {
    if (this.away) announce("cameras:stale", {});
  }
}

customElements.define("map-notice", MapNotice);
