import fc from 'fast-check';
import { type Action, findable, type Findable } from '#lib/procedures/cases/action.ts';
import type { Option } from '#lib/procedures/cases/decision.ts';
import { addresseesOf } from '#lib/procedures/cases/notices.ts';
import { type Procedure, reopeningGrounds } from '#lib/procedures/cases/procedure.ts';
import { addDays, type Day } from '#lib/procedures/day.ts';
import {
  type ActivityCatalogue,
  activityPhases,
  actors,
  activityTypeSchema,
} from '#lib/procedures/types/activity-type.ts';
import {
  clockEffects,
  commonEffects,
  preavvisoEffects,
  regularisationEffects,
  sciaEffects,
  suspensionEffects,
} from '#lib/procedures/types/effects.ts';
import {
  factGuards,
  noticeGuards,
  preavvisoGuards,
  silenceGuards,
  suspensionGuards,
  termGuards,
  windowGuards,
} from '#lib/procedures/types/guards.ts';
import {
  applicationOutcomes,
  communicationOutcomes,
  declarationOutcomes,
  exOfficioOutcomes,
  rankingOutcomes,
  sciaOutcomes,
  silenceOutcomes,
} from '#lib/procedures/types/outcomes.ts';
import { type Family, families, type ProcedureType, procedureTypeShape } from '#lib/procedures/types/procedure-type.ts';
import { demoCatalogue, demoType, smallTypes, typeFiles } from './procedure-types.ts';

interface Parts {
  outcomes: readonly string[];
  guards: readonly string[];
  effects: readonly string[];
}

/** What the graph of a family may say; a few facts stand for all, so that walks get somewhere. */
const facts = factGuards.slice(0, 5);
const parts: Record<Family, Parts> = {
  application: {
    outcomes: [...applicationOutcomes, ...silenceOutcomes],
    guards: [...facts, ...termGuards, ...silenceGuards, ...suspensionGuards, ...preavvisoGuards],
    effects: [...commonEffects, ...clockEffects, ...suspensionEffects, ...regularisationEffects, 'suspend:art10bis'],
  },
  scia: {
    outcomes: sciaOutcomes,
    guards: [...facts, ...windowGuards],
    effects: [...commonEffects, ...clockEffects, ...sciaEffects],
  },
  communication: { outcomes: communicationOutcomes, guards: facts, effects: commonEffects },
  declaration: {
    outcomes: [...declarationOutcomes, ...silenceOutcomes],
    guards: [...facts, ...termGuards, ...silenceGuards, ...preavvisoGuards],
    effects: [...commonEffects, ...clockEffects, ...preavvisoEffects],
  },
  ranking: { outcomes: rankingOutcomes, guards: [...facts, ...noticeGuards], effects: commonEffects },
  exOfficio: {
    outcomes: exOfficioOutcomes,
    guards: [...facts, ...termGuards, ...suspensionGuards],
    effects: [...commonEffects, ...clockEffects, ...suspensionEffects],
  },
};

const words = (text: string) => ({ it: text, en: text });
const source = { act: 'L. 241/1990' };
const unknown = { disposition: 'unknown', reason: words('Non si sa.') };

/** Activities of every phase and mode, with and without words for the citizen, ticks to make and time to take. */
const randomCatalogue: fc.Arbitrary<ActivityCatalogue> = fc
  .array(
    fc.record({
      phase: fc.constantFrom(...activityPhases),
      mode: fc.constantFrom('automatic', 'desk', 'waiting'),
      actor: fc.constantFrom(...actors),
      norm: fc.record({ days: fc.integer({ min: 0, max: 20 }), unit: fc.constantFrom('calendar', 'working') }),
      notify: fc.constantFrom('none', 'informative', 'legal'),
      speaks: fc.boolean(),
      ticks: fc.array(fc.boolean(), { maxLength: 2 }),
    }),
    { minLength: 8, maxLength: 8 },
  )
  .map(
    (list) =>
      new Map(
        list.map(({ speaks, ticks, ...one }, index) => [
          `a${index}`,
          activityTypeSchema.parse({
            ...one,
            code: `a${index}`,
            name: words(`Attività ${index}`),
            verb: words(`Fai ${index}`),
            ...(speaks && { citizenText: words('Ci stiamo lavorando.') }),
            checklist: ticks.map((required) => ({ item: words('Fatto'), required, unless: ['documentsIncomplete'] })),
          }),
        ]),
      ),
  );

const silences = fc.constantFrom(
  { kind: 'none', source },
  { kind: 'silenzioAssenso', source, retention: unknown },
  { kind: 'silenzioAssenso', source, retention: unknown, exceptWhen: words('se vincolato') },
  {
    kind: 'silenzioAssenso',
    source,
    retention: unknown,
    exceptWhen: words('se vincolato'),
    decidedBy: { field: 'protected', appliesWhen: false },
  },
  { kind: 'silenzioRigetto', source, retention: unknown },
);

/** Types of every family with any graph whatever, sound or not. */
const randomType: fc.Arbitrary<ProcedureType> = fc.constantFrom(...families).chain((family) => {
  const { outcomes, guards, effects } = parts[family];
  return fc.integer({ min: 2, max: 8 }).chain((size) => {
    const nodes = Array.from({ length: size }, (_, index) => `n${index}`);
    const step = fc.record({
      from: fc.constantFrom(...nodes),
      to: fc.constantFrom(...nodes, ...outcomes),
      guards: fc.subarray([...guards], { maxLength: 2 }),
      effects: fc.subarray([...effects], { maxLength: 3 }),
    });
    const begins = [...clockEffects, 'communicateStart', 'makeEffective'].filter(
      (effect) => effect !== 'stopClock' && effects.includes(effect),
    );
    return fc
      .record({
        steps: fc.array(step, { minLength: 6, maxLength: 30 }),
        silence: silences,
        suspendable: fc.boolean(),
        extension: fc.boolean(),
        sound: fc.boolean(),
      })
      .map(({ steps, silence, suspendable, extension, sound }) => {
        const small = smallTypes[family];
        const extended = { days: 10, when: words('se serve'), source };
        const term = {
          days: 30,
          unit: 'calendar',
          roll: 'next',
          suspendable,
          source,
          ...(extension && { extension: extended }),
        };
        return procedureTypeShape.parse({
          ...small,
          ...('term' in small && { term }),
          ...('verification' in small && { verification: term }),
          ...('silence' in small && { silence }),
          graph: {
            start: 'n0',
            nodes: Object.fromEntries(nodes.map((name, index) => [name, { activity: `a${index}` }])),
            ends: Object.fromEntries(outcomes.map((outcome) => [outcome, { outcome }])),
            transitions: [...(sound ? [{ from: 'n0', to: 'n1', effects: begins }] : []), ...steps],
          },
        });
      });
  });
});

export interface RandomStep {
  /** Days that pass before it; a machine's clock may be set back. */
  gap: number;
  pick: number;
  /** Whether what the engine says is open is tried, or anything whatever. */
  wild: boolean;
  found: Findable[];
  back: number;
  ticks: boolean;
  act: boolean;
}

const randomStep: fc.Arbitrary<RandomStep> = fc.record({
  gap: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: -40, max: 60 })),
  pick: fc.nat(),
  wild: fc.boolean(),
  found: fc.subarray([...findable], { maxLength: 3 }),
  back: fc.integer({ min: -1, max: 15 }),
  ticks: fc.boolean(),
  act: fc.boolean(),
});

export interface RandomCase {
  type: ProcedureType;
  catalogue: ActivityCatalogue;
  filedOn: Day;
  isProtected: boolean | null;
  steps: RandomStep[];
}

const demo = demoCatalogue();
const typed = fc.oneof(
  fc.constantFrom(...typeFiles).map((file) => ({ type: demoType(file.replace('.yaml', '')), catalogue: demo })),
  fc.record({ type: randomType, catalogue: randomCatalogue }),
);

/** Any case of any type: leap years, changes of the hour and the holiday that is new in 2026 lie within its days. */
export const randomCase: fc.Arbitrary<RandomCase> = fc
  .record({
    of: typed,
    filedOn: fc.integer({ min: 0, max: 2_500 }).map((days) => addDays('2021-01-01', days)),
    isProtected: fc.constantFrom(true, false, null),
    steps: fc.array(randomStep, { maxLength: 25 }),
  })
  .map(({ of, ...rest }) => ({ ...of, ...rest }));

const act = { reference: 'det. 1/2026', record: null };

/** The action of a step: what is open, as an officer would do it, or anything. */
export function actionOf(
  step: RandomStep,
  procedure: Procedure,
  options: Option[],
  { type, catalogue }: RandomCase,
  today: Day,
): Action {
  const open = options.filter(({ barred }) => step.wild || barred === null);
  const ways = open.filter(({ action }) => action === 'advance');
  // Half of the time the case is moved on, where it can be.
  const among = step.pick % 2 === 0 && ways.length > 0 ? ways : open;
  const option = among[step.pick % Math.max(1, among.length)];
  const on = addDays(today, -step.back);
  const nodes = Object.keys(type.graph.nodes);
  switch (option?.action) {
    case 'advance': {
      const node = procedure.state === 'running' ? procedure.at.activity : '';
      const finds = findable.filter((one) => option.finds.includes(one));
      const ticks = [...(catalogue.get(node)?.checklist ?? []).keys()];
      const honest = !step.wild;
      return {
        kind: 'advance',
        to: option.to ?? '',
        found: honest ? finds : [...finds, ...step.found],
        checked: honest || step.ticks ? ticks : [],
        ...((honest || step.act) && { act }),
      };
    }
    case 'take':
      return { kind: 'take', by: `u${step.pick % 3}` };
    case 'assign':
      return { kind: 'assign', to: step.act ? 'u1' : null };
    case 'passOn':
      return { kind: 'passOn', unit: step.act ? type.unit : 'altro', reason: 'Competenza' };
    case 'noteReceipt':
      return { kind: 'noteReceipt', on };
    case 'noteDelivery': {
      const notice = procedure.notices[step.pick % Math.max(1, procedure.notices.length)];
      const covers = notice ? addresseesOf(procedure.filing.parties, notice.whom) : [];
      const delivery = `${step.pick % 4}`;
      return { kind: 'noteDelivery', notice: notice?.n ?? 1, delivery, channel: 'pec', covers, sentOn: on, on };
    }
    case 'correctDelivery': {
      const notice = procedure.notices.find(({ receipts }) => receipts.length > 0);
      const delivery = notice?.receipts[0]?.delivery ?? '0';
      const to = step.act ? on : null;
      return { kind: 'correctDelivery', notice: notice?.n ?? 1, delivery, channel: 'pec', on: to, reason: 'Errore' };
    }
    case 'noteAnswer':
      return { kind: 'noteAnswer', on, document: null };
    case 'writeMessage':
      return { kind: 'writeMessage', from: step.act ? 'office' : 'party', thread: 'applicants', party: null };
    case 'extend':
      return { kind: 'extend', act, reason: 'Complessità' };
    case 'addDocument':
      return { kind: 'addDocument', record: 'd1', document: step.act ? null : 'titolo' };
    case 'addReference':
      return { kind: 'addReference', scheme: 'CUI', value: `${step.pick % 4}` };
    case 'startSubstitute':
      return { kind: 'startSubstitute', ownMotion: step.act };
    case 'issueAttestation':
      return { kind: 'issueAttestation', act };
    case 'close':
      return {
        kind: 'close',
        unregisteredDocuments: step.act ? 0 : 1,
        ...(step.ticks && { postponeRetention: 'Piano non letto' }),
      };
    case 'reopen':
      return {
        kind: 'reopen',
        act,
        to: step.act ? (nodes[step.pick % nodes.length] ?? type.graph.start) : 'nowhere',
        ground: reopeningGrounds[step.pick % reopeningGrounds.length] ?? 'review',
        ...(step.ticks && { judgment: 'TAR Veneto 12/2026' }),
      };
    case 'askSubstitute':
    case 'askAttestation':
    case 'letTimeAct':
      return { kind: option.action };
    default:
      return { kind: 'writeNote', text: 'Nota' };
  }
}
