import { inject } from 'vitest';
import type { Admission } from './elasticsearch-door.ts';

declare module 'vitest' {
  interface ProvidedContext {
    elasticsearchDoor: string;
  }
}

/** A real Elasticsearch, one for the whole run: it starts with the first test file that asks, and is told missing with the reason. */
export async function elasticsearchOfRun(): Promise<{ url: string } | { missing: string }> {
  const answer = await fetch(inject('elasticsearchDoor'));
  const admission = (await answer.json()) as Admission;
  if ('failed' in admission) throw new Error(admission.failed);
  return admission;
}
