// Where and when a photo was taken, read on the device; the photo itself goes nowhere.

const NO_POSITION = "This photo does not say where it was taken.";
const NO_PHOTO = "This file could not be read as a photo.";

/** `{lat, lon, accuracy, day}`; accuracy in metres and day as 2026-01-31, each where it says. */
export async function photoPosition(file, readerAddress) {
  const reader = await photoReader(readerAddress);
  const tags = await readTags(reader, file);
  const { Latitude: lat, Longitude: lon } = tags.gps ?? {};
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) throw new Error(NO_POSITION);
  const accuracy = Number.parseFloat(tags.exif?.GPSHPositioningError?.description);
  return { lat, lon, accuracy: Number.isFinite(accuracy) ? accuracy : null, day: dayOf(tags.exif) };
}

async function readTags(reader, file) {
  try {
    return reader.load(await file.arrayBuffer(), { expanded: true });
  } catch {
    throw new Error(NO_PHOTO);
  }
}

function dayOf(exif) {
  const [, year, month, day] = /^(\d{4}):(\d\d):(\d\d)/.exec(exif?.DateTimeOriginal?.description ?? "") ?? [];
  return year ? `${year}-${month}-${day}` : null;
}

/** The library, fetched when the first photo is chosen. */
function photoReader(address) {
  if (window.ExifReader) return Promise.resolve(window.ExifReader);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(window.ExifReader));
    script.addEventListener("error", () => reject(new Error("The photo reader could not be loaded. Are you offline?")));
    document.head.append(script);
  });
}
