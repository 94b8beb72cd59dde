import type { Law } from '#lib/procedures/law.ts';
import { silencePlainly } from '#lib/procedures/types/silence-words.ts';
import { rollWords, termLines } from '#lib/procedures/types/term-lines.ts';
import { suspensionWords, type Said } from '#lib/procedures/types/term-words.ts';
import type { SectionProps } from './section-props.ts';
import { SourceNote } from './source-note.tsx';

/** How long it takes, what may make it longer, and what it means that nobody answers. */
export function Times({ type, law, today, t, lang }: SectionProps & { law: Law; today: string }) {
  const suspensions = suspensionWords(type, law, today);
  const roll = rollWords(type);
  const replaced = 'replacedByDeclaration' in type ? type.replacedByDeclaration : undefined;
  return (
    <section className="area" aria-labelledby="times">
      <h2 id="times">{t('procedure.times')}</h2>
      <dl>
        {termLines(type).map(({ label, value, source }) => (
          <div key={label.it} className="entry">
            <dt>{label[lang]}</dt>
            <dd>
              <p>
                <strong>{value[lang]}</strong>
              </p>
              {source ? (
                <p>
                  <SourceNote source={source} t={t} lang={lang} />
                </p>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {roll ? <p>{roll[lang]}</p> : null}
      {suspensions.length > 0 ? (
        <>
          <h3>{t('procedure.suspensions')}</h3>
          <ul className="said">
            {suspensions.map((said) => (
              <li key={said.text.it}>
                <Sentence said={said} t={t} lang={lang} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{t('procedure.silence')}</h3>
      <p className="said">
        <Sentence said={silencePlainly(type)} t={t} lang={lang} />
      </p>
      {replaced ? (
        <p className="said">
          {t('procedure.replaced')} {replaced.when[lang]}. <SourceNote source={replaced.source} t={t} lang={lang} />
        </p>
      ) : null}
    </section>
  );
}

function Sentence({ said, t, lang }: { said: Said } & Omit<SectionProps, 'type'>) {
  return (
    <>
      {said.text[lang]} {said.source ? <SourceNote source={said.source} t={t} lang={lang} /> : null}
    </>
  );
}
