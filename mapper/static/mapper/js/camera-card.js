// <camera-card>: what is known of the camera the reader pointed at. Shows at once what the tile
// holds, and fetches the rest; where several stand on one spot it offers each.

import { announce, listen } from "./announce.js";
import "./say-verdict.js";
import "./share-link.js";
import { beliefOf } from "./belief-words.js";
import { factsOf, inWords, stateOf, titleOf } from "./camera-words.js";
import { fetchQuietly } from "./tile-source.js";
import { placeOf } from "./world-place.js";

class CameraCard extends HTMLElement {
  connectedCallback() {
    this.section = this.querySelector("section");
    this.body = this.querySelector("[data-body]");
    this.heading = this.querySelector("h2");
    this.querySelector("[data-close]").addEventListener("click", () => this.#close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.section.hidden) this.#close();
    });
    this.template = this.querySelector("template");
    listen("camera:told", (camera) => this.#learn(camera));
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
    this.#show(titleOf(camera), cardOf(camera, this.template));
    this.shown = camera.id;
    this.body.querySelector("say-verdict").ask({ id: camera.id, ...placeOf(camera) });
    this.#tell(camera, stateOf(camera));
    announce("camera:shown", camera);
    this.#fetchRest(camera);
  }

  async #fetchRest(camera) {
    this.waiting?.abort();
    this.waiting = new AbortController();
    try {
      const answer = await fetchQuietly(`/api/cameras/${camera.id}`, this.waiting.signal);
      this.#learn(await answer.json());
      announce("camera:shown", camera); // the card may have grown over the camera
    } catch {
      // The tile's own words stay on the card; the notice says that the network is away.
    }
  }

  /** Everything that is known, also after somebody spoke, unless another camera is shown by now. */
  #learn(camera) {
    if (camera.id !== this.shown) return;
    this.heading.textContent = titleOf(camera);
    this.#tell(camera, beliefOf(camera));
  }

  #tell(camera, belief) {
    this.body.querySelector("[data-belief]").textContent = belief;
    this.body.querySelector("[data-facts]").replaceChildren(...facts(camera));
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
    this.shown = null;
    this.heading.textContent = title;
    this.body.replaceChildren(...parts);
    this.section.hidden = false;
    this.heading.focus({ preventScroll: true });
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

/** A copy of the card's parts with all addresses of one camera. */
function cardOf(camera, template) {
  const parts = template.content.cloneNode(true);
  const page = parts.querySelector("[data-page]");
  page.href = page.dataset.page.replace("0", camera.id);
  parts.querySelector("share-link").dataset.address = page.href;
  const takedown = parts.querySelector("[data-takedown]");
  if (takedown) takedown.href = `${takedown.dataset.takedown}?camera=${camera.id}`;
  return parts;
}

function facts(camera) {
  return factsOf(camera).flatMap(([name, value]) => {
    const term = document.createElement("dt");
    const words = document.createElement("dd");
    term.textContent = name;
    words.textContent = value;
    return [term, words];
  });
}

customElements.define("camera-card", CameraCard);
