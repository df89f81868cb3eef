// <map-filters>: the filter form, with the server's counts for what the map shows, and chips for
// what is chosen. Without script it is an ordinary form to the list.

import { announce, listen } from "./announce.js";
import { fetchQuietly } from "./tile-source.js";
import { readSelection, replaceAddress } from "./view-address.js";

const NUMBERS = new Intl.NumberFormat("en-GB");
const PAUSE = 250; // milliseconds of stillness before the server is asked

class MapFilters extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.chips = document.querySelector("[data-chips]");
    this.form.addEventListener("change", () => this.#choose());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(() => this.#choose()));
    listen("view:changed", ({ box }) => this.#countSoon(box));
    listen("filters:cleared", () => this.#clear());
    this.#fill(readSelection(window.location.search));
    this.#showChips();
  }

  get #boxes() {
    return [...this.form.querySelectorAll("input[type=checkbox]")];
  }

  get #query() {
    return readSelection(new URLSearchParams(new FormData(this.form)).toString());
  }

  #fill(query) {
    const chosen = new URLSearchParams(query);
    for (const box of this.#boxes) box.checked = chosen.getAll(box.name).includes(box.value);
  }

  #choose() {
    const query = this.#query;
    replaceAddress({ selection: query });
    this.#showChips();
    announce("selection:changed", { query });
    if (this.box) this.#countSoon(this.box);
  }

  #clear() {
    for (const box of this.#boxes) box.checked = false;
    this.#choose();
  }

  #showChips() {
    const chosen = this.#boxes.filter((box) => box.checked);
    this.chips.replaceChildren(...chosen.map((box) => this.#chip(box)));
    this.chips.hidden = !chosen.length;
    if (chosen.length) this.chips.append(this.#clearButton());
    const badge = document.querySelector("[data-filters-chosen]");
    badge.textContent = chosen.length ? `(${chosen.length})` : "";
  }

  #chip(box) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.textContent = `${box.dataset.title}: ${box.dataset.label}`;
    button.setAttribute("aria-label", `Remove the filter ${button.textContent}`);
    button.addEventListener("click", () => {
      box.checked = false;
      this.#choose();
    });
    return button;
  }

  #clearButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip chip--clear";
    button.textContent = "Clear all";
    button.addEventListener("click", () => this.#clear());
    return button;
  }

  #countSoon(box) {
    this.box = box;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#count(), PAUSE);
  }

  /** Ask the server how many cameras in the view each word of each filter would show. */
  async #count() {
    this.waiting?.abort();
    this.waiting = new AbortController();
    const query = this.#query;
    const address = `${this.dataset.counts}?bbox=${this.box}${query && `&${query}`}`;
    try {
      const answer = await fetchQuietly(address, this.waiting.signal);
      const found = await answer.json();
      this.#showCounts(found);
      announce("view:counted", { ...found, isFiltered: query !== "" });
    } catch (error) {
      if (error.name !== "AbortError") this.#showCounts({});
    }
  }

  #showCounts({ total, counts = {} }) {
    const words = total === undefined ? "" : `(${NUMBERS.format(total)})`;
    document.querySelector("[data-list-total]").textContent = words;
    for (const box of this.#boxes) {
      const count = counts[box.name]?.[box.value];
      const label = box.parentElement;
      label.lastElementChild.textContent = count === undefined ? "" : NUMBERS.format(count);
      label.toggleAttribute("data-none", count === 0);
    }
  }
}

customElements.define("map-filters", MapFilters);
