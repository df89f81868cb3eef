// The contributor's key: random, made on this device, kept here, and shown to this site alone.

const STORE = "mapper-contributor-key";
const BYTES = 16;

/** The key as 32 hexadecimal digits; made when it is first needed. */
export function contributorKey() {
  return heldKey() ?? holdKey(madeKey());
}

/** The key this device holds, or null where none was made yet. */
export function heldKey() {
  return localStorage.getItem(STORE);
}

/** Hold another key from now on, such as one carried over from another device. */
export function holdKey(key) {
  localStorage.setItem(STORE, key);
  return key;
}

/** Hold no key any more. */
export function dropKey() {
  localStorage.removeItem(STORE);
}

function madeKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
