// Camera symbols as bitmaps: shape tells the kind, colour and style of outline the state.

import { tokenColours } from "./theme.js";

const STATES = ["confirmed", "unconfirmed", "disputed", "stale", "gone"];
const BOX = 24; // the outlines in the page's sprite are drawn on 24 × 24
const ROOM = 5; // around them, for the halo and the badges
const BADGES_FROM = 18; // CSS pixels: on smaller symbols a badge is a blot

function drawnAs(name) {
  const paths = document.querySelectorAll(`#icon-${CSS.escape(name)} path`);
  return [...paths].map((path) => new Path2D(path.getAttribute("d")));
}

function outlineOf(kind) {
  return drawnAs(`kind-${kind}`)[0] ?? drawnAs("kind-unknown")[0];
}

/** Draws each symbol once for its size on the screen, and hands out the bitmap. */
export class CameraSymbols {
  constructor(pixelRatio) {
    this.pixelRatio = pixelRatio;
    this.bitmaps = new Map();
    this.outlines = new Map();
    this.colours = tokenColours([
      ...STATES.map((state) => `state-${state}`),
      "symbol-ground",
      "ink",
      "ink-quiet",
      "line-strong",
      "accent",
      "on-accent",
      "focus",
    ]);
  }

  /** The colour of a state as a canvas takes it. */
  colourOf(state) {
    return this.colours[`state-${state}`] ?? this.colours["state-unconfirmed"];
  }

  /** Draw a camera's symbol with its middle at (x, y), `size` CSS pixels across. */
  draw(context, camera, x, y, size) {
    const bitmap = this.#bitmap(camera, size);
    const across = (size * (BOX + 2 * ROOM)) / BOX;
    context.globalAlpha = camera.lifecycle === "disused" ? 0.55 : 1;
    context.drawImage(bitmap, x - across / 2, y - across / 2, across, across);
    context.globalAlpha = 1;
  }

  /** Mark the place of the camera on the card with a ring. */
  drawChosen(context, x, y, size) {
    context.beginPath();
    context.arc(x, y, size * 1.1, 0, 2 * Math.PI);
    context.fillStyle = this.colours["symbol-ground"];
    context.fill();
    context.lineWidth = 3;
    context.strokeStyle = this.colours.focus;
    context.stroke();
  }

  #bitmap(camera, size) {
    const legible = size >= BADGES_FROM;
    const face = legible && camera.face_recognition === "yes";
    const plate = legible && camera.plate_reading === "yes";
    const key = [camera.kind, camera.state, face, plate, size].join();
    if (!this.bitmaps.has(key)) this.bitmaps.set(key, this.#render(camera, face, plate, size));
    return this.bitmaps.get(key);
  }

  #render(camera, face, plate, size) {
    const canvas = document.createElement("canvas");
    const scale = (size * this.pixelRatio) / BOX;
    canvas.width = canvas.height = Math.ceil((BOX + 2 * ROOM) * scale);
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    context.translate(ROOM, ROOM);
    this.#paintState(context, this.#outline(camera.kind), camera.state);
    if (face) paintBadge(context, "badge-face", this.colours);
    if (plate) paintBadge(context, "badge-plate", this.colours);
    return canvas;
  }

  #outline(kind) {
    if (!this.outlines.has(kind)) this.outlines.set(kind, outlineOf(kind));
    return this.outlines.get(kind);
  }

  #paintState(context, outline, state) {
    const colour = this.colourOf(state);
    const ground = this.colours["symbol-ground"];
    context.lineJoin = "round";
    context.lineWidth = 6;
    context.strokeStyle = ground;
    context.stroke(outline);
    context.fillStyle = state === "confirmed" ? colour : ground;
    context.fill(outline);
    context.lineWidth = 2.5;
    context.strokeStyle = context.fillStyle = colour;
    if (state === "disputed") fillLeftHalf(context, outline);
    if (state === "stale") context.setLineDash([3.2, 2.6]);
    context.stroke(outline);
    context.setLineDash([]);
    if (state === "gone") crossOut(context, ground);
  }
}

function fillLeftHalf(context, outline) {
  context.save();
  context.beginPath();
  context.rect(0, 0, BOX / 2, BOX);
  context.clip();
  context.fill(outline);
  context.restore();
}

function crossOut(context, ground) {
  const colour = context.strokeStyle;
  const line = new Path2D("M1 23 23 1M1 1 23 23");
  context.lineCap = "round";
  context.lineWidth = 5.5;
  context.strokeStyle = ground;
  context.stroke(line);
  context.lineWidth = 2.5;
  context.strokeStyle = colour;
  context.stroke(line);
}

function paintBadge(context, name, colours) {
  const [ground, figure] = drawnAs(name);
  context.fillStyle = colours.ink;
  context.strokeStyle = colours["symbol-ground"];
  context.lineWidth = 2;
  context.stroke(ground);
  context.fill(ground);
  context.fillStyle = colours["symbol-ground"];
  context.fill(figure);
}
