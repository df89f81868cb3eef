// What somebody answered: read from and written to the one form, and told as the interface takes it.

const UNKNOWN = "unknown";
const SAW = "saw";

/** The answers of a form whose questions name their OSM key in `data-claim`. */
export class ReportAnswers {
  constructor(form) {
    this.form = form;
  }

  /** What a field says; of radio buttons the one chosen. */
  get(name) {
    return this.form.elements.namedItem(name)?.value ?? "";
  }

  set(name, value) {
    const field = this.form.elements.namedItem(name);
    if (field) field.value = value;
  }

  /** Whether somebody said something other than that she does not know. */
  isKnown(name) {
    return !["", UNKNOWN].includes(this.get(name));
  }

  /** The answer in the words of the form. */
  words(name) {
    const chosen = this.form.querySelector(`[name="${name}"]:checked`);
    return chosen ? chosen.closest("label").textContent.trim() : this.get(name);
  }

  /** Say that nobody knows the answers to the questions inside an element. */
  forget(step) {
    for (const { dataset } of step.querySelectorAll("[data-claim]")) {
      const isChoice = this.form.elements.namedItem(dataset.field) instanceof RadioNodeList;
      this.set(dataset.field, isChoice ? UNKNOWN : "");
    }
  }

  get position() {
    const [lat, lon] = ["latitude", "longitude"].map((name) => Number.parseFloat(this.get(name)));
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
  }

  /** What was seen, by OSM key, each with how she knows. */
  get claims() {
    const told = [...this.form.querySelectorAll("[data-claim]")].filter(({ dataset }) => this.isKnown(dataset.field));
    return Object.fromEntries(told.map(({ dataset }) => [dataset.claim, this.#claim(dataset.field)]));
  }

  #claim(name) {
    const explained = name === "operator" ? "operator_type" : name;
    return { value: this.get(name), basis: this.get(`${explained}_basis`) || SAW };
  }

  /** The body of a sighting; `position` and `decided` say where, and of which camera. */
  body(position, decided) {
    const accuracy = Number.parseFloat(this.get("accuracy_m"));
    return {
      location: { type: "Point", coordinates: [position.lon, position.lat] },
      ...(Number.isFinite(accuracy) && { accuracy_m: accuracy }),
      verdict: this.get("verdict") || "present",
      ...(decided.camera && { camera: decided.camera }),
      ...(!decided.camera && decided.another && { new: true }),
      observed_on: this.get("observed_on"),
      claims: this.claims,
    };
  }

  /** Every answer by name, to be kept on the device. */
  toDraft() {
    const kept = [...new FormData(this.form)].filter(([name]) => !["csrfmiddlewaretoken", "token"].includes(name));
    return Object.fromEntries(kept);
  }

  /** What a body says, in the shape of a draft. */
  draftOf({ location, accuracy_m = "", verdict, observed_on, claims }) {
    const [longitude, latitude] = location.coordinates;
    const draft = { latitude, longitude, accuracy_m, verdict, observed_on };
    for (const [key, { value, basis }] of Object.entries(claims)) {
      const name = this.form.querySelector(`[data-claim="${key}"]`)?.dataset.field;
      if (name) Object.assign(draft, { [name]: value, [`${name}_basis`]: basis });
    }
    return draft;
  }

  fromDraft(draft) {
    for (const [name, value] of Object.entries(draft)) this.set(name, value);
  }
}
