// The steps of a journey in the browser's history: its back button is our back button.

export class StepHistory {
  /** `arrived` is told the step in the address whenever somebody went back or forth. */
  constructor(arrived) {
    window.addEventListener("popstate", () => (this.leaving ? this.leaving() : arrived(this.step)));
  }

  /** The name after the hash. */
  get step() {
    return window.location.hash.slice(1);
  }

  /** How many steps lie behind. */
  get depth() {
    return window.history.state?.depth ?? 0;
  }

  push(step) {
    window.history.pushState({ depth: this.depth + 1 }, "", `#${step}`);
  }

  replace(step) {
    window.history.replaceState({ depth: this.depth }, "", `#${step}`);
  }

  back(elsewhere) {
    if (this.depth) window.history.back();
    else window.location.assign(elsewhere);
  }

  /** Put all steps behind one, so that back from there leads to where the journey began. */
  finish(step, arrived) {
    this.leaving = () => {
      this.leaving = undefined;
      window.history.replaceState({ depth: 0 }, "", `#${step}`);
      arrived();
    };
    if (this.depth) window.history.go(-this.depth);
    else this.leaving();
  }
}
