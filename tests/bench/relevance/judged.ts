import { city } from './judged/city.ts';
import { codes } from './judged/codes.ts';
import { family } from './judged/family.ts';
import { fonds } from './judged/fonds.ts';
import { modern } from './judged/modern.ts';
import { offices } from './judged/offices.ts';
import { people } from './judged/people.ts';
import { places } from './judged/places.ts';
import { plague } from './judged/plague.ts';
import type { JudgedQuery } from './judgement.ts';

export const judgedQueries: readonly JudgedQuery[] = [
  ...people,
  ...family,
  ...codes,
  ...fonds,
  ...offices,
  ...places,
  ...plague,
  ...city,
  ...modern,
];
