import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { lineState } from '#lib/http/my-case-lines.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { outcomeWords } from '#lib/procedures/types/outcomes.ts';
import { dueWords } from '#lib/projections/due-words.ts';
import type { WorkLine } from '#lib/store/procedures/procedure-store.ts';
import { minePath, type Mine } from '../load-mine.ts';

/** One's cases, a row each; on a phone a row is a card whose cells say what they are. */
export async function CaseTable({ lines, mine }: { lines: readonly WorkLine[]; mine: Mine }) {
  const { t, lang } = await pageContext();
  const { procedureTypes, today } = composition();
  const units = procedureTypes.units();
  const heads = {
    case: t('own.col.case'),
    protocol: t('own.col.protocol'),
    filed: t('own.col.filed'),
    state: t('own.filter.state'),
    due: t('own.col.due'),
    office: t('own.col.office'),
  };
  return (
    <table className="own-table">
      <caption className="visually-hidden">{t('own.casesOf', { name: mine.acting.name })}</caption>
      <thead>
        <tr>
          {Object.entries(heads).map(([key, head]) => (
            <th key={key} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <a href={minePath(`/mia-pagina/pratiche/${line.id}`, mine)}>
                {procedureTypes.findType(line.type.code, today())?.title[lang] ?? line.type.code}
              </a>
              <span className="aside" lang="it">
                {placeOf(line, procedureTypes.findType(line.type.code, today())?.title.it)}
              </span>
            </th>
            <td data-head={heads.protocol} className="own-number">
              {String(line.protocol.number).padStart(7, '0')}/{line.protocol.year}
            </td>
            <td data-head={heads.filed}>{dayInWords(line.filedOn, lang)}</td>
            <td data-head={heads.state}>
              {lineState(line)[lang]}
              {line.outcome ? <span className="aside">{outcomeWords[line.outcome][lang]}</span> : null}
            </td>
            <td
              data-head={heads.due}
              className={line.state === 'running' ? `heat-${dueWords(line, today()).heat}` : undefined}
            >
              {line.state === 'running' ? (
                <span className="work-due">{dueWords(line, today()).words[lang]}</span>
              ) : line.concludedOn ? (
                dayInWords(line.concludedOn, lang)
              ) : (
                '–'
              )}
            </td>
            <td data-head={heads.office}>{units.get(line.unit)?.[lang] ?? line.unit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What of a public title is not the name of the type, which stands above it. */
const placeOf = ({ title }: WorkLine, type: string | undefined): string =>
  type !== undefined && title.startsWith(`${type}, `) ? title.slice(type.length + 2) : title;
