import { composition } from '#lib/composition.ts';
import type { DraftAnswers } from '#lib/procedures/requests/draft-answers.ts';
import { topicField } from '#lib/procedures/requests/access-application.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { accessOfYear } from './access-given.ts';

/** A unit of the archive that a request is about, as people know it. */
export interface UnitAsked {
  id: string;
  title: string;
  referenceCode: string | null;
}

/**
 * What the page of a unit already knows of the request that starts from it: the unit, where the public may know of it, and what is asked for.
 * Of who was admitted this year the topic, too.
 * @param asked `unita` by its id, `servizio` as one of the type's own choices
 */
export async function knownBeforehand(
  type: ProcedureType,
  asked: Readonly<Record<string, string | string[] | undefined>>,
  agent: string | null,
): Promise<{ answers: DraftAnswers; units: UnitAsked[] }> {
  const fields = 'fields' in type ? type.fields : [];
  const { unita, servizio } = asked;
  const unit = typeof unita === 'string' ? await unitAsked(unita) : null;
  const unitField = fields.find(({ kind }) => kind === 'archivalUnit');
  const service = fields.find(
    (field) => field.kind === 'choice' && field.options.some(({ value }) => value === servizio),
  );
  const [admitted] = agent === null ? [] : await accessOfYear(agent, type);
  return {
    answers: {
      ...(admitted && admitted.topic !== '' && fields.some(({ name }) => name === topicField)
        ? { [`a.${topicField}`]: [admitted.topic] }
        : {}),
      ...(unit && unitField ? { [`a.${unitField.name}.0.id`]: [unit.id] } : {}),
      ...(service && typeof servizio === 'string' ? { [`a.${service.name}`]: [servizio] } : {}),
    },
    units: unit ? [unit] : [],
  };
}

/** A unit by its id; null for one that the public is not shown. */
export async function unitAsked(id: string): Promise<UnitAsked | null> {
  const found = await composition().store.findRecord(id);
  if (found?.state !== 'found') return null;
  const { title, referenceCode } = found.value;
  return { id, title, referenceCode };
}
