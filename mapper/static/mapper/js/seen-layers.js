// What cameras see, on the map: street coverage from afar, single views when near, and in words
// what cannot be seen. Fetched when somebody first asks for it.

import { announce } from "./announce.js";
import { CoverageLayer, FIRST_ZOOM as FIRST_STREETS } from "./coverage-layer.js";
import { stretchInWords } from "./stretch-words.js";
import { ViewLayer, FIRST_ZOOM as FIRST_VIEWS } from "./view-layer.js";

const { L } = window;

const FAR = "Come nearer to see which streets are in view of cameras.";
const UNCOMPUTED =
  "Nobody has worked out yet which streets are in view here. That does not mean that none is.";
const PARTLY = "For some streets here nobody has worked out yet whether they are in view.";
const CROWDED = "Too many cameras stand here for their views to be drawn. Come nearer to see them.";
const STREETS = "Each line along a street is a camera that has it in view. Come nearer to see the views.";
const VIEWS = "Each line along a street is a camera that has it in view; areas show what each sees.";

/** Both layers as one; it says `views:told` whenever what can be seen of them changes. */
export const SeenLayers = L.LayerGroup.extend({
  viewsFrom: FIRST_VIEWS,

  initialize({ viewTiles, coverageTiles }) {
    this.coverage = new CoverageLayer(coverageTiles);
    this.views = new ViewLayer(viewTiles);
    L.LayerGroup.prototype.initialize.call(this, [this.coverage, this.views]);
    for (const layer of [this.coverage, this.views]) layer.on("load", () => this._tell());
  },

  onAdd(map) {
    map.on("zoomend", this._tell, this);
    L.LayerGroup.prototype.onAdd.call(this, map);
    this.warned = null;
    this._tell();
  },

  onRemove(map) {
    map.off("zoomend", this._tell, this);
    L.LayerGroup.prototype.onRemove.call(this, map);
  },

  restyle() {
    this.eachLayer((layer) => layer.restyle());
  },

  /** The stretch of street at a point of the window, in words; empty where there is none. */
  wordsAt(point) {
    const stretch = this._map && this.coverage.at(point);
    return stretch ? stretchInWords(stretch) : "";
  },

  /** Say in the panel what is shown, and over the map, once, what is not. */
  _tell() {
    if (!this._map) return;
    const { text, isMissing } = this._words();
    announce("views:told", { text });
    if (isMissing && this.warned !== text) announce("map:said", { text });
    if (isMissing) this.warned = text;
  },

  _words() {
    const zoom = this._map.getZoom();
    if (zoom < FIRST_STREETS) return { text: FAR, isMissing: true };
    const { computed, uncomputed } = this.coverage.tally();
    if (uncomputed && !computed) return { text: UNCOMPUTED, isMissing: true };
    if (this.views.isCrowded()) return { text: CROWDED, isMissing: true };
    if (uncomputed) return { text: PARTLY, isMissing: false };
    return { text: zoom < FIRST_VIEWS ? STREETS : VIEWS, isMissing: false };
  },
});
