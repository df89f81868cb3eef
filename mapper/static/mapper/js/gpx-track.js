// A GPX file read on the device: its tracks and routes as lines of {lat, lon}.

const LARGEST = 20_000_000; // bytes: a week of walking, a point a second
const BEGINS = /^\uFEFF?\s*(<\?xml[^>]*>)?\s*(<!--[\s\S]*?-->\s*)*<(\w+:)?gpx[\s>]/;
const ENDS = /<\/(\w+:)?gpx>\s*$/;
const UNREAD = "This file cannot be read as GPX. Export the track once more, as GPX 1.1.";
const EMPTY = "This file holds no track and no route: at least two points are needed.";

function pointOf(element) {
  const [lat, lon] = ["lat", "lon"].map((name) => Number.parseFloat(element.getAttribute(name)));
  return { lat, lon };
}

function isOnEarth({ lat, lon }) {
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
}

function named(parent, name) {
  return [...parent.getElementsByTagName("*")].filter(({ localName }) => localName.split(":").pop() === name);
}

// The browser's XML parser writes its complaints into the document, with styles that our policy
// refuses; its HTML parser complains of nothing, so that the beginning and the end are looked at here.
function parsed(text) {
  if (!BEGINS.test(text) || !ENDS.test(text)) throw new Error(UNREAD);
  const closed = text.replace(/<([\w:.-]+)([^<>]*)\/>/g, "<$1$2></$1>");
  return new DOMParser().parseFromString(closed, "text/html");
}

/** The lines of a GPX text; throws an error whose message says in words what is wrong. */
export function readGpx(text) {
  const gpx = parsed(text);
  const tracks = named(gpx, "trkseg").map((segment) => named(segment, "trkpt"));
  const routes = named(gpx, "rte").map((route) => named(route, "rtept"));
  const lines = [...tracks, ...routes].map((points) => points.map(pointOf).filter(isOnEarth));
  const walked = lines.filter((line) => line.length > 1);
  if (!walked.length) throw new Error(EMPTY);
  return walked;
}

/** The lines of a file that somebody chose. */
export async function readGpxFile(file) {
  if (file.size > LARGEST) throw new Error("This file is larger than 20 MB. Cut it to one walk.");
  return readGpx(await file.text());
}
