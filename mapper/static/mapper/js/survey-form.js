// <survey-form>: sends the form of a survey with the contributor's key, also where there is no net.

import { send } from "./outbox.js";

const WAITING = "There is no net just now. What you said is kept on this device and sent later.";

class SurveyForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => this.#submit(event));
  }

  async #submit(event) {
    event.preventDefault();
    const button = this.form.querySelector("[type=submit]");
    button.disabled = true;
    try {
      this.#follow(await send("/api/surveys", this.#said(), { instead: this.refused }));
    } finally {
      button.disabled = false;
    }
  }

  #said() {
    const form = new FormData(this.form);
    return {
      location: { type: "Point", coordinates: [Number(form.get("lon")), Number(form.get("lat"))] },
      street: form.get("along"),
      looked_on: form.get("looked_on"),
      seen: form.getAll("seen").map(Number),
    };
  }

  #follow({ outcome, id, answer, problem }) {
    this.refused = id;
    if (outcome === "sent") {
      window.location.assign(this.dataset.done.replace("RECEIPT", answer.survey.receipt));
      return;
    }
    this.#say(outcome === "waiting" ? WAITING : problem.detail);
  }

  #say(text) {
    const line = this.querySelector("[data-said]");
    line.textContent = text;
    line.hidden = false;
  }
}

customElements.define("survey-form", SurveyForm);
