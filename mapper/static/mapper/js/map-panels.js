// <map-panels>: list, filters and legend behind one row of buttons: a sheet on the phone, a column
// beside the map on a wide screen, where one of them is always open.

import { announce, listen } from "./announce.js";

const wide = window.matchMedia("(min-width: 60rem)");

class MapPanels extends HTMLElement {
  connectedCallback() {
    this.buttons = [...this.querySelectorAll("[aria-controls]")];
    for (const button of this.buttons) button.addEventListener("click", () => this.#toggle(button));
    for (const button of this.querySelectorAll("[data-close]")) {
      button.addEventListener("click", () => this.#close());
    }
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !wide.matches) this.#close();
    });
    listen("camera:shown", ({ id }) => id && !wide.matches && this.#open(null));
    wide.addEventListener("change", () => this.#settle());
    this.#settle();
  }

  get #opened() {
    return this.buttons.find((button) => button.getAttribute("aria-expanded") === "true");
  }

  #settle() {
    this.#open(wide.matches ? (this.#opened ?? this.buttons[0]) : null);
  }

  #toggle(button) {
    const isOpen = button === this.#opened;
    if (isOpen && !wide.matches) this.#open(null);
    else this.#open(button);
  }

  #close() {
    const opened = this.#opened;
    this.#open(null);
    opened?.focus();
  }

  #open(button) {
    for (const each of this.buttons) {
      const opens = each === button;
      each.setAttribute("aria-expanded", String(opens));
      document.getElementById(each.getAttribute("aria-controls")).hidden = !opens;
    }
    if (button) announce("panel:opened", {});
  }
}

customElements.define("map-panels", MapPanels);
