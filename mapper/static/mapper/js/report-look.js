// Everything that was answered, once more, each with the way to change it.

const ROWS = [
  ["kind", "Kind", ["kind"]],
  ["facing", "Faces", ["facing_degrees"]],
  ["mount", "Hangs on", ["mount"]],
  ["who", "Run by", ["operator_type", "operator"]],
  ["sees", "Faces recognised", ["face_recognition"]],
  ["sees", "Plates read", ["plate_reading"]],
  ["sign", "Sign", ["signage"]],
  ["sign", "Names who", ["sign_operator"]],
];

/** Fill `list` with rows of question and answer; `go` is called with the step to change. */
export function showLook(list, answers, dial, go) {
  const words = (name) => (name === "facing_degrees" ? facingWords(answers.get(name), dial) : answers.words(name));
  list.replaceChildren(
    ...ROWS.flatMap(([step, title, names]) => {
      const known = names.filter((name) => answers.isKnown(name)).map(words);
      return row(title, known.join(", ") || "Not known", () => go(step));
    }),
  );
}

function facingWords(text, dial) {
  if (text === "0-360") return "All round";
  return text.split(";").map((bearing) => dial.wordsFor(Number(bearing))).join(", ");
}

function row(title, words, change) {
  const [term, answer, button] = ["dt", "dd", "button"].map((name) => document.createElement(name));
  term.textContent = title;
  answer.textContent = words;
  button.type = "button";
  button.className = "report-look__change";
  button.textContent = "Change";
  button.setAttribute("aria-label", `Change: ${title}`);
  button.addEventListener("click", change);
  answer.append(button);
  return [term, answer];
}
