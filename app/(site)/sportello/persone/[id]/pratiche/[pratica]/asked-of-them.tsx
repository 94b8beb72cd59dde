import { randomUUID } from 'node:crypto';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { answerForm } from '#lib/http/answer-form.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';
import type { MyCaseFacts } from '../../../../../mia-pagina/load-my-case.ts';
import { bringAnswer } from './bring-answer.ts';

/** What the office asks of them now, and where what they have brought is registered. What a third party is asked, it sends itself. */
export async function AskedOfThem({ found: { asked, view }, id }: { found: MyCaseFacts; id: string }) {
  const { t, lang } = await pageContext();
  if (!asked || asked.answeredOn) return null;
  const pratica = view.procedure.id;
  return (
    <section className="my-asked" aria-labelledby="chiesto-titolo">
      <h2 id="chiesto-titolo">{asked.what[lang]}</h2>
      {asked.by ? (
        <p>
          <strong>{t('asked.by', { day: weekdayWords(asked.by, composition().today())[lang] })}</strong>
        </p>
      ) : null}
      {asked.words ? (
        <figure className="my-letter">
          <figcaption>{t('asked.words')}</figcaption>
          <blockquote lang="it">{asked.words}</blockquote>
        </figure>
      ) : null}
      {asked.whom === 'applicant' ? (
        <AnsweredForm
          key={view.procedure.version}
          id="portato"
          label={t('counter.addBrought')}
          answer={bringAnswer.bind(null, { id, pratica })}
          start={{ form: answerForm(asked, { key: randomUUID(), t, lang }), problems: [], notice: null, turn: 0 }}
          files={fileWords(t)}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
          fold={{ summary: t('counter.addBrought') }}
        />
      ) : null}
    </section>
  );
}
