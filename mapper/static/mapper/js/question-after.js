// What to ask whoever stands under a camera and has just spoken of it: the first thing nobody knows.

const ALL_ROUND = ["panning", "dome", "panorama"];
const QUESTIONS = [
  ["kind", "What kind is it?", ({ kind }) => kind === "unknown"],
  [
    "facing",
    "Which way does it face?",
    ({ kind, facings }) => !facings.length && !ALL_ROUND.includes(kind),
  ],
  ["operator_type", "Who runs it?", (told) => told.operator_type === "unknown"],
  ["signage", "Is there a sign?", ({ signage }) => signage === "unknown"],
];

/** The question and the query of the form that asks it; undefined after *gone*. */
export function questionAfter(verdict, told) {
  if (verdict === "gone" || !told) return undefined;
  if (verdict === "changed") return { words: "What has changed?", query: { camera: told.id } };
  const [ask, words] = QUESTIONS.find(([, , isOpen]) => isOpen(told)) ?? ["", "Say more about it"];
  return { words, query: { camera: told.id, ...(ask && { ask }) } };
}
