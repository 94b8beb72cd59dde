import { z } from 'zod';

/** ISDIAH: what a guide says of an institution. Stored as `institution.description`; nothing in it is obligatory. */
export const institutionDescriptionSchema = z.object({
  address: z.string().nullish(),
  place: z.string().nullish(),
  country: z.string().nullish(),
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }).nullish(),
  telephone: z.array(z.string()).default([]),
  email: z.array(z.string()).default([]),
  website: z.array(z.string()).default([]),
  openingHours: z.array(z.string()).default([]),
  closing: z.array(z.string()).default([]),
  accessConditions: z.array(z.string()).default([]),
  services: z.array(z.object({ label: z.string(), text: z.string() })).default([]),
  history: z.array(z.string()).default([]),
  holdings: z.array(z.string()).default([]),
});
export type InstitutionDescription = z.infer<typeof institutionDescriptionSchema>;
