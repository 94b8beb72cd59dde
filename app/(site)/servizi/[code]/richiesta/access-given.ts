import { cache } from 'react';
import { composition } from '#lib/composition.ts';
import {
  accessApplication,
  restsOnAccess,
  servesFor,
  topicField,
} from '#lib/procedures/requests/access-application.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { findAccessApplications, type AccessApplication } from '#lib/store/procedures/access-applications.ts';
import type { OpenDraft } from './open-draft.ts';

/** What somebody has applied for this year at the archive, where a type rests on it. */
export const accessOfYear = cache(async (agent: string, type: ProcedureType): Promise<AccessApplication[]> => {
  const { pool, today } = composition();
  return restsOnAccess(type) ? findAccessApplications(pool, agent, today()) : [];
});

/** The application of this year that a draft rests on: for the same topic, and where they attach no other. */
export async function accessGiven({ session, type, answers, draft }: OpenDraft): Promise<AccessApplication | null> {
  if (draft.files.some(({ code }) => code === accessApplication)) return null;
  const [topic = ''] = answers[`a.${topicField}`] ?? [];
  const given = await accessOfYear(session.agent, type);
  return given.find((one) => servesFor(one.topic, topic)) ?? null;
}
