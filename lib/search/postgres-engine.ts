import type { FacetSets } from './postgres-facet-sets.ts';
import type { Stems } from './postgres-stems.ts';

export interface EngineSettings {
  /** Hits up to which each is weighed by its words: 10,000 unless told. */
  rankedLimit?: number;
}

/** What an engine keeps between queries. */
export interface Engine {
  stems: Stems;
  sets: FacetSets;
  rankedLimit: number;
}
