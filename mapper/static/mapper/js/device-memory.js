// What this device keeps for the site, apart from the contributor's key: how to keep it no more.

import { dropEntries } from "./outbox-store.js";

const OURS = /^mapper-(tiles|answers)$/;

/** Forget what waits to be sent and which parts of the map were seen. */
export async function forgetDevice() {
  const shelves = await caches.keys();
  const ours = shelves.filter((name) => OURS.test(name));
  await Promise.all([dropEntries(), ...ours.map((name) => caches.delete(name))]);
}
