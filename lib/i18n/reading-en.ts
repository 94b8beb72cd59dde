import type { readingIt } from './reading-it.ts';

/** Words of reading before the law's day, in English. */
export const readingEn: Record<keyof typeof readingIt, string> = {
  'reading.ask.reserved': 'Ask to read them for historical research',
  'reading.ask.deposit': 'ask to read them for historical research',
  'reading.later': 'More recent years',
  'reading.laterText':
    'Recent files of the same kind may still be in the deposit, without a public page. If your research needs them,',
};
