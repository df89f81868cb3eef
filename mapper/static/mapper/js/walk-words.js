// A walk in words: metres, minutes, shares, and who looks at it.

const PACE = 5000 / 60; // metres a minute: 5 km/h, as the page says
const BY = {
  public: "run by the police or a public body",
  private: "run by a business or someone else",
  unknown: "nobody knows who runs it",
};

/** Metres as one says them: to the metre when near, to ten above a hundred, then kilometres. */
export function metresInWords(metres) {
  if (metres >= 10_000) return `${Math.round(metres / 1000)} km`;
  if (metres >= 1000) return `${(metres / 1000).toFixed(1)} km`;
  const exact = metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10;
  return `${exact} m`;
}

export function minutesInWords(metres) {
  const minutes = metres / PACE;
  if (minutes < 1) return `${Math.round(minutes * 60)} seconds`;
  const whole = Math.round(minutes);
  return whole === 1 ? "1 minute" : `${whole} minutes`;
}

/** A share in whole per cent, never 0 or 100 where it is not quite that. */
export function shareInWords(part, whole) {
  const percent = (100 * part) / whole;
  if (percent > 0 && percent < 1) return "less than 1 %";
  if (percent > 99 && percent < 100) return "more than 99 %";
  return `${Math.round(percent)} %`;
}

/** What a walk comes to, in two sentences. */
export function answerOf({ metres, observe: { least, likely, most } }) {
  const long = `Your walk is ${metresInWords(metres)} long, about ${minutesInWords(metres)} at 5 km/h.`;
  if (!most) return `${long} No camera on this map has any of it in view.`;
  const told = `${metresInWords(likely)} of it (${minutesInWords(likely)}, ${shareInWords(likely, metres)})`;
  const [low, high] = [metresInWords(least), metresInWords(most)];
  if (low === high) return `${long} At least one camera has ${told} in view.`;
  return `${long} Most likely at least one camera has ${told} in view: at least ${low}, at most ${high}.`;
}

/** How much of it nobody has looked at, which the answer cannot know of. */
export function unlookedOf({ metres, looked }) {
  const rest = metres - looked;
  if (rest < 1) return "Somebody has looked along all of it. Cameras may have come since.";
  const long = `${metresInWords(rest)} of it (${shareInWords(rest, metres)})`;
  return `Nobody has looked along ${long}. There may be cameras that nobody has logged, and more of it in view than is known here.`;
}

/** What one camera sees of the walk. */
export function seerOf({ by, assumed, observe, recognise, share }, lengthOf) {
  const words = [`${metresInWords(lengthOf(observe))} of your walk, ${metresInWords(observe[0][0])} from its beginning`];
  if (recognise.length) words.push(`near enough to recognise a face for ${metresInWords(lengthOf(recognise))}`);
  if (assumed && share < 1) words.push("if it looks that way, which nobody has said");
  return `${words.join("; ")}; ${BY[by] ?? BY.unknown}.`;
}
