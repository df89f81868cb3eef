// Long work in pieces, so that the page answers its reader in between.

/** Let the browser answer the reader before the next piece of work. */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}
