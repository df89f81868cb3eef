// What a camera looks at, drawn on the ground: a sector for each facing, a ring where it sees all
// round, a dashed circle where nobody knows. Not how far it sees: the reach is only a sign here.

const ALL_ROUND = new Set(["panning", "dome", "panorama"]);
const DEFAULT_OPENING = 60; // degrees, where nobody has said
const REACH_ON_GROUND = 25; // metres, once that is large enough to see
const SMALLEST_REACH = 22; // CSS pixels, below that
const EARTH_CIRCUMFERENCE = 40075016.686; // metres, WGS 84 equator
const ROUND_SHARE = 0.65; // of a sector's reach: a ring covers more ground and must not shout
const TURN = 2 * Math.PI;

/** Read `45/60;120` into bearings and openings in degrees; opening undefined where not known. */
export function readFacings(text) {
  if (!text) return [];
  return text.split(";").map((part) => {
    const [bearing, opening] = part.split("/").map(Number);
    return { bearing, opening };
  });
}

/** The length of a drawn sector in CSS pixels at a zoom and a height of the world (0 to 1). */
export function reachInPixels(zoom, worldY) {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * worldY)));
  const metresPerPixel = (EARTH_CIRCUMFERENCE * Math.cos(latitude)) / (256 * 2 ** zoom);
  const onGround = REACH_ON_GROUND / metresPerPixel;
  return Math.max(SMALLEST_REACH - 4 * Math.max(0, 16 - zoom), onGround);
}

/** Draws what cameras look at, each `reach` CSS pixels far on one canvas. */
export class ViewPen {
  constructor(context, reach) {
    this.context = context;
    this.reach = reach;
    this.fadings = new Map(); // by colour: they are the same for every camera
  }

  /** Draw what `camera` looks at around its place; `facings` as `readFacings` gives them. */
  draw(camera, facings, colour) {
    if (camera.state === "gone") return;
    const { context } = this;
    context.save();
    context.translate(camera.x, camera.y);
    context.fillStyle = context.strokeStyle = colour;
    if (ALL_ROUND.has(camera.kind)) this.#drawRing([]);
    else if (!facings.length) this.#drawRing([3, 4]);
    for (const facing of facings) this.#drawSector(facing, colour);
    context.restore();
  }

  #drawRing(dash) {
    const { context } = this;
    context.beginPath();
    context.arc(0, 0, this.reach * ROUND_SHARE, 0, TURN);
    context.globalAlpha = 0.08;
    context.fill();
    context.globalAlpha = 0.4;
    context.lineWidth = 1;
    context.setLineDash(dash);
    context.stroke();
  }

  #drawSector({ bearing, opening }, colour) {
    const { context } = this;
    const middle = ((bearing - 90) * TURN) / 360;
    const half = ((opening ?? DEFAULT_OPENING) * TURN) / 720;
    context.beginPath();
    context.moveTo(0, 0);
    context.arc(0, 0, this.reach, middle - half, middle + half);
    context.closePath();
    context.globalAlpha = 0.5;
    context.fillStyle = this.#fading(colour);
    context.fill();
  }

  #fading(colour) {
    if (!this.fadings.has(colour)) {
      this.fadings.set(colour, fading(this.context, this.reach, colour));
    }
    return this.fadings.get(colour);
  }
}

function fading(context, reach, colour) {
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, reach);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(0.7, transparent(colour, 0.7));
  gradient.addColorStop(1, transparent(colour, 0.15));
  return gradient;
}

function transparent(colour, share) {
  return colour.replace("rgb(", "rgba(").replace(")", `, ${share})`);
}
