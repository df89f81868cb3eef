// <place-search>: find a street or a place by name; a combobox with a list of answers.
// A place with figures has a link to them beside its row: what is inside a row cannot be reached by
// keyboard. On a page that keeps what somebody drew (data-stays) nothing leads away.
// Without script it is an ordinary form to the search page.

import { announce, listen } from "./announce.js";
import { fetchQuietly } from "./tile-source.js";

const PAUSE = 180; // milliseconds after the last key

class PlaceSearch extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.box = this.querySelector(".place-search__answers");
    this.list = this.querySelector("[role=listbox]");
    this.status = this.querySelector("[role=status]");
    this.answers = [];
    this.active = -1;
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#pressed(event));
    this.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.contains(relatedTarget)) this.#close();
    });
    this.box.addEventListener("mousedown", (event) => event.preventDefault());
    this.box.addEventListener("keydown", (event) => this.#left(event));
    this.list.addEventListener("click", (event) => this.#clicked(event));
    this.querySelector("form").addEventListener("submit", (event) => this.#submitted(event));
    listen("view:changed", ({ lat, lon }) => (this.near = `${lon.toFixed(4)},${lat.toFixed(4)}`));
  }

  #typed() {
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    if (!text) return this.#close();
    this.timer = setTimeout(() => this.#ask(text), PAUSE);
    return undefined;
  }

  async #ask(text) {
    this.waiting?.abort();
    this.waiting = new AbortController();
    const query = new URLSearchParams({ q: text, ...(this.near && { near: this.near }) });
    try {
      const answer = await fetchQuietly(`${this.dataset.address}?${query}`, this.waiting.signal);
      this.#show((await answer.json()).results, text);
    } catch (error) {
      if (error.name !== "AbortError") this.status.textContent = "The search is away for now.";
    }
  }

  #show(results, text) {
    this.answers = results;
    this.list.replaceChildren(...results.map((found, index) => option(found, index)));
    this.list.style.gridRowEnd = `span ${Math.max(1, results.length)}`;
    const links = results.flatMap((found, index) => (found.figures ? [link(found, index)] : []));
    this.box.replaceChildren(this.list, ...("stays" in this.dataset ? [] : links));
    this.#highlight(-1);
    this.#setOpen(results.length > 0);
    const many = results.length === 1 ? "1 answer" : `${results.length} answers`;
    this.status.textContent = results.length ? many : `Nothing here is called “${text}”.`;
    this.toggleAttribute("data-empty", !results.length);
  }

  #pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.answers.length) {
      event.preventDefault();
      this.#setOpen(true);
      const rows = this.answers.length;
      this.#highlight((Math.max(this.active, step < 0 ? 0 : -1) + step + rows) % rows);
    } else if (event.key === "Escape") {
      if (this.box.hidden) this.input.value = "";
      this.#close();
    }
  }

  #left(event) {
    if (event.key !== "Escape") return;
    this.input.focus();
    this.#close();
  }

  #highlight(index) {
    this.active = index;
    [...this.list.children].forEach((row, at) => row.setAttribute("aria-selected", at === index));
    const row = this.list.children[index];
    if (row) this.input.setAttribute("aria-activedescendant", row.id);
    else this.input.removeAttribute("aria-activedescendant");
    row?.scrollIntoView({ block: "nearest" });
  }

  #clicked(event) {
    const row = event.target.closest("[role=option]");
    if (row) this.#choose(this.answers[Number(row.dataset.index)]);
  }

  async #submitted(event) {
    event.preventDefault();
    if (!this.answers.length && this.input.value.trim()) await this.#ask(this.input.value.trim());
    const chosen = this.answers[Math.max(0, this.active)];
    if (chosen) this.#choose(chosen);
  }

  #choose(found) {
    this.input.value = found.name;
    this.#close();
    announce("view:wanted", { box: found.bbox.join(",") });
    announce("map:said", { text: `The map shows ${found.name}.` });
  }

  #close() {
    clearTimeout(this.timer);
    this.#setOpen(false);
    this.#highlight(-1);
    this.removeAttribute("data-empty");
  }

  #setOpen(open) {
    this.box.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }
}

function option(found, index) {
  const row = document.createElement("li");
  row.id = `place-answer-${index}`;
  row.dataset.index = index;
  row.setAttribute("role", "option");
  const name = document.createElement("span");
  name.textContent = found.name;
  const what = document.createElement("span");
  what.className = "quiet small";
  what.textContent = found.what;
  row.append(name, what);
  return row;
}

function link(found, index) {
  const figures = document.createElement("a");
  figures.href = found.figures;
  figures.className = "place-search__figures small";
  figures.style.gridRow = index + 1;
  figures.textContent = "Figures";
  figures.setAttribute("aria-label", `Figures of ${found.name}`);
  return figures;
}

customElements.define("place-search", PlaceSearch);
