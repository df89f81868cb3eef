// Which way a device points, from its orientation: degrees clockwise from north.

const RADIANS = Math.PI / 180;

/**
 * The heading of `alpha`, `beta`, `gamma` in degrees (W3C Device Orientation, Z-X'-Y''). A device
 * that lies flat points with its upper edge, one held upright with its back.
 */
export function headingOf({ alpha, beta, gamma }) {
  const [a, b, c] = [alpha, beta, gamma].map((degrees) => degrees * RADIANS);
  const edge = [-Math.cos(b) * Math.sin(a), Math.cos(b) * Math.cos(a)];
  const back = [
    -Math.cos(a) * Math.sin(c) - Math.sin(a) * Math.sin(b) * Math.cos(c),
    -Math.sin(a) * Math.sin(c) + Math.cos(a) * Math.sin(b) * Math.cos(c),
  ];
  const [east, north] = Math.hypot(...edge) >= Math.hypot(...back) ? edge : back;
  return (Math.atan2(east, north) / RADIANS + 360) % 360;
}

/** The heading an event tells, or null where it tells none that is measured from north. */
export function headingIn(event) {
  if (Number.isFinite(event.webkitCompassHeading)) return event.webkitCompassHeading;
  return event.absolute && event.alpha !== null ? headingOf(event) : null;
}

/** Call `found` once, as soon as it is known that this device has a compass. */
export function whenThereIsACompass(found) {
  const mustAsk = typeof window.DeviceOrientationEvent?.requestPermission === "function";
  if (mustAsk && window.matchMedia("(pointer: coarse)").matches) return found();
  const listener = (event) => {
    if (headingIn(event) === null) return;
    window.removeEventListener("deviceorientationabsolute", listener);
    found();
  };
  return window.addEventListener("deviceorientationabsolute", listener);
}

/** Follow the compass: `turned` gets each heading; gives the way to stop. Rejects where refused. */
export async function followCompass(turned) {
  const { requestPermission } = window.DeviceOrientationEvent;
  if (requestPermission && (await requestPermission.call(window.DeviceOrientationEvent)) !== "granted") {
    throw new Error("Your device does not share its compass with this page.");
  }
  const names = ["deviceorientationabsolute", "deviceorientation"];
  const listener = (event) => {
    const heading = headingIn(event);
    if (heading !== null) turned(heading);
  };
  for (const name of names) window.addEventListener(name, listener);
  return () => names.forEach((name) => window.removeEventListener(name, listener));
}
