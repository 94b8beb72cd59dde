'use server';

import { refresh } from 'next/cache';
import { pageContext } from '#app/_components/page-context.ts';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { requireStaff } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { plainText } from '#lib/http/plain-text.ts';
import { stateRights } from '#lib/store/rights/state-rights.ts';
import { keeperOf } from '../../load-archive.ts';
import { readRights } from './read-rights.ts';
import type { ToldState } from '#app/_components/forms/told-state.ts';

/** What the archivist states of an institution or a fonds. */
export async function setRights(before: ToldState, data: FormData): Promise<ToldState> {
  const { t, lang } = await pageContext();
  const session = await requireStaff();
  const sent = Object.fromEntries([...data].map(([name, value]) => [name, plainText(String(value))]));
  const answer = (good: boolean, line: string): ToldState => ({
    turn: (Number.isInteger(before?.turn) ? before.turn : 0) + 1,
    sent: good ? {} : sent,
    good,
    lines: [line],
  });
  const permission = mayKeepArchive(session);
  if (!permission.allowed) return answer(false, permission.reason.text[lang]);
  const read = readRights(sent);
  if (read === null) return answer(false, t('rights.said.wanted'));
  const { kind, id, ...stated } = read;
  const outcome = await stateRights(composition().pool, { of: { kind, id }, ...stated }, keeperOf(session));
  if (outcome === 'stated') refresh();
  return answer(outcome !== 'unknown', t(`rights.said.${outcome}`));
}
