// <walk-file>: a GPX file, read on this device and sent nowhere.

import { announce, listen } from "./announce.js";
import { readGpxFile } from "./gpx-track.js";

class WalkFile extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.problem = this.querySelector("[data-problem]");
    this.input.addEventListener("change", () => this.#read(this.input.files[0]));
    listen("walk:changed", () => this.#say(""));
  }

  async #read(file) {
    if (!file) return;
    try {
      const lines = await readGpxFile(file);
      announce("walk:read", { lines });
    } catch (error) {
      this.#say(error.message);
    }
    this.input.value = ""; // the same file may be chosen again
  }

  #say(text) {
    this.problem.textContent = text;
    this.problem.hidden = !text;
  }
}

customElements.define("walk-file", WalkFile);
