// What a walk comes to: how much of it is in view, of whom, and where nobody has looked.

import {
  areaOf,
  bandsAround,
  lengthOf,
  lengthOfLegs,
  legsOf,
  metresInView,
  partsInside,
  piecesByTile,
  united,
} from "./walk-geometry.js";
import { CrowdedError, fetchTiles } from "./walk-tiles.js";

const VIEW_ZOOM = 16; // the first in whose tiles there are views
const DEEPEST_ZOOM = 18;
const LOOK_ZOOM = 14;
const MOST_TILES = 400; // a day's walk; a longer one would ask for a city
const LOOKED_ASIDE = 15; // metres: who walks on the pavement is beside the line of a street
const EQUATOR = 40075016.686; // metres
const EXTENT = 4096; // units across a tile
const POLYGON = 3;
const TOO_LONG = "This walk is too long to be looked up at once: at most some 100 km.";

/** Everything a walk comes to; `templates` are the addresses of tiles. Throws where it is too long. */
export async function figuresOf(lines, templates, signal) {
  const legs = legsOf(lines);
  const around = piecesByTile(legs, LOOK_ZOOM);
  const { pieces, views, cameras } = await near(legs, templates, signal);
  const surveys = await fetchTiles(templates.surveyTiles, LOOK_ZOOM, around.keys(), "surveys", signal);
  const seers = seersOf(pieces, views);
  const looked = united(partsLooked(around, surveys));
  return { ...summed(seers), metres: lengthOfLegs(legs), looked: lengthOf(looked), known: byNumber(cameras) };
}

/** The views and cameras along a walk, by smaller tiles where they are too many for the larger. */
async function near(legs, templates, signal, zoom = VIEW_ZOOM) {
  const pieces = piecesByTile(legs, zoom);
  if (pieces.size > MOST_TILES) throw new RangeError(TOO_LONG);
  try {
    const [views, cameras] = await Promise.all([
      fetchTiles(templates.viewTiles, zoom, pieces.keys(), "views", signal),
      fetchTiles(templates.cameraTiles, zoom, pieces.keys(), "cameras", signal),
    ]);
    return { pieces, views, cameras };
  } catch (error) {
    if (!(error instanceof CrowdedError) || zoom === DEEPEST_ZOOM) throw error;
    return near(legs, templates, signal, zoom + 1);
  }
}

/** Each camera that has a part of the walk in view, and which parts in which detail. */
function seersOf(pieces, views) {
  const seers = new Map();
  for (const [key, walked] of pieces) {
    for (const { properties, lines } of views.get(key) ?? []) {
      const area = areaOf(lines);
      const parts = walked.flatMap((piece) => partsInside(piece, area));
      if (parts.length) note(seers, properties, parts);
    }
  }
  return [...seers.values()].map((seer) => ({
    ...seer,
    observe: united(seer.observe),
    recognise: united(seer.recognise),
  }));
}

function note(seers, { camera, detail, share, assumed, by }, parts) {
  const seer = seers.get(camera) ?? { camera, share: 0, assumed, by, observe: [], recognise: [] };
  seer.share = Math.max(seer.share, share / 100);
  seer[detail].push(...parts);
  seers.set(camera, seer);
}

/** The parts of the walk along which somebody looked. */
function partsLooked(pieces, surveys) {
  const found = [];
  for (const [key, walked] of pieces) {
    const reach = LOOKED_ASIDE / metresPerUnit(Number(key.split("/")[1]));
    for (const { type, lines } of surveys.get(key) ?? []) {
      const bands = () => lines.flatMap((line) => bandsAround(line, reach)).map((ring) => areaOf([ring]));
      const areas = type === POLYGON ? [areaOf(lines)] : bands();
      for (const area of areas) found.push(...walked.flatMap((piece) => partsInside(piece, area)));
    }
  }
  return found;
}

function metresPerUnit(row) {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - (2 * (row + 0.5)) / 2 ** LOOK_ZOOM)));
  return (EQUATOR * Math.cos(latitude)) / (2 ** LOOK_ZOOM * EXTENT);
}

function summed(seers) {
  const inView = (chosen, detail) =>
    metresInView(chosen.map((seer) => ({ parts: seer[detail], share: seer.share })));
  const by = (who) => inView(seers.filter((seer) => seer.by === who), "observe");
  return {
    observe: inView(seers, "observe"),
    recognise: inView(seers, "recognise"),
    by: { public: by("public"), private: by("private"), unknown: by("unknown") },
    cameras: seers.filter(({ observe }) => observe.length).sort((a, b) => a.observe[0][0] - b.observe[0][0]),
  };
}

function byNumber(tiles) {
  const all = [...tiles.values()].flat().map(({ properties }) => [properties.id, properties]);
  return new Map(all);
}
