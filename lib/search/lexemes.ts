import { createHash } from 'node:crypto';
import { fold } from './fold.ts';
import type { FacetName } from './search.ts';

/**
 * Besides words, the index of a record holds marks: `@facet:value` for filters, `^id` for itself and what stands above it, `#code` for
 * reference codes, `~n` for its sample tier, `t:stem` for words of the title. No word starts so: words are letters and digits only.
 */
export function facetLexeme(facet: FacetName, value: string): string {
  const folded = facet === 'subject' || facet === 'place' ? fold(facetLabel(value)) : value;
  return `@${facet}:${folded.length > 100 ? createHash('md5').update(folded).digest('hex') : folded}`;
}

/** A facet's value as counted and shown: single spaces, at most 300 characters. */
export function facetLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed();
}

export const withinLexeme = (id: string): string => `^${id}`;
export const codeLexeme = (normalisedCode: string): string => `#${normalisedCode}`;
export const sampleLexeme = (tier: number): string => `~${tier}`;
export const titleLexeme = (stem: string): string => `t:${stem}`;

/** Tiers of the unbiased sample: each holds one record in sixteen. */
export const sampleTiers = 16;

/** FNV-1a of the id, 32 bits, folded to a tier: the same on every machine and engine. */
export function sampleTier(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) ^ hash) & (sampleTiers - 1);
}

/** A lexeme as PostgreSQL's text forms of tsvector and tsquery take it. */
export function quoteLexeme(lexeme: string): string {
  return /^[a-z0-9]+$/.test(lexeme) ? lexeme : `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
