import type { FormProblem, FormView } from '#lib/http/form-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isDay, type Day } from '#lib/procedures/day.ts';
import type { Owed } from '#lib/procedures/payments/owed.ts';
import type { Fee } from '#lib/procedures/types/fees.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { CaseView } from '#lib/store/procedures/procedure-store.ts';

interface Parts {
  view: CaseView;
  here: string;
  t: Translate;
  lang: Language;
}

/** What an office can ask to be paid: all that the type names but stamps, which are no money of the Comune's. */
export const feesToAsk = (type: ProcedureType): readonly Fee[] =>
  ('fees' in type ? type.fees : []).filter(({ kind }) => kind !== 'stampDuty');

/** Those who can be asked: who filed, not third parties. */
const payersOf = ({ parties }: CaseView) => parties.filter(({ role }) => role === 'applicant');

const hiddenOf = ({ view, here }: Parts): FormView['hidden'] => [
  { name: 'case', value: view.procedure.id },
  { name: 'here', value: here },
];

/** The form by which an office asks for a payment. */
export function askForm(parts: Parts): FormView {
  const { view, t, lang } = parts;
  return {
    parts: [
      {
        kind: 'select',
        name: 'fee',
        label: t('pay.desk.fee'),
        required: true,
        options: feesToAsk(view.context.type).map(({ code, label }) => ({ value: code, label: label[lang] })),
      },
      { kind: 'text', name: 'euro', label: t('pay.desk.euro'), required: true, maxLength: 12, width: 'short' },
      {
        kind: 'select',
        name: 'payer',
        label: t('pay.desk.payer'),
        required: true,
        options: payersOf(view).map(({ agent, name }) => ({ value: agent, label: name })),
      },
    ],
    hidden: hiddenOf(parts),
    buttons: [{ label: t('pay.desk.send'), intent: 'ask', manner: 'primary' }],
  };
}

/** What is read of it. */
export function readAsk(
  raw: RawForm,
  { view, t }: Pick<Parts, 'view' | 't'>,
): { fee: Fee; cents: number; payer: string } | { problems: FormProblem[] } {
  const fee = feesToAsk(view.context.type).find(({ code }) => code === raw.text('fee'));
  const payer = payersOf(view).find(({ agent }) => agent === raw.text('payer'))?.agent;
  const cents = centsOf(raw.text('euro'));
  const problems: FormProblem[] = [
    ...(fee ? [] : [{ name: 'fee', message: t('pay.desk.wantedChoice') }]),
    ...(cents === null ? [{ name: 'euro', message: t('pay.desk.euroWrong') }] : []),
    ...(payer === undefined ? [{ name: 'payer', message: t('pay.desk.wantedChoice') }] : []),
  ];
  return !fee || cents === null || payer === undefined ? { problems } : { fee, cents, payer };
}

/** Euro as somebody types them: 128, 128,5 or 1.128,50. Null: no amount that can be asked. */
export function centsOf(typed: string): number | null {
  const text = typed.replace(/[\s€]/g, '');
  const plain = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(text) ? text.replaceAll('.', '') : text;
  if (!/^\d{1,6}([.,]\d{1,2})?$/.test(plain)) return null;
  const cents = Math.round(Number(plain.replace(',', '.')) * 100);
  return cents >= 1 && cents <= 10_000_000 ? cents : null;
}

/** The form by which an officer notes that it was paid in another way. */
export function elsewhereForm(payment: string, parts: Parts): FormView {
  const { t } = parts;
  return {
    parts: [
      { kind: 'date', name: 'paidOn', label: t('pay.desk.paidOn'), required: true },
      { kind: 'text', name: 'words', label: t('pay.desk.words'), required: true, maxLength: 300 },
    ],
    hidden: [...hiddenOf(parts), { name: 'payment', value: payment }],
    buttons: [{ label: t('pay.desk.note'), intent: 'elsewhere', manner: 'primary' }],
  };
}

/** What is read of it. */
export function readElsewhere(
  raw: RawForm,
  today: Day,
  t: Translate,
): { paidOn: Day; words: string } | { problems: FormProblem[] } {
  const [paidOn, words] = [raw.text('paidOn'), raw.text('words').trim().slice(0, 300)];
  const problems: FormProblem[] = [
    ...(isDay(paidOn) && paidOn <= today ? [] : [{ name: 'paidOn', message: t('pay.desk.paidOnWrong') }]),
    ...(words === '' ? [{ name: 'words', message: t('pay.desk.wordsWanted') }] : []),
  ];
  return problems.length > 0 ? { problems } : { paidOn, words };
}

/** The form by which an officer notes the stamp that a request on paper bears. */
export function deskStampForm(owed: Pick<Owed, 'fee' | 'part'>, parts: Parts): FormView {
  const { t } = parts;
  return {
    parts: [
      {
        kind: 'text',
        name: 'serial',
        label: t('pay.serial'),
        help: t('pay.serialHelp'),
        required: true,
        maxLength: 30,
        width: 'medium',
      },
      { kind: 'date', name: 'issuedOn', label: t('pay.issuedOn'), help: t('pay.issuedHelp'), required: true },
    ],
    hidden: [...hiddenOf(parts), { name: 'fee', value: owed.fee }, { name: 'part', value: String(owed.part) }],
    buttons: [{ label: t('pay.desk.note'), intent: 'stamp', manner: 'primary' }],
  };
}
