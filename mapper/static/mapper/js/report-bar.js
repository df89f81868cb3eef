// What stands above and below a step: how far it is, the ways on, and what went wrong.

const NEXT_WORDS = { where: "It is here", look: "Put it on the map", which: "No, it is another" };
// These steps have their own way of not knowing, or nothing that could be unknown.
const NEVER_UNKNOWN = new Set(["where", "verdict", "kind", "look", "which", "done"]);
// Before these nothing is said that could be sent, and the others send by another button.
const NOT_SENT_FROM = new Set(["where", "verdict", "kind", "look", "which", "done"]);

export class StepBar {
  /** `ways` has a function for each button: back, next, sendNow, dontKnow. */
  constructor(root, ways) {
    this.root = root;
    for (const [name, act] of Object.entries(ways)) {
      this.#find(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).addEventListener("click", act);
    }
  }

  /** Show what fits a step, which is the `at`-th of so many. */
  show(step, at, total, isKnown) {
    Object.assign(this.#find("progress"), { max: total, value: at });
    this.#find("count").textContent = step === "done" ? "" : `${at} of ${total}`;
    this.#find("dont-know").hidden = NEVER_UNKNOWN.has(step);
    this.#find("send-now").hidden = NOT_SENT_FROM.has(step) && !(isKnown && step === "verdict");
    this.#find("next").hidden = step === "done";
    this.#find("next").textContent = step === "look" && isKnown ? "Send what I saw" : (NEXT_WORDS[step] ?? "Next");
  }

  /** Say what went wrong; nothing takes the words away. */
  say(words) {
    const problem = this.#find("problem");
    problem.textContent = words;
    problem.hidden = !words;
  }

  busy(isBusy) {
    this.root.toggleAttribute("data-busy", isBusy);
  }

  /** Where leaving leads. */
  lead(hash) {
    this.#find("leave").hash = hash;
  }

  get away() {
    return this.#find("leave").href;
  }

  #find(name) {
    return this.root.querySelector(`[data-${name}]`);
  }
}
