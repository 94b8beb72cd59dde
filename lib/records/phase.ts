import { z } from 'zod';

/** The three ages of an archive: current, deposit (DPR 445/2000 art. 67), historical (D.Lgs. 42/2004 art. 30 c. 4). */
export const phases = ['current', 'deposit', 'historical'] as const;
export const phaseSchema = z.enum(phases);
export type Phase = z.infer<typeof phaseSchema>;

/** Why a document may not be read yet: D.Lgs. 42/2004 art. 122 and art. 125. */
export const sensitivities = ['none', 'judicialOrSensitive', 'healthSexFamily', 'stateReserved'] as const;
export const sensitivitySchema = z.enum(sensitivities);
export type Sensitivity = z.infer<typeof sensitivitySchema>;

/** What the public may have of a record; decided in lib/access and nowhere else. */
export const visibilities = ['hidden', 'described', 'open'] as const;
export const visibilitySchema = z.enum(visibilities);
export type Visibility = z.infer<typeof visibilitySchema>;
