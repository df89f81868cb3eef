// <say-verdict>: one tap says that a camera is still there, changed or gone; one more takes it back.

import { announce } from "./announce.js";
import { beliefOf } from "./belief-words.js";
import { today } from "./device-day.js";
import { dropEntry, keptEntry } from "./outbox-store.js";
import { send } from "./outbox.js";
import { questionAfter } from "./question-after.js";
import { fetchQuietly } from "./tile-source.js";

const PATH = "/api/sightings";
const THANKS = "Thank you.";
const WAITING = "No connection. This is kept on your device, and sent once there is one.";
const TOO_LATE = "It has been sent meanwhile. You can take it back under “Your sightings”.";
const TAKEN_BACK = "Taken back. It no longer counts.";
const NOT_TAKEN_BACK = "This could not be taken back just now. Please try again.";

class SayVerdict extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#once(() => this.#say(event.submitter));
    });
    this.#part("undo").addEventListener("click", () => this.#once(() => this.#takeBack()));
  }

  /** Ask about this camera: its number and where it stands. */
  ask({ id, lat, lon }) {
    Object.assign(this.dataset, { camera: id, lat, lon });
    this.kept = undefined;
  }

  /** One thing at a time, however impatient the thumb. */
  async #once(act) {
    if (this.busy) return;
    this.busy = true;
    await act().finally(() => (this.busy = false));
  }

  async #say(button) {
    const sighting = this.#sighting(button);
    const { outcome, answer, id, problem } = await send(PATH, sighting, { instead: this.kept });
    this.kept = id;
    if (outcome === "sent") this.#thank(answer.sighting);
    else if (outcome === "waiting") this.#answer(WAITING, { undo: true });
    else this.#answer(problem.detail, { again: true });
  }

  /** What a button says: a verdict, and where it bears a facing in degrees, that as well. */
  #sighting({ value: verdict, dataset: { facing } }) {
    const { camera, lat, lon } = this.dataset;
    const claims = facing ? { "camera:direction": { value: facing, basis: "saw" } } : {};
    return {
      location: { type: "Point", coordinates: [Number(lon), Number(lat)] },
      verdict,
      camera: Number(camera),
      observed_on: today(),
      claims,
    };
  }

  #thank(sighting) {
    this.sighting = sighting;
    this.#answer(THANKS, { undo: true });
    // What is believed now comes when it comes: she may take hers back before.
    this.#tellOthers().then((told) => this.#goOn(sighting, told));
  }

  #goOn(sighting, told) {
    if (this.sighting !== sighting) return;
    if (told) this.#part("words").textContent = `${THANKS} ${beliefOf(told)}.`;
    this.#offer("more", this.dataset.report, questionAfter(sighting.verdict, told));
    this.#offer("next", this.dataset.nearby, this.#nextOne());
  }

  async #takeBack() {
    if (this.kept !== undefined) return this.#discard();
    const { id, receipt } = this.sighting;
    const headers = { Authorization: `Receipt ${receipt}` };
    const answer = await fetch(`${PATH}/${id}`, { method: "DELETE", headers }).catch(() => null);
    if (!answer?.ok) return this.#answer(NOT_TAKEN_BACK, { undo: true });
    this.sighting = undefined;
    this.#answer(TAKEN_BACK, { again: true });
    this.#tellOthers();
  }

  /** Take back what has not left the device. */
  async #discard() {
    if (!(await keptEntry(this.kept))) return this.#answer(TOO_LATE);
    await dropEntry(this.kept);
    this.kept = undefined;
    return this.#answer(TAKEN_BACK, { again: true });
  }

  /** Let the rest of the page show what is believed now; gives it, or null where it is not known. */
  async #tellOthers() {
    announce("cameras:stale", {});
    try {
      const answer = await fetchQuietly(`/api/cameras/${this.dataset.camera}`);
      const told = await answer.json();
      announce("camera:told", told);
      return told;
    } catch {
      return null;
    }
  }

  #answer(words, { undo = false, again = false } = {}) {
    this.form.hidden = !again;
    this.#part("undo").hidden = !undo;
    this.#part("more").hidden = true;
    this.#part("next").hidden = true;
    this.#part("answer").hidden = false;
    this.#part("words").textContent = words;
    this.#part("words").focus({ preventScroll: true });
  }

  #offer(name, address, { words, query } = {}) {
    const link = this.#part(name);
    link.hidden = !(address && query);
    if (link.hidden) return;
    link.href = `${address}?${new URLSearchParams(query)}`;
    link.textContent = words;
  }

  #nextOne() {
    const { lat, lon } = this.dataset;
    return { words: "Next one nearby", query: { lat, lon } };
  }

  #part(name) {
    return this.querySelector(`[data-${name}]`);
  }
}

customElements.define("say-verdict", SayVerdict);
