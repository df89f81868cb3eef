// <camera-card>: what is known of the camera the reader pointed at. Shows at once what the tile
// holds, and fetches the rest; where several stand on one spot it offers each.

import { announce, listen } from "./announce.js";
import { inWords, factsOf, stateOf, titleOf } from "./camera-words.js";
import { fetchQuietly } from "./tile-source.js";

class CameraCard extends HTMLElement {
  connectedCallback() {
    this.section = this.querySelector("section");
    this.body = this.querySelector("[data-body]");
    this.heading = this.querySelector("h2");
    this.querySelector("[data-close]").addEventListener("click", () => this.#close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.section.hidden) this.#close();
    });
    listen("cameras:chosen", (chosen) => this.#choose(chosen));
    listen("selection:changed", () => this.#hide());
  }

  #choose({ type, items, opener }) {
    this.opener = opener ?? null;
    if (type === "home") this.#showHomes(items[0]);
    else if (type === "camera" && items.length > 1) this.#offer(items);
    else if (type === "camera") this.#showCamera(items[0]);
    else this.#hide();
  }

  #showCamera(camera) {
    this.#show(titleOf(camera), facts(camera), link(camera, this.dataset.address));
    announce("camera:shown", camera);
    this.#fetchRest(camera);
  }

  async #fetchRest(camera) {
    this.waiting?.abort();
    this.waiting = new AbortController();
    const address = this.dataset.item.replace("0", camera.id);
    try {
      const answer = await fetchQuietly(address, this.waiting.signal);
      const { properties } = await answer.json();
      this.#fill(titleOf(properties), facts(properties), link(camera, this.dataset.address));
      announce("camera:shown", camera); // the card may have grown over the camera
    } catch {
      // The tile's own words stay on the card; the notice says that the network is away.
    }
  }

  #offer(cameras) {
    const list = document.createElement("ul");
    list.className = "camera-card__choices";
    for (const camera of cameras) list.append(this.#offered(camera));
    this.#show(`${cameras.length} cameras on this spot`, list);
    announce("camera:shown", cameras[0]);
  }

  #offered(camera) {
    const row = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = `${titleOf(camera)}, ${stateOf(camera).toLowerCase()}`;
    button.addEventListener("click", () => this.#showCamera(camera));
    row.append(button);
    return row;
  }

  #showHomes({ count }) {
    const many = count === 1 ? "1 camera" : `${count} cameras`;
    const sentence = document.createElement("p");
    sentence.textContent = inWords("homes");
    this.#show(`${many} at private homes`, sentence);
    announce("camera:shown", { id: null });
  }

  #show(title, ...parts) {
    this.#fill(title, ...parts);
    this.section.hidden = false;
    this.heading.focus({ preventScroll: true });
  }

  #fill(title, ...parts) {
    this.heading.textContent = title;
    this.body.replaceChildren(...parts);
  }

  #hide() {
    if (this.section.hidden) return;
    this.section.hidden = true;
    announce("camera:shown", { id: null });
  }

  #close() {
    this.#hide();
    const back = this.opener?.isConnected ? this.opener : document.querySelector("#map");
    back?.focus({ preventScroll: true });
  }
}

function facts(camera) {
  const list = document.createElement("dl");
  list.className = "facts";
  for (const [name, value] of factsOf(camera)) {
    const term = document.createElement("dt");
    const words = document.createElement("dd");
    term.textContent = name;
    words.textContent = value;
    list.append(term, words);
  }
  return list;
}

function link(camera, template) {
  const anchor = document.createElement("a");
  anchor.className = "button button--primary";
  anchor.href = template.replace("0", camera.id);
  anchor.textContent = "All about this camera";
  return anchor;
}

customElements.define("camera-card", CameraCard);
