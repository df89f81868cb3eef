// Sending what a person says: at once where there is a net, and once however often it is tried.

import { announce } from "./announce.js";
import { contributorKey } from "./contributor-key.js";
import { readAnswer } from "./outbox-answer.js";
import { dropEntry, keepEntry, keptEntries, keptEntry } from "./outbox-store.js";

const PATIENCE = 20_000; // milliseconds; then it waits for a better net
const NOTHING_KEPT = "There is no connection, and this device keeps nothing for us. It was not sent.";

// Keys of what the page sends just now, or was answered and asks its reader about: no need to remind
// her of that. It is kept all the same, and the next page reminds her.
const inHand = new Set();

/**
 * Send one thing to the interface, with the contributor's key and an idempotency key of its own.
 *
 * `path` is `/api/sightings` or `/api/surveys`, `body` what it takes. It is kept on the device
 * before it is first tried, until it has arrived or is discarded. The answer is one of
 *   {outcome: "sent", answer}             stored; `answer` is the JSON of the 201
 *   {outcome: "question", id, candidates} it may be one of these; send again with `camera` or `new`
 *   {outcome: "waiting", id}              no net: kept on the device, and sent when there is one
 *   {outcome: "refused", id, problem}     not taken; `problem.detail` says why, `problem.errors` where
 * Where what is sent takes the place of something kept, `instead` is the `id` of that.
 */
export async function send(path, body, { instead } = {}) {
  const former = instead && (await keptEntry(instead).catch(() => undefined));
  const entry = { ...named(former), path, body, state: "waiting" };
  inHand.add(entry.key);
  const outcome = await post(entry);
  if (outcome.outcome === "waiting") {
    inHand.delete(entry.key);
    announce("outbox:changed", {});
  }
  return outcome;
}

/** Send an entry again, as it is or with another body, such as the answer to its question. */
export function sendAgain(entry, body = entry.body) {
  return post({ ...named(entry), path: entry.path, body, state: "waiting" });
}

/** Try whatever may be tried now, one after the other; in one tab at a time. */
export function sendWaiting() {
  return navigator.locks.request("mapper-outbox", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const due = (await keptEntries()).filter(isDue);
    for (const entry of due) {
      const outcome = await post(entry, true);
      if (outcome.outcome === "waiting") return;
    }
  });
}

/** All that waits, but for what the page itself is asking about just now. */
export async function waitingEntries() {
  const entries = await keptEntries();
  return entries.filter(({ key }) => !inHand.has(key));
}

// Changed or not, it keeps its key: so the server can tell that it had arrived already.
function named(former) {
  return former ? { id: former.id, key: former.key } : { key: crypto.randomUUID() };
}

function isDue({ state, after }) {
  return state === "waiting" && !(after > Date.now());
}

/** One trial; no other tab tries the same meanwhile, and what another tab settled stays settled. */
function post(entry, isOld = false) {
  return navigator.locks.request(`mapper-outbox ${entry.key}`, async () => {
    if (isOld && !isDue((await keptEntry(entry.id)) ?? {})) return { outcome: "settled" };
    const id = isOld ? entry.id : await keepEntry(entry).catch(() => undefined);
    const outcome = await tryOnce(entry);
    if (id === undefined) return orNothingKept(outcome);
    await settle({ ...entry, id }, outcome);
    return outcome.outcome === "sent" ? outcome : { ...outcome, id };
  });
}

async function tryOnce({ path, body, key }) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": key,
        Authorization: `Contributor ${contributorKey()}`,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await readAnswer(answer, body);
  } catch {
    return { outcome: "waiting" };
  }
}

async function settle(entry, { outcome, candidates, problem, after, today, hasArrived }) {
  if (outcome === "sent") return dropEntry(entry.id);
  if (outcome === "waiting") return keepForGood();
  // A change of what had arrived is something new, and needs a key of its own.
  const key = hasArrived ? crypto.randomUUID() : entry.key;
  if (outcome === "question") return keepEntry({ ...entry, state: "question", candidates });
  if (after) return keepEntry({ ...entry, state: "waiting", problem, after });
  return keepEntry({ ...entry, key, state: today ? "clock" : "refused", problem, today });
}

/** Ask the browser not to make room by throwing away what waits. */
function keepForGood() {
  return navigator.storage?.persist?.().catch(() => false);
}

function orNothingKept(outcome) {
  if (outcome.outcome !== "waiting") return outcome;
  return { outcome: "refused", problem: { detail: NOTHING_KEPT } };
}
