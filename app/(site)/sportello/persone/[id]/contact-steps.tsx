import { pageContext } from '#app/_components/page-context.ts';
import { stepWords } from '#lib/relationship/contact-words.ts';
import { stepsOf, type ContactStep } from '#lib/relationship/contact.ts';
import { sheetOf, type Contact } from '#lib/store/counter/counter-store.ts';
import { personPath } from '../../served-places.ts';

/** The field by which each step is written, in the form of the contact. */
const fieldOf: Record<ContactStep, string> = {
  listened: 'heard',
  decoded: 'need',
  delivered: 'told',
  evaluated: 'rating',
};

/** The four steps of the relation, always in sight: which are written, which is next, and the way to each. */
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
          <a href={`${personPath(contact.agent)}#contatto-${fieldOf[step]}`}>{stepWords[step].name[lang]}</a>{' '}
          <span className="visually-hidden">{t(`counter.step.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}
