// What waits on this device to be sent: a small database of the browser's own, and nobody else's.

import { announce } from "./announce.js";

const DATABASE = "mapper-outbox";
const STORE = "waiting";
const otherTabs = new BroadcastChannel(DATABASE);
otherTabs.onmessage = () => announce("outbox:changed", {});

let database;

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: "id", autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function ask(mode, question) {
  database ??= opened();
  const transaction = (await database).transaction(STORE, mode, { durability: "strict" });
  const request = question(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

async function change(question) {
  const result = await ask("readwrite", question);
  announce("outbox:changed", {});
  otherTabs.postMessage("changed");
  return result;
}

/**
 * An entry is `{id, key, path, body, state}`: its number (given when first kept), its idempotency
 * key, where it goes, what it says, and how it stands:
 *   "waiting"    to be sent; not before the moment `after`, where a refusal named one (`problem`)
 *   "question"   which of `candidates` is it, or is it another?
 *   "clock"      dated after `today`, the day of the server
 *   "refused"    `problem.detail` says why
 * Keeping one whose number is known replaces it. Resolves to the number.
 */
export function keepEntry(entry) {
  return change((store) => store.put(entry));
}

/** One entry by its number; undefined where it does not wait any more. */
export function keptEntry(id) {
  return ask("readonly", (store) => store.get(id));
}

/** All entries, in the order in which they were made. */
export function keptEntries() {
  return ask("readonly", (store) => store.getAll());
}

/** Keep one entry no more: it has arrived, or its author thought better of it. */
export function dropEntry(id) {
  return change((store) => store.delete(id));
}

/** Keep nothing any more. */
export function dropEntries() {
  return change((store) => store.clear());
}
