import type { Translate } from '#lib/i18n/translate.ts';
import { isDay, type Day } from '#lib/procedures/day.ts';
import { agreesWithName } from '#lib/records/codice-fiscale-name.ts';
import { fiscalCodeOf, isCodiceFiscale } from '#lib/records/codice-fiscale.ts';
import type { NewPerson } from '#lib/store/counter/counter-store.ts';
import type { FormInput, FormPart, FormProblem, FormView } from '../form-view.ts';
import type { RawForm } from '../raw-form.ts';

/** Somebody whom the offices do not know yet. @param again that one of this name and birth is known, and it may be another */
export function personForm(raw: RawForm, t: Translate, again = false): FormView {
  const text = (name: string, label: string, further: Partial<FormInput> = {}): FormPart => ({
    kind: 'text',
    name,
    label,
    value: raw.text(name),
    maxLength: 100,
    ...further,
  });
  return {
    hidden: [],
    parts: [
      {
        kind: 'radios',
        name: 'kind',
        label: t('counter.new.kind'),
        required: true,
        values: [raw.text('kind') || 'person'],
        options: [
          { value: 'person', label: t('request.person') },
          { value: 'corporateBody', label: t('request.body') },
        ],
      },
      text('family', t('counter.new.family'), { help: t('counter.new.familyHelp'), maxLength: 200, required: true }),
      text('given', t('counter.new.given'), { help: t('counter.new.givenHelp'), required: true }),
      text('taxCode', t('request.taxCode'), { help: t('counter.new.taxCodeHelp'), width: 'medium', maxLength: 20 }),
      {
        kind: 'group',
        name: 'birth',
        label: t('counter.new.foreign'),
        help: t('counter.new.foreignHelp'),
        parts: [
          { kind: 'date', name: 'bornOn', label: t('counter.new.bornOn'), value: raw.text('bornOn'), width: 'medium' },
          text('bornAt', t('counter.new.bornAt')),
          text('citizenship', t('counter.new.citizenship')),
        ],
      },
      {
        kind: 'group',
        name: 'contacts',
        label: t('counter.new.contacts'),
        parts: [
          { kind: 'email', name: 'email', label: t('request.email'), value: raw.text('email'), maxLength: 254 },
          {
            kind: 'tel',
            name: 'phone',
            label: t('request.phone'),
            value: raw.text('phone'),
            width: 'medium',
            maxLength: 30,
          },
        ],
      },
      ...(again
        ? [
            {
              kind: 'checks' as const,
              name: 'another',
              label: t('counter.new.similar'),
              values: raw.all('another'),
              options: [{ value: 'yes', label: t('counter.new.another') }],
            },
          ]
        : []),
    ],
    buttons: [{ label: t('counter.new.register'), intent: 'register', manner: 'primary' }],
  };
}

/** Reads it. A codice fiscale must be one, and of that name; who has none says when and where they were born. */
export function readPerson(
  raw: RawForm,
  today: Day,
  t: Translate,
): { person: NewPerson | null; problems: FormProblem[] } {
  const isBody = raw.text('kind') === 'corporateBody';
  const [family, given] = [raw.text('family').slice(0, 200), isBody ? '' : raw.text('given').slice(0, 100)];
  const taxCode = fiscalCodeOf(raw.text('taxCode'));
  const birth = { on: raw.text('bornOn'), at: raw.text('bornAt'), citizenship: raw.text('citizenship') };
  const [email, phone] = [raw.text('email'), raw.text('phone')];
  const wrong = (name: string, is: boolean, message: string): FormProblem[] => (is ? [{ name, message }] : []);
  const foreign = taxCode === '' && !isBody;
  const sound = isCodiceFiscale(taxCode) && (taxCode.length === 11) === isBody;
  const problems = [
    ...wrong('family', family === '', t('request.nameWanted')),
    ...wrong('given', !isBody && given === '', t('counter.wrong.given')),
    ...wrong('taxCode', taxCode === '' ? isBody : !sound, t('request.taxCodeWrong')),
    ...wrong('taxCode', sound && !isBody && !agreesWithName(taxCode, family, given), t('counter.wrong.otherName')),
    ...wrong(
      'bornOn',
      foreign && (!isDay(birth.on) || birth.on > today || birth.on < '1880-01-01'),
      t('counter.wrong.bornOn'),
    ),
    ...wrong('bornAt', foreign && (birth.at === '' || birth.at.length > 100), t('counter.wrong.bornAt')),
    ...wrong(
      'citizenship',
      foreign && (birth.citizenship === '' || birth.citizenship.length > 100),
      t('counter.wrong.citizenship'),
    ),
    ...wrong('email', email !== '' && !/^[^\s@]{1,100}@[^\s@]+\.[^\s@]+$/.test(email), t('request.emailWrong')),
    ...wrong('phone', phone !== '' && !/^\+?[\d\s().\-/]{6,30}$/.test(phone), t('counter.wrong.phone')),
  ];
  if (problems.length > 0) return { person: null, problems };
  const contacts = { ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
  const name = isBody ? family : `${given} ${family}`;
  return {
    person: foreign
      ? { kind: 'person', name, contacts, taxCode: null, birth, another: raw.text('another') === 'yes' }
      : { kind: isBody ? 'corporateBody' : 'person', name, contacts, taxCode },
    problems: [],
  };
}
