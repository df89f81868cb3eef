// What was answered so far, kept in this tab alone, so that a reload loses nothing.

import { keptEntry } from "./outbox-store.js";

const STORE = "mapper-report";
const WAITING = /^#waiting=(\d+)$/;

/** What was kept for this page, or null. */
export function readDraft() {
  try {
    const draft = JSON.parse(sessionStorage.getItem(STORE));
    return draft?.page === pageAddress() ? draft : null;
  } catch {
    return null;
  }
}

/** Keep answers, and what else is to be there after a reload. */
export function keepDraft(draft) {
  sessionStorage.setItem(STORE, JSON.stringify({ page: pageAddress(), ...draft }));
}

export function dropDraft() {
  sessionStorage.removeItem(STORE);
}

/** A report that waits on this device and is named after the hash, to be edited; else null. */
export async function waitingReport(hash) {
  const [, id] = WAITING.exec(hash) ?? [];
  const entry = id && (await keptEntry(Number(id)).catch(() => null));
  if (!entry) return null;
  const { body } = entry;
  return { instead: entry.id, body, decided: { camera: body.camera ?? null, another: Boolean(body.new) } };
}

function pageAddress() {
  return window.location.pathname + window.location.search;
}
