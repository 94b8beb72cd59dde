import type { ProcedureType } from '../types/procedure-type.ts';
import type { Text } from '../types/text.ts';

/** What a fee is called, as its type says. */
export const feeLabel = (type: ProcedureType, { fee }: { fee: string }): Text =>
  ('fees' in type ? type.fees : []).find(({ code }) => code === fee)?.label ?? { it: fee, en: fee };
