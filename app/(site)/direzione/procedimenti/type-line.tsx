import { pageContext } from '#app/_components/page-context.ts';
import type { Permission } from '#lib/access/permission.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { lastDayOf, versionInForce } from '#lib/procedures/types/version-periods.ts';
import type { VersionLine } from '#lib/store/type-drafts/type-drafts.ts';
import { startNewDraft } from './start-new-draft.ts';

interface TypeLineProps {
  code: string;
  /** The newest first. */
  versions: readonly VersionLine[];
  published: readonly ProcedureType[];
  name(by: string | null): string;
  mayEdit(units: readonly (string | null)[]): Permission;
}

/** A type in the list: its versions, each with its state and days, and what can be done next. */
export async function TypeLine({ code, versions, published, name, mayEdit }: TypeLineProps) {
  const { t, lang } = await pageContext();
  const today = composition().today();
  const inForce = versionInForce(published, today);
  const shown = inForce ?? published[0];
  const title = shown?.title[lang] ?? code;
  const draft = versions.find(({ status }) => status === 'draft');
  const newest = published[0];
  const units = composition().procedureTypes.units();
  const stateOf = (line: VersionLine): string => {
    if (line.status === 'draft')
      return t('types.draftBy', { who: name(line.changedBy), when: instantInWords(line.changedAt, lang) });
    const type = published.find(({ version }) => version === line.version);
    if (!type) return t('types.published');
    const from = type.validFrom ? dayInWords(type.validFrom, lang) : '—';
    const last = lastDayOf(type, published);
    if (type.version === inForce?.version)
      return last ? t('types.inForceUntil', { from, until: dayInWords(last, lang) }) : t('types.inForce', { from });
    if (type.validFrom !== null && type.validFrom > today) return t('types.coming', { from });
    return last ? t('types.past', { from, until: dayInWords(last, lang) }) : t('types.published');
  };
  return (
    <li className="types-line">
      <h2 id={code}>{title}</h2>
      <p className="aside">
        {code} · {shown ? (units.get(shown.unit)?.[lang] ?? shown.unit) : ''}
      </p>
      <ul className="plain types-versions">
        {versions.map((line) => (
          <li key={line.version} className={line.status === 'draft' ? 'is-draft' : undefined}>
            <a href={`/direzione/procedimenti/${code}/${line.version}`} aria-describedby={code}>
              {t('types.version', { number: line.version })}
            </a>{' '}
            <span>{stateOf(line)}</span>
          </li>
        ))}
      </ul>
      {!draft && newest && mayEdit([newest.unit]).allowed ? (
        <form action={startNewDraft}>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="from" value={newest.version} />
          <button type="submit" className="btn btn-outline-primary btn-sm" aria-describedby={code}>
            {t('types.newDraft')}
          </button>
        </form>
      ) : null}
    </li>
  );
}
