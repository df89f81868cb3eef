// <waiting-list>: how much waits on this device to be sent, on every page; and the list behind it.

import { listen } from "./announce.js";
import { sendAgain, waitingEntries } from "./outbox.js";
import { dropEntry, keepEntry } from "./outbox-store.js";
import { drawDiscarded, drawEntry } from "./waiting-entry.js";
import { howMany } from "./waiting-words.js";

const SAID = {
  sent: "Sent.",
  waiting: "There is no connection yet. It stays here until there is one.",
  question: "It may be on the map already. Please say which one it is.",
  refused: "It was not taken. Below it says why.",
};

class WaitingList extends HTMLElement {
  connectedCallback() {
    this.bar = this.querySelector("[data-bar]");
    this.dialog = this.querySelector("dialog");
    this.list = this.querySelector("[data-entries]");
    this.discarded = [];
    this.querySelector("[data-show]").addEventListener("click", () => this.#open());
    this.querySelector("[data-close]").addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("click", ({ target }) => this.#clicked(target));
    this.dialog.addEventListener("close", () => this.#closed());
    listen("waiting:wanted", () => this.#open());
    listen("outbox:changed", () => this.#refresh());
    this.#refresh();
  }

  async #refresh() {
    const entries = await waitingEntries().catch(() => []);
    this.querySelector("[data-count]").textContent = howMany(entries);
    this.bar.hidden = entries.length === 0;
    if (this.dialog.open) this.#draw(entries);
  }

  async #open() {
    if (this.dialog.open) return;
    this.#say("");
    this.#draw(await waitingEntries());
    this.dialog.showModal();
  }

  /** Beside the list, or on a link to the map behind it: both mean that she has seen enough. */
  #clicked(target) {
    if (target === this.dialog || target.closest("[data-where]")) this.dialog.close();
  }

  #closed() {
    this.discarded = [];
    this.#refresh();
  }

  #draw(entries) {
    const focused = document.activeElement.closest("[data-entry]");
    const gone = new Set(this.discarded);
    const drawn = [...entries, ...this.discarded]
      .sort((one, other) => one.id - other.id)
      .map((entry) => (gone.has(entry) ? this.#drawDiscarded(entry) : this.#drawEntry(entry)));
    this.list.replaceChildren(...drawn);
    this.querySelector("[data-none]").hidden = drawn.length > 0;
    if (focused) this.#focusOn(focused.dataset.entry);
  }

  /** Where the reader was, what she did there has another button now; or nothing is left there. */
  #focusOn(id) {
    const buttons = `[data-entry="${id}"] button:not([hidden])`;
    (this.list.querySelector(buttons) ?? this.querySelector("h2")).focus();
  }

  #drawEntry(entry) {
    const acts = {
      send: (chosen, body) => this.#send(chosen, body),
      discard: (chosen) => this.#discard(chosen),
    };
    return drawEntry(this.querySelector("[data-entry-template]"), entry, acts);
  }

  #drawDiscarded(entry) {
    const template = this.querySelector("[data-discarded-template]");
    return drawDiscarded(template, entry, () => this.#restore(entry));
  }

  async #send(entry, body) {
    this.#say("Sending …");
    const { outcome } = await sendAgain(entry, body);
    this.#say(SAID[outcome]);
  }

  async #discard(entry) {
    this.discarded.push(entry);
    await dropEntry(entry.id);
  }

  async #restore(entry) {
    this.discarded = this.discarded.filter((each) => each !== entry);
    await keepEntry(entry);
  }

  #say(text) {
    this.querySelector("[data-said]").textContent = text;
  }
}

customElements.define("waiting-list", WaitingList);
