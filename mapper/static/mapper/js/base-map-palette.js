// The colours of the base map, light and dark: a quiet ground, on which only cameras are violet.

const LIGHT = {
  unseen: "#e3e1db",
  land: "#f6f4ee",
  built: "#efece4",
  park: "#dbe8cf",
  wood: "#cfe0c4",
  grass: "#e4edd7",
  sand: "#f2e8cc",
  water: "#cbdde3",
  building: "#e4dfd4",
  buildingEdge: "#d2ccbe",
  street: "#ffffff",
  mainStreet: "#fdf3d6",
  motorway: "#f8e2ae",
  casing: "#d8d2c5",
  mainCasing: "#d9c99d",
  path: "#c9c0ae",
  rail: "#aaa599",
  boundary: "#9c94ab",
  name: "#45494d",
  quietName: "#6b6f73",
  waterName: "#4a7384",
  halo: "#fbfaf7",
};

const DARK = {
  unseen: "#30353a",
  land: "#1c2024",
  built: "#1f2327",
  park: "#1c2b23",
  wood: "#1a291f",
  grass: "#1f2922",
  sand: "#2b2921",
  water: "#10202a",
  building: "#282d32",
  buildingEdge: "#33393f",
  street: "#3a4147",
  mainStreet: "#4a4a44",
  motorway: "#5b5544",
  casing: "#16191c",
  mainCasing: "#16191c",
  path: "#555a5c",
  rail: "#5a5f63",
  boundary: "#6f6a80",
  name: "#c9cdd0",
  quietName: "#9aa0a5",
  waterName: "#7fa6b8",
  halo: "#171a1d",
};

/** The colours that fit what the reader's device or page asks for. */
export function baseMapPalette(isDark) {
  return isDark ? DARK : LIGHT;
}
