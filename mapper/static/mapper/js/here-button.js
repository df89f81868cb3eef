// <here-button>: take the device's position and open the page that was waiting for it.

const DECIMALS = 5; // about a metre
const PATIENCE = 15_000; // milliseconds
const REFUSED = "Your device did not tell its position. Name a street or a place instead.";

class HereButton extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("button").addEventListener("click", () => this.#locate());
  }

  #locate() {
    if (!navigator.geolocation) return this.#say(REFUSED);
    this.#say("Looking for your position …");
    return navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#open(coords),
      () => this.#say(REFUSED),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  }

  #open({ latitude, longitude }) {
    const query = new URLSearchParams({
      lat: latitude.toFixed(DECIMALS),
      lon: longitude.toFixed(DECIMALS),
    });
    window.location.assign(`${this.dataset.address}?${query}`);
  }

  #say(text) {
    this.querySelector("[data-said]").textContent = text;
  }
}

customElements.define("here-button", HereButton);
