import { FONDS } from '#ingest/demo/fonds.ts';
import { walk, type Unit } from '#ingest/demo/model.ts';
import type { Sheet } from './sheet.ts';

export interface DemoPage {
  /** As the leaf is called. */
  label: string;
  /** Drawn when it is needed: a sheet is large. */
  sheet: () => Sheet;
}

/** A part of a unit: pages from one to another, both counted from 1. */
export interface DemoPart {
  label: string;
  from: number;
  to: number;
  parts?: readonly DemoPart[];
}

/** Pages of a unit of the demonstration. */
export interface DemoPageSet {
  /** The fonds' slug. */
  fonds: string;
  code: string;
  /** ISO 639-2. */
  language: 'ita' | 'lat';
  /** Pages face each other. */
  paged: boolean;
  pages: readonly DemoPage[];
  parts: readonly DemoPart[];
}

/** The unit of a code, as the demonstration describes it. */
export function demoUnit(fonds: string, code: string): { custodian: string; unit: Unit } {
  for (const candidate of FONDS) {
    if (candidate.slug !== fonds) continue;
    for (const unit of walk(candidate)) if (unit.code === code) return { custodian: candidate.custodian, unit };
  }
  throw new Error(`the demonstration has no unit ${code} in ${fonds}`);
}

/** 1r, 1v, 2r … of a leaf count from 0. */
export const leafLabel = (at: number): string => `c. ${Math.floor(at / 2) + 1}${at % 2 === 0 ? 'r' : 'v'}`;
