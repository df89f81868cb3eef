// Cameras that are only counted: groups seen from far, and private homes in their fixed cells.

const FONT = "system-ui, sans-serif";
// Pixels between two discs of which neither hides the other's number.
const APART = 36;

/** Groups, of which those so near that one would hide the other's number are taken together. */
export function joined(groups) {
  const found = [];
  for (const group of [...groups].sort((one, other) => other.count - one.count)) {
    const near = found.find((other) => hides(other, group));
    if (near) add(near, group);
    else found.push({ ...group });
  }
  return found;
}

function hides(one, other) {
  if (Math.abs(one.worldX - other.worldX) > 0.5) return false; // on two sides of the date line
  return Math.hypot(one.x - other.x, one.y - other.y) < APART;
}

/** Take more into a group, whose place is where most of its cameras are. */
function add(group, more) {
  group.count += more.count;
  const share = more.count / group.count;
  for (const name of ["x", "y", "worldX", "worldY"]) group[name] += (more[name] - group[name]) * share;
}

function shortNumber(count) {
  if (count < 1000) return String(count);
  if (count < 10_000) return `${(count / 1000).toFixed(1)}k`;
  return count < 1_000_000 ? `${Math.round(count / 1000)}k` : `${(count / 1e6).toFixed(1)}M`;
}

function write(context, text, x, y, size) {
  context.font = `600 ${size}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y + 0.5);
}

/** Draw a group as a disc with its number; gives its radius in CSS pixels. */
export function drawCount(context, { count, x, y }, { colours }) {
  // Groups are some 64 pixels apart: discs much wider would hide each other's numbers.
  const radius = Math.min(25, 11 + 3.6 * Math.log10(count));
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colours.accent;
  context.globalAlpha = 0.9;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 2;
  context.strokeStyle = colours["symbol-ground"];
  context.stroke();
  context.fillStyle = colours["on-accent"];
  write(context, shortNumber(count), x, y, radius > 17 ? 13 : 12);
  return radius;
}

/** Draw the number of cameras at private homes as a quiet square; gives half its width. */
export function drawHomes(context, { count, x, y }, { colours }) {
  const half = count > 99 ? 17 : 14;
  context.beginPath();
  context.roundRect(x - half, y - half, 2 * half, 2 * half, 3);
  context.globalAlpha = 0.85;
  context.fillStyle = colours["symbol-ground"];
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  context.strokeStyle = colours["line-strong"];
  context.stroke();
  context.fillStyle = colours["ink-quiet"];
  context.fill(new Path2D(roof(x, y - half)));
  write(context, shortNumber(count), x, y + 3, 12);
  return half;
}

function roof(x, top) {
  return `M${x - 6} ${top + 9} ${x} ${top + 3} ${x + 6} ${top + 9}Z`;
}
