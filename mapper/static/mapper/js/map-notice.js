// <map-notice>: one calm line over the map: no network, no position, a copied address.

import { announce, listen } from "./announce.js";
import { fetchQuietly } from "./tile-source.js";

const OFFLINE =
  "No connection. The map shows what it saw here last, and grey where it saw nothing. " +
  "What you log now is sent later.";
const AWAY = "The map cannot reach its server. What you see may be old; it will try again.";
const PROOF = "/healthz";
const RETRY_AFTER = 10_000; // milliseconds

class MapNotice extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("[data-text]");
    this.querySelector("[data-close]").addEventListener("click", () => this.#hide());
    listen("map:said", ({ text }) => this.#show(text));
    listen("stretch:told", ({ text }) => this.#tellStretch(text));
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.#tellStretch(""));
    listen("connection:lost", () => this.#lost());
    listen("connection:ok", () => this.#back());
    window.addEventListener("online", () => this.#retry());
  }

  /** What was pointed at: gone as soon as something else is. */
  #tellStretch(text) {
    if (text) this.#show(text);
    else if (this.tells) this.#hide();
    this.tells = Boolean(text);
  }

  #show(text) {
    this.tells = false;
    this.text.textContent = text;
    this.querySelector("div").hidden = false;
  }

  #hide() {
    this.querySelector("div").hidden = true;
  }

  /** Say it once, however many tiles do not come. */
  #lost() {
    if (!this.away) this.#show(navigator.onLine ? AWAY : OFFLINE);
    this.away = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#retry(), RETRY_AFTER);
  }

  #back() {
    if (!this.away || !navigator.onLine) return;
    this.away = false;
    clearTimeout(this.timer);
    this.#hide();
  }

  /** Ask for something small, so that nothing is drawn anew before there is something new. */
  async #retry() {
    if (!this.away) return;
    try {
      await fetchQuietly(PROOF);
      announce("cameras:stale", {});
    } catch {
      // It was announced as lost again, which sets the next trial.
    }
  }
}

customElements.define("map-notice", MapNotice);
