import { randomUUID } from 'node:crypto';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { partyFor } from '#lib/access/answering.ts';
import { composition } from '#lib/composition.ts';
import { answerForm } from '#lib/http/answer-form.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';
import { sendAnswer } from './send-answer.ts';

/** What the office asks, by when and why, above all else of the case, with the form to answer. */
export async function AskedSection({ found: { asked, mine, view, facts } }: { found: MyCaseFacts }) {
  const { t, lang } = await pageContext();
  if (!asked) return null;
  const { procedure, parties, line } = view;
  const { today } = composition();
  const { answeredOn } = asked;
  const held = line.clockState === 'suspended';
  const party = partyFor(mine.session, facts, asked.whom);
  const principal = party === mine.session.agent ? null : parties.find(({ agent }) => agent === party)?.name;
  const form = (
    <AnsweredForm
      key={`risposta-${procedure.version}`}
      id="risposta"
      label={t('asked.form')}
      answer={sendAnswer.bind(null, procedure.id)}
      start={{ form: answerForm(asked, { key: randomUUID(), t, lang }), problems: [], notice: null, turn: 0 }}
      files={fileWords(t)}
      words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
      {...(answeredOn ? { fold: { summary: t('asked.more') } } : {})}
    />
  );
  return (
    <section className="my-asked" id="chiesto" aria-labelledby="chiesto-titolo" tabIndex={-1}>
      <h2 id="chiesto-titolo">{answeredOn ? t('asked.title') : asked.what[lang]}</h2>
      {answeredOn ? (
        <p>{t('asked.answered', { day: dayInWords(answeredOn, lang) })}</p>
      ) : (
        <p>
          {asked.by ? <strong>{t('asked.by', { day: weekdayWords(asked.by, today())[lang] })}</strong> : null}{' '}
          {t('asked.since', { day: dayInWords(asked.on, lang) })}{' '}
          {asked.article ? t('asked.article', { article: asked.article }) : null} {held ? t('asked.held') : null}
        </p>
      )}
      {asked.words ? (
        <figure className="my-letter">
          <figcaption>{t('asked.words')}</figcaption>
          <blockquote lang="it">{asked.words}</blockquote>
        </figure>
      ) : null}
      {principal ? <p>{t('asked.inNameOf', { name: principal })}</p> : null}
      {form}
    </section>
  );
}
