import type { Entity } from '#lib/store/reading/reading-store.ts';

const pages: Record<Entity['kind'], string> = { record: '/records', agent: '/agents', institution: '/institutions' };
const json: Partial<Record<Entity['kind'], string>> = { record: '/api/v1/records', agent: '/api/v1/agents' };

/** Where the URI of a thing leads: to its page, or to its JSON for those who ask for JSON first. */
export function entityAddress(kind: Entity['kind'], id: string, accept: string | null): string {
  return prefersJson(accept ?? '') && json[kind] ? `${json[kind]}/${id}` : `${pages[kind]}/${id}`;
}

function prefersJson(accept: string): boolean {
  const weights = new Map(
    accept.split(',').map((part) => {
      const [type = '', ...options] = part.trim().toLowerCase().split(';');
      const weight = options.map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1]).find(Boolean);
      return [type, weight === undefined ? 1 : Number(weight)] as const;
    }),
  );
  return (weights.get('application/json') ?? 0) > (weights.get('text/html') ?? 0);
}
