// A stretch of street in words: what its lines say, for who cannot read them or is not sure.

const MOST = 3; // tiles count cameras up to here

const camerasInWords = (count) => (count === 1 ? "1 camera" : `${count} cameras`);

/** At least as many as have it in view for certain, and at most all that may. */
function inView({ seen, possible }) {
  if (!seen) return "may be in view: nobody knows which way the camera looks.";
  if (seen >= MOST) return `is in view of ${MOST} cameras or more.`;
  if (possible <= seen) return `is in view of ${camerasInWords(seen)}.`;
  return `is in view of at least ${camerasInWords(seen)}; it may be in view of more.`;
}

/** What is known of one stretch, as a coverage tile has it, in a sentence or two. */
export function stretchInWords({ seen, possible, faces, looked, computed }) {
  if (!computed) return "Nobody has worked out yet whether this stretch of street is in view.";
  if (seen || possible) {
    const face = faces ? " A camera there may show a face well enough to recognise it." : "";
    return `This stretch of street ${inView({ seen, possible })}${face}`;
  }
  if (looked) return "Somebody looked along this stretch of street, and no known camera has it in view.";
  return "Nobody has looked along this stretch of street: there may be cameras.";
}
