import type { Text } from './text.ts';

/** How a procedure of each family may end. Silence is no member: it exists only with the type's `silence`. */
export const applicationOutcomes = [
  'granted',
  'grantedWithConditions',
  'refused',
  'irricevibile',
  'improcedibile',
  'withdrawn',
] as const;
export const sciaOutcomes = ['consolidated', 'conformed', 'prohibited', 'withdrawn'] as const;
export const communicationOutcomes = ['acknowledged', 'irregular', 'withdrawn'] as const;
export const declarationOutcomes = ['confirmed', 'notConfirmed', 'withdrawn'] as const;
export const rankingOutcomes = ['admitted', 'waitingList', 'excluded', 'withdrawn'] as const;
export const exOfficioOutcomes = ['measureTaken', 'dismissed'] as const;

/**
 * `silenzioAssenso`: L. 241/1990 art. 20, the expiry of the term is worth a consent.
 * `silenzioRigetto`: e.g. art. 25 c. 4, it is worth a refusal.
 */
export const silenceOutcomes = ['silenzioAssenso', 'silenzioRigetto'] as const;
export type SilenceOutcome = (typeof silenceOutcomes)[number];

export type Outcome =
  | (typeof applicationOutcomes)[number]
  | (typeof sciaOutcomes)[number]
  | (typeof communicationOutcomes)[number]
  | (typeof declarationOutcomes)[number]
  | (typeof rankingOutcomes)[number]
  | (typeof exOfficioOutcomes)[number]
  | SilenceOutcome;

/**
 * Outcomes that wait for a finished preavvisoDiRigetto (L. 241/1990 art. 10-bis). Whether an application found irricevibile or improcedibile
 * wants it too is disputed; giving the notice is never wrong, leaving it out may be.
 */
export const negativeOutcomes: ReadonlySet<Outcome> = new Set([
  'refused',
  'irricevibile',
  'improcedibile',
  'notConfirmed',
]);

/**
 * Outcomes by which somebody has been allowed or given something: what annulling them is bound by (L. 241/1990 art. 21-nonies c. 1, which names
 * consent by silence too; art. 19 c. 4 for a SCIA whose control is over). A declaration that is confirmed is none: an entry in a register, with
 * rules of its own.
 */
export const advantageOutcomes: ReadonlySet<Outcome> = new Set([
  'granted',
  'grantedWithConditions',
  'silenzioAssenso',
  'consolidated',
  'conformed',
  'admitted',
]);

/**
 * Outcomes that limit who receives them, and have effect for each only from its communication (L. 241/1990 art. 21-bis). That a request is not
 * granted takes nothing from who filed it: such an act has effect at once, and only the days to challenge it run from its receipt.
 */
export const limitingOutcomes: ReadonlySet<Outcome> = new Set(['prohibited', 'notConfirmed', 'measureTaken']);

export const outcomeWords: Record<Outcome, Text> = {
  granted: { it: 'Accolta', en: 'Granted' },
  grantedWithConditions: { it: 'Accolta con prescrizioni', en: 'Granted with conditions' },
  refused: { it: 'Rigettata', en: 'Refused' },
  irricevibile: { it: 'Irricevibile', en: 'Not receivable (irricevibile)' },
  improcedibile: { it: 'Improcedibile', en: 'Cannot proceed (improcedibile)' },
  withdrawn: { it: 'Rinunciata dall’interessato', en: 'Withdrawn by the applicant' },
  consolidated: {
    it: 'Consolidata: il controllo è finito senza rilievi',
    en: 'Confirmed: the control ended without remarks',
  },
  conformed: { it: 'Resa conforme alle prescrizioni', en: 'Brought into line with the requirements' },
  prohibited: { it: 'Attività vietata', en: 'Activity prohibited' },
  acknowledged: { it: 'Ricevuta e acquisita agli atti', en: 'Received and placed on file' },
  irregular: { it: 'Irregolare', en: 'Irregular' },
  confirmed: { it: 'Confermata', en: 'Confirmed' },
  notConfirmed: { it: 'Non confermata', en: 'Not confirmed' },
  admitted: { it: 'Ammessa', en: 'Admitted' },
  waitingList: { it: 'In lista d’attesa', en: 'On the waiting list' },
  excluded: { it: 'Esclusa', en: 'Excluded' },
  measureTaken: { it: 'Provvedimento adottato', en: 'Measure taken' },
  dismissed: { it: 'Archiviata', en: 'Dismissed' },
  silenzioAssenso: { it: 'Accolta per silenzio (silenzio assenso)', en: 'Granted by silence (silenzio assenso)' },
  silenzioRigetto: { it: 'Rigettata per silenzio (silenzio rigetto)', en: 'Refused by silence (silenzio rigetto)' },
};
