// Camera tiles: fetched once for a selection, decoded once, handed out in world coordinates.

import { VectorTile } from "@mapbox/vector-tile";
import Pbf from "pbf";
import { fetchQuietly, tileAddress } from "./tile-source.js";

const MAX_ZOOM = 18;
const TILES_KEPT = 160;

/** The zoom of the tiles behind a map zoom: each covers 512 CSS pixels. */
export function tileZoom(mapZoom) {
  return Math.max(0, Math.min(MAX_ZOOM, Math.floor(mapZoom) - 1));
}

function decodeLayer(layer, z, x, y) {
  const scale = 1 / (layer.extent * 2 ** z);
  return Array.from({ length: layer.length }, (_, index) => {
    const feature = layer.feature(index);
    const [[point]] = feature.loadGeometry();
    const worldX = x / 2 ** z + point.x * scale;
    const worldY = y / 2 ** z + point.y * scale;
    return { ...feature.properties, worldX, worldY };
  });
}

/** Take a tile apart: lists of what it holds; `worldX`, `worldY` run from 0 in the north-west to 1. */
export function decodeTile(buffer, z, x, y) {
  const { layers } = new VectorTile(new Pbf(buffer));
  const read = (name) => (layers[name] ? decodeLayer(layers[name], z, x, y) : []);
  return { cameras: read("cameras"), counts: read("counts"), homes: read("homes") };
}

/** The tiles of one selection at a time; what was fetched is kept while it is still in use. */
export class CameraTiles {
  constructor(template) {
    this.template = template;
    this.query = "";
    this.tiles = new Map();
  }

  /** Choose anew (a query string, or "" for all): what was fetched no longer counts. */
  select(query) {
    this.query = query;
    this.forget();
  }

  /** Fetch everything anew when next asked. */
  forget() {
    this.waiting?.abort();
    this.waiting = new AbortController();
    this.tiles.clear();
  }

  /** Forget everything, and take nothing from what the browser keeps either. */
  renew() {
    this.forget();
    this.cache = "reload";
  }

  /** A tile that is here already, or undefined; its fetching begins, and `onArrival` is called. */
  get(z, x, y, onArrival) {
    const key = `${z}/${x}/${y}`;
    const known = this.tiles.get(key);
    this.tiles.delete(key);
    this.tiles.set(key, known ?? {});
    if (!known) this.#fetch(key, z, x, y, onArrival);
    this.#dropOldest();
    return known?.content;
  }

  async #fetch(key, z, x, y, onArrival) {
    const entry = this.tiles.get(key);
    const address = tileAddress(this.template, z, x, y) + (this.query && `?${this.query}`);
    try {
      this.waiting ??= new AbortController();
      const answer = await fetchQuietly(address, this.waiting.signal, this.cache);
      entry.content = decodeTile(await answer.arrayBuffer(), z, x, y);
      onArrival();
    } catch {
      if (this.tiles.get(key) === entry) this.tiles.delete(key);
    }
  }

  #dropOldest() {
    for (const key of this.tiles.keys()) {
      if (this.tiles.size <= TILES_KEPT) return;
      this.tiles.delete(key);
    }
  }
}
