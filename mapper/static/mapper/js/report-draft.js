// What was answered so far, kept in this tab alone, so that a reload loses nothing.

const STORE = "mapper-report";

/** What was kept for this page, or null. */
export function readDraft() {
  try {
    const draft = JSON.parse(sessionStorage.getItem(STORE));
    return draft?.page === window.location.pathname + window.location.search ? draft : null;
  } catch {
    return null;
  }
}

/** Keep answers, and what else is to be there after a reload. */
export function keepDraft(draft) {
  const page = window.location.pathname + window.location.search;
  sessionStorage.setItem(STORE, JSON.stringify({ page, ...draft }));
}

export function dropDraft() {
  sessionStorage.removeItem(STORE);
}
