// Supercluster with the points of a file: how long its index takes, and each tile with its bytes.
//
//   node supercluster.mjs POINTS TILES PACKAGES
//
// POINTS are float64 longitudes and latitudes in turns, TILES is JSON [[z, x, y], …]; the answer is
// JSON {"load": seconds, "tiles": [[median seconds, bytes], …]}, each tile taken RUNS times.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";

const RUNS = 9;
const [points, tiles, packages] = process.argv.slice(2);
const require = createRequire(`${packages}/`);
const { default: Supercluster } = await import(
  pathToFileURL(require.resolve("supercluster")).href
);
const { fromGeojsonVt } = require("vt-pbf");

const bytes = readFileSync(points);
const lonlat = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
const features = [];
for (let at = 0; at < lonlat.length; at += 2) {
  features.push({
    type: "Feature",
    properties: {},
    geometry: { type: "Point", coordinates: [lonlat[at], lonlat[at + 1]] },
  });
}

const began = performance.now();
const index = new Supercluster({ maxZoom: 16, extent: 4096, radius: 320 });
index.load(features);
const load = (performance.now() - began) / 1000;

function encoded(z, x, y) {
  return fromGeojsonVt({ cameras: index.getTile(z, x, y) ?? { features: [] } }, { version: 2 });
}

function measured([z, x, y]) {
  const seconds = [];
  let size = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    size = encoded(z, x, y).length;
    seconds.push((performance.now() - start) / 1000);
  }
  return [seconds.sort((a, b) => a - b)[(RUNS - 1) / 2], size];
}

console.log(JSON.stringify({ load, tiles: JSON.parse(tiles).map(measured) }));
