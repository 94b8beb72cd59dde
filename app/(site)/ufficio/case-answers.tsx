import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { unitsNamed } from '#lib/store/procedures/check-units.ts';
import { titlesOfUnits } from '#lib/store/procedures/named-units.ts';
import { answerWords } from '#lib/projections/answer-words.ts';
import type { DeskCase } from './load-case.ts';

/** What was asked; nothing for a case that the office began, unless something is said of it. */
export async function CaseAnswers({ found, Part }: { found: DeskCase; Part: 'h2' | 'h3' }) {
  const { t, lang } = await pageContext();
  const { procedure, context } = found.view;
  const { answers, aboutRecord, externalReferences } = procedure.filing;
  const said = answerWords('fields' in context.type ? context.type.fields : [], answers, lang);
  if (said.length === 0 && aboutRecord === null && externalReferences.length === 0) return null;
  const units = unitsNamed(context.type, procedure.filing);
  const titles = await titlesOfUnits(composition().pool, units);
  const lines = new Set(said.flatMap((answer) => answer.lines));
  const further = units.filter((unit) => !lines.has(unit));
  return (
    <section aria-labelledby="case-answers">
      <Part id="case-answers">{t('case.answers')}</Part>
      <dl className="case-facts">
        {said.map(({ label, lines: told }) => (
          <div key={label}>
            <dt>{label}</dt>
            {told.map((text, index) => (
              <dd key={`${index}${text}`} lang="it">
                {titles.has(text) ? <a href={`/records/${text}`}>{titles.get(text)}</a> : text}
              </dd>
            ))}
          </div>
        ))}
        {further.length > 0 ? (
          <div>
            <dt>{t('case.aboutRecord')}</dt>
            {further.map((unit) => (
              <dd key={unit}>
                <a href={`/records/${unit}`} lang="it">
                  {titles.get(unit) ?? unit}
                </a>
              </dd>
            ))}
          </div>
        ) : null}
        {externalReferences.map(({ scheme, value }) => (
          <div key={scheme + value}>
            <dt>{scheme}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
