import { createHash } from 'node:crypto';
import { facetLabel, type SearchDocument } from '#lib/projections/search-document.ts';
import { normaliseCode } from './code.ts';
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

export const withinLexeme = (id: string): string => `^${id.slice(0, 100)}`;
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

/** All marks of a document but those of its title's words. */
export function marksOf(document: SearchDocument): string[] {
  return [
    sampleLexeme(sampleTier(document.recordId)),
    ...[...document.ancestorIds, document.recordId].map(withinLexeme),
    ...new Set(document.facets.map(([facet, value]) => facetLexeme(facet, value))),
    ...new Set(document.codes.map(normaliseCode).filter(Boolean).map(codeLexeme)),
  ];
}

const plain = /^[a-z0-9]+$/;
const toEscape = /['\\\0]/;

/** A lexeme as PostgreSQL's text forms of tsvector and tsquery take it. */
export function quoteLexeme(lexeme: string): string {
  return plain.test(lexeme) ? lexeme : quoteMark(lexeme);
}

/** The same for what is never a plain word. */
export function quoteMark(lexeme: string): string {
  if (!toEscape.test(lexeme)) return `'${lexeme}'`;
  return `'${lexeme.replaceAll('\0', '').replace(/['\\]/g, '$&$&')}'`;
}
