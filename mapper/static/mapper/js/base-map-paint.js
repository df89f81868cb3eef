// How the ground is painted: areas first, then streets with their casings, then boundaries.

const { LineSymbolizer, PolygonSymbolizer, exp } = window.protomapsL;

const LINE = 2;
const POLYGON = 3;

// Width in CSS pixels by zoom; the busiest last, so that it lies on top.
const STREET_WIDTHS = {
  path: exp(1.5, [[13, 0], [15, 0.8], [18, 2], [20, 5]]),
  service: exp(1.5, [[13, 0], [15, 1.2], [18, 7], [20, 20]]),
  pedestrian: exp(1.5, [[12, 0], [14, 1], [18, 11], [20, 32]]),
  residential: exp(1.5, [[11, 0], [14, 1.8], [18, 14], [20, 42]]),
  secondary: exp(1.5, [[9, 0], [13, 2.2], [18, 18], [20, 54]]),
  primary: exp(1.5, [[7, 0], [12, 2], [18, 22], [20, 62]]),
  motorway: exp(1.5, [[5, 0], [11, 2.2], [18, 26], [20, 70]]),
};
const CASED = ["service", "pedestrian", "residential", "secondary", "primary", "motorway"];
const MAIN = new Set(["secondary", "primary", "motorway"]);

function area(dataLayer, fill, filter, edge = {}) {
  return { dataLayer, symbolizer: new PolygonSymbolizer({ fill, ...edge }), filter };
}

function ofKind(kind) {
  return (zoom, feature) => feature.props.kind === kind && feature.geomType === POLYGON;
}

function groundRules(colours) {
  const greens = ["built", "grass", "sand", "park", "wood"];
  return [
    area("unseen", colours.unseen),
    // Its own edge hides the seam where imported land meets the world's outlines.
    area("land", colours.land, undefined, { stroke: colours.land, width: 1 }),
    ...greens.map((kind) => area("green", colours[kind], ofKind(kind))),
    area("water", colours.water, (zoom, feature) => feature.geomType === POLYGON),
    {
      dataLayer: "water",
      filter: (zoom, feature) => feature.geomType === LINE,
      symbolizer: new LineSymbolizer({
        color: colours.water,
        width: exp(1.5, [[9, 0.5], [14, 2], [18, 7], [20, 20]]),
        lineCap: "round",
        lineJoin: "round",
      }),
    },
    {
      minzoom: 14,
      ...area("buildings", colours.building, undefined, {
        stroke: colours.buildingEdge,
        width: (zoom) => (zoom >= 16 ? 0.75 : 0),
      }),
    },
  ];
}

function streetColour(colours, kind) {
  if (kind === "motorway") return colours.motorway;
  return MAIN.has(kind) ? colours.mainStreet : colours.street;
}

function streetRule(kind, color, width) {
  return {
    dataLayer: "streets",
    filter: (zoom, feature) => feature.props.kind === kind,
    symbolizer: new LineSymbolizer({ color, width, lineCap: "round", lineJoin: "round" }),
  };
}

function casingRule(colours, kind) {
  const width = (zoom) => {
    const inner = STREET_WIDTHS[kind](zoom);
    return inner < 1.5 ? 0 : inner + (zoom >= 16 ? 2 : 1.4);
  };
  return streetRule(kind, MAIN.has(kind) ? colours.mainCasing : colours.casing, width);
}

function dashedRule(kind, color, width, dash, minzoom) {
  return {
    dataLayer: "streets",
    minzoom,
    filter: (zoom, feature) => feature.props.kind === kind,
    symbolizer: new LineSymbolizer({ color, width, dash }),
  };
}

function streetRules(colours) {
  return [
    dashedRule("path", colours.path, STREET_WIDTHS.path, [4, 3], 15),
    ...CASED.map((kind) => casingRule(colours, kind)),
    ...CASED.map((kind) => streetRule(kind, streetColour(colours, kind), STREET_WIDTHS[kind])),
    dashedRule("rail", colours.rail, exp(1.5, [[11, 0.8], [18, 3]]), [7, 3], 11),
  ];
}

function boundaryRule(colours) {
  return {
    dataLayer: "boundaries",
    symbolizer: new LineSymbolizer({
      color: colours.boundary,
      width: 0.8,
      dash: [5, 4],
      opacity: 0.6,
    }),
  };
}

/** The paint rules of the whole base map, from the bottom up. */
export function paintRules(colours) {
  return [...groundRules(colours), ...streetRules(colours), boundaryRule(colours)];
}
