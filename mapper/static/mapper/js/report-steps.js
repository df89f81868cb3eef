// <report-steps>: the form that logs a camera, one question at a time, a thumb's reach for each.

import "./facing-dial.js";
import { ReportAnswers } from "./report-answers.js";
import { DoneStep } from "./report-done.js";
import { dropDraft, keepDraft, readDraft } from "./report-draft.js";
import { FacingStep } from "./report-facing.js";
import { showLook } from "./report-look.js";
import { ReportMap } from "./report-map.js";
import { sendReport } from "./report-sending.js";
import { WhereStep } from "./report-where.js";
import { candidatesFor, showCandidates } from "./report-which.js";
import { readPosition } from "./view-address.js";

const ON_THE_MAP = new Set(["where", "facing", "which", "done"]);
const PICKED_ADVANCES = new Set(["verdict", "kind", "mount"]); // one answer, and nothing to add to it
const OUTSIDE = new Set(["which", "done"]); // steps that come only where they are needed
const KNOWN_BY_LOOKING = new Set(["where", "look", "verdict", "kind"]); // these offer their own way not to know

class ReportSteps extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.answers = new ReportAnswers(this.form);
    this.words = JSON.parse(this.querySelector("#report-words").textContent);
    this.decided = { camera: Number(this.dataset.camera) || null, another: false };
    window.addEventListener("map:init", (event) => this.#begin(event.detail.map), { once: true });
  }

  #begin(map) {
    const moved = (position) => this.where?.moved(position);
    this.map = new ReportMap(map, this.#find("map"), moved);
    this.facing = new FacingStep(this, this.answers);
    if (!this.dataset.camera) this.where = new WhereStep(this, this.answers, this.map);
    this.done = new DoneStep(this.#step("done"), this.#waysOn());
    this.#joinButtons();
    this.#joinForm();
    window.addEventListener("popstate", () => this.#followAddress());
    this.#start();
  }

  // --- where it begins -----------------------------------------------------------------------

  #start() {
    const draft = readDraft();
    const asked = this.#inAddress();
    if (draft && asked) this.#resume(draft);
    else this.#startAnew();
    const [first] = this.#order();
    const step = (draft && asked) || first;
    window.history.replaceState({ index: window.history.state?.index ?? 0 }, "", `#${step}`);
    this.#show(step);
  }

  #resume({ answers, decided, sent, candidates }) {
    this.answers.fromDraft(answers);
    Object.assign(this, { decided, sent, candidates });
    this.map.show(this.#position() ?? this.map.position);
    if (!this.#position()) this.map.showStart();
  }

  #startAnew() {
    dropDraft();
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    this.answers.set("observed_on", day.map((part) => String(part).padStart(2, "0")).join("-"));
    const view = readPosition(window.location.hash);
    if (this.where) this.where.begin(view, Boolean(view));
    else this.map.show(this.#position());
  }

  // --- from step to step -----------------------------------------------------------------------

  /** The steps that are asked, in order: of a camera that is gone nothing more is. */
  #order() {
    const names = [...this.querySelectorAll("[data-step]")].map(({ dataset }) => dataset.step);
    const asked = names.filter((name) => !OUTSIDE.has(name));
    return this.answers.get("verdict") === "gone" ? ["verdict", "look"] : asked;
  }

  #inAddress() {
    const name = window.location.hash.slice(1);
    return [...this.#order(), ...OUTSIDE].includes(name) ? name : null;
  }

  #followAddress() {
    if (this.leaving) return this.leaving();
    const step = this.#inAddress();
    if (step && (step !== "which" || this.candidates) && (step !== "done" || this.sent)) this.#show(step);
    return undefined;
  }

  #go(step) {
    const index = (window.history.state?.index ?? 0) + 1;
    window.history.pushState({ index }, "", `#${step}`);
    this.#show(step);
    this.#step(step).querySelector("h2").focus({ preventScroll: true });
  }

  #back() {
    if (window.history.state?.index) window.history.back();
    else window.location.assign(this.#find("leave").href);
  }

  async #next() {
    this.#say("");
    const step = this.current;
    if (step === "where" && !this.where.accept()) return;
    if (step === "look") {
      await this.#send();
      return;
    }
    if (step === "facing" && (await this.#asksWhich())) return;
    const order = this.#order();
    const after = step === "which" ? this.askedAfter : step;
    this.#go(order[order.indexOf(after) + 1]);
  }

  #show(step) {
    if (this.current === "facing") this.facing.leave();
    this.current = step;
    this.dataset.at = step;
    for (const each of this.querySelectorAll("[data-step]")) each.hidden = each.dataset.step !== step;
    this.toggleAttribute("data-on-map", ON_THE_MAP.has(step));
    this.querySelector("facing-dial").hidden = step !== "facing";
    this.map.lock(step !== "where");
    this.#enter(step);
    this.#showBar(step);
    this.#keep();
  }

  #enter(step) {
    if (step !== "which") this.map.markLetters([]);
    if (step === "where" || step === "facing") this.map.show(this.#position() ?? this.map.position, Math.max(this.map.zoom, this.#position() ? 17 : 0));
    if (step === "facing") this.facing.enter();
    if (step === "look") showLook(this.#find("look"), this.answers, this.facing.dial, (name) => this.#go(name));
    if (step === "which") showCandidates(this.#step("which"), this.candidates, this.words, this.map, (camera) => this.#choose(camera));
    if (step === "done") {
      this.map.show(this.sent.position, 18);
      this.done.show(this.sent);
    }
  }

  #showBar(step) {
    const order = this.#order();
    const at = order.indexOf(step === "which" ? this.askedAfter : step) + 1;
    const progress = this.#find("progress");
    Object.assign(progress, { max: order.length, value: step === "done" ? order.length : at });
    this.#find("count").textContent = step === "done" ? "" : `${at} of ${order.length}`;
    this.#find("dont-know").hidden = KNOWN_BY_LOOKING.has(step) || OUTSIDE.has(step);
    this.#find("send-now").hidden = ["where", "kind", "verdict", "look", ...OUTSIDE].includes(step);
    this.#find("next").hidden = step === "done";
    this.#find("next").textContent = { where: "It is here", look: "Put it on the map", which: "No, it is another" }[step] ?? "Next";
    this.#find("leave").hash = this.#mapHash();
  }

  // --- sending ------------------------------------------------------------------------------------

  /** Ask, while she answers, whether what stands there is meant. */
  async #asksWhich() {
    if (this.decided.camera || this.decided.another) return false;
    const position = this.#position();
    const found = await candidatesFor(position, this.answers.body(position, this.decided));
    if (found.length) this.#ask(found, "facing");
    return found.length > 0;
  }

  #ask(candidates, after) {
    Object.assign(this, { candidates, askedAfter: after });
    this.#go("which");
  }

  #choose(camera) {
    this.decided = { camera, another: false };
    this.#send();
  }

  async #send() {
    this.#say("");
    this.toggleAttribute("data-busy", true);
    const position = this.#position();
    const outcome = await sendReport(this.answers.body(position, this.decided), this.decided);
    this.toggleAttribute("data-busy", false);
    if (outcome.candidates) this.#ask(outcome.candidates, this.current);
    else if (outcome.problem) this.#refused(outcome.problem);
    else this.#finish({ ...outcome, position });
  }

  #refused({ words, field }) {
    const named = field && this.form.querySelector(`[data-claim="${field}"]`)?.closest("[data-step]");
    const step = named?.dataset.step ?? field;
    if (step && step !== this.current && this.#order().includes(step)) this.#go(step);
    this.#say(words);
  }

  /** Leave the steps behind: back from here leads to where she came from. */
  #finish(sent) {
    this.sent = sent;
    const arrive = () => {
      this.leaving = undefined;
      window.history.replaceState({ index: 0 }, "", "#done");
      this.#show("done");
      this.#step("done").querySelector("h2").focus();
      this.map.refetch();
    };
    const behind = window.history.state?.index ?? 0;
    if (!behind) return arrive();
    this.leaving = arrive;
    return window.history.go(-behind);
  }

  // --- what follows -------------------------------------------------------------------------------

  #waysOn() {
    return {
      add: () => this.#addAnother(),
      correct: () => this.#correct(),
      withdrawn: (sent) => {
        this.sent = sent;
        this.#show("done");
        this.map.refetch();
      },
    };
  }

  #addAnother() {
    const { position } = this.sent;
    this.form.reset();
    this.decided = { camera: null, another: false };
    for (const [name, degrees] of [["latitude", position.lat], ["longitude", position.lon]]) this.answers.set(name, degrees.toFixed(6));
    this.sent = undefined;
    this.#go("kind");
  }

  #correct() {
    this.decided = { camera: this.sent.camera, another: false };
    this.sent = undefined;
    this.#go("kind");
  }

  // --- the small things ------------------------------------------------------------------------

  #joinButtons() {
    const on = (name, act) => this.#find(name).addEventListener("click", act);
    on("back", () => this.#back());
    on("next", () => (this.current === "which" ? this.#another() : this.#next()));
    on("send-now", () => this.#send());
    on("dont-know", () => {
      this.answers.forget(this.#step(this.current));
      this.#next();
    });
    this.form.addEventListener("click", (event) => this.#picked(event));
  }

  #another() {
    this.decided = { camera: null, another: true };
    if (this.askedAfter === "facing") this.#next();
    else this.#send();
  }

  /** A picture that was tapped is the answer; the arrow keys only look around among them. */
  #picked({ target, detail }) {
    const step = this.current;
    if (!PICKED_ADVANCES.has(step) || !target.closest("label.choice") || !detail) return;
    setTimeout(() => this.current === step && this.#next());
  }

  #joinForm() {
    this.form.addEventListener("change", () => this.#keep());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#next();
    });
  }

  #position() {
    const { lat, lon } = this.dataset;
    return lat ? { lat: Number(lat), lon: Number(lon) } : this.answers.position;
  }

  #mapHash() {
    const { lat, lon } = this.#position() ?? this.map.position;
    return `${Math.round(this.map.zoom)}/${lat.toFixed(5)}/${lon.toFixed(5)}`;
  }

  #keep() {
    const { decided, sent, candidates, askedAfter } = this;
    keepDraft({ answers: this.answers.toDraft(), decided, sent, candidates, askedAfter });
  }

  #say(text) {
    const problem = this.#find("problem");
    problem.textContent = text;
    problem.hidden = !text;
  }

  #find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  #step(name) {
    return this.querySelector(`[data-step="${name}"]`);
  }
}

customElements.define("report-steps", ReportSteps);
