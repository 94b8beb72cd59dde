import type { Message } from './translate.ts';
import type { accessIt } from './access-it.ts';

/** Asking the archive for its units: admitted once a year, then as often as one likes. */
export const accessEn: Record<keyof typeof accessIt, Message> = {
  'access.title': 'The two steps to the archive',
  'access.first':
    'The application for access to archival services: it is personal, for a single topic, and valid until 31 December.',
  'access.notYet': 'For {year} you have not filed it yet: attach it to this request, once.',
  'access.given':
    'For {year} you have filed it already, for the topic “{topic}”: for the same topic it need not be filed again.',
  'access.number': 'Registration no. {number}/{year}',
  'access.second':
    'The request for units, to consult them in the reading room or have them reproduced: you make it here, as often as you like. Reproductions for study, personal use or non-profit ends are free (D.Lgs. 42/2004, art. 108, par. 3-bis).',
  'access.serves':
    'You have filed the application for access this year already (registration no. {number}/{year}) for the same topic: we join it to this request (L. 241/1990, art. 18, par. 2).',
  'record.consult': 'Consult it in the reading room',
  'record.reproduce': 'Have it reproduced',
  'contact.elsewhere':
    'This unit is not kept by the municipality: to consult it or have it reproduced, ask who keeps it.',
};
