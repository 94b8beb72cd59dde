import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appIoLimits, appIoMessage } from '#lib/projections/app-io-message.ts';
import { notificationEmail } from '#lib/projections/notification-email.ts';
import { pushMessage } from '#lib/projections/push-message.ts';
import type { About } from '#lib/relationship/notification.ts';
import { caseReasons } from '#lib/relationship/topics.ts';

const baseUrl = 'https://comune.example';
const anAbout = fc.oneof(
  fc.record({
    of: fc.constant('case' as const),
    procedure: fc.stringMatching(/^[a-z0-9]{1,12}$/),
    number: fc.integer({ min: 1, max: 9_999_999 }),
    year: fc.integer({ min: 2000, max: 2099 }),
    reason: fc.constantFrom(...caseReasons),
    by: fc.option(fc.constant('2026-03-12')),
    served: fc.boolean(),
  }),
  fc.record({
    of: fc.constant('service' as const),
    code: fc.stringMatching(/^[a-z-]{1,40}$/),
    version: fc.constant(1),
  }),
);
const aTurn: About = {
  of: 'case',
  procedure: 'k7',
  number: 1234,
  year: 2026,
  reason: 'yourTurn',
  by: '2026-03-12',
  served: false,
};

describe('what goes out', () => {
  it('keeps to the lengths of App IO, whatever it tells', () =>
    fc.assert(
      fc.property(fc.array(anAbout, { minLength: 1, maxLength: 60 }), fc.constantFrom('it', 'en'), (about, lang) => {
        const { subject, markdown } = appIoMessage('BNFLCU80A41G224X', about, { lang, baseUrl }).content;
        const { subject: s, body: b } = appIoLimits;
        expect([subject.length >= s[0], subject.length <= s[1]]).toEqual([true, true]);
        expect([markdown.length >= b[0], markdown.length <= b[1]]).toEqual([true, true]);
      }),
    ));

  it('an e-mail says which case, what is asked and until when, where to read it and how to end it, in both its parts', () => {
    const unsubscribe = `${baseUrl}/avvisi/disiscrizione?t=x&y`;
    const { subject, text, html } = notificationEmail({ about: [aTurn], lang: 'it', baseUrl, unsubscribe });
    expect(subject).toBe('Pratica n. 0001234/2026: tocca a te, entro il 12 marzo 2026');
    for (const part of [subject, `${baseUrl}/mia-pagina/pratiche/k7`, `${baseUrl}/mia-pagina/preferenze`]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(text).toContain(unsubscribe);
    expect(html).toContain('?t=x&amp;y');
  });

  it('several are one message that names twenty and counts the rest', () => {
    const about = Array.from({ length: 25 }, (_, n): About => ({ ...aTurn, number: n + 1 }));
    const { subject, text } = notificationEmail({ about, lang: 'en', baseUrl, unsubscribe: '' });
    expect(subject).toBe('My page: 25 things are new');
    expect(text).toContain('0000020/2026');
    expect(text).not.toContain('0000021/2026');
    expect(text).toContain('And 5 more');
  });

  it('on a locked screen there is the number of a case and nothing of it', () => {
    expect(pushMessage([aTurn], 'it')).toEqual({
      title: 'Mia Pagina',
      body: 'Pratica n. 0001234/2026: tocca a te, entro il 12 marzo 2026',
      path: '/mia-pagina/pratiche/k7',
    });
    expect(pushMessage([aTurn, aTurn], 'it').path).toBe('/mia-pagina/avvisi');
  });
});
