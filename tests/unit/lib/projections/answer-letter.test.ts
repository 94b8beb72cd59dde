import { expect, it } from 'vitest';
import { toAnswerLetter } from '#lib/projections/answer-letter.ts';

const sent = {
  comune: 'Comune di Padova',
  on: '2026-03-12',
  case: { title: 'Patrocinio', number: 7, year: 2026 },
  asked: 'Manda i documenti che mancano',
  party: 'Forno al Ponte Corvo S.r.l.',
  sender: 'Davide Zorzi',
  words: 'Ecco <b>tutto</b>.',
  atCounter: false,
  documents: [{ title: 'Statuto', fileName: 'statuto.pdf', bytes: 12, sha256: 'ab' }],
};

it('the letter of an answer names everything that came with it', () => {
  expect(toAnswerLetter(sent)).toBe(
    [
      'Al Comune di Padova',
      'Pratica: Patrocinio, protocollo 0000007/2026',
      'Risposta a: Manda i documenti che mancano',
      'Da: Forno al Ponte Corvo S.r.l., per mezzo di Davide Zorzi',
      'Inviata dalla Mia Pagina il 12 marzo 2026',
      '',
      'Ecco <b>tutto</b>.',
      '',
      'Documenti allegati',
      '1. Statuto (statuto.pdf), 12 byte',
      '   SHA-256 ab',
      '',
    ].join('\n'),
  );
  expect(toAnswerLetter({ ...sent, atCounter: true })).toContain('Consegnata allo sportello il 12 marzo 2026');
});
