// Where the device is, asked of it once, with words for what may come of it.

const PATIENCE = 12_000; // milliseconds
const REFUSED = {
  1: "Your device does not share its position with this page. You can allow it in the browser’s settings.",
  2: "Your device could not find its position.",
  3: "Finding your position took too long.",
};

/** `{lat, lon, accuracy}` in degrees and metres; rejects with the reason in words. */
export function devicePosition() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new Error(REFUSED[2]));
    return navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude, accuracy: coords.accuracy }),
      ({ code }) => reject(new Error(REFUSED[code] ?? REFUSED[2])),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 10_000 },
    );
  });
}

/** Whether the device may be asked without a question popping up. */
export async function mayAskPosition() {
  try {
    return (await navigator.permissions.query({ name: "geolocation" })).state === "granted";
  } catch {
    return false;
  }
}
