'use server';

import { refresh } from 'next/cache';
import { pageContext } from '#app/_components/page-context.ts';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { requireStaff } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { plainText } from '#lib/http/plain-text.ts';
import { restrict } from '#lib/store/visibility/restrict.ts';
import { readRestriction } from './read-restriction.ts';
import type { ToldState } from '#app/_components/forms/told-state.ts';

/** What the archivist says of access to a unit. */
export async function setRestriction(before: ToldState, data: FormData): Promise<ToldState> {
  const { t, lang } = await pageContext();
  const session = await requireStaff();
  const { pool, now, today } = composition();
  const sent = Object.fromEntries([...data].map(([name, value]) => [name, plainText(String(value))]));
  const answer = (good: boolean, ...lines: string[]): ToldState => ({
    turn: (Number.isInteger(before?.turn) ? before.turn : 0) + 1,
    sent: good ? {} : sent,
    good,
    lines,
  });
  const permission = mayKeepArchive(session);
  if (!permission.allowed) return answer(false, permission.reason.text[lang]);
  const read = readRestriction(sent);
  if (read.kind === 'unknown') return answer(false, t('keepingBack.unknown', { id: read.id.slice(0, 60) }));
  if (read.kind !== 'read') return answer(false, t(`keepingBack.${read.kind}`));
  const { record, sensitivity, closure, reason, inherits } = read.value;
  const by = `officer:${session.member}`;
  const said = { record, sensitivity, closed: closure, reason, inherits: inherits === 'yes', by, at: now() };
  const result = await restrict(pool, said, today());
  if (result.kind === 'unknown') return answer(false, t('keepingBack.unknown', { id: record }));
  refresh();
  return answer(
    true,
    t('keepingBack.done', { count: result.records }),
    t('keepingBack.changed', { count: result.changed }),
  );
}
