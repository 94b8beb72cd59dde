import { pageContext } from '#app/_components/page-context.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import type { DisposalLine } from '#lib/store/keeping/list-keeping.ts';

/** Permits, and what became of how many: read from the items themselves each time, so that it is true at every moment. */
export async function DisposalReport({ list }: { list: DisposalLine }) {
  const { t, lang } = await pageContext();
  const facts: [string, string | null][] = [
    [t('keeping.sentOn'), list.sentOn && dayInWords(list.sentOn, lang)],
    [t('keeping.permit'), list.permitOn && `${list.permitNumber}, ${dayInWords(list.permitOn, lang)}`],
    [t('keeping.interior'), list.interiorOn && `${list.interiorNumber}, ${dayInWords(list.interiorOn, lang)}`],
    [t('keeping.startedAt'), list.startedAt && instantInWords(new Date(list.startedAt), lang)],
    [t('keeping.finishedAt'), list.finishedAt && instantInWords(new Date(list.finishedAt), lang)],
    ...Object.entries(list.items).map(([state, n]): [string, string] => [
      t(`keeping.item.${state}` as 'keeping.item.proposed'),
      String(n),
    ]),
    ...Object.entries(list.files).map(([outcome, n]): [string, string] => [
      t(`keeping.bytes.${outcome}` as 'keeping.bytes.removed'),
      String(n),
    ]),
  ];
  return (
    <dl className="case-facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
