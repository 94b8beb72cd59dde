import type { SearchDocument } from '#lib/projections/search-document.ts';
import { codeSortKey, normaliseCode, titleSortKey } from './code.ts';
import { levelHeight } from '#lib/records/level.ts';
import { wordsOf } from './fold.ts';
import { facetLexeme } from './lexemes.ts';
import { facetNames, type FacetName, type Scope } from './search.ts';

/** One flat document a record and scope, field by field what schemas/search/mappings.json names. */
export interface IndexDocument {
  id: string;
  scope: Scope;
  hasInternal: boolean;
  /** What stands above the record, and itself. */
  ancestors: string[];
  /** Folded words with blanks between: what is shown is read from the store. Cut by a regular expression there, they took as long as all the rest. */
  title: string;
  names: string;
  terms: string;
  body: string;
  pages?: string;
  /** The title of a fonds, subfonds, series or subseries, to be completed: the higher it stands, the heavier. */
  suggest?: { input: string; weight: number };
  codes: string[];
  /** Facet values as filters compare them (facetLexeme): folded for subjects and places. */
  filters: string[];
  /** Facet values as they are counted and shown. */
  facets: Partial<Record<FacetName, string[]>>;
  years?: { gte: number; lte: number };
  yearStart?: number;
  yearEnd?: number;
  standing: number;
  /** The first day as a number, 14180301. */
  dateSort?: number;
  codeSort?: string;
  titleSort: string;
}

const lowestHead = levelHeight.subseries;

const words = (text: string): string => wordsOf(text).join(' ');

export function toIndexDocument(document: SearchDocument, scope: Scope): IndexDocument {
  const codeSort = codeSortKey(document.code);
  const { yearStart, yearEnd } = document;
  const dateSort = dayNumber(document.dateStart);
  const titleSort = titleSortKey(document.title);
  const isHead = document.standing <= lowestHead && titleSort !== '';
  return {
    id: document.recordId,
    scope,
    hasInternal: document.hasInternal,
    ancestors: [...document.ancestorIds, document.recordId],
    title: words(document.title),
    names: words(document.names),
    terms: words(document.terms),
    body: words(document.body),
    ...(document.pages.length > 0 ? { pages: document.pages.join(' ') } : {}),
    ...(isHead ? { suggest: { input: titleSort, weight: lowestHead + 1 - document.standing } } : {}),
    codes: [...new Set(document.codes.map(normaliseCode).filter(Boolean))],
    filters: [...new Set(document.facets.map(([facet, value]) => facetLexeme(facet, value)))],
    facets: facetsOf(document),
    ...(yearStart !== null && yearEnd !== null ? { years: { gte: yearStart, lte: yearEnd }, yearStart, yearEnd } : {}),
    standing: document.standing,
    ...(dateSort === null ? {} : { dateSort }),
    ...(codeSort === '' ? {} : { codeSort }),
    titleSort,
  };
}

function facetsOf(document: SearchDocument): IndexDocument['facets'] {
  const facets: IndexDocument['facets'] = {};
  for (const name of facetNames) {
    const values = document.facets.filter(([facet]) => facet === name).map(([, value]) => value);
    if (values.length > 0) facets[name] = values;
  }
  return facets;
}

function dayNumber(day: string | null): number | null {
  const parts = day === null ? null : /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  return parts === null ? null : Number(parts.slice(1).join(''));
}
