import { arcadeSet, cardSet, gateSet, photographSet, posterSet, schoolSet } from './city-sets.ts';
import { ducaliSets, healthSet } from './ducali-sets.ts';
import { estimoSet } from './estimo-set.ts';
import { harvestSet, orderSet, pitsSet } from './hemp-sets.ts';
import type { DemoPageSet } from './page-set.ts';

/** All pages of the demonstration, in the order in which they are made: a few of every kind are there early. */
export const pageSets = (): DemoPageSet[] => [
  ...ducaliSets(),
  gateSet(),
  photographSet(),
  posterSet(),
  healthSet(),
  pitsSet(),
  arcadeSet(),
  schoolSet(),
  cardSet(),
  orderSet(),
  harvestSet(),
  estimoSet(),
];
