import { z } from 'zod';
import { textSchema } from './types/text.ts';

/** The body whose procedures these are: custodian and creator of its current archive. */
export const comuneSchema = z.strictObject({
  /** IPA code. */
  code: z.string().min(1),
  name: textSchema,
  /** registro di protocollo (DPR 445/2000 art. 53). */
  register: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The same register in a segnatura (AgID, Allegato 6). */
  registerCode: z.string().regex(/^[A-Za-z0-9_.-]{1,16}$/),
  /** Tax code of the body. */
  taxCode: z.string().regex(/^\d{11}$/),
  /** The two letters of its province. */
  province: z.string().regex(/^[A-Z]{2}$/),
  /** The office of the calendar whose closures count. */
  office: z.string().min(1),
  /** Codes of the institutions that keep its archive: only of their units the Comune itself can be asked. */
  archives: z.array(z.string().min(1)),
});
export type Comune = z.infer<typeof comuneSchema>;
