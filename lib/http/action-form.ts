import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isFindable } from '#lib/procedures/cases/action.ts';
import { activityOf } from '#lib/procedures/cases/activity-begun.ts';
import type { Option } from '#lib/procedures/cases/decision.ts';
import type { Day } from '#lib/procedures/day.ts';
import { reopeningGrounds } from '#lib/procedures/cases/procedure.ts';
import { groundWords } from '#lib/procedures/cases/reopening-words.ts';
import type { Graph } from '#lib/procedures/types/graph.ts';
import { guardWords } from '#lib/procedures/types/guards.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import type { CaseView } from '#lib/store/procedures/procedure-store.ts';
import type { FormPart, FormView } from './form-view.ts';

/** What the form of an action chooses from. */
export interface ActionChoices {
  /** Colleagues who may be given the case. */
  colleagues: readonly { id: string; name: string }[];
  units: readonly { code: string; name: string }[];
  today: Day;
  t: Translate;
  lang: Language;
}

/** The form of an action of a case: nothing is asked that is known. */
export function actionForm(view: CaseView, option: Option, choices: ActionChoices): FormView {
  const { t, lang } = choices;
  return {
    parts: partsOf(view, option, choices),
    hidden: [
      { name: 'case', value: view.procedure.id },
      { name: 'version', value: String(view.procedure.version) },
      { name: 'action', value: option.action },
      { name: 'to', value: option.to ?? '' },
      ...option.finds.map((value) => ({ name: 'found', value })),
    ],
    buttons: [
      {
        label: option.action === 'advance' ? t('case.do', { what: option.label[lang] }) : option.label[lang],
        intent: 'act',
        manner: 'primary',
      },
    ],
  };
}

function partsOf(view: CaseView, option: Option, choices: ActionChoices): FormPart[] {
  const { t, today, colleagues, units } = choices;
  const note = (label: string): FormPart => ({ kind: 'area', name: 'note', label, maxLength: 10_000 });
  const reason: FormPart = { kind: 'area', name: 'reason', label: t('case.reason'), required: true, maxLength: 2000 };
  const on = (label: string): FormPart => ({
    kind: 'date',
    name: 'on',
    label,
    required: true,
    value: today,
    width: 'medium',
  });
  switch (option.action) {
    case 'advance':
      return advanceParts(view, option, choices);
    case 'assign':
      return [
        {
          kind: 'select',
          name: 'assignee',
          label: t('case.assignTo'),
          required: true,
          values: [view.procedure.assignee ?? ''],
          options: [
            { value: '', label: t('case.toPile') },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        note(t('case.note')),
      ];
    case 'passOn':
      return [
        {
          kind: 'select',
          name: 'unit',
          label: t('case.toUnit'),
          required: true,
          options: units
            .filter(({ code }) => code !== view.procedure.unit)
            .map(({ code, name }) => ({ value: code, label: name })),
        },
        reason,
      ];
    case 'noteReceipt':
      return [on(t('case.receivedOn'))];
    case 'noteAnswer':
      return [
        on(t('case.answeredOn')),
        documentPart(view, 'document', t('case.answerDocument'), t),
        note(t('case.answerNote')),
      ];
    case 'extend':
      return [...actParts(view, t), reason];
    case 'issueAttestation':
      return actParts(view, t);
    case 'reopen':
      return [
        ...actParts(view, t),
        {
          kind: 'select',
          name: 'node',
          label: t('case.reopenAt'),
          required: true,
          options: nodesOf(view).map(({ node, name }) => ({ value: node, label: name[choices.lang] })),
        },
        {
          kind: 'select',
          name: 'ground',
          label: t('case.reopenFor'),
          required: true,
          options: reopeningGrounds.map((ground) => ({ value: ground, label: groundWords[ground][choices.lang] })),
        },
        {
          kind: 'text',
          name: 'judgment',
          label: t('case.judgment'),
          help: t('case.judgmentHelp'),
          maxLength: 200,
        },
      ];
    case 'writeNote':
      return [{ kind: 'area', name: 'text', label: t('case.noteText'), required: true, maxLength: 10_000 }];
    case 'addReference':
      return [
        {
          kind: 'text',
          name: 'scheme',
          label: t('case.scheme'),
          help: t('case.schemeHelp'),
          required: true,
          width: 'medium',
          maxLength: 100,
        },
        { kind: 'text', name: 'value', label: t('case.referenceValue'), required: true, maxLength: 200 },
      ];
    case 'askSubstitute':
      return [note(t('case.note'))];
    case 'startSubstitute':
      return [
        {
          kind: 'checks',
          name: 'ownMotion',
          label: t('case.ownMotion'),
          options: [{ value: 'yes', label: t('case.ownMotionYes') }],
        },
      ];
    case 'close':
      return [
        { kind: 'words', name: 'closing', lines: [t('case.closing', { count: unregistered(view) })] },
        { kind: 'date', name: 'setByHand', label: t('case.keptFrom'), help: t('case.keptFromHelp'), width: 'medium' },
        { kind: 'area', name: 'postpone', label: t('case.postpone'), maxLength: 1000 },
      ];
    default:
      return [];
  }
}

/** Documents that came or left without a number of the protocollo. */
export const unregistered = ({ documents }: Pick<CaseView, 'documents'>): number =>
  documents.filter(({ flow, registration }) => (flow === 'in' || flow === 'out') && registration === null).length;

function advanceParts(view: CaseView, option: Option, { t, lang }: ActionChoices): FormPart[] {
  const { procedure, context } = view;
  const activity = procedure.state === 'running' ? activityOf(context, procedure.at.node) : undefined;
  const items = (activity?.checklist ?? []).map((one, position) => ({ ...one, position }));
  const asked = items.filter(({ unless }) => !unless.some((finding) => option.finds.includes(finding)));
  const found = option.finds.filter(isFindable).map((finding) => t('case.finds', { what: guardWords[finding][lang] }));
  const brings = option.effects.map((effect) => t('case.brings', { what: effect[lang] }));
  const tells = option.effects.length > 0;
  return [
    ...(found.length + brings.length > 0
      ? [{ kind: 'words' as const, name: 'finding', lines: [...found, ...brings] }]
      : []),
    ...(asked.length > 0
      ? [
          {
            kind: 'checks' as const,
            name: 'checked',
            label: t('case.checklist'),
            required: true,
            options: asked.map(({ position, item, required }) => ({
              value: String(position),
              label: item[lang] + (required ? '' : ` ${t('form.optional')}`),
            })),
          },
        ]
      : []),
    ...(option.needsAct ? actParts(view, t) : []),
    ...askedParts(view, option, { t, lang }),
    ...(tells
      ? [
          {
            kind: 'area' as const,
            name: 'message',
            label: t('case.message'),
            help: t('case.messageHelp'),
            maxLength: 10_000,
          },
        ]
      : []),
    { kind: 'area', name: 'note', label: t('case.note'), help: t('case.noteHelp'), maxLength: 10_000 },
  ];
}

/** A step after which a party is waited for: which of the type's documents it is to send. */
function askedParts({ context }: CaseView, option: Option, { t, lang }: Pick<ActionChoices, 't' | 'lang'>): FormPart[] {
  const next = option.to === null ? undefined : activityOf(context, option.to);
  const waits = next?.mode === 'waiting' && (next.actor === 'applicant' || next.actor === 'counterparty');
  const documents = waits && 'documents' in context.type ? context.type.documents : [];
  if (documents.length === 0) return [];
  return [
    {
      kind: 'checks',
      name: 'asked',
      label: t('desk.asked'),
      help: t('desk.askedHelp'),
      options: documents.map(({ code, name }) => ({ value: code, label: name[lang] })),
    },
  ];
}

function actParts(view: CaseView, t: Translate): FormPart[] {
  return [
    { kind: 'text', name: 'reference', label: t('case.act'), help: t('case.actHelp'), required: true, maxLength: 200 },
    documentPart(view, 'record', t('case.actDocument'), t),
  ];
}

function documentPart(view: CaseView, name: string, label: string, t: Translate): FormPart {
  return {
    kind: 'select',
    name,
    label,
    options: [
      { value: '', label: t('case.noDocument') },
      ...view.documents.map(({ record, title, fileName }) => ({
        value: record,
        label: fileName ? `${title} (${fileName})` : title,
      })),
    ],
  };
}

function nodesOf({ context }: CaseView): { node: string; name: Text }[] {
  const graph: Graph = context.type.graph;
  return Object.keys(graph.nodes).map((node) => ({
    node,
    name: activityOf(context, node)?.name ?? { it: node, en: node },
  }));
}
