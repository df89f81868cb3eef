// Sending a report, and what comes of it, in the few shapes the steps know.

import { send } from "./outbox.js";

const STEPS_OF_FIELDS = { location: "where", accuracy_m: "where", verdict: "verdict", observed_on: "look" };

/**
 * Send the body of a sighting, in place of what is kept under `instead`. Gives `{candidates}` where
 * it is asked which camera is meant, `{problem: {words, field}}` where it is refused (the field is
 * an OSM key or a step), else `{what, sighting, camera}`. `instead` names what is kept by then.
 */
export async function sendReport(body, instead) {
  const { outcome, id, answer, candidates, problem } = await send("/api/sightings", body, { instead });
  if (outcome === "question") return { instead: id, candidates };
  if (outcome === "refused") return { instead: id, problem: problemOf(problem) };
  if (outcome === "waiting") return { what: "waiting" };
  return sentOf(answer, body);
}

function sentOf({ sighting, camera }, body) {
  const what = body.camera ? "told" : "logged";
  return { what: camera ? what : "counted", sighting: sighting.id, camera: camera?.id };
}

function problemOf({ detail, errors }) {
  const [first] = errors ?? [];
  if (!first) return { words: detail };
  const [whole, ...rest] = first.field.split(".");
  return { words: first.reason, field: whole === "claims" ? rest.join(".") : STEPS_OF_FIELDS[whole] };
}
