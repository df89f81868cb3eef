// Sending a report, and what comes of it, in the few shapes the steps know.

import { send } from "./outbox.js";

const STEPS_OF_FIELDS = { location: "where", accuracy_m: "where", verdict: "verdict", observed_on: "look" };
const NO_ANSWER = "The site does not answer just now. Nothing is lost: try again in a moment.";

/**
 * Send the body of a sighting. Gives `{candidates}` where it is asked which camera is meant,
 * `{problem: {words, field}}` where it is refused (the field is an OSM key or a step), or
 * `{what, sighting, camera}` where it is done.
 */
export async function sendReport(body, decided) {
  const sent = await sendOnce(body);
  if (sent.outcome === "question") return { candidates: sent.candidates };
  if (sent.outcome === "refused") return { problem: problemOf(sent.problem) };
  if (sent.outcome === "waiting") return { what: "waiting" };
  const { sighting, camera } = sent.answer;
  const what = decided.camera ? "told" : "logged";
  return { what: camera ? what : "counted", sighting: sighting.id, camera: camera?.id };
}

async function sendOnce(body) {
  try {
    return await send("/api/sightings", body);
  } catch {
    return { outcome: "refused", problem: { detail: NO_ANSWER } };
  }
}

function problemOf({ detail, errors }) {
  const [first] = errors ?? [];
  if (!first) return { words: detail };
  const [whole, ...rest] = first.field.split(".");
  return { words: first.reason, field: whole === "claims" ? rest.join(".") : STEPS_OF_FIELDS[whole] };
}
