// Street coverage: as many lines as cameras have a stretch in view, broken where it only may be;
// a thin line where somebody looked and it is in nobody's view, dots where nobody has looked.

import { CanvasTiles, featuresOf, trace } from "./canvas-tiles.js";

export const FIRST_ZOOM = 13; // of the map; below it a town is a tangle
const PEN = { 13: 1.25, 14: 1.5, 15: 1.75, 16: 2.25, 17: 3, 18: 3.5 }; // CSS pixels of one line
const MOST = 3; // lines: that many cameras, or more
const TOUCHED = 12; // CSS pixels from a line that still mean it: a thumb is broad
const LAST_ZOOM = 18; // from here on lines grow no wider

/** What a stretch says: how many lines, or how else it is drawn; the most telling last. */
function signOf({ seen, possible, looked }) {
  if (seen) return Math.min(seen, MOST);
  if (possible) return "maybe";
  return looked ? "none" : "unknown";
}

const ORDER = ["unknown", "none", "maybe", 1, 2, 3];

/** So many lines side by side: one broad line, from which the gaps are taken out again. */
function drawLines(context, lines, pen) {
  for (let width = 2 * lines - 1, taken = false; width > 0; width -= 2, taken = !taken) {
    context.globalCompositeOperation = taken ? "destination-out" : "source-over";
    context.lineWidth = width * pen;
    context.stroke();
  }
  context.globalCompositeOperation = "source-over";
}

const DRAW = {
  unknown(context, pen, colours) {
    context.strokeStyle = colours["not-looked"];
    context.lineCap = "round";
    context.setLineDash([0, 4 * pen]);
    context.lineWidth = 0.9 * pen;
    context.stroke();
  },
  none(context, pen, colours) {
    context.strokeStyle = colours.looked;
    context.lineWidth = 0.75 * pen;
    context.stroke();
  },
  maybe(context, pen) {
    context.setLineDash([2.5 * pen, 2 * pen]);
    context.lineWidth = pen;
    context.stroke();
  },
};

function drawStretch(context, feature, pen, colours) {
  const sign = signOf(feature.properties);
  context.save();
  context.lineCap = "butt";
  context.lineJoin = "round";
  context.strokeStyle = colours[feature.properties.faces ? "in-view-face" : "in-view"];
  trace(context, feature);
  if (DRAW[sign]) DRAW[sign](context, pen, colours);
  else drawLines(context, sign, pen);
  context.restore();
}

/** How far a point is from the way between two others. */
function distanceTo(one, other, point) {
  const [wide, high] = [other.x - one.x, other.y - one.y];
  const along = ((point.x - one.x) * wide + (point.y - one.y) * high) / (wide ** 2 + high ** 2 || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(one.x + share * wide - point.x, one.y + share * high - point.y);
}

/** How far a point is from the nearest line of a feature, in the units of its tile. */
function distanceOf(feature, point) {
  const ways = feature.loadGeometry().flatMap((line) =>
    line.slice(1).map((end, index) => distanceTo(line[index], end, point)),
  );
  return Math.min(...ways);
}

/** A Leaflet layer of coverage tiles; knows of each tile whether all of it was computed. */
export const CoverageLayer = CanvasTiles.extend({
  options: {
    pane: "coverage",
    minZoom: FIRST_ZOOM,
    tokens: ["in-view", "in-view-face", "looked", "not-looked"],
  },

  paint(context, layers, zoom, canvas) {
    const stretches = featuresOf(layers.streets);
    canvas.stretches = stretches;
    const known = stretches.filter(({ properties }) => properties.computed);
    canvas.dataset.computed = known.length;
    canvas.dataset.uncomputed = stretches.length - known.length;
    const pen = PEN[Math.min(zoom, LAST_ZOOM)] ?? PEN[FIRST_ZOOM];
    const place = ({ properties }) => ORDER.indexOf(signOf(properties));
    known.sort((one, other) => place(one) - place(other));
    for (const feature of known) drawStretch(context, feature, pen, this.colours);
  },

  /** What is known of the stretch nearest to a point of the window under a thumb, or null. */
  at({ x, y }) {
    let found = { distance: TOUCHED, properties: null };
    for (const { el, current } of Object.values(this._tiles ?? {})) {
      const { left, top, width } = el.getBoundingClientRect();
      for (const feature of (current && el.stretches) || []) {
        const scale = feature.extent / width;
        const point = { x: (x - left) * scale, y: (y - top) * scale };
        const distance = distanceOf(feature, point) / scale;
        if (distance < found.distance) found = { distance, properties: feature.properties };
      }
    }
    return found.properties;
  },

  /** How many kinds of stretch in the tiles here were computed, and how many not. */
  tally() {
    const sum = (name) =>
      Object.values(this._tiles).reduce((all, { el }) => all + Number(el.dataset[name] ?? 0), 0);
    return { computed: sum("computed"), uncomputed: sum("uncomputed") };
  },
});
