// Surveys in words: who looks at an empty street hears whether somebody looked there.

import { fetchQuietly } from "./tile-source.js";

function monthInWords(day) {
  const options = { month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", options);
}

function foundInWords(found) {
  if (!found) return "none";
  return found === 1 ? "1 camera" : `${found} cameras`;
}

/** One survey, as the interface gives it, in one sentence. */
function sentenceOf({ street, looked_on: day, found }) {
  const where = street ? `along ${street}` : "here";
  return `Somebody looked ${where} in ${monthInWords(day)} and found ${foundInWords(found)}.`;
}

/** The newest survey that touches a box (`west,south,east,north`) in words; empty without one. */
export async function lastLook(box) {
  try {
    const answer = await fetchQuietly(`/api/surveys?bbox=${box}&limit=1`);
    const { features } = await answer.json();
    return features.length ? sentenceOf(features[0].properties) : "";
  } catch {
    return ""; // the notice says that the network is away
  }
}
