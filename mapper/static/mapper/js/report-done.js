// The step after sending: what became of it, and what can be done next.

import { contributorKey } from "./contributor-key.js";

const NOT_WITHDRAWN = "It could not be withdrawn just now. Try again, or find it under “your sightings”.";
const OUTCOMES = {
  logged: ["It is on the map, unconfirmed.", "Once others have seen it too, it becomes confirmed. Thank you."],
  told: ["What you saw is on record.", "The map knows now that somebody has looked. Thank you."],
  counted: [
    "Thank you. It is counted.",
    "It is at a private home, so the map shows only how many such cameras there are in a square several " +
      "hundred metres wide.",
  ],
  waiting: [
    "It waits on this device.",
    "There is no connection just now. It is sent by itself when there is one, and it is not lost.",
  ],
  withdrawn: [
    "It is withdrawn.",
    "Nothing you said counts any more. Nobody was told who you are, because nobody knows.",
  ],
};

export class DoneStep {
  constructor(step, ways) {
    Object.assign(this, { step, ways });
    const on = (name, act) => this.#find(name).addEventListener("click", act);
    on("add", () => ways.add());
    on("correct", () => ways.correct());
    on("share", () => this.#share());
    on("withdraw", () => this.#ask(true));
    on("keep", () => this.#ask(false));
    on("withdraw-now", () => this.#withdraw());
  }

  /** Show an outcome: `{what, sighting, camera, position}`; what is one of the words above. */
  show(sent) {
    this.sent = sent;
    const [title, said] = OUTCOMES[sent.what];
    this.#find("title").textContent = title;
    this.#find("said").textContent = said;
    this.#find("told").textContent = "";
    const isPublic = Boolean(sent.camera) && sent.what !== "withdrawn";
    for (const name of ["share", "page"]) this.#find(name).hidden = !isPublic;
    this.#find("correct").hidden = !isPublic;
    this.#find("withdraw").hidden = !sent.sighting || sent.what === "withdrawn";
    if (isPublic) this.#find("page").href = `/cameras/${sent.camera}/`;
    this.#pointNearby(sent.position);
    this.#ask(false, true);
  }

  #find(name) {
    return this.step.querySelector(`[data-${name}]`);
  }

  #pointNearby({ lat, lon }) {
    const link = this.#find("nearby");
    if (link) link.search = new URLSearchParams({ lat: lat.toFixed(5), lon: lon.toFixed(5) });
  }

  #ask(isAsking, isQuiet = false) {
    this.#find("sure").hidden = !isAsking;
    if (isQuiet) return;
    this.#find(isAsking ? "withdraw-now" : "withdraw").focus();
  }

  async #withdraw() {
    try {
      const answer = await fetch(`/api/sightings/${this.sent.sighting}`, {
        method: "DELETE",
        headers: { Authorization: `Contributor ${contributorKey()}` },
      });
      if (!answer.ok) throw new Error("refused");
      this.ways.withdrawn({ ...this.sent, what: "withdrawn" });
    } catch {
      this.#ask(false);
      this.#find("told").textContent = NOT_WITHDRAWN;
    }
  }

  async #share() {
    const url = new URL(`/cameras/${this.sent.camera}/`, window.location.href).href;
    try {
      if (navigator.share) return await navigator.share({ title: "A camera on the map", url });
      await navigator.clipboard.writeText(url);
      this.#find("told").textContent = "The address of its page is copied.";
    } catch ({ name }) {
      if (name !== "AbortError") this.#find("told").textContent = `Its page: ${url}`;
    }
    return undefined;
  }
}
