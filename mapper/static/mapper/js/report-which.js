// The step that asks whether one of the cameras that stand there is meant.

const LETTERS = "ABCDEFGHIJ";
const PATIENCE = 1500; // milliseconds: the question can also be asked when it is sent

/** The cameras the answers may be of, asked early; none where there is no answer in time. */
export async function candidatesFor(body) {
  const [lon, lat] = body.location.coordinates;
  const query = new URLSearchParams({ lon, lat });
  if (body.accuracy_m !== undefined) query.set("accuracy_m", body.accuracy_m);
  for (const key of ["camera:type", "camera:direction", "camera:mount", "operator:type"]) {
    if (body.claims[key]) query.set(key, body.claims[key].value);
  }
  try {
    const answer = await fetch(`/api/candidates?${query}`, { signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? (await answer.json()).candidates : [];
  } catch {
    return [];
  }
}

/** Show the candidates in the list and on the map; `choose` is called with the number of one. */
export function showCandidates(step, candidates, words, map, choose) {
  const template = step.querySelector("template[data-choice]").content;
  const rows = candidates.map((candidate, index) => rowOf(template, candidate, LETTERS[index], words, choose));
  step.querySelector("[data-choices]").replaceChildren(...rows);
  map.markLetters(candidates.map(({ camera }, index) => {
    const [lon, lat] = camera.geometry.coordinates;
    return { lat, lon, letter: LETTERS[index] };
  }));
}

function rowOf(template, candidate, letter, words, choose) {
  const row = template.cloneNode(true);
  const { kind, state } = candidate.camera.properties;
  const say = (name, text) => (row.querySelector(`[data-${name}]`).textContent = text);
  const reasons = candidate.reasons.join(", ");
  say("letter", letter);
  say("title", kind === "unknown" ? "Camera" : words.kind[kind]);
  say("state", words.state[state]);
  say("reasons", `${reasons.charAt(0).toUpperCase()}${reasons.slice(1)}.`);
  row.querySelector("[data-state]").classList.add(`state--${state}`);
  const button = row.querySelector("[data-this]");
  button.setAttribute("aria-label", `Yes, this one (${letter})`);
  button.addEventListener("click", () => choose(candidate.id));
  return row;
}
