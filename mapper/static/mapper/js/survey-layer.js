// Where people looked: streets as bands and spots as discs, under the cameras. Solid where cameras
// were found, broken where none was; paler after a year.

import { VectorTile } from "@mapbox/vector-tile";
import Pbf from "pbf";
import { tokenColours } from "./theme.js";
import { fetchQuietly, tileAddress } from "./tile-source.js";

const { L } = window;

const TILE_SIZE = 512; // CSS pixels: a tile stands one zoom below the map's
const FIRST_ZOOM = 14; // of the map; below it a street is thinner than a band
const DEEPEST_ZOOM = 19; // of the map: tiles end at 18
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

function trace(context, lines, scale, isArea) {
  context.beginPath();
  for (const line of lines) {
    line.forEach(({ x, y }, index) =>
      index ? context.lineTo(x * scale, y * scale) : context.moveTo(x * scale, y * scale),
    );
    if (isArea) context.closePath();
  }
}

function drawSurvey(context, feature, scale, band) {
  const { looked_on: month, found } = feature.properties;
  const isArea = feature.type === 3;
  trace(context, feature.loadGeometry(), scale, isArea);
  context.globalAlpha = monthsSince(month) > OLD_AFTER ? PALE : 1;
  context.setLineDash(found ? [] : BROKEN);
  context.lineWidth = isArea ? 3 : band;
  context.stroke();
  context.globalAlpha *= found ? 0.7 : 0.3;
  if (isArea) context.fill();
}

/** A Leaflet layer of survey tiles from `template`, an address with {z}, {x} and {y}. */
export const SurveyLayer = L.GridLayer.extend({
  options: { tileSize: TILE_SIZE, minZoom: FIRST_ZOOM, maxNativeZoom: DEEPEST_ZOOM, pane: "surveys" },

  initialize(template) {
    L.GridLayer.prototype.initialize.call(this);
    this.template = template;
  },

  /** Where they go: above the ground, below every camera; the pane as a whole is see-through. */
  onAdd(map) {
    const pane = map.getPane("surveys") ?? map.createPane("surveys");
    pane.classList.add("survey-pane");
    this.colour = tokenColours(["looked"]).looked;
    return L.GridLayer.prototype.onAdd.call(this, map);
  },

  restyle() {
    this.colour = tokenColours(["looked"]).looked;
    if (this._map) this.redraw();
  },

  createTile({ x, y, z }, done) {
    const canvas = document.createElement("canvas");
    this._fill(canvas, x, y, z).then(
      () => done(null, canvas),
      (error) => done(error, canvas),
    );
    return canvas;
  },

  async _fill(canvas, x, y, z) {
    const answer = await fetchQuietly(tileAddress(this.template, z - 1, x, y));
    const { layers } = new VectorTile(new Pbf(await answer.arrayBuffer()));
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = TILE_SIZE * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.strokeStyle = context.fillStyle = this.colour;
    context.lineJoin = "round";
    for (let index = 0; index < (layers.surveys?.length ?? 0); index += 1) {
      drawSurvey(context, layers.surveys.feature(index), TILE_SIZE / layers.surveys.extent, bandAt(z));
    }
  },
});
