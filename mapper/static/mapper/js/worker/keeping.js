// The service worker's shelves: what is kept, for how long, and how the oldest makes room.

const SHELF = "mapper-shell-";
const SHELL = SHELF + self.shell.version;
const TILES = "mapper-tiles";
const ANSWERS = "mapper-answers";

// A phone shows some 15 tiles at a time and a wide screen 40: the last dozen views stay usable,
// in about 10 MB.
const TILES_KEPT = 500;
// Lists, counts and cards of as many views and cameras as somebody looks at on one walk.
const ANSWERS_KEPT = 100;
// Counting a shelf takes longer than filling it: now and then is enough.
const TIDY_EVERY = 25;

const MOST = { [TILES]: TILES_KEPT, [ANSWERS]: ANSWERS_KEPT };
const laid = { [TILES]: 0, [ANSWERS]: 0 };

/** Fetch the shell of this release; rejects where any of it is missing, and is tried again later. */
async function fillShell() {
  const shelf = await caches.open(SHELL);
  // Without credentials no cookie is set for a form that nobody opened.
  const pages = self.shell.pages.map((page) => new Request(page, { credentials: "omit" }));
  await shelf.addAll([...pages, ...self.shell.files]);
}

/** Remove the shells of other releases. */
async function dropOldShells() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(SHELF) && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Lay a copy of a good answer on a shelf, as its newest, while the event lasts; hands it on. */
function keep(event, name, key, answer) {
  if (answer.ok && !answer.redirected) event.waitUntil(lay(name, key, answer.clone()));
  return answer;
}

async function lay(name, key, copy) {
  const shelf = await caches.open(name);
  await shelf.put(key, copy);
  await tidy(name, shelf);
}

// The longest unused lie first: whatever is laid down again goes to the end.
async function tidy(name, shelf) {
  if (!(name in MOST) || (laid[name] += 1) % TIDY_EVERY) return;
  const keys = await shelf.keys();
  const surplus = keys.slice(0, Math.max(0, keys.length - MOST[name]));
  await Promise.all(surplus.map((key) => shelf.delete(key)));
}

/** What a shelf holds for a request, or undefined. */
async function kept(name, key) {
  const shelf = await caches.open(name);
  return shelf.match(key, { ignoreVary: true });
}
