// One entry of the list of what waits: its words, and the buttons for what its author may do.

import { dayField } from "./outbox-answer.js";
import { howItStands, whatItIs, whenItWas } from "./waiting-words.js";

const NEAR_ZOOM = 18;

/**
 * Fill in a copy of the page's template for an entry.
 *
 * `acts` are called with the entry: `send(entry, body?)` and `discard(entry)`.
 */
export function drawEntry(template, entry, acts) {
  const item = template.content.firstElementChild.cloneNode(true);
  const part = (name) => item.querySelector(`[data-${name}]`);
  item.dataset.entry = entry.id;
  part("what").textContent = whatItIs(entry);
  part("when").textContent = whenItWas(entry);
  part("state").textContent = howItStands(entry);
  pointTo(part("where"), entry);
  offerEdit(part("edit"), entry);
  const choices = choicesFor(entry).map(([words, body]) => choiceButton(words, () => acts.send(entry, body)));
  part("choices").replaceChildren(...choices);
  part("send").hidden = choices.length > 0;
  part("send").addEventListener("click", () => acts.send(entry));
  part("discard").addEventListener("click", () => acts.discard(entry));
  return item;
}

/** Put a line in the place of a discarded entry, with the way back. */
export function drawDiscarded(template, entry, restore) {
  const item = template.content.firstElementChild.cloneNode(true);
  item.dataset.entry = entry.id;
  item.querySelector("[data-undo]").addEventListener("click", () => restore(entry));
  return item;
}

function pointTo(link, { body }) {
  link.hidden = !body.location;
  if (!body.location) return;
  const [lon, lat] = body.location.coordinates;
  link.href += `#${NEAR_ZOOM}/${lat.toFixed(5)}/${lon.toFixed(5)}`;
}

// A word about a known camera is too short to edit: it is said anew.
function offerEdit(link, { id, path, body }) {
  link.hidden = path !== "/api/sightings" || Boolean(body.camera);
  link.href += `#waiting=${id}`;
  link.addEventListener("click", () => followAnew(link));
}

// From the form to the form only the hash changes, which alone would load nothing.
function followAnew({ href, pathname }) {
  if (pathname !== window.location.pathname) return;
  window.location.href = href;
  window.location.reload();
}

/** What may be answered: pairs of words, and the body that says so. */
function choicesFor({ state, body, candidates, today }) {
  if (state === "clock") return [["Send it as seen today", { ...body, [dayField(body)]: today }]];
  if (state !== "question") return [];
  const known = candidates.map(({ id, reasons }) => [
    `Yes, camera ${id}: ${reasons.join(", ")}`,
    { ...body, camera: id },
  ]);
  return [...known, ["No, it is another", { ...body, new: true }]];
}

function choiceButton(words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
}
