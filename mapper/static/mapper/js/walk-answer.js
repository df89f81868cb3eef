// <walk-answer>: what the walk comes to, worked out here; of the walk itself nothing leaves the device.

import { announce, listen } from "./announce.js";
import { inWords } from "./camera-words.js";
import { figuresOf } from "./walk-figures.js";
import { lengthOf, linesOf, united } from "./walk-geometry.js";
import { answerOf, metresInWords, seerOf, unlookedOf } from "./walk-words.js";

const PAUSE = 400; // milliseconds of stillness before anything is asked for
const AWAY = "What is known around your walk could not be fetched. Is there a connection? Change the walk to try again.";

class WalkAnswer extends HTMLElement {
  connectedCallback() {
    listen("walk:changed", ({ lines }) => this.#soon(lines));
  }

  #soon(lines) {
    clearTimeout(this.timer);
    this.waiting?.abort();
    const isWalk = lines.some((line) => line.length > 1);
    this.#part("empty").hidden = isWalk;
    this.#part("figures").hidden = true;
    this.#say(isWalk ? "Working it out …" : "");
    if (isWalk) this.timer = setTimeout(() => this.#workOut(lines), PAUSE);
  }

  async #workOut(lines) {
    this.waiting = new AbortController();
    const { signal } = this.waiting;
    try {
      const found = await figuresOf(lines, this.dataset, signal);
      if (!signal.aborted) this.#show(lines, found);
    } catch (error) {
      if (!signal.aborted) this.#say(error instanceof RangeError ? error.message : AWAY);
    }
  }

  #show(lines, found) {
    this.#say(answerOf(found));
    this.#part("unlooked").textContent = unlookedOf(found);
    this.#fill("observe", found.observe);
    this.#fill("recognise", found.recognise);
    for (const [who, range] of Object.entries(found.by)) this.#fill(who, range);
    this.#part("cameras").replaceChildren(...found.cameras.map((seer) => this.#row(seer, found.known)));
    for (const part of this.querySelectorAll("[data-watched]")) part.hidden = !found.cameras.length;
    this.#part("figures").hidden = false;
    const seen = united(found.cameras.flatMap(({ observe }) => observe));
    announce("walk:summed", { parts: linesOf(lines, seen) });
  }

  /** One row of the table: at least, most likely, at most. */
  #fill(name, range) {
    const cells = this.querySelectorAll(`[data-row="${name}"] td`);
    ["least", "likely", "most"].forEach((key, index) => (cells[index].textContent = metresInWords(range[key])));
  }

  #row(seer, known) {
    const kind = known.get(seer.camera)?.kind;
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = this.dataset.camera.replace("0", seer.camera);
    link.textContent = `${kind ? inWords("kind", kind) : "Camera"} (no. ${seer.camera})`;
    row.append(link, `: ${seerOf(seer, lengthOf)}`);
    return row;
  }

  #part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  #say(text) {
    this.#part("said").textContent = text;
  }
}

customElements.define("walk-answer", WalkAnswer);
