// What waits on this device, in words: what it says, of which day, and how it stands.

import { dayField } from "./outbox-answer.js";

const DAY = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
const SURVEYS = "/api/surveys";
const VERDICTS = {
  present: "still there",
  changed: "changed",
  gone: "gone",
};

function dayInWords(day) {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", DAY);
}

/** What an entry is: a new camera, a word about a known one, a survey. */
export function whatItIs({ path, body }) {
  if (path === SURVEYS) return "Where you looked";
  if (body.camera) return `Camera ${body.camera}: ${VERDICTS[body.verdict]}`;
  const kind = kindOf(body);
  return kind ? `A new camera: ${kind}` : "A new camera";
}

/** The kind that was claimed, as OSM spells it; null where none was. */
export function kindOf({ claims = {} }) {
  return claims["camera:type"]?.value ?? null;
}

/** How it stands, and what its author may do. */
export function howItStands({ state, problem, body, today }) {
  if (state === "question") return "It may be on the map already. Is it one of these?";
  if (state === "refused") return `It was not taken. ${problem.detail ?? ""}`;
  if (state === "clock") {
    const [said, is] = [body[dayField(body)], today].map(dayInWords);
    return `The clock of this device seems wrong. It said ${said}, and today is ${is}.`;
  }
  return problem?.detail ? `It is tried again later. ${problem.detail}` : "Waiting to be sent.";
}

/** How many wait, and how many need their author, in one line. */
export function howMany(entries) {
  const waiting = entries.filter(({ state }) => state === "waiting").length;
  const asking = entries.length - waiting;
  const parts = [];
  if (waiting) parts.push(`${waiting} waiting to be sent`);
  if (asking) parts.push(`${asking} ${asking === 1 ? "needs" : "need"} your answer`);
  return parts.join(", ");
}

/** The day of which it speaks. */
export function whenItWas({ path, body }) {
  const day = dayInWords(body[dayField(body)]);
  return path === SURVEYS ? `You looked on ${day}` : `Seen on ${day}`;
}
