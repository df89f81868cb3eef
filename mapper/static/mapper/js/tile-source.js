// Fetches tiles once, and tells the page when the network is away and when it is back.

const COPY = "Mapper-Copy"; // said by our service worker of what it had kept

/**
 * Fetch one address; `cache` is how the browser may use its own, as `fetch` has it. Announces success
 * or failure on the document; throws where it failed.
 */
export async function fetchQuietly(address, signal, cache = "default") {
  try {
    const answer = await fetch(address, { signal, cache });
    if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
    announce(answer.headers.has(COPY) ? "connection:lost" : "connection:ok");
    return answer;
  } catch (error) {
    if (error.name !== "AbortError") announce("connection:lost");
    throw error;
  }
}

function announce(name) {
  document.dispatchEvent(new CustomEvent(name));
}

/** A template such as `/tiles/base/{z}/{x}/{y}.mvt` filled in. */
export function tileAddress(template, z, x, y) {
  return template.replace("{z}", z).replace("{x}", x).replace("{y}", y);
}

// A vector tile of one layer, `unseen`, that covers it whole: what did not come is no sea.
const UNSEEN = new Uint8Array([
  26, 35, 10, 6, 117, 110, 115, 101, 101, 110, 18, 20, 24, 3, 34, 16, 9, 255, 3, 255, 3, 26, 128,
  72, 0, 0, 128, 72, 255, 71, 0, 15, 40, 128, 32, 120, 2,
]);

/** What protomaps-leaflet asks its tiles of: the shape of a PMTiles archive, over our addresses. */
export class BaseTileSource {
  constructor(template) {
    this.template = template;
  }

  async getZxy(z, x, y, signal) {
    try {
      const answer = await fetchQuietly(tileAddress(this.template, z, x, y), signal);
      return { data: await answer.arrayBuffer() };
    } catch (error) {
      if (error.name === "AbortError") throw error;
      return { data: UNSEEN.buffer };
    }
  }
}
