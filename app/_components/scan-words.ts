import { dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { VirusScan } from '#lib/store/documents/virus-scans.ts';

/** Whether a document was looked at for viruses, by what and when. */
export function scanWords(scan: VirusScan, t: Translate, lang: Language): string {
  if (scan === null) return t('scanner.never');
  // `ClamAV 1.4.3/27456/Mon Nov 23 …`: the program and the number of its signatures.
  const engine = scan.engine.split('/').slice(0, 2).join('/');
  const about = { engine, day: dayInWords(romeDay(new Date(scan.at)), lang) };
  switch (scan.verdict) {
    case 'clean':
      return t('scanner.clean', about);
    case 'infected':
      return t('scanner.infected', { ...about, said: scan.said ?? '' });
    case 'notChecked':
      return t('scanner.notChecked');
  }
}
