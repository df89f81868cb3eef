// Sums along a walk, and nothing else: its metres, the tiles it crosses, its parts inside areas.
// A part of the walk is `[from, to]` in metres from its beginning.

const EARTH_RADIUS = 6371008.8; // metres, mean
const EXTENT = 4096; // units across a tile
const ROUND = 6; // corners of half a circle
const radians = (degrees) => (degrees * Math.PI) / 180;

function metresBetween(one, other) {
  const north = radians(other.lat - one.lat) / 2;
  const east = radians(other.lon - one.lon) / 2;
  const across = Math.cos(radians(one.lat)) * Math.cos(radians(other.lat));
  const chord = Math.sin(north) ** 2 + across * Math.sin(east) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A place on the world's square: 0, 0 in the north-west; x goes on beyond 1 over the date line. */
function worldOf({ lat, lon }) {
  const sine = Math.sin(radians(lat));
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

function unrolled(line) {
  let last = line[0]?.lon;
  return line.map(({ lat, lon }) => {
    const turns = Math.round((lon - last) / 360);
    last = lon - turns * 360;
    return { lat, lon: last };
  });
}

/** The legs of a walk from corner to corner: where on the world, and from which metre to which. */
export function legsOf(lines) {
  const legs = [];
  let walked = 0;
  for (const line of lines) {
    const corners = unrolled(line);
    for (let index = 1; index < corners.length; index += 1) {
      const [one, other] = [corners[index - 1], corners[index]];
      const metres = metresBetween(one, other);
      if (metres === 0) continue;
      legs.push({ a: worldOf(one), b: worldOf(other), from: walked, to: walked + metres });
      walked += metres;
    }
  }
  return legs;
}

export function lengthOfLegs(legs) {
  return legs.length ? legs[legs.length - 1].to : 0;
}

const between = (one, other, share) => one + (other - one) * share;

/** The whole numbers that lie between two numbers. */
function* wholeBetween(one, other) {
  const [low, high] = one < other ? [one, other] : [other, one];
  for (let whole = Math.floor(low) + 1; whole < high; whole += 1) yield whole;
}

/**
 * The walk cut at the edges of the tiles of one zoom: a map from `x/y` to pieces, each with its two
 * ends in units of that tile and its metres.
 */
export function piecesByTile(legs, zoom) {
  const across = 2 ** zoom;
  const found = new Map();
  for (const { a, b, from, to } of legs) {
    const cuts = [0, 1];
    for (const axis of ["x", "y"]) {
      const [one, other] = [a[axis] * across, b[axis] * across];
      for (const whole of wholeBetween(one, other)) cuts.push((whole - one) / (other - one));
    }
    cuts.sort((one, other) => one - other);
    for (let index = 1; index < cuts.length; index += 1) {
      const [begin, end] = [cuts[index - 1], cuts[index]];
      if (end > begin) addPiece(found, across, a, b, begin, end, from, to);
    }
  }
  return found;
}

function addPiece(found, across, a, b, begin, end, from, to) {
  const middle = (begin + end) / 2;
  const column = Math.floor(between(a.x, b.x, middle) * across);
  const row = Math.floor(between(a.y, b.y, middle) * across);
  const unit = (share) => ({
    x: (between(a.x, b.x, share) * across - column) * EXTENT,
    y: (between(a.y, b.y, share) * across - row) * EXTENT,
  });
  const key = `${((column % across) + across) % across}/${row}`;
  if (!found.has(key)) found.set(key, []);
  const metres = (share) => between(from, to, share);
  found.get(key).push({ a: unit(begin), b: unit(end), from: metres(begin), to: metres(end) });
}

/** An area by its rings, with the box around it: most pieces of a walk lie outside that already. */
export function areaOf(rings) {
  const corners = rings.flat();
  const [x, y] = ["x", "y"].map((axis) => corners.map((corner) => corner[axis]));
  return { rings, low: { x: least(x), y: least(y) }, high: { x: most(x), y: most(y) } };
}

const least = (numbers) => numbers.reduce((one, other) => Math.min(one, other), Infinity);
const most = (numbers) => numbers.reduce((one, other) => Math.max(one, other), -Infinity);

function isBeside(a, b, { low, high }) {
  const isPast = (axis) =>
    Math.max(a[axis], b[axis]) < low[axis] || Math.min(a[axis], b[axis]) > high[axis];
  return isPast("x") || isPast("y");
}

/** The parts of a piece inside an area, by the rule of even and odd: holes are out. */
export function partsInside({ a, b, from, to }, area) {
  if (isBeside(a, b, area)) return [];
  const { rings } = area;
  const cuts = [0, 1, ...rings.flatMap((ring) => crossings(a, b, ring))].sort((x, y) => x - y);
  const parts = [];
  for (let index = 1; index < cuts.length; index += 1) {
    const [begin, end] = [cuts[index - 1], cuts[index]];
    if (end <= begin) continue;
    const middle = (begin + end) / 2;
    const point = { x: between(a.x, b.x, middle), y: between(a.y, b.y, middle) };
    if (isInside(point, rings)) parts.push([between(from, to, begin), between(from, to, end)]);
  }
  return united(parts);
}

/** Where along a → b (0 to 1) a ring is crossed. */
function crossings(a, b, ring) {
  const found = [];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  for (let index = 0; index < ring.length; index += 1) {
    const one = ring[index];
    const other = ring[(index + 1) % ring.length];
    const [ex, ey] = [other.x - one.x, other.y - one.y];
    const turn = dx * ey - dy * ex;
    if (turn === 0) continue;
    const along = ((one.x - a.x) * ey - (one.y - a.y) * ex) / turn;
    const aside = ((one.x - a.x) * dy - (one.y - a.y) * dx) / turn;
    if (along > 0 && along < 1 && aside >= 0 && aside <= 1) found.push(along);
  }
  return found;
}

function isInside({ x, y }, rings) {
  let inside = false;
  for (const ring of rings) {
    for (let index = 0, last = ring.length - 1; index < ring.length; last = index, index += 1) {
      const [one, other] = [ring[index], ring[last]];
      const level = one.y > y !== other.y > y;
      if (level && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) inside = !inside;
    }
  }
  return inside;
}

/** Rings around the stretches of a line, reaching so far to each side and beyond its ends. */
export function bandsAround(line, reach) {
  return line.slice(1).map((other, index) => bandAround(line[index], other, reach));
}

function bandAround(one, other, reach) {
  const heading = Math.atan2(other.y - one.y, other.x - one.x);
  const corner = ({ x, y }, angle) => ({ x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) });
  const half = (centre, start) =>
    Array.from({ length: ROUND + 1 }, (_, step) => corner(centre, start + (Math.PI * step) / ROUND));
  return [...half(other, heading - Math.PI / 2), ...half(one, heading + Math.PI / 2)];
}

/** Parts in order, those that touch or overlap joined. */
export function united(parts) {
  const joined = [];
  for (const [from, to] of [...parts].sort((one, other) => one[0] - other[0])) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1] + 1e-6) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** The metres of parts that do not overlap. */
export function lengthOf(parts) {
  return parts.reduce((sum, [from, to]) => sum + to - from, 0);
}

/**
 * How many metres at least one of several sees: at least, most likely, at most. Each is
 * `{parts, share}`, a share of 1 for who surely looks there.
 */
export function metresInView(seers) {
  const sure = seers.filter(({ share }) => share >= 1).flatMap(({ parts }) => parts);
  const stops = [...new Set(seers.flatMap(({ parts }) => parts.flat()))].sort((one, other) => one - other);
  let likely = 0;
  for (let index = 1; index < stops.length; index += 1) {
    const middle = (stops[index - 1] + stops[index]) / 2;
    const isThere = ({ parts }) => parts.some(([from, to]) => from <= middle && middle < to);
    const unseen = seers.filter(isThere).reduce((rest, { share }) => rest * (1 - share), 1);
    likely += (stops[index] - stops[index - 1]) * (1 - unseen);
  }
  return {
    least: lengthOf(united(sure)),
    likely,
    most: lengthOf(united(seers.flatMap(({ parts }) => parts))),
  };
}

/** Parts of a walk as lines of {lat, lon}. */
export function linesOf(lines, parts) {
  const found = [];
  let walked = 0;
  for (const line of lines) {
    for (let index = 1; index < line.length; index += 1) {
      const [one, other] = [line[index - 1], line[index]];
      const metres = metresBetween(one, other);
      for (const [from, to] of parts) {
        const [begin, end] = [Math.max(from, walked), Math.min(to, walked + metres)];
        if (begin < end) found.push([begin, end].map((at) => along(one, other, (at - walked) / metres)));
      }
      walked += metres;
    }
  }
  return found;
}

function along(one, other, share) {
  return { lat: between(one.lat, other.lat, share), lon: between(one.lon, other.lon, share) };
}
