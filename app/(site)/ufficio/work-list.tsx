import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { phaseWords, actorWords, type ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import { outcomeWords } from '#lib/procedures/types/outcomes.ts';
import { dueWords } from '#lib/projections/due-words.ts';
import type { WorkLine } from '#lib/store/procedures/procedure-store.ts';

/** The cases of a pile, each in three lines: what, for whom and with whom, until when. */
export function WorkList({
  lines,
  names,
  open,
  hrefOf,
  today,
  catalogue,
  t,
  lang,
}: {
  lines: readonly WorkLine[];
  names: ReadonlyMap<string, string>;
  open: string | null;
  hrefOf: (id: string) => string;
  today: string;
  catalogue: ActivityCatalogue;
  t: Translate;
  lang: Language;
}) {
  return (
    <ol className="work-list">
      {lines.map((line) => {
        const { heat, words } = dueWords(line, today);
        const activity = line.activity ? (catalogue.get(line.activity)?.name[lang] ?? line.activity) : null;
        return (
          <li key={line.id} className={`work-line heat-${heat}${open === line.id ? ' work-open' : ''}`}>
            <label className="work-tick">
              <input type="checkbox" name="scelta" value={line.id} />
              <span className="visually-hidden">{t('work.tick', { title: line.title })}</span>
            </label>
            <div>
              <a
                className="work-link"
                href={hrefOf(line.id)}
                aria-current={open === line.id ? 'true' : undefined}
                lang="it"
              >
                {line.title}
              </a>
              <p className="work-facts">
                <span>
                  {t('work.protocol', {
                    number: String(line.protocol.number).padStart(7, '0'),
                    year: String(line.protocol.year),
                  })}
                </span>
                {line.applicant ? <span>{line.applicant.name}</span> : null}
                <span>{line.assignee ? (names.get(line.assignee) ?? t('history.system')) : t('work.nobody')}</span>
              </p>
              <p className="work-facts">
                <span className="work-phase">
                  {line.outcome ? outcomeWords[line.outcome][lang] : line.phase ? phaseWords[line.phase][lang] : ''}
                  {activity ? `: ${activity}` : ''}
                </span>
                {line.unreadSince ? <span className="work-unread">{t('desk.unread')}</span> : null}
                {line.waitingFor ? <span>{t('work.waits', { whom: actorWords[line.waitingFor][lang] })}</span> : null}
              </p>
            </div>
            <p className="work-due">{words[lang]}</p>
          </li>
        );
      })}
    </ol>
  );
}
