import { checkEntry } from '../../check-entry.ts';
import type { LedgerEntry } from '../../ledger.ts';
import type { Reason } from '../decision.ts';
import { findingReason, isRefused } from '../finding-words.ts';
import { reason } from '../reason.ts';
import { ledgerOf, type Standing } from '../standing.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

/** proroga: only where the term of the type has one, once, and while it runs. */
export const extend: Doing<'extend'> = {
  bars: (standing) => {
    const running = onlyWhile(standing, 'running');
    return running.length > 0 ? running : extensionBars(standing, null);
  },
  done: (standing, { act }) => {
    const bars = extensionBars(standing, act.reference);
    const entry = entryOf(standing, act.reference);
    return bars.length > 0 || !entry ? refuse(...bars) : [{ kind: 'clockMoved', entry }];
  },
};

function extensionBars(standing: Standing, act: string | null): Reason[] {
  const { procedure, clock } = standing;
  const entry = entryOf(standing, act);
  if (!entry || !procedure.legal)
    return [
      reason(
        'noExtension',
        'il termine di questo procedimento non si può prorogare',
        'the term of this procedure cannot be extended',
        'L. 241/1990 art. 2',
      ),
    ];
  if (ledgerOf(procedure).some(({ kind }) => kind === 'extension'))
    return [
      reason(
        'alreadyExtended',
        'il termine è già stato prorogato',
        'the term has been extended already',
        entry.article,
      ),
    ];
  return checkEntry(procedure.legal, entry, clock)
    .filter(isRefused)
    .map((finding) => findingReason(finding, entry.article));
}

function entryOf(
  { procedure, context, day }: Standing,
  act: string | null,
): Extract<LedgerEntry, { kind: 'extension' }> | null {
  const { type } = context;
  const term = 'term' in type ? type.term : 'verification' in type ? type.verification : null;
  if (!term?.extension) return null;
  const { days, source } = term.extension;
  const article = source.article ? `${source.act} ${source.article}` : source.act;
  return { kind: 'extension', id: `extension-${procedure.version + 1}`, act, from: day, days, article };
}
