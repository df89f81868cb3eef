// <share-link>: hand an address on, by the device's sheet or the clipboard; says what it did.

class ShareLink extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("button").addEventListener("click", () => this.#share());
  }

  async #share() {
    const { href: url } = new URL(this.dataset.address, window.location.origin);
    try {
      if (navigator.share) await navigator.share({ url });
      else {
        await navigator.clipboard.writeText(url);
        this.#say("Link copied");
      }
    } catch (error) {
      if (error.name !== "AbortError") this.#say(url);
    }
  }

  /** On the button itself, where the reader looks, and aloud. */
  #say(text) {
    const words = this.querySelector("[data-words]");
    words.setAttribute("role", "status");
    words.textContent = text;
  }
}

customElements.define("share-link", ShareLink);
