// <facing-dial>: an arrow around the pin, turned by dragging, by keys, or by one of eight points.

const TURN = 360;
const FINE = 5; // degrees a key turns
const COARSE = 45;
const STEPS = { ArrowRight: FINE, ArrowUp: FINE, ArrowLeft: -FINE, ArrowDown: -FINE, PageUp: COARSE, PageDown: -COARSE };
const SVG = "http://www.w3.org/2000/svg";

class FacingDial extends HTMLElement {
  connectedCallback() {
    this.bearing = null;
    this.face = this.querySelector("[data-face]");
    this.arrow = this.querySelector("[data-arrow]");
    this.points = [...this.querySelectorAll("[data-point]")];
    this.face.addEventListener("pointerdown", (event) => this.#drag(event));
    this.face.addEventListener("keydown", (event) => this.#key(event));
    this.points.forEach((point, index) => {
      point.addEventListener("click", () => this.turn(index * COARSE));
    });
  }

  /** Turn the arrow there, or away (null); tells `facing:turned` unless `isQuiet`. */
  turn(bearing, isQuiet = false) {
    this.bearing = bearing === null ? null : Math.round(bearing + TURN) % TURN;
    this.toggleAttribute("data-turned", this.bearing !== null);
    if (this.bearing !== null) this.arrow.setAttribute("transform", `rotate(${this.bearing})`);
    this.face.setAttribute("aria-valuenow", this.bearing ?? 0);
    this.face.setAttribute("aria-valuetext", this.bearing === null ? "Not said" : this.wordsFor(this.bearing));
    this.#press();
    if (!isQuiet) this.dispatchEvent(new CustomEvent("facing:turned"));
  }

  /** Draw the facings of its other lenses. */
  showOthers(bearings) {
    const drawn = bearings.map((bearing) => {
      const sector = document.createElementNS(SVG, "path");
      sector.setAttribute("class", "facing-dial__sector");
      sector.setAttribute("d", this.arrow.querySelector("path").getAttribute("d"));
      sector.setAttribute("transform", `rotate(${bearing})`);
      return sector;
    });
    this.querySelector("[data-others]").replaceChildren(...drawn);
  }

  /** A bearing in words, such as `North-east (50°)`. */
  wordsFor(bearing) {
    const nearest = Math.round(bearing / COARSE) % this.points.length;
    return `${this.points[nearest].dataset.words} (${bearing}°)`;
  }

  #press() {
    this.points.forEach((point, index) => {
      point.setAttribute("aria-pressed", String(index * COARSE === this.bearing));
    });
  }

  #drag(event) {
    event.preventDefault();
    this.face.setPointerCapture(event.pointerId);
    this.face.focus({ preventScroll: true });
    const follow = ({ clientX, clientY }) => this.#pointAt(clientX, clientY);
    follow(event);
    this.face.addEventListener("pointermove", follow);
    const end = () => this.face.removeEventListener("pointermove", follow);
    for (const name of ["pointerup", "pointercancel"]) this.face.addEventListener(name, end, { once: true });
  }

  #pointAt(x, y) {
    const { left, top, width, height } = this.face.getBoundingClientRect();
    const [east, south] = [x - left - width / 2, y - top - height / 2];
    if (Math.hypot(east, south) < width / 20) return; // on the pin itself no direction can be told
    this.turn(Math.round(((Math.atan2(east, -south) / Math.PI) * TURN) / 2));
  }

  #key(event) {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.turn(this.bearing === null ? 0 : this.bearing + step);
  }
}

customElements.define("facing-dial", FacingDial);
