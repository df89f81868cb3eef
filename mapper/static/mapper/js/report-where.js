// The step that asks where it is: from the device, from a photo, by moving the map, or typed.

import { devicePosition, mayAskPosition } from "./device-position.js";
import { photoPosition } from "./photo-position.js";
import { EXACT_ZOOM } from "./report-map.js";

const DECIMALS = 6; // a decimetre
const MOVE = "Move the map until the pin stands where the camera hangs.";

export class WhereStep {
  constructor(root, answers, map) {
    Object.assign(this, { root, answers, map });
    this.said = root.querySelector("[data-where-said]");
    root.querySelector("[data-locate]").addEventListener("click", () => this.locate());
    root.querySelector("[data-photo]")?.addEventListener("change", ({ target }) => this.#readPhoto(target));
    this.#joinTyped();
  }

  #joinTyped() {
    const button = this.root.querySelector("[data-type-it]");
    const typed = this.root.querySelector("#typed-position");
    typed.hidden = true;
    button.addEventListener("click", () => {
      typed.hidden = !typed.hidden;
      button.setAttribute("aria-expanded", String(!typed.hidden));
      if (!typed.hidden) this.#write(this.map.position);
    });
    typed.addEventListener("change", () => this.#showTyped());
  }

  /** Begin where she looked on the map she came from, and ask the device at once if `isWanted`. */
  async begin(view, isWanted) {
    if (view) this.map.show(view, Math.max(view.zoom, EXACT_ZOOM));
    else if (this.answers.position) this.map.show(this.answers.position);
    else this.map.showStart();
    if (isWanted || (!this.answers.position && (await mayAskPosition()))) await this.locate();
  }

  /** Whether the pin says where it is, exactly enough; what it says is then in the answers. */
  accept() {
    if (this.map.zoom < EXACT_ZOOM) {
      this.map.comeNearer();
      this.#say("Come a little nearer, and put the pin where the camera hangs.");
      return false;
    }
    if (!this.#isTaken()) this.#write(this.map.position);
    return true;
  }

  /** The pin was moved by hand: what the device said of its accuracy no longer holds. */
  moved(position) {
    this.hasMoved = true;
    this.answers.set("accuracy_m", "");
    this.#write(position);
    this.#say(this.map.zoom < EXACT_ZOOM ? "Come nearer for the exact place." : "The pin stands here.");
  }

  async locate() {
    this.#say("Looking for where you stand …");
    this.hasMoved = false;
    try {
      this.#showFound(await devicePosition());
    } catch ({ message }) {
      this.#say(`${message} ${MOVE}`);
    }
  }

  #showFound(found) {
    const metres = Math.max(1, Math.round(found.accuracy));
    if (this.hasMoved) return; // she was faster than the device
    if (metres > Number(this.root.dataset.maxAccuracy)) {
      this.#say(`Your device knows its position only to within ${metres} metres. ${MOVE}`);
      return;
    }
    this.map.markDevice(found);
    this.#take(found, metres);
    this.#say(`You are here, to within ${metres} m. Put the pin where the camera hangs.`);
  }

  async #readPhoto(input) {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    try {
      const found = await photoPosition(file, this.root.dataset.photoReader);
      this.#take(found, found.accuracy);
      if (found.day) this.answers.set("observed_on", found.day);
      this.#say("Taken from the photo, which stays on your device. Put the pin where the camera hangs.");
    } catch ({ message }) {
      this.#say(`${message} ${MOVE}`);
    }
  }

  #take(position, accuracy) {
    this.hasMoved = true;
    this.map.show(position);
    this.answers.set("accuracy_m", accuracy ?? "");
    this.#write(position);
  }

  #showTyped() {
    if (!this.answers.position) return this.#say("Latitude and longitude are two numbers, such as 47.0123 and -28.0456.");
    this.hasMoved = true;
    this.answers.set("accuracy_m", "");
    return this.map.show(this.answers.position);
  }

  #isTaken() {
    const { position } = this.answers;
    return position && this.map.map.distance([position.lat, position.lon], this.map.taken) < 0.5;
  }

  #write({ lat, lon }) {
    this.answers.set("latitude", lat.toFixed(DECIMALS));
    this.answers.set("longitude", lon.toFixed(DECIMALS));
    this.answers.form.dispatchEvent(new Event("change"));
  }

  #say(text) {
    this.said.textContent = text;
  }
}
