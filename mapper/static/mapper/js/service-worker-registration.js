// Registers the service worker once the page has settled, and has it keep what is in view already.

const address = document.documentElement.dataset.serviceWorker;
const worker = navigator.serviceWorker;
const SETTLED = 2_000; // milliseconds after loading: the reader comes first

if (worker && address) {
  if (!worker.controller) worker.addEventListener("controllerchange", keepFirstView, { once: true });
  if (document.readyState === "complete") registerSoon();
  else window.addEventListener("load", registerSoon);
} else if (worker) {
  // A developer's own copy changes under the worker's hands.
  for (const each of await worker.getRegistrations()) each.unregister();
}

function registerSoon() {
  setTimeout(() => navigator.onLine && worker.register(address).catch(() => {}), SETTLED);
}

/** Ask once more for the tiles that came before the worker stood, so that it keeps them. */
function keepFirstView() {
  const names = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const tiles = names.filter(({ pathname }) => pathname.startsWith("/tiles/"));
  for (const { href } of tiles) fetch(href).catch(() => {});
}
