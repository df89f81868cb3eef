// <survey-switch>: shows the layer “where people looked” or not, and keeps that in the address.

import { announce } from "./announce.js";
import { replaceAddress, showsSurveys } from "./view-address.js";

class SurveySwitch extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input");
    box.checked = showsSurveys(window.location.search);
    box.addEventListener("change", () => {
      replaceAddress({ surveys: box.checked });
      announce("surveys:switched", { shown: box.checked });
    });
  }
}

customElements.define("survey-switch", SurveySwitch);
