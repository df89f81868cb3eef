// Where people looked: streets as bands and spots as discs, under the cameras. Solid where cameras
// were found, broken where none was; paler after a year.

import { CanvasTiles, featuresOf, trace } from "./canvas-tiles.js";

const FIRST_ZOOM = 14; // of the map; below it a street is thinner than a band
const BAND = { 14: 4, 15: 6, 16: 9, 17: 13, 18: 17 }; // CSS pixels by zoom of the map
const BROKEN = [9, 7]; // CSS pixels drawn and left out
const OLD_AFTER = 12; // months
const PALE = 0.45;

function bandAt(zoom) {
  return BAND[Math.min(zoom, 18)] ?? BAND[14];
}

/** Months between a month such as `2026-10` and now. */
function monthsSince(month, now = new Date()) {
  const [year, number] = month.split("-").map(Number);
  return (now.getUTCFullYear() - year) * 12 + now.getUTCMonth() + 1 - number;
}

function drawSurvey(context, feature, band) {
  const { looked_on: month, found } = feature.properties;
  const isArea = feature.type === 3;
  trace(context, feature);
  context.globalAlpha = monthsSince(month) > OLD_AFTER ? PALE : 1;
  context.setLineDash(found ? [] : BROKEN);
  context.lineWidth = isArea ? 3 : band;
  context.stroke();
  context.globalAlpha *= found ? 0.7 : 0.3;
  if (isArea) context.fill();
}

/** A Leaflet layer of survey tiles: above the ground, below every camera, see-through as a whole. */
export const SurveyLayer = CanvasTiles.extend({
  options: { pane: "surveys", minZoom: FIRST_ZOOM, tokens: ["looked"] },

  paint(context, layers, zoom) {
    context.strokeStyle = context.fillStyle = this.colours.looked;
    context.lineJoin = "round";
    for (const feature of featuresOf(layers.surveys)) drawSurvey(context, feature, bandAt(zoom));
  },
});
