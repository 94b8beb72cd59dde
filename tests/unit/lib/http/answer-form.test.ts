import { describe, expect, it } from 'vitest';
import { answerForm, answerWants } from '#lib/http/answer-form.ts';
import { messageWants } from '#lib/http/message-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { translator } from '#lib/i18n/translate.ts';

const t = translator('it');
const words = { t, lang: 'it' } as const;
const asked = { documents: [{ code: 'statuto', name: { it: 'Statuto', en: 'Statute' }, formats: ['pdf'] }] };

function sent(fields: Record<string, string>, files: string[] = []) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const name of files) data.append(name, new File(['x'], 'uno.pdf'));
  return rawForm(data);
}

describe('what is wanting in an answer', () => {
  it.each([
    ['what was asked for, without a word why', asked, sent({ words: ' ' }), ['d.statuto']],
    ['what was asked for, though another came', asked, sent({}, ['d.other']), ['d.statuto']],
    ['nothing: it is there', asked, sent({}, ['d.statuto']), []],
    ['nothing: it says why it is not', asked, sent({ words: 'Arriva lunedì' }), []],
    ['anything at all', { documents: [] }, sent({}), ['d.other']],
    ['nothing: a document', { documents: [] }, sent({}, ['d.other']), []],
    ['brevity', asked, sent({ words: 'a'.repeat(4001) }, ['d.statuto']), ['words']],
  ])('%s', (_what, about, raw, wanting) =>
    expect(answerWants(about, raw, words).map(({ name }) => name)).toEqual(wanting),
  );

  it('there is a place for each document by its name, and for others', () => {
    const form = answerForm(asked, { key: 'k', ...words });
    expect(form.parts.map(({ name }) => name)).toEqual(['d.statuto', 'd.other', 'words']);
    expect(form.hidden).toEqual([{ name: 'key', value: 'k' }]);
  });
});

describe('what is wrong with a message', () => {
  it.each([
    ['nothing written', ' \n ', 'Scrivi il messaggio.'],
    [
      'too long',
      'a'.repeat(4001),
      'Il messaggio è di 4.001 caratteri: il massimo è 4.000. Accorcialo, oppure mandane due.',
    ],
    ['long enough', 'a'.repeat(4000), undefined],
    // Browsers send the end of a line as two characters.
    ['many lines', 'a\r\n'.repeat(1999) + 'b', undefined],
  ])('%s', (_what, text, message) => expect(messageWants(sent({ text }), t)[0]?.message).toBe(message));
});
