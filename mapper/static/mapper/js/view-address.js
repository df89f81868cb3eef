// The shareable address: filters in the query, the position only after `#zoom/lat/lon`, and behind it
// `/views` where what cameras see is shown.

const FILTERS = ["age", "face_recognition", "kind", "operator_type", "plate_reading", "state"];

const VIEWS = "views";

/** Read `#16/47.01/-28.02` or `#16/47.01/-28.02/views`; null where it says no position. */
export function readPosition(hash) {
  const words = hash.replace(/^#/, "").split("/");
  const parts = (words[3] === VIEWS ? words.slice(0, 3) : words).map(Number);
  const [zoom, lat, lon] = parts;
  const sound = parts.length === 3 && parts.every(Number.isFinite);
  if (!sound || Math.abs(lat) > 90 || Math.abs(lon) > 540 || zoom < 0 || zoom > 24) return null;
  return { zoom, lat, lon };
}

/** Write a position; five decimals are about a metre. */
export function writePosition({ zoom, lat, lon, views = false }) {
  return `#${zoom}/${lat.toFixed(5)}/${lon.toFixed(5)}${views ? `/${VIEWS}` : ""}`;
}

/** Whether an address shows what cameras see. */
export function showsViews(hash) {
  return hash.split("/")[3] === VIEWS;
}

/** The chosen filters in an address, in canonical order, as a query string without `?`. */
export function readSelection(search) {
  const given = new URLSearchParams(search);
  const chosen = new URLSearchParams();
  for (const name of FILTERS) {
    const values = given.getAll(name).flatMap((text) => text.split(",")).filter(Boolean);
    for (const value of [...new Set(values)].sort()) chosen.append(name, value);
  }
  return chosen.toString();
}

/** Whether an address shows where people looked: it does unless it says otherwise. */
export function showsSurveys(search) {
  return new URLSearchParams(search).get("surveys") !== "off";
}

/** Put a selection, the layer of surveys and a position into the address bar, without a new page. */
export function replaceAddress({ selection, surveys, hash }) {
  const { search } = window.location;
  const layer = (surveys ?? showsSurveys(search)) ? "" : "surveys=off";
  const parts = [selection ?? readSelection(search), layer].filter(Boolean);
  const query = parts.length ? `?${parts.join("&")}` : "";
  const position = hash ?? window.location.hash;
  window.history.replaceState(null, "", `${window.location.pathname}${query}${position}`);
}

/** `west,south,east,north` of Leaflet bounds, cut at the poles and wrapped at the date line. */
export function boxOf(bounds) {
  const wrap = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;
  const whole = bounds.getEast() - bounds.getWest() >= 360;
  const west = whole ? -180 : wrap(bounds.getWest());
  const east = whole ? 180 : wrap(bounds.getEast());
  const south = Math.max(-90, bounds.getSouth());
  const north = Math.min(90, bounds.getNorth());
  return [west, south, east, north].map((number) => number.toFixed(6)).join(",");
}

/** Whether an area touches a view, both written `west,south,east,north`; a view may cross 180°. */
export function boxesTouch(area, view) {
  const [west, south, east, north] = area.split(",").map(Number);
  const [left, bottom, right, top] = view.split(",").map(Number);
  const beside = left > right ? west > right && east < left : east < left || west > right;
  return !beside && south <= top && north >= bottom;
}
