import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { citizenPersonas, staffPersonas } from '#lib/access/persona.ts';
import { staffRoles } from '#lib/access/session.ts';
import { isCodiceFiscale } from '#lib/records/codice-fiscale.ts';
import { codeSchema } from '#lib/procedures/types/text.ts';

const memberSchema = z.strictObject({
  id: codeSchema,
  name: z.string().min(1),
  persona: z.enum(staffPersonas).nullable().default(null),
  roles: z
    .array(
      z.strictObject({
        role: z.enum(staffRoles),
        unit: codeSchema.nullable(),
        types: z.array(codeSchema).nullable().default(null),
      }),
    )
    .min(1),
});

const citizenSchema = z.strictObject({
  persona: z.enum(citizenPersonas),
  kind: z.enum(['person', 'corporateBody']),
  name: z.string().min(1),
  /** Null: who has none is known by an e-mail address. */
  taxCode: z.string().refine(isCodiceFiscale, 'is no codice fiscale').nullable().default(null),
  represents: z.array(z.enum(citizenPersonas)).default([]),
});

const demoPeopleSchema = z.strictObject({ staff: z.array(memberSchema), citizens: z.array(citizenSchema) });
export type DemoPeople = z.infer<typeof demoPeopleSchema>;

/** The invented people of the demonstration. */
export const readDemoPeople = (folder: string): DemoPeople =>
  demoPeopleSchema.parse(parse(readFileSync(path.join(folder, 'demo-people.yaml'), 'utf8')));
