// What is known around a walk: fetched by tiles, as the map does, in an order that says nothing of
// the way it takes.

import { VectorTile } from "@mapbox/vector-tile";
import Pbf from "pbf";
import { fetchQuietly, tileAddress } from "./tile-source.js";

const AT_ONCE = 6;

/** Too much is known in a tile to stand in it: it stands in those of the next zoom. */
export class CrowdedError extends Error {}

/** The features of layer `name` of many tiles: a map from `x/y` to `{type, properties, lines}`. */
export async function fetchTiles(template, zoom, keys, name, signal) {
  const waiting = [...keys].sort();
  const found = new Map();
  const take = async () => {
    for (let key = waiting.pop(); key; key = waiting.pop()) {
      const [x, y] = key.split("/");
      const answer = await fetchQuietly(tileAddress(template, zoom, x, y), signal);
      found.set(key, featuresOf(await answer.arrayBuffer(), name));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  return found;
}

function featuresOf(buffer, name) {
  const { layers } = new VectorTile(new Pbf(buffer));
  if (layers.crowded) throw new CrowdedError();
  const layer = layers[name];
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => {
    const feature = layer.feature(index);
    return { type: feature.type, properties: feature.properties, lines: feature.loadGeometry() };
  });
}
