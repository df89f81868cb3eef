// The step that asks which way it faces: the dial, the compass, more lenses, all round.

import { followCompass, whenThereIsACompass } from "./compass-heading.js";

const FIELD = "facing_degrees";
const ALL_ROUND = "0-360";
const SEES_ALL_ROUND = new Set(["panning", "dome", "panorama"]);
const START = "Turn the arrow on the map, or tap a point of the compass.";
const HOLD = "Hold the phone towards where it looks";

export class FacingStep {
  constructor(root, answers) {
    this.answers = answers;
    this.dial = root.querySelector("facing-dial");
    const find = (name) => root.querySelector(`[data-${name}]`);
    this.said = find("facing-said");
    this.list = find("facing-others");
    this.compass = find("compass");
    this.allRound = find("all-round");
    this.another = find("another-lens");
    this.others = [];
    this.dial.addEventListener("facing:turned", () => this.#turned());
    this.allRound.addEventListener("click", () => this.#lookAllRound());
    this.another.addEventListener("click", () => this.#addLens());
    this.compass.addEventListener("click", () => this.#toggleCompass());
    whenThereIsACompass(() => (this.compass.hidden = false));
  }

  /** Show what the answers say. */
  enter() {
    const text = this.answers.get(FIELD);
    this.isAllRound = text === ALL_ROUND;
    const bearings = this.isAllRound || !text ? [] : text.split(";").map(Number);
    this.others = bearings.slice(0, -1);
    this.dial.turn(bearings.at(-1) ?? null, true);
    this.#show();
  }

  leave() {
    this.#stopCompass();
  }

  #turned() {
    this.isAllRound = false;
    this.#write();
  }

  #lookAllRound() {
    this.isAllRound = !this.isAllRound;
    this.others = [];
    this.dial.turn(null, true);
    this.#write();
  }

  #addLens() {
    this.others.push(this.dial.bearing);
    this.dial.turn(null, true);
    this.#write();
    this.dial.face.focus({ preventScroll: true });
  }

  #removeLens(index) {
    this.others.splice(index, 1);
    this.#write();
  }

  #write() {
    const bearings = [...this.others, this.dial.bearing].filter((bearing) => bearing !== null);
    this.answers.set(FIELD, this.isAllRound ? ALL_ROUND : [...new Set(bearings)].join("; "));
    this.answers.form.dispatchEvent(new Event("change"));
    this.#show();
  }

  #show() {
    const { bearing } = this.dial;
    this.dial.toggleAttribute("data-all-round", this.isAllRound);
    this.dial.showOthers(this.others);
    this.allRound.hidden = !SEES_ALL_ROUND.has(this.answers.get("kind"));
    this.allRound.setAttribute("aria-pressed", String(this.isAllRound));
    this.another.hidden = bearing === null;
    this.list.hidden = !this.others.length;
    this.list.replaceChildren(...this.others.map((other, index) => this.#row(other, index)));
    this.said.textContent = this.isAllRound ? "It looks all round." : this.#facingWords(bearing);
  }

  #facingWords(bearing) {
    if (bearing !== null) return `It faces ${this.dial.wordsFor(bearing).toLowerCase()}.`;
    return this.others.length ? "Now turn the arrow for the other lens." : START;
  }

  #row(bearing, index) {
    const row = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--small";
    button.textContent = `${this.dial.wordsFor(bearing)} ✕`;
    button.setAttribute("aria-label", `Remove the lens that faces ${this.dial.wordsFor(bearing)}`);
    button.addEventListener("click", () => this.#removeLens(index));
    row.append(button);
    return row;
  }

  async #toggleCompass() {
    if (this.stop) return this.#stopCompass();
    try {
      this.stop = await followCompass((heading) => this.dial.turn(heading));
      this.#nameCompass("Keep this direction");
    } catch (error) {
      this.said.textContent = error.message;
      this.compass.hidden = true;
    }
    return undefined;
  }

  #stopCompass() {
    this.stop?.();
    this.stop = undefined;
    this.#nameCompass(HOLD);
  }

  #nameCompass(words) {
    this.compass.querySelector("[data-words]").textContent = words;
    this.compass.setAttribute("aria-pressed", String(Boolean(this.stop)));
  }
}
