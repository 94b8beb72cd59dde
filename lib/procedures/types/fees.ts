import { z } from 'zod';
import { codeSchema, sourceSchema, textSchema } from './text.ts';

const euro = z.number().min(0).max(100_000);

export const amountSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), euro }),
  z.strictObject({
    kind: z.literal('table'),
    rows: z.array(z.strictObject({ when: textSchema, euro })).min(1),
  }),
  z.strictObject({ kind: z.literal('rule'), rule: textSchema }),
  z.strictObject({ kind: z.literal('unknown'), reason: textSchema }),
]);
export type Amount = z.infer<typeof amountSchema>;

export const paymentMoments = ['withFiling', 'beforeRelease', 'yearly', 'onDemand'] as const;

/** CPSV-AP Cost: stamp duty (imposta di bollo), fee for the work of the office, canone for the use of public ground. */
export const feeSchema = z.strictObject({
  code: codeSchema,
  kind: z.enum(['stampDuty', 'fee', 'canone', 'deposit']),
  label: textSchema,
  amount: amountSchema,
  reason: textSchema,
  due: z.enum(paymentMoments),
  refund: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.enum(['full', 'partial']), when: textSchema }),
    z.strictObject({ kind: z.literal('unknown') }),
  ]),
  source: sourceSchema,
});
export type Fee = z.infer<typeof feeSchema>;
