// A camera in words: the vocabulary comes from the page, so that map, list and card say the same.

import { readFacings } from "./camera-views.js";

const POINTS = [
  "North",
  "North-east",
  "East",
  "South-east",
  "South",
  "South-west",
  "West",
  "North-west",
];

let words;

/** One word of the page's vocabulary: `inWords("kind", "dome")`, or a sentence by its name. */
export function inWords(name, value) {
  words ??= JSON.parse(document.getElementById("camera-words").textContent);
  return value === undefined ? words[name] : (words[name]?.[value] ?? value);
}

/** The heading of a card. */
export function titleOf(camera) {
  return camera.kind ? inWords("kind", camera.kind) : `Camera ${camera.id}`;
}

/** The state, and whether the camera is out of use. */
export function stateOf(camera) {
  if (!camera.state) return "…";
  const state = inWords("state", camera.state);
  return camera.lifecycle === "disused" ? `${state}, out of use` : state;
}

function facingInWords({ bearing, opening }) {
  const point = POINTS[Math.round(bearing / 45) % 8];
  const wide = opening ? `, ${Math.round(opening)}° wide` : "";
  return `${point} (${Math.round(bearing)}°${wide})`;
}

/** The facing in words; takes the text of a tile or the list of the programming interface. */
export function facingsOf(camera) {
  const given = camera.facings ?? "";
  const facings = Array.isArray(given) ? given : readFacings(given);
  if (facings.length) return facings.map(facingInWords).join("; ");
  return ["panning", "dome", "panorama"].includes(camera.kind) ? "All round" : "Not known";
}

/** Pairs of name and value for a card; what has not arrived yet is left out. */
export function factsOf(camera) {
  const rows = [
    ["Run by", camera.operator_type && inWords("operator_type", camera.operator_type)],
    ["Facing", camera.kind && facingsOf(camera)],
    ["Face recognition", camera.face_recognition && inWords("answer", camera.face_recognition)],
    ["Plate reading", camera.plate_reading && inWords("answer", camera.plate_reading)],
  ];
  return rows.filter(([, value]) => value);
}
