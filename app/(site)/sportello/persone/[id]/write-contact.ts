'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { contactForm, readContact } from '#lib/http/counter/contact-form.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { missingToClose } from '#lib/relationship/contact.ts';
import { stepWords } from '#lib/relationship/contact-words.ts';
import { loadPerson } from '../../load-person.ts';
import { personPath } from '../../served-places.ts';
import { loadContactChoices } from './load-contact-choices.ts';

const partOf = { listened: 'heard', decoded: 'need', delivered: 'outcome', evaluated: 'rating' } as const;

/** Keeps what was written of a contact, or ends it: an ended one says what was asked, what was needed and what came of it. */
export async function writeContactOf(id: string, before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const at = await loadPerson(id);
  // It was ended in another window, or the day is over: what was typed stays to be taken along.
  if (at.kind !== 'open')
    return again({
      notice: {
        title: t('counter.over'),
        lines: [t('counter.overText')],
        links: [{ href: personPath(id), label: t('counter.beginAgain'), apart: true }],
      },
    });
  const { counter, contact } = at.served;
  const choices = await loadContactChoices(at.served);
  const { sheet, about, revision, problems } = readContact(raw, choices);
  if (problems.length > 0) return again({ problems });
  const close = raw.text('intent') === 'close';
  const missing = close ? missingToClose(sheet) : [];
  if (missing.length > 0)
    return again({
      problems: missing.map((step) => ({
        name: partOf[step],
        message: t('counter.wrong.step', { step: stepWords[step].name[lang] }),
      })),
    });
  const written = await composition().counter.write({
    code: contact.code,
    member: counter.session.member,
    sheet,
    about,
    revision,
    close,
  });
  if (written.kind === 'changed')
    return {
      form: contactForm({ ...sheet, revision: written.revision }, choices),
      problems: [],
      notice: { title: t('counter.changed'), lines: [t('counter.changedText')] },
      turn: turnAfter(before),
    };
  if (written.kind === 'unknown')
    return again({ notice: { title: t('counter.over'), lines: [t('counter.overText')] } });
  redirect(close ? '/sportello?fatto=chiuso' : `${personPath(id)}?fatto=salvato`);
}
