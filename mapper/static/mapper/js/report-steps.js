// <report-steps>: the form that logs a camera, one question at a time, a thumb's reach for each.

import { today } from "./device-day.js";
import "./facing-dial.js";
import { ReportAnswers } from "./report-answers.js";
import { StepBar } from "./report-bar.js";
import { DoneStep } from "./report-done.js";
import { dropDraft, keepDraft, readDraft, waitingReport } from "./report-draft.js";
import { FacingStep } from "./report-facing.js";
import { showLook } from "./report-look.js";
import { EXACT_ZOOM, ReportMap } from "./report-map.js";
import { sendReport } from "./report-sending.js";
import { WhereStep } from "./report-where.js";
import { candidatesFor, showCandidates } from "./report-which.js";
import { StepHistory } from "./step-history.js";
import { readPosition } from "./view-address.js";

const ON_THE_MAP = new Set(["where", "facing", "which", "done"]);
const PICKED_ADVANCES = new Set(["verdict", "kind", "mount"]); // one answer, and nothing to add to it
const OUTSIDE = new Set(["which", "done"]); // steps that come only where they are needed
// Where a page asks one thing about a known camera, by the word in the address.
const ASKED = { kind: "kind", facing: "facing", operator_type: "who", signage: "sign" };
const NOTHING_DECIDED = { camera: null, another: false };

class ReportSteps extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.answers = new ReportAnswers(this.form);
    this.words = JSON.parse(this.querySelector("#report-words").textContent);
    this.decided = { ...NOTHING_DECIDED, camera: Number(this.dataset.camera) || null };
    window.addEventListener("map:init", (event) => this.#begin(event.detail.map), { once: true });
  }

  #begin(map) {
    this.map = new ReportMap(map, this.querySelector("[data-map]"), (position) => this.where?.moved(position));
    this.facing = new FacingStep(this, this.answers);
    if (!this.dataset.camera) this.where = new WhereStep(this, this.answers, this.map);
    this.done = new DoneStep(this.#step("done"), {
      add: () => this.#addAnother(),
      correct: () => this.#correct(),
      withdrawn: (sent) => this.#showSent(sent),
    });
    this.history = new StepHistory((step) => this.#canShow(step) && this.#show(step));
    this.bar = new StepBar(this, {
      back: () => this.history.back(this.bar.away),
      next: () => this.#next(),
      sendNow: () => this.#send(),
      dontKnow: () => this.#forget(),
    });
    this.#joinForm();
    this.#start();
  }

  #joinForm() {
    this.form.addEventListener("click", (event) => this.#picked(event));
    this.form.addEventListener("change", () => this.#keep());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#next();
    });
  }

  // --- where it begins

  async #start() {
    const waiting = await waitingReport(window.location.hash);
    const draft = readDraft();
    if (waiting) this.#resume({ ...waiting, answers: this.answers.draftOf(waiting.body) });
    else if (draft && this.#isStep(this.history.step)) this.#resume(draft);
    else this.#startAnew();
    const asked = waiting ? "look" : this.history.step;
    const step = this.#canShow(asked) && (draft || waiting) ? asked : this.#first;
    this.history.replace(step);
    this.#show(step);
  }

  #resume({ answers, decided, instead, sent, candidates, askedAfter }) {
    this.answers.fromDraft(answers);
    Object.assign(this, { decided: decided ?? this.decided, instead, sent, candidates, askedAfter });
    if (this.#position) this.map.show(this.#position);
    else this.map.showStart();
  }

  #startAnew() {
    dropDraft();
    this.answers.set("observed_on", today());
    const view = readPosition(window.location.hash);
    if (this.where) this.where.begin(view, Boolean(view));
    else this.map.show(this.#position);
  }

  get #first() {
    const ask = new URLSearchParams(window.location.search).get("ask");
    return (this.dataset.camera && ASKED[ask]) || this.#order()[0];
  }

  // --- from step to step

  /** The steps that are asked, in order: of a camera that is gone nothing more is. */
  #order() {
    if (this.answers.get("verdict") === "gone") return ["verdict", "look"];
    const names = [...this.querySelectorAll("[data-step]")].map(({ dataset }) => dataset.step);
    return names.filter((name) => !OUTSIDE.has(name));
  }

  #isStep(name) {
    return this.#order().includes(name) || OUTSIDE.has(name);
  }

  #canShow(name) {
    if (name === "which") return Boolean(this.candidates);
    return name === "done" ? Boolean(this.sent) : this.#isStep(name);
  }

  #go(step) {
    this.history.push(step);
    this.#show(step);
    this.#step(step).querySelector("h2").focus({ preventScroll: true });
  }

  async #next() {
    this.bar.say("");
    const step = this.current;
    if (step === "which") return this.#isAnother();
    if (step === "look") return this.#send();
    if (step === "where" && !this.where.accept()) return undefined;
    if (step === "facing" && (await this.#asksWhich())) return undefined;
    return this.#goAfter(step);
  }

  #goAfter(step) {
    const order = this.#order();
    this.#go(order[order.indexOf(step) + 1]);
  }

  #forget() {
    this.answers.forget(this.#step(this.current));
    this.#next();
  }

  /** A picture that was tapped is the answer; the arrow keys only look around among them. */
  #picked({ target, detail }) {
    const step = this.current;
    if (!PICKED_ADVANCES.has(step) || !target.closest("label.choice") || !detail) return;
    setTimeout(() => this.current === step && this.#next());
  }

  #show(step) {
    if (this.current === "facing") this.facing.leave();
    this.current = this.dataset.at = step;
    for (const each of this.querySelectorAll("[data-step]")) each.hidden = each.dataset.step !== step;
    this.toggleAttribute("data-on-map", ON_THE_MAP.has(step));
    this.querySelector("facing-dial").hidden = step !== "facing";
    this.map.lock(step !== "where");
    this.#enter(step);
    const order = this.#order();
    const at = step === "done" ? order.length : order.indexOf(step === "which" ? this.askedAfter : step) + 1;
    this.bar.show(step, at, order.length, Boolean(this.dataset.camera));
    this.bar.lead(this.map.address);
    this.#keep();
  }

  #enter(step) {
    if (step !== "which") this.map.markLetters([]);
    if (step === "facing") this.map.show(this.#position, Math.max(this.map.zoom, EXACT_ZOOM + 1));
    if (step === "facing") this.facing.enter();
    if (step === "look") this.#showLook();
    if (step === "which") this.#showWhich();
    if (step === "done") this.map.show(this.sent.position, EXACT_ZOOM + 1);
    if (step === "done") this.done.show(this.sent);
  }

  #showLook() {
    const list = this.querySelector("[data-look]");
    showLook(list, this.answers, this.facing.dial, (name) => this.#go(name));
  }

  // --- is it one of these?

  #showWhich() {
    const choose = (camera) => this.#choose(camera);
    showCandidates(this.#step("which"), this.candidates, this.words, this.map, choose);
  }

  /** Ask, while she answers, whether what stands there is meant. */
  async #asksWhich() {
    if (this.decided.camera || this.decided.another) return false;
    const found = await candidatesFor(this.answers.body(this.#position, this.decided));
    if (found.length) this.#ask(found, "facing");
    return found.length > 0;
  }

  #ask(candidates, askedAfter) {
    Object.assign(this, { candidates, askedAfter });
    this.#go("which");
  }

  #choose(camera) {
    this.decided = { camera, another: false };
    this.#send();
  }

  #isAnother() {
    this.decided = { camera: null, another: true };
    if (this.askedAfter === "facing") this.#goAfter("facing");
    else this.#send();
  }

  // --- sending, and what follows

  async #send() {
    this.bar.say("");
    this.bar.busy(true);
    const outcome = await sendReport(this.answers.body(this.#position, this.decided), this.instead);
    this.bar.busy(false);
    this.instead = outcome.instead;
    if (outcome.candidates) this.#ask(outcome.candidates, this.current === "which" ? this.askedAfter : this.current);
    else if (outcome.problem) this.#refused(outcome.problem);
    else this.history.finish("done", () => this.#showSent({ ...outcome, position: this.#position }));
  }

  #refused({ words, field }) {
    const named = field && this.form.querySelector(`[data-claim="${field}"]`)?.closest("[data-step]");
    const step = named?.dataset.step ?? field;
    if (step !== this.current && this.#order().includes(step)) this.#go(step);
    this.bar.say(words);
  }

  #showSent(sent) {
    this.sent = sent;
    this.#show("done");
    this.#step("done").querySelector("h2").focus();
    this.map.refetch();
  }

  #addAnother() {
    const { lat, lon } = this.sent.position;
    this.form.reset();
    this.answers.fromDraft({ latitude: lat.toFixed(6), longitude: lon.toFixed(6), observed_on: today() });
    this.#again({ camera: null, another: false });
  }

  #correct() {
    this.#again({ camera: this.sent.camera, another: false });
  }

  #again(decided) {
    Object.assign(this, { decided, sent: undefined, candidates: undefined, instead: undefined });
    this.#go("kind");
  }

  // --- the small things

  get #position() {
    const { lat, lon } = this.dataset;
    return lat ? { lat: Number(lat), lon: Number(lon) } : this.answers.position;
  }

  #keep() {
    const { decided, instead, sent, candidates, askedAfter } = this;
    keepDraft({ answers: this.answers.toDraft(), decided, instead, sent, candidates, askedAfter });
  }

  #step(name) {
    return this.querySelector(`[data-step="${name}"]`);
  }
}

customElements.define("report-steps", ReportSteps);
