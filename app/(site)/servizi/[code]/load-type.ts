import { cache } from 'react';
import { composition } from '#lib/composition.ts';

/** The version in force of a type, once in a request. */
export const loadType = cache((code: string) => {
  const { procedureTypes, today } = composition();
  return procedureTypes.findType(code, today());
});
