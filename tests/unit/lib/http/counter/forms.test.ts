import { describe, expect, it } from 'vitest';
import { readBegin } from '#lib/http/counter/begin-form.ts';
import { readContact } from '#lib/http/counter/contact-form.ts';
import { readIdentified } from '#lib/http/counter/identified-form.ts';
import { readPerson } from '#lib/http/counter/person-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { translator } from '#lib/i18n/translate.ts';

const t = translator('it');
const today = '2026-03-02';
function raw(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return rawForm(data);
}
const wrong = ({ problems }: { problems: { name: string }[] }) => problems.map(({ name }) => name);

describe('why a page is opened', () => {
  it('is said, with who asks for somebody else', () => {
    expect(readBegin(raw({ channel: 'phone', askedBy: 'self', askerName: 'x' }), t)).toEqual({
      channel: 'phone',
      askedBy: 'self',
      askerName: null,
      problems: [],
    });
    expect(wrong(readBegin(raw({}), t))).toEqual(['channel', 'askedBy']);
    expect(wrong(readBegin(raw({ channel: 'phone', askedBy: 'representative' }), t))).toEqual(['askerName']);
  });
});

describe('the sheet of a contact', () => {
  it('takes of a list what is in it', () => {
    const choices = { types: [{ code: 'patrocinio', title: 'P' }], cases: [{ id: 'c1', title: 'C' }], t };
    const given = { heard: 'x', need: 'state', type: 'patrocinio', about: 'c1', outcome: 'answered', revision: '3' };
    expect(readContact(raw(given), choices)).toMatchObject({
      sheet: { heard: 'x', need: 'state', type: 'patrocinio', outcome: 'answered', rating: null },
      about: 'c1',
      revision: 3,
    });
    expect(
      readContact(raw({ ...given, need: 'all', type: 'other', about: 'c2', revision: 'x' }), choices),
    ).toMatchObject({ sheet: { need: null, type: null }, about: null, revision: 0 });
    expect(wrong(readContact(raw({ heard: 'x'.repeat(4001) }), choices))).toEqual(['heard']);
  });
});

describe('who stands at the counter', () => {
  const shown = {
    'id.how': 'documentShown',
    'id.document': 'cartaIdentita',
    'id.last': ' 27xk',
    'id.issuer': 'Comune di Padova',
    'id.expires': '2030-01-01',
  };
  it.each<[string, Record<string, string>, string[]]>([
    ['a document that holds', shown, []],
    ['one known personally, whatever else', { 'id.how': 'knownToOfficer' }, []],
    ['nothing', {}, ['id.how', 'id.document', 'id.last', 'id.issuer', 'id.expires']],
    ['a whole number', { ...shown, 'id.last': 'CA12345AB' }, ['id.last']],
    ['one that has expired', { ...shown, 'id.expires': '2026-03-01' }, ['id.unchanged']],
    ['one that has expired, unchanged', { ...shown, 'id.expires': '2026-03-01', 'id.unchanged': 'yes' }, []],
    ['no day', { ...shown, 'id.expires': '2030-13-01' }, ['id.expires']],
  ])('%s', (_, fields, names) => expect(wrong(readIdentified(raw(fields), today, t))).toEqual(names));
  it('keeps the end of the number alone', () =>
    expect(readIdentified(raw(shown), today, t).identified).toMatchObject({
      lastCharacters: '27XK',
      unchanged: false,
    }));
});

describe('a person who is not known yet', () => {
  const elena = { kind: 'person', family: 'Marchetti', given: 'Elena', taxCode: 'mrclne84e52g224j' };
  const abroad = {
    kind: 'person',
    family: 'Le Goff',
    given: 'Anaïs',
    bornOn: '1990-05-01',
    bornAt: 'Brest',
    citizenship: 'francese',
  };
  it.each<[string, Record<string, string>, string[]]>([
    ['with a codice fiscale of that name', elena, []],
    ['with one of another name', { ...elena, given: 'Anna' }, ['taxCode']],
    ['with a wrong one', { ...elena, taxCode: 'MRCLNE84E52G224X' }, ['taxCode']],
    ['with that of a business', { ...elena, taxCode: '99900170285' }, ['taxCode']],
    ['without one, born somewhere on a day', abroad, []],
    ['without either', { kind: 'person', family: 'Le Goff', given: 'Anaïs' }, ['bornOn', 'bornAt', 'citizenship']],
    ['not born yet', { ...abroad, bornOn: '2027-01-01' }, ['bornOn']],
    ['a business', { kind: 'corporateBody', family: 'Forno', taxCode: '99900170285' }, []],
    ['a business without a number', { kind: 'corporateBody', family: 'Forno' }, ['taxCode']],
    ['nobody', {}, ['family', 'given', 'bornOn', 'bornAt', 'citizenship']],
    ['bad contacts', { ...elena, email: 'elena', phone: 'casa' }, ['email', 'phone']],
  ])('%s', (_, fields, names) => expect(wrong(readPerson(raw(fields), today, t))).toEqual(names));
});
