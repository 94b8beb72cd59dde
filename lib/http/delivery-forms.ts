import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { addresseesOf, type Notice } from '#lib/procedures/cases/notices.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { DeliveryChannel } from '#lib/procedures/delivery/channels.ts';
import type { Delivery } from '#lib/procedures/delivery/delivery.ts';
import { failureWords, reasonsByHand, saidWords } from '#lib/projections/delivery-words.ts';
import type { CaseView } from '#lib/store/procedures/procedure-store.ts';
import { acceptOf, fileFormats } from './file-format.ts';
import type { FormPart, FormView } from './form-view.ts';

export interface DeliveryFormParts {
  view: CaseView;
  here: string;
  today: Day;
  t: Translate;
  lang: Language;
}

/** Whom a notice can be sent to: those who must have it, and who represents them. */
export function addresseeChoices({ procedure, parties }: CaseView, { whom }: Notice, t: Translate) {
  const wanted = addresseesOf(procedure.filing.parties, whom);
  const name = (agent: string) => parties.find((one) => one.agent === agent)?.name ?? agent;
  const representatives = parties.filter(
    ({ role, actsFor }) => role === 'representative' && actsFor !== null && wanted.includes(actsFor),
  );
  return [
    ...wanted.map((agent) => ({ value: agent, label: name(agent) })),
    ...representatives.map(({ agent, actsFor }) => ({
      value: agent,
      label: t('deliveries.represents', { name: name(agent), whom: name(actsFor ?? '') }),
    })),
  ];
}

/** Documents that can be communicated: registered as outgoing. */
export const actsOf = ({ documents }: CaseView) =>
  documents.filter(({ flow, registration, registeredWith }) => flow === 'out' && registration && !registeredWith);

/** The form by which an act goes by a channel. */
export function prepareForm(channel: DeliveryChannel, notice: Notice, parts: DeliveryFormParts): FormView {
  const { view, t } = parts;
  return form(
    parts,
    [
      { name: 'notice', value: String(notice.n) },
      { name: 'channel', value: channel },
    ],
    [...whomParts(notice, parts), actPart(view, t), ...channelParts(channel, parts)],
    channel === 'hand' ? t('deliveries.noteIt') : t('deliveries.go'),
    'prepare',
  );
}

function whomParts(notice: Notice, { view, t }: DeliveryFormParts): FormPart[] {
  if (notice.whom === 'otherBodies')
    return [{ kind: 'text', name: 'body', label: t('deliveries.body'), required: true, maxLength: 200 }];
  const options = addresseeChoices(view, notice, t);
  return [{ kind: 'select', name: 'to', label: t('deliveries.addressee'), required: true, options }];
}

const actPart = (view: CaseView, t: Translate): FormPart => {
  const options = actsOf(view)
    .toReversed()
    .map(({ record, title, registration }) => ({
      value: record,
      label: `${title} · prot. ${registration?.number ?? ''}/${registration?.year ?? ''}`,
    }));
  return { kind: 'select', name: 'act', label: t('deliveries.act'), required: true, options };
};

function channelParts(channel: DeliveryChannel, { view, t, today }: DeliveryFormParts): FormPart[] {
  const { number, year } = view.line.protocol;
  switch (channel) {
    case 'pec':
      return [
        {
          kind: 'email',
          name: 'address',
          label: t('deliveries.pecAddress'),
          help: t('deliveries.pecAddressHelp'),
          maxLength: 254,
        },
        {
          kind: 'area',
          name: 'text',
          label: t('deliveries.text'),
          required: true,
          maxLength: 10_000,
          value: t('deliveries.textValue', { protocol: `${number}/${year}` }),
        },
      ];
    case 'post':
      return [
        {
          kind: 'radios',
          name: 'service',
          label: t('deliveries.service'),
          required: true,
          values: ['ordinary'],
          options: (['ordinary', 'judicial'] as const).map((value) => ({ value, label: t(`deliveries.${value}`) })),
        },
        { kind: 'text', name: 'address', label: t('deliveries.address'), required: true, maxLength: 300 },
        { ...dayPart('sentOn', t('deliveries.sentOn')), help: t('deliveries.sentOnHelp') },
        { kind: 'text', name: 'number', label: t('deliveries.number'), maxLength: 100, width: 'medium' },
      ];
    case 'hand':
      return [
        { ...dayPart('on', t('deliveries.handedOn')), required: true, value: today },
        {
          kind: 'text',
          name: 'receiver',
          label: t('deliveries.receiver'),
          help: t('deliveries.receiverHelp'),
          required: true,
          maxLength: 200,
        },
        {
          kind: 'text',
          name: 'identity',
          label: t('deliveries.identity'),
          help: t('deliveries.identityHelp'),
          required: true,
          maxLength: 200,
        },
        { ...filePart(t('deliveries.signedCopy')), required: true },
      ];
    case 'send':
      return [
        { kind: 'text', name: 'street', label: t('deliveries.street'), required: true, maxLength: 120 },
        { kind: 'text', name: 'zip', label: t('deliveries.zip'), required: true, maxLength: 5, width: 'short' },
        { kind: 'text', name: 'municipality', label: t('deliveries.municipality'), required: true, maxLength: 80 },
        {
          kind: 'text',
          name: 'province',
          label: t('deliveries.province'),
          required: true,
          maxLength: 2,
          width: 'short',
        },
      ];
  }
}

/** That it was handed to the post. */
export const dispatchForm = (delivery: string, parts: DeliveryFormParts): FormView =>
  form(
    parts,
    [{ name: 'delivery', value: delivery }],
    [
      { ...dayPart('on', parts.t('deliveries.sentOn')), required: true, value: parts.today },
      { kind: 'text', name: 'number', label: parts.t('deliveries.number'), maxLength: 100, width: 'medium' },
    ],
    parts.t('deliveries.noteIt'),
    'dispatch',
  );

/** What became of it: as the card says, or as an officer knows. */
export function endForm(delivery: string, { carrier }: Delivery, parts: DeliveryFormParts): FormView {
  const { t, lang } = parts;
  const byPost = carrier.channel === 'post';
  const ends = byPost
    ? (['wasCard', 'wasRefused', 'wasStorage', 'wasFailed'] as const)
    : (['wasArrived', 'wasNotArrived'] as const);
  const reasons = reasonsByHand[carrier.channel];
  return form(
    parts,
    [{ name: 'delivery', value: delivery }],
    [
      ...(byPost ? [] : [{ kind: 'words' as const, name: 'help', lines: [t('deliveries.noteHelp')] }]),
      {
        kind: 'radios',
        name: 'end',
        label: t('deliveries.whatHappened'),
        required: true,
        options: ends.map((value) => ({ value, label: t(`deliveries.${value}`) })),
      },
      { ...dayPart('on', t('deliveries.on')), ...(byPost ? { help: t('deliveries.onHelp') } : {}) },
      ...(byPost
        ? [
            { kind: 'text' as const, name: 'receiver', label: t('deliveries.receiver'), maxLength: 200 },
            { ...dayPart('noticeOn', t('deliveries.noticeOn')), help: t('deliveries.noticeOnHelp') },
            { ...dayPart('collectedOn', t('deliveries.collectedOn')), help: t('deliveries.collectedOnHelp') },
          ]
        : []),
      {
        kind: 'select',
        name: 'reason',
        label: t('deliveries.why'),
        options: [
          { value: '', label: t('deliveries.whyNone') },
          ...reasons.map((value) => ({ value, label: failureWords[value][lang] })),
        ],
      },
      ...(byPost
        ? [filePart(t('deliveries.scan'))]
        : [{ kind: 'area' as const, name: 'note', label: t('deliveries.howKnown'), required: true, maxLength: 1000 }]),
    ],
    t('deliveries.noteIt'),
    'end',
  );
}

/** Which of two things said counts, and why. */
export function settleForm(id: string, delivery: Delivery, parts: DeliveryFormParts): FormView {
  const { t, lang } = parts;
  const against = delivery.against.at(-1);
  const noted = 'end' in delivery ? saidWords(delivery.end)[lang] : '';
  return form(
    parts,
    [{ name: 'delivery', value: id }],
    [
      {
        kind: 'radios',
        name: 'keep',
        label: t('deliveries.which'),
        required: true,
        options: [
          { value: 'keep', label: t('deliveries.keep'), help: noted },
          { value: 'take', label: t('deliveries.take'), help: against ? saidWords(against)[lang] : '' },
        ],
      },
      reasonPart(t),
    ],
    t('deliveries.decide'),
    'settle',
  );
}

/** That a failure needs no other way. */
export const closeForm = (id: string, parts: DeliveryFormParts): FormView =>
  form(
    parts,
    [
      { name: 'delivery', value: id },
      { name: 'keep', value: 'keep' },
    ],
    [reasonPart(parts.t)],
    parts.t('deliveries.noteIt'),
    'settle',
  );

const reasonPart = (t: Translate): FormPart => ({
  kind: 'area',
  name: 'why',
  label: t('deliveries.reason'),
  required: true,
  maxLength: 1000,
});

const dayPart = (name: string, label: string) => ({ kind: 'date' as const, name, label, width: 'medium' as const });
const filePart = (label: string) => ({ kind: 'file' as const, name: 'file', label, accept: acceptOf(fileFormats) });

function form(
  { view, here }: DeliveryFormParts,
  hidden: FormView['hidden'],
  parts: FormPart[],
  label: string,
  intent: string,
): FormView {
  return {
    parts,
    hidden: [{ name: 'case', value: view.procedure.id }, { name: 'here', value: here }, ...hidden],
    buttons: [{ label, intent, manner: 'primary' }],
  };
}
