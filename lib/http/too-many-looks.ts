import { tooManyLooks } from '#lib/i18n/too-many-looks.ts';
import type { Language } from '#lib/i18n/language.ts';
import { plainPage } from './plain-page.ts';

/** The page for who asked for too many cases that are none of theirs. */
export function tooManyLooksPage(lang: Language): string {
  const { title, text, mine, claim } = tooManyLooks[lang];
  const main = `<p>${text}</p>\n<p class="doors"><a href="/mia-pagina">${mine}</a></p>`;
  return plainPage({ lang, title, claim, main });
}
