import { powersToGive, type GivingProblem } from '#lib/access/delegations/giving.ts';
import { powers, type Power, type Scope } from '#lib/access/delegations/power.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isDay, type Day } from '#lib/procedures/day.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import { agreesWithName } from '#lib/records/codice-fiscale-name.ts';
import { fiscalCodeOf, isCodiceFiscale } from '#lib/records/codice-fiscale.ts';
import { acceptOf } from './file-format.ts';
import type { FormInput, FormPart, FormProblem, FormView } from './form-view.ts';
import type { RawForm } from './raw-form.ts';

/** Given in a name, or claimed with a deed on paper. */
export type DelegationManner =
  { kind: 'give'; session: CitizenSession; principal: string; isBody: boolean } | { kind: 'claim' };

/** What the form of a delegation chooses from. */
export interface DelegationChoices {
  manner: DelegationManner;
  types: readonly { code: string; title: Text }[];
  cases: readonly { id: string; title: string }[];
  today: Day;
  /** The last day that is proposed. */
  until: Day;
  t: Translate;
  lang: Language;
}

/** Formats in which deeds come. */
export const deedFormats = ['pdf', 'pdfa', 'p7m', 'jpg', 'png'] as const;

const powersOf = (manner: DelegationManner): readonly Power[] =>
  manner.kind === 'claim' ? powers : powersToGive(manner.session, manner.principal);

/** The form: whom, what, for what, from when to when, with what deed. */
export function delegationForm({ manner, types, cases, today, until, t, lang }: DelegationChoices): FormView {
  const text = (name: string, label: string, further: Partial<FormInput> = {}): FormPart => ({
    kind: 'text',
    name,
    label,
    required: true,
    maxLength: 100,
    ...further,
  });
  const claim = manner.kind === 'claim';
  const whom: FormPart[] = claim
    ? [
        text('name', t('own.form.principalName'), { help: t('own.form.principalNameHelp'), maxLength: 200 }),
        text('taxCode', t('own.form.principalCode'), { width: 'medium', maxLength: 20 }),
      ]
    : [
        text('family', t('own.form.family'), { autoComplete: 'off' }),
        text('given', t('own.form.given'), { autoComplete: 'off' }),
        text('taxCode', t('own.form.taxCode'), { help: t('own.form.taxCodeHelp'), width: 'medium', maxLength: 20 }),
      ];
  const isBody = manner.kind === 'give' && manner.isBody;
  return {
    hidden: [],
    parts: [
      {
        kind: 'group',
        name: 'whom',
        label: t(claim ? 'own.form.forWhom' : isBody ? 'own.form.colleague' : 'own.form.whom'),
        parts: whom,
      },
      {
        kind: 'radios',
        name: 'power',
        label: t(claim ? 'own.form.powerClaimed' : 'own.form.power'),
        required: true,
        values: ['file'],
        options: powersOf(manner).map((power) => ({
          value: power,
          label: t(`own.power.${power}`),
          help: t(`own.powerHelp.${power}`),
        })),
      },
      {
        kind: 'radios',
        name: 'scope',
        label: t('own.form.scope'),
        required: true,
        values: ['all'],
        options: [
          { value: 'all', label: t('own.scope.all') },
          { value: 'types', label: t('own.scope.types') },
          ...(cases.length > 0 ? [{ value: 'cases', label: t('own.scope.cases') }] : []),
        ],
      },
      {
        kind: 'checks',
        name: 'types',
        label: t('own.form.types'),
        options: types.map(({ code, title }) => ({ value: code, label: title[lang] })),
      },
      ...(cases.length > 0
        ? [
            {
              kind: 'checks' as const,
              name: 'cases',
              label: t('own.form.cases'),
              options: cases.map(({ id, title }) => ({ value: id, label: title })),
            },
          ]
        : []),
      {
        kind: 'group',
        name: 'days',
        label: t('own.form.days'),
        row: true,
        parts: [
          { kind: 'date', name: 'from', label: t('own.form.from'), required: true, value: today, width: 'medium' },
          {
            kind: 'date',
            name: 'until',
            label: t('own.form.until'),
            help: t('own.form.untilHelp'),
            required: true,
            value: until,
            width: 'medium',
          },
        ],
      },
      {
        kind: 'file',
        name: 'proof',
        label: t(claim ? 'own.form.deed' : 'own.form.proof'),
        help: t(claim ? 'own.form.deedHelp' : 'own.form.proofHelp'),
        required: claim,
        accept: acceptOf(deedFormats),
      },
    ],
    buttons: [{ label: t(claim ? 'own.form.sendClaim' : 'own.form.send'), intent: 'give', manner: 'primary' }],
  };
}

/** A delegation as it was typed, without its deed. */
export interface ReadDelegation {
  named: { taxCode: string; name: string };
  power: Power;
  scope: Scope;
  from: Day;
  until: Day;
  problems: FormProblem[];
}

/** Reads what was typed. Of a person the code must be of the name: that both are of one who exists is asked nowhere. */
export function readDelegation(raw: RawForm, { manner, types, cases, today, t }: DelegationChoices): ReadDelegation {
  const problems: FormProblem[] = [];
  const wrong = (name: string, message: string) => problems.push({ name, message });
  const taxCode = fiscalCodeOf(raw.text('taxCode'));
  const claim = manner.kind === 'claim';
  const [family, given] = [raw.text('family'), raw.text('given')];
  const name = claim ? raw.text('name') : `${given} ${family}`.trim();
  if (claim && name === '') wrong('name', t('request.nameWanted'));
  if (!claim && family === '') wrong('family', t('own.wrong.family'));
  if (!claim && given === '') wrong('given', t('own.wrong.given'));
  for (const field of claim ? ['name'] : ['family', 'given'])
    if (raw.text(field).length > 200) wrong(field, t('request.tooLong', { most: 200 }));
  if (!isCodiceFiscale(taxCode)) wrong('taxCode', t('request.taxCodeWrong'));
  else if (!claim && taxCode.length !== 16) wrong('taxCode', t('own.wrong.ofPerson'));
  else if (!claim && family !== '' && given !== '' && !agreesWithName(taxCode, family, given))
    wrong('taxCode', t('own.wrong.otherName'));
  const power = powersOf(manner).find((one) => one === raw.text('power'));
  if (!power) wrong('power', t('own.wrong.power'));
  for (const day of ['from', 'until']) if (!isDay(raw.text(day))) wrong(day, t('own.wrong.day'));
  return {
    named: { taxCode, name: name.slice(0, 200) },
    power: power ?? 'read',
    scope: scopeOf(raw, types, cases),
    from: isDay(raw.text('from')) ? raw.text('from') : today,
    until: isDay(raw.text('until')) ? raw.text('until') : today,
    problems,
  };
}

function scopeOf(raw: RawForm, types: DelegationChoices['types'], cases: DelegationChoices['cases']): Scope {
  const asked = (name: string, known: readonly string[]) => known.filter((one) => raw.all(name).includes(one));
  if (raw.text('scope') === 'types')
    return {
      kind: 'types',
      types: asked(
        'types',
        types.map(({ code }) => code),
      ),
    };
  if (raw.text('scope') === 'cases')
    return {
      kind: 'cases',
      cases: asked(
        'cases',
        cases.map(({ id }) => id),
      ),
    };
  return { kind: 'all' };
}

/** The field that each problem of days and scope is about. */
export const fieldOf = (problem: GivingProblem, scope: Scope): string =>
  ({
    fromPast: 'from',
    fromFar: 'from',
    untilBefore: 'until',
    untilFar: 'until',
    scopeEmpty: scope.kind,
    scopeLarge: scope.kind,
    administersAll: 'scope',
  })[problem];
