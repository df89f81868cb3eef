// How the ground is named: settlements by rank, waters, and streets along their lines.

const { CenteredTextSymbolizer, LineLabelPlacement, LineLabelSymbolizer } = window.protomapsL;

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

// Smallest zoom, largest zoom, size in pixels at the smallest and the largest, weight.
const RANKS = {
  country: [2, 7, 11, 16, 500],
  city: [5, 14, 12, 20, 600],
  town: [9, 14, 12, 18, 600],
  suburb: [12, 17, 11, 13, 600],
  neighbourhood: [14, 18, 11, 13, 500],
};

// A part of a town is written in small capitals: it names ground, not a street.
const PARTS = new Set(["suburb", "neighbourhood"]);
const QUIET = new Set(["country", ...PARTS]);

function settlementRule(colours, rank, [minzoom, maxzoom, small, large, weight]) {
  const growth = (zoom) => Math.min(1, Math.max(0, (zoom - minzoom) / (maxzoom - minzoom)));
  return {
    dataLayer: "labels",
    minzoom,
    maxzoom,
    filter: (zoom, feature) => feature.props.rank === rank,
    symbolizer: new CenteredTextSymbolizer({
      labelProps: ["name"],
      fontFamily: FAMILY,
      fontSize: (zoom) => Math.round(small + (large - small) * growth(zoom)),
      fontWeight: weight,
      fill: QUIET.has(rank) ? colours.quietName : colours.name,
      textTransform: PARTS.has(rank) ? "uppercase" : undefined,
      letterSpacing: PARTS.has(rank) ? 1 : 0,
      stroke: colours.halo,
      width: 2,
      lineHeight: 1.2,
      maxLineChars: 14,
    }),
  };
}

function alongLine(colours, dataLayer, minzoom, kinds, size, fill) {
  return {
    dataLayer,
    minzoom,
    filter: (zoom, feature) => feature.geomType === 2 && kinds.includes(feature.props.kind),
    symbolizer: new LineLabelSymbolizer({
      labelProps: ["name"],
      fontFamily: FAMILY,
      fontSize: size,
      fontWeight: 500,
      fill,
      stroke: colours.halo,
      width: 3,
      position: LineLabelPlacement.Center,
      repeatDistance: 400,
    }),
  };
}

const small = (zoom) => (zoom >= 18 ? 13 : 11);
const large = (zoom) => (zoom >= 18 ? 14 : 12);

/** The label rules of the whole base map; those named first win where two collide. */
export function labelRules(colours) {
  return [
    ...Object.entries(RANKS).map(([rank, row]) => settlementRule(colours, rank, row)),
    alongLine(colours, "streets", 13, ["motorway", "primary"], large, colours.name),
    alongLine(colours, "streets", 14, ["secondary"], large, colours.name),
    alongLine(colours, "streets", 15, ["residential", "pedestrian"], small, colours.name),
    alongLine(colours, "water", 13, ["water"], small, colours.waterName),
    alongLine(colours, "streets", 17, ["service", "path"], small, colours.quietName),
  ];
}
