// What is believed of a camera and whom it rests on, in one line.

/** The state and whom it rests on: `Confirmed: 3 people, last in October 2026`. */
export function beliefOf({ belief, lifecycle }) {
  const words = [belief.label, belief.who].filter(Boolean).join(": ");
  return lifecycle === "disused" ? `${words}. It is out of use` : words;
}
