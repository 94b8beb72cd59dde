import type { FormPart, FormProblem, FormView } from '#lib/http/form-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isDay, type Day } from '#lib/procedures/day.ts';
import type { Owed } from '#lib/procedures/payments/owed.ts';
import { readPaperStamp, type PaperStamp, type PaperStampProblem } from '#lib/procedures/payments/paper-stamp.ts';
import { centsInWords } from '#lib/procedures/payments/payment-words.ts';
import { isStampExemption, stampExemptions, type StampExemption } from '#lib/procedures/payments/stamp-exemptions.ts';

interface Parts {
  owed: Pick<Owed, 'amount' | 'kind'>;
  t: Translate;
  lang: Language;
}

/** Which of the type's amounts is theirs, where it has several. */
function rowPart({ owed: { amount }, t, lang }: Parts): FormPart[] {
  if (amount.kind !== 'table') return [];
  const options = amount.rows.map(({ when, cents }) => ({
    value: String(cents),
    label: `${when[lang]} · ${centsInWords(cents, lang)}`,
  }));
  return [{ kind: 'radios', name: 'cents', label: t('pay.row'), required: true, options }];
}

/** To pay online: where the receipt goes. @param email what is known of them */
export function onlineForm(parts: Parts, email: string): FormView {
  const { owed, t } = parts;
  return {
    parts: [
      { kind: 'words', name: 'help', lines: [t(owed.kind === 'stampDuty' ? 'pay.onlineStampHelp' : 'pay.onlineHelp')] },
      ...rowPart(parts),
      {
        kind: 'email',
        name: 'email',
        label: t('pay.email'),
        required: true,
        value: email,
        maxLength: 254,
        autoComplete: 'email',
      },
    ],
    hidden: [],
    buttons: [{ label: t('pay.online'), intent: 'pay', manner: 'primary' }],
  };
}

/** What is read of it. */
export function readOnline(
  raw: RawForm,
  { owed, t }: Pick<Parts, 'owed' | 't'>,
): { cents: number; email: string } | { problems: FormProblem[] } {
  const email = raw.text('email').trim();
  const { cents, problems: wrong } = readCents(raw, { owed, t });
  const problems: FormProblem[] = [
    ...wrong,
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254
      ? []
      : [{ name: 'email', message: t('pay.emailWrong') }]),
  ];
  return problems.length > 0 ? { problems } : { cents, email };
}

/** The type's amount, whatever the form says; of a table the row that was chosen. */
function readCents(raw: RawForm, { owed, t }: Pick<Parts, 'owed' | 't'>): { cents: number; problems: FormProblem[] } {
  if (owed.amount.kind === 'cents') return { cents: owed.amount.cents, problems: [] };
  const cents = Number(raw.text('cents'));
  const isOne = owed.amount.kind === 'table' && owed.amount.rows.some((row) => row.cents === cents);
  return { cents, problems: isOne ? [] : [{ name: 'cents', message: t('pay.rowWanted') }] };
}

/** A stamp on paper: what is printed on it, and what is declared with it. */
export function paperForm({ owed: { amount }, t, lang }: Parts): FormView {
  const stamp = amount.kind === 'cents' ? centsInWords(amount.cents, lang) : '';
  return {
    parts: [
      { kind: 'words', name: 'help', lines: [t('pay.paperHelp', { amount: stamp })] },
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
      declarePart(t('pay.declareStamp'), t('pay.declareSource'), t),
    ],
    hidden: [],
    buttons: [{ label: t('pay.paperSave'), intent: 'paper', manner: 'primary' }],
  };
}

const declarePart = (label: string, help: string | undefined, t: Translate): FormPart => ({
  kind: 'checks',
  name: 'declared',
  label: t('pay.declare'),
  required: true,
  options: [{ value: 'yes', label, help }],
});

const fieldOf: Record<PaperStampProblem, string> = {
  serialWanted: 'serial',
  serialWrong: 'serial',
  issuedWanted: 'issuedOn',
  issuedLater: 'issuedOn',
  issuedBefore: 'issuedOn',
};

/** What is read of a stamp, by whoever copies it. */
export function readStamp(raw: RawForm, today: Day, t: Translate): { stamp: PaperStamp } | { problems: FormProblem[] } {
  const read = readPaperStamp({ serial: raw.text('serial'), issuedOn: raw.text('issuedOn') }, today);
  if ('stamp' in read) return read;
  return { problems: read.problems.map((one) => ({ name: fieldOf[one], message: t(`pay.${one}`) })) };
}

/** What is read of the form. */
export function readPaper(raw: RawForm, today: Day, t: Translate): { stamp: PaperStamp } | { problems: FormProblem[] } {
  const read = readStamp(raw, today, t);
  const declared = declaredWanted(raw, t);
  if ('problems' in read) return { problems: [...read.problems, ...declared] };
  return declared.length > 0 ? { problems: declared } : read;
}

const declaredWanted = (raw: RawForm, t: Translate): FormProblem[] =>
  raw.all('declared').includes('yes') ? [] : [{ name: 'declared', message: t('pay.declareWanted') }];

/** Who owes no stamp duty, and by which norm. */
export function exemptForm({ t, lang }: Pick<Parts, 't' | 'lang'>): FormView {
  const options = Object.entries(stampExemptions).map(([value, { who, norm }]) => ({
    value,
    label: who[lang],
    ...(norm === null ? {} : { help: norm }),
  }));
  return {
    parts: [
      { kind: 'radios', name: 'norm', label: t('pay.exemptNorm'), required: true, options },
      { kind: 'text', name: 'words', label: t('pay.exemptWords'), help: t('pay.exemptWordsHelp'), maxLength: 300 },
      declarePart(t('pay.declareExempt'), 'DPR 445/2000 artt. 47 e 76', t),
    ],
    hidden: [],
    buttons: [{ label: t('pay.exemptSave'), intent: 'exempt', manner: 'primary' }],
  };
}

/** What is read of it. */
export function readExempt(
  raw: RawForm,
  t: Translate,
): { norm: StampExemption; words: string } | { problems: FormProblem[] } {
  const norm = raw.text('norm');
  const words = raw.text('words').trim().slice(0, 300);
  if (!isStampExemption(norm))
    return { problems: [{ name: 'norm', message: t('pay.exemptWanted') }, ...declaredWanted(raw, t)] };
  const problems = [
    ...(norm === 'altra' && words === '' ? [{ name: 'words', message: t('pay.exemptWordsWanted') }] : []),
    ...declaredWanted(raw, t),
  ];
  return problems.length > 0 ? { problems } : { norm, words };
}

/** A fee that was paid in another way: when, how, and that its receipt is among the documents. */
export function paidForm(parts: Parts): FormView {
  const { t } = parts;
  return {
    parts: [
      ...rowPart(parts),
      { kind: 'date', name: 'paidOn', label: t('pay.paidOn'), required: true },
      {
        kind: 'text',
        name: 'words',
        label: t('pay.paidHow'),
        help: t('pay.paidHowHelp'),
        required: true,
        maxLength: 300,
      },
      declarePart(t('pay.declarePaid'), 'DPR 445/2000 artt. 47 e 76', t),
    ],
    hidden: [],
    buttons: [{ label: t('pay.paidSave'), intent: 'paid', manner: 'primary' }],
  };
}

/** What is read of it. */
export function readPaid(
  raw: RawForm,
  today: Day,
  { owed, t }: Pick<Parts, 'owed' | 't'>,
): { cents: number; paidOn: Day; words: string } | { problems: FormProblem[] } {
  const { cents, problems: wrong } = readCents(raw, { owed, t });
  const [paidOn, words] = [raw.text('paidOn'), raw.text('words').slice(0, 300)];
  const problems = [
    ...wrong,
    ...(isDay(paidOn) && paidOn <= today ? [] : [{ name: 'paidOn', message: t('pay.desk.paidOnWrong') }]),
    ...(words === '' ? [{ name: 'words', message: t('pay.paidHowWanted') }] : []),
    ...declaredWanted(raw, t),
  ];
  return problems.length > 0 ? { problems } : { cents, paidOn, words };
}
