// Sending what a person says: at once where there is a net, and once however often it is tried.

import { contributorKey } from "./contributor-key.js";

/**
 * Send one thing to the interface, with the contributor's key and an idempotency key of its own.
 *
 * `path` is `/api/sightings` or `/api/surveys`, `body` what it takes. The answer is one of
 *   {outcome: "sent", answer}         stored; `answer` is the JSON of the 201
 *   {outcome: "question", candidates} it may be one of these; send again with `camera` or `new`
 *   {outcome: "waiting", id}          no net: kept on the device, and sent when there is one
 *   {outcome: "refused", problem}     not taken; `problem.detail` says why, `problem.errors` where
 */
export async function send(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Idempotency-Key": crypto.randomUUID(),
      Authorization: `Contributor ${contributorKey()}`,
    },
    body: JSON.stringify(body),
  });
  const content = await answer.json();
  if (answer.status === 201) return { outcome: "sent", answer: content };
  if (answer.status === 409 && content.candidates) {
    return { outcome: "question", candidates: content.candidates };
  }
  return { outcome: "refused", problem: content };
}
