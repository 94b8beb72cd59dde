import { failureWords } from '#lib/i18n/failure.ts';
import type { Language } from '#lib/i18n/language.ts';
import { plainPage } from './plain-page.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

/**
 * The page of an error, whole in itself.
 * @param number what the log has it under
 * @param contact the address of who runs the site
 */
export function failurePage(lang: Language, number: string, contact: string | null): string {
  const words = failureWords[lang];
  const tell = contact
    ? `<a href="mailto:${toMarkup(contact)}">${toMarkup(contact)}</a>`
    : `<a href="/feedback">${words.feedback}</a>`;
  return plainPage({
    lang,
    title: words.title,
    claim: words.claim,
    main: `<p>${words.text}</p>
<p>${words.report} <code>${toMarkup(number)}</code>. ${words.contact} ${tell}.</p>
<p class="doors"><a href="">${words.again}</a><a href="/">${words.home}</a></p>`,
  });
}
