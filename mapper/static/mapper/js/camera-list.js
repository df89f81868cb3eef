// <camera-list>: the list of exactly what the map shows, as the server writes it; fetched while the
// list is open.

import { announce, listen } from "./announce.js";
import { fetchQuietly } from "./tile-source.js";
import { readSelection } from "./view-address.js";

const PAUSE = 250; // milliseconds of stillness before the list is fetched

class CameraList extends HTMLElement {
  connectedCallback() {
    this.query = readSelection(window.location.search);
    this.sort = "";
    this.addEventListener("click", (event) => this.#clicked(event));
    listen("view:changed", ({ box }) => this.#refresh({ box }));
    listen("selection:changed", ({ query }) => this.#refresh({ query }));
    listen("cameras:stale", () => this.#refresh({}));
    listen("panel:opened", () => this.isLate && this.#refresh({}));
  }

  #refresh(changed) {
    Object.assign(this, changed);
    clearTimeout(this.timer);
    this.isLate = this.closest("[hidden]") !== null;
    if (this.isLate) return;
    this.timer = setTimeout(() => this.#fetch(this.#address()), PAUSE);
  }

  #address() {
    const query = new URLSearchParams(this.query);
    query.set("bbox", this.box);
    if (this.sort) query.set("sort", this.sort);
    return `${this.dataset.address}?${query}`;
  }

  async #fetch(address) {
    this.waiting?.abort();
    this.waiting = new AbortController();
    const url = new URL(address, window.location.href);
    url.searchParams.set("part", "list");
    this.setAttribute("aria-busy", "true");
    try {
      const answer = await fetchQuietly(url, this.waiting.signal);
      this.#show(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") this.#fail();
    } finally {
      this.removeAttribute("aria-busy");
    }
  }

  #show(html) {
    const focused = this.contains(document.activeElement);
    const parsed = new DOMParser().parseFromString(html, "text/html");
    this.replaceChildren(...parsed.body.children);
    this.closest(".panel").scrollTop = 0;
    if (focused) this.querySelector("[data-total]")?.focus();
  }

  #fail() {
    const sentence = document.createElement("p");
    sentence.className = "notice notice--warn";
    sentence.textContent = "The list could not be fetched. It will be tried again.";
    this.replaceChildren(sentence);
  }

  #clicked(event) {
    const link = event.target.closest("a");
    if (!link || event.metaKey || event.ctrlKey) return;
    if (link.dataset.lon) this.#showOnMap(event, link);
    else if (link.matches("[data-part]")) this.#follow(event, link);
    else if (link.matches("[data-clear]")) this.#clearFilters(event);
  }

  #showOnMap(event, link) {
    event.preventDefault();
    const { id, lon, lat } = link.dataset;
    announce("view:wanted", { lat: Number(lat), lon: Number(lon) });
    const camera = { id: Number(id), lat: Number(lat), lon: Number(lon) };
    announce("cameras:chosen", { type: "camera", items: [camera], opener: link });
  }

  #follow(event, link) {
    event.preventDefault();
    this.sort = new URL(link.href).searchParams.get("sort") ?? "";
    this.#fetch(link.href);
  }

  #clearFilters(event) {
    event.preventDefault();
    announce("filters:cleared", {});
  }
}

customElements.define("camera-list", CameraList);
