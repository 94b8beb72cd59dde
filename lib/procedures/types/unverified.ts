import type { ProcedureType } from './procedure-type.ts';
import { sourceSchema, type Source } from './text.ts';

/** Every source of a type whose text in force nobody has read, once each. What the demonstration promises of its own is no law. */
export function unverifiedSources({ standards: _promised, ...type }: ProcedureType): Source[] {
  const found = new Map<string, Source>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const source = sourceSchema.safeParse(part);
    if (source.success && source.data.unverified) found.set(JSON.stringify(source.data), source.data);
    const parts: unknown[] = Object.values(part);
    parts.forEach(visit);
  };
  visit(type);
  return [...found.values()];
}
