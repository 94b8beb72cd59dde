/** One suggestion as `/api/v1/suggest` gives it. */
export interface Suggested {
  label: string;
  what: string;
  note: string | null;
  url: string;
}

/** Null when there is no answer: who types must not be troubled, the field searches all the same. */
export async function loadSuggestions(q: string, signal: AbortSignal): Promise<Suggested[] | null> {
  try {
    const lang = document.documentElement.lang;
    const answer = await fetch(`/api/v1/suggest?${new URLSearchParams({ q, lang }).toString()}`, { signal });
    if (!answer.ok) return null;
    return ((await answer.json()) as { suggestions: Suggested[] }).suggestions;
  } catch {
    return null;
  }
}
