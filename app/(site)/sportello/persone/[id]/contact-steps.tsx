import { pageContext } from '#app/_components/page-context.ts';
import { stepWords } from '#lib/relationship/contact-words.ts';
import { stepsOf } from '#lib/relationship/contact.ts';
import { sheetOf, type Contact } from '#lib/store/counter/counter-store.ts';

/** The four steps of the relation, always in sight: which are written, and which is next. */
export async function ContactSteps({ contact }: { contact: Contact }) {
  const { t, lang } = await pageContext();
  return (
    <ol className="contact-steps" aria-label={t('counter.steps')}>
      {stepsOf(sheetOf(contact)).map(({ step, state }) => (
        <li
          key={step}
          className={`contact-step contact-step-${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="contact-step-mark" aria-hidden="true">
            {state === 'done' ? '●' : state === 'now' ? '◐' : '○'}
          </span>{' '}
          {stepWords[step].name[lang]} <span className="visually-hidden">{t(`counter.step.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}
