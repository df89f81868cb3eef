// What an answer of the interface means for the entry that was sent.

const FAULT = 500; // from here on the fault is not hers
const FOR_NOW = new Set([408, 425]); // the server asks for nothing but another trial
const DAY = "2026-01-31".length;

/** The name of the field that holds the day of a sighting, or of a survey. */
export function dayField(body) {
  return "looked_on" in body ? "looked_on" : "observed_on";
}

/**
 * Read an answer to `body`. Resolves to one of
 *   {outcome: "sent", answer}, {outcome: "question", candidates}, {outcome: "waiting"},
 *   {outcome: "refused", problem, after?, today?, hasArrived?}: `after` is the moment from which it
 *   may be tried again, `today` the server's day where `body` is dated later, and `hasArrived` says
 *   that something else arrived under the same idempotency key.
 */
export async function readAnswer(answer, body) {
  const content = await contentOf(answer);
  if (!content || answer.status >= FAULT || FOR_NOW.has(answer.status)) return { outcome: "waiting" };
  if (answer.status === 201) return { outcome: "sent", answer: content };
  if (answer.status === 409 && content.candidates) {
    return { outcome: "question", candidates: content.candidates };
  }
  return {
    outcome: "refused",
    problem: content,
    after: momentAfter(answer),
    today: dayBefore(answer, content, body),
    hasArrived: names(content, "Idempotency-Key"),
  };
}

// Whatever is not ours is no answer: the log-in page of a train's network also says 200.
async function contentOf(answer) {
  const type = answer.headers.get("Content-Type") ?? "";
  const isOurs = /^application\/(problem\+)?json/.test(type);
  if (!isOurs || (answer.ok && answer.status !== 201)) return null;
  return answer.json();
}

function momentAfter(answer) {
  const seconds = Number(answer.headers.get("Retry-After"));
  return answer.status === 429 && seconds > 0 ? Date.now() + seconds * 1000 : undefined;
}

function dayBefore(answer, content, body) {
  const field = dayField(body);
  if (!names(content, field)) return undefined;
  const date = new Date(answer.headers.get("Date"));
  const today = date.toISOString().slice(0, DAY);
  return today < body[field] ? today : undefined;
}

function names(content, field) {
  return (content.errors ?? []).some((error) => error.field === field);
}
