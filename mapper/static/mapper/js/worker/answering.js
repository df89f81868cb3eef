// The service worker: which requests it answers, and by which rule (docs/explanation/offline.md).

/* global SHELL, TILES, ANSWERS, fillShell, dropOldShells, keep, kept */

// Whoever waits longer for a tile has long begun to wonder; an old one is better than none.
const PATIENCE = 4_000; // milliseconds
const FAULT = 500; // from here on the server is as good as away
// Tells the page that an answer is a copy, and the network away.
const COPY = "Mapper-Copy";
// What is asked about cameras: the list of a view, counts, one camera.
const QUESTIONS = /^\/(cameras\/$|api\/cameras\/|api\/collections\/cameras\/items\/)/;

self.addEventListener("install", (event) => {
  event.waitUntil(fillShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const answer = ruleFor(event.request);
  if (answer) event.respondWith(answer(event));
});

/** The rule for a request; null where the browser shall go on as if there were no worker. */
function ruleFor(request) {
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === self.location.origin && request.method === "GET";
  // Whoever sends a key asks for what is hers alone.
  if (!isOurs || request.headers.has("Authorization")) return null;
  if (request.mode === "navigate") return answerPage;
  if (pathname.startsWith("/static/")) return answerFile;
  if (pathname.startsWith("/tiles/base/")) return answerGround;
  if (pathname.startsWith("/tiles/")) return (event) => freshOrKept(event, TILES);
  return QUESTIONS.test(pathname) ? (event) => freshOrKept(event, ANSWERS) : null;
}

// Files bear their content in their names, so that a kept one is never an old one.
async function answerFile(event) {
  const { request } = event;
  return (await kept(SHELL, request)) ?? keep(event, SHELL, request, await fetch(request));
}

// So do tiles of the ground, in their query; every use makes them the newest on the shelf.
async function answerGround(event) {
  const { request } = event;
  const tile = (await kept(TILES, request)) ?? (await fetch(request));
  // A page older than the last import names a version that no longer stands: not worth keeping.
  const lasts = tile.headers.get("Cache-Control")?.includes("immutable");
  return lasts ? keep(event, TILES, request, tile) : tile;
}

async function answerPage(event) {
  const { pathname, search, searchParams } = new URL(event.request.url);
  // The copy of the form knows nothing of any camera.
  if (self.shell.pages.includes(pathname) && !searchParams.has("camera")) {
    return freshOrKept(event, SHELL, pathname, !search);
  }
  try {
    return await fetch(event.request);
  } catch {
    return kept(SHELL, self.shell.fallback);
  }
}

/** From the network; its copy where the network is away, or takes too long. */
async function freshOrKept(event, shelf, key = event.request, keeps = true) {
  const fresh = fetch(event.request).then(async (answer) => {
    if (answer.status >= FAULT) return (await copyOf(shelf, key)) ?? answer;
    return keeps ? keep(event, shelf, key, answer) : answer;
  });
  event.waitUntil(fresh.catch(() => {}));
  try {
    return (await Promise.race([fresh, copyAfterPatience(shelf, key)])) ?? (await fresh);
  } catch (error) {
    const copy = await copyOf(shelf, key);
    if (copy) return copy;
    throw error;
  }
}

async function copyAfterPatience(shelf, key) {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  return copyOf(shelf, key);
}

/** What is kept, marked as a copy; undefined where nothing is. */
async function copyOf(shelf, key) {
  const answer = await kept(shelf, key);
  if (!answer) return undefined;
  const headers = new Headers(answer.headers);
  headers.set(COPY, "yes");
  return new Response(answer.body, { status: answer.status, headers });
}
