// <your-sightings>: what was sent with this device's key, fetched with it and shown in place.

import { dropKey, heldKey, holdKey } from "./contributor-key.js";
import { forgetDevice } from "./device-memory.js";

class YourSightings extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("click", (event) => this.#clicked(event));
    if (this.dataset.key) this.#settle();
    else this.#begin();
  }

  /** With a key on the device nobody is asked for one. */
  #begin() {
    const key = heldKey();
    this.querySelector("[data-keyless]").hidden = key !== null;
    if (key === null || this.querySelector("[aria-invalid]")) return;
    const sent = new FormData(this.querySelector("form"));
    sent.set("key", key);
    this.#ask(sent);
  }

  #submitted(event) {
    event.preventDefault();
    this.#ask(new FormData(event.target));
  }

  async #ask(sent) {
    this.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(window.location.pathname, { method: "POST", body: sent });
      this.#show(await answer.text());
    } catch {
      this.#fail();
    } finally {
      this.removeAttribute("aria-busy");
    }
  }

  #show(html) {
    const shown = new DOMParser().parseFromString(html, "text/html").querySelector(this.localName);
    if (!shown) return this.#fail();
    for (const name of ["data-key", "data-forgotten"]) this.removeAttribute(name);
    for (const { name, value } of shown.attributes) this.setAttribute(name, value);
    this.replaceChildren(...shown.childNodes);
    this.#settle();
    this.querySelector("[data-news], [aria-invalid]")?.focus();
    return undefined;
  }

  /** What follows on this device from what is shown. */
  #settle() {
    const isOurs = this.dataset.key === heldKey();
    if (isOurs && "forgotten" in this.dataset) this.#forget();
    const other = this.querySelector("[data-other-key]");
    if (other) other.hidden = isOurs;
  }

  #forget() {
    dropKey();
    forgetDevice();
  }

  #clicked(event) {
    if (!event.target.closest("[data-hold]")) return;
    holdKey(this.dataset.key);
    this.#settle();
    this.querySelector("h2").focus();
  }

  #fail() {
    this.querySelector("[data-failed]")?.remove();
    const sentence = document.createElement("p");
    sentence.className = "notice notice--warn";
    sentence.dataset.failed = "";
    sentence.setAttribute("role", "alert");
    sentence.textContent = "There is no answer just now. Please try again in a minute.";
    this.prepend(sentence);
  }
}

customElements.define("your-sightings", YourSightings);
