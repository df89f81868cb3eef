// The ground that cameras see, cut by walls: filled within a line where it is known, hatched within
// a broken line where it is assumed; deeper where a face can be recognised.

import { CanvasTiles, featuresOf, trace } from "./canvas-tiles.js";

export const FIRST_ZOOM = 17; // of the map; below it a view is smaller than the sign of its camera
const HATCH = 8; // CSS pixels from line to line
const BROKEN = [5, 4]; // CSS pixels drawn and left out
const FILLED = { observe: 0.16, recognise: 0.3 };
const HATCHED = { observe: 0.35, recognise: 0.6 };
const EDGE = { observe: 1.25, recognise: 1.75 }; // CSS pixels

/** What is assumed lies under what is known, and what is seen at all under what is recognised. */
function rank({ properties }) {
  return (properties.assumed ? 0 : 2) + (properties.detail === "recognise" ? 1 : 0);
}

/** Slanting lines, which go on from tile to tile: a tile's side is a multiple of their distance. */
function hatching(context, colour) {
  const ratio = context.getTransform().a;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = HATCH * ratio;
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  pen.strokeStyle = colour;
  pen.lineWidth = 1.25;
  pen.stroke(new Path2D(`M-2 2 2-2M-2 ${HATCH + 2} ${HATCH + 2}-2M${HATCH - 2} ${HATCH + 2}l4-4`));
  const pattern = context.createPattern(canvas, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

function drawView(context, feature, colour, hatch) {
  const { detail, assumed } = feature.properties;
  trace(context, feature);
  context.fillStyle = assumed ? hatch : colour;
  context.globalAlpha = (assumed ? HATCHED : FILLED)[detail];
  context.fill();
  context.globalAlpha = assumed ? 0.7 : 0.9;
  context.strokeStyle = colour;
  context.lineWidth = EDGE[detail];
  context.setLineDash(assumed ? BROKEN : []);
  context.stroke();
}

/** A Leaflet layer of view tiles. */
export const ViewLayer = CanvasTiles.extend({
  options: { pane: "views", minZoom: FIRST_ZOOM, tokens: ["in-view", "in-view-face"] },

  paint(context, layers, zoom, canvas) {
    canvas.toggleAttribute("data-crowded", Boolean(layers.crowded));
    const { "in-view": observe, "in-view-face": recognise } = this.colours;
    const colours = { observe, recognise };
    const hatches = {
      observe: hatching(context, observe),
      recognise: hatching(context, recognise),
    };
    context.lineJoin = "round";
    for (const feature of featuresOf(layers.views).sort((one, other) => rank(one) - rank(other))) {
      const { detail } = feature.properties;
      drawView(context, feature, colours[detail], hatches[detail]);
    }
  },

  /** Whether in some tile here are more views than it can hold. */
  isCrowded() {
    return Object.values(this._tiles ?? {}).some(({ el }) => el.hasAttribute("data-crowded"));
  },
});
