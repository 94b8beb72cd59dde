import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { isInForce, mayPermitReading } from '#lib/access/reading-permits.ts';
import { composition } from '#lib/composition.ts';
import type { FormView } from '#lib/http/form-view.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { unitsNamed } from '#lib/store/procedures/check-units.ts';
import { permitsOfProcedure, type PermitLine } from '#lib/store/reading-permits/list-permits.ts';
import { givePermitOf, revokePermitOf } from './decide-reading.ts';
import type { DeskCase } from './load-case.ts';

/** What a request to read for history has opened, and the way to open or to close it; nothing for other procedures. */
export async function ReadingPermits({ found, Part }: { found: DeskCase; Part: 'h2' | 'h3' }) {
  const { procedure, context, parties } = found.view;
  const rule = 'readingPermit' in context.type ? context.type.readingPermit : undefined;
  if (!rule) return null;
  const { t } = await pageContext();
  const permits = await permitsOfProcedure(composition().pool, procedure.id);
  const reader = parties.find(({ role }) => role === 'applicant')?.agent ?? null;
  const outcome = procedure.state === 'running' ? null : procedure.outcome;
  const may = mayPermitReading(found.desk.session, reader, outcome);
  const units = rule.of === 'reserved' ? unitsNamed(context.type, procedure.filing) : [];
  return (
    <section aria-labelledby="reading-permits">
      <Part id="reading-permits">{t('reading.permits')}</Part>
      {permits.length === 0 ? <p className="aside">{t('reading.none')}</p> : null}
      <ul className="plain reading-permits">
        {permits.map((permit) => (
          <Line key={permit.id} permit={permit} revocable={may.allowed && !permit.revoked} />
        ))}
      </ul>
      {may.allowed ? (
        <details>
          <summary className="btn btn-outline-primary btn-sm">{t('reading.give')}</summary>
          <AnsweredForm
            key={`permesso-${permits.length}`}
            id="permesso"
            label={t('reading.give')}
            answer={givePermitOf}
            start={{ form: permitForm(procedure.id, units, t), problems: [], notice: null, turn: 0 }}
            words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
          />
        </details>
      ) : null}
    </section>
  );
}

async function Line({ permit, revocable }: { permit: PermitLine; revocable: boolean }) {
  const { t, lang } = await pageContext();
  const state = permit.revoked ? 'revoked' : isInForce(permit, composition().today()) ? 'inForce' : 'ended';
  return (
    <li>
      <a href={permit.shown ? `/records/${permit.record}` : `/archivio/fascicoli/${permit.record}`} lang="it">
        {permit.title}
      </a>
      <p className="aside">
        {t(`reading.state.${state}`, { day: dayInWords(permit.revokedOn ?? permit.until, lang) })} ·{' '}
        <span lang="it">{permit.revokedReason ?? permit.act}</span>
      </p>
      {revocable ? (
        <form action={revokePermitOf} className="keeping-decide">
          <input type="hidden" name="permit" value={permit.id} />
          <input type="hidden" name="case" value={permit.procedure} />
          <label htmlFor={`revoke-${permit.id}`}>
            {t('reading.reason')} <span className="visually-hidden">{t('keeping.of', { title: permit.title })}</span>
          </label>
          <input id={`revoke-${permit.id}`} name="reason" required maxLength={500} />
          <button
            type="submit"
            className="btn btn-outline-primary btn-sm"
            aria-label={t('keeping.doTo', { what: t('reading.revoke'), title: permit.title })}
          >
            {t('reading.revoke')}
          </button>
        </form>
      ) : null}
    </li>
  );
}

const permitForm = (id: string, units: readonly string[], t: Translate): FormView => ({
  parts: [
    {
      kind: 'area',
      name: 'records',
      label: t('reading.records'),
      help: t('reading.recordsHelp'),
      required: true,
      maxLength: 4000,
      value: units.join('\n'),
    },
    { kind: 'date', name: 'until', label: t('reading.lastDay'), required: true },
    { kind: 'text', name: 'act', label: t('reading.act'), help: t('reading.actHelp'), required: true, maxLength: 300 },
  ],
  hidden: [{ name: 'case', value: id }],
  buttons: [{ label: t('reading.giveNow'), intent: 'give', manner: 'primary' }],
});
