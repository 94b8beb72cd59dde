import type { Findable } from '#lib/procedures/cases/action.ts';
import { isFindable, type Action } from '#lib/procedures/cases/action.ts';
import { activityOf, rollingNormOf } from '#lib/procedures/cases/activity-begun.ts';
import type { RunningProcedure } from '#lib/procedures/cases/procedure.ts';
import { hasExpired, isSilent } from '#lib/procedures/cases/standing.ts';
import { addDays, earlierOf, laterOf } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { negativeOutcomes } from '#lib/procedures/types/outcomes.ts';
import type { Graph, Transition } from '#lib/procedures/types/graph.ts';
import { chanceOf } from './chance.ts';
import { factsAt } from './facts.ts';
import type { Move } from './move.ts';
import type { Scene } from './next-move.ts';
import { actOf } from './moves-after-end.ts';
import { inOffice, officeOn } from './office-hours.ts';
import { officer, signs } from './offices.ts';
import { extensionAct, paperOf, sentPapers } from './papers.ts';

/** By what the case waits for: its office, its party, somebody else. */
export function movesWhileRunning(scene: Scene): Move | null {
  const { procedure } = scene;
  if (procedure.state !== 'running') return null;
  return (
    passedOn(scene) ??
    assigned(scene, procedure) ??
    substitute(scene) ??
    (lies(scene, procedure)
      ? null
      : (partyAnswers(scene, procedure) ??
        taken(scene, procedure) ??
        aside(scene, procedure) ??
        goesOn(scene, procedure)))
  );
}

/** Filed with another office, it goes to the competent one. */
function passedOn({ procedure, context, offices, now, chanceOf }: Scene): Move | null {
  if (procedure.unit === context.type.unit) return null;
  const chance = chanceOf('passed on');
  return {
    at: inOffice(now, chance.whole(0, 2), context.calendar, chance),
    actor: officer(offices.responsible(procedure.unit)),
    paper: null,
    once: null,
    actions: () => [
      { kind: 'passOn', unit: context.type.unit, reason: 'L’ufficio competente per la materia è un altro' },
    ],
  };
}

function assigned({ context, offices, now, chanceOf }: Scene, procedure: RunningProcedure): Move | null {
  if (procedure.at.activity !== 'assignment' || procedure.assignee !== null) return null;
  const chance = chanceOf('assigned');
  return {
    at: inOffice(
      now,
      chance.weighted([
        [0, 3],
        [1, 5],
        [2, 2],
        [4, 0.6],
      ]),
      context.calendar,
      chance,
    ),
    actor: officer(offices.responsible(procedure.unit)),
    paper: null,
    once: null,
    actions: () => [{ kind: 'assign', to: offices.handler(procedure.unit, context.type.code, chance) }],
  };
}

/** After the term, against inaction: the party asks, and within days the holder of the power has the case. */
function substitute(scene: Scene): Move | null {
  const { procedure, behaviour, standing, context, offices, now, chanceOf } = scene;
  if (!behaviour.substitute || !lies(scene, procedure)) return null;
  if (procedure.substitute.state === 'requested') {
    const chance = chanceOf('substitute starts');
    return {
      at: inOffice(now, chance.whole(1, 4), context.calendar, chance),
      actor: officer(offices.manager()),
      paper: null,
      once: null,
      actions: () => [{ kind: 'startSubstitute', ownMotion: false }],
    };
  }
  const { legal } = standing;
  const silence = 'silence' in context.type ? context.type.silence.kind : 'none';
  if (procedure.substitute.state !== 'none' || !legal || legal.deadline.kind !== 'fixed') return null;
  if (context.type.family !== 'application' || silence !== 'none' || procedure.legal?.concludedOn !== null) return null;
  const chance = chanceOf('substitute asked');
  return {
    at: officeOn(
      laterOf(addDays(legal.deadline.on, chance.whole(5, 25)), addDays(romeDay(now), 1)),
      context.calendar,
      chance,
    ),
    actor: officer(offices.frontOffice()),
    paper: sentPapers.substitute,
    once: null,
    actions: () => [{ kind: 'askSubstitute' }],
  };
}

/** Whether the office does nothing with it. The holder of the substitute power does. */
function lies({ behaviour, done }: Scene, procedure: Scene['procedure']): boolean {
  if (procedure.state !== 'running' || done.has('reopen')) return false;
  return procedure.at.activity === behaviour.liesAt && procedure.substitute.state !== 'active';
}

/** Additions, a correction, observations: sent after days, or never. */
function partyAnswers(scene: Scene, { at }: RunningProcedure): Move | null {
  const { behaviour, done, now, context, offices, chanceOf, standing } = scene;
  const chance = chanceOf('party');
  // Whoever the party turns to writes it down.
  const recorder = chance.happens(0.4) ? officer(offices.frontOffice()) : handlerOf(scene);
  if (at.activity === 'preavvisoDiRigetto') {
    const received = standing.preavviso?.entry.receivedOn ?? null;
    if (received === null) {
      const noted = inOffice(now, chance.whole(2, 5), context.calendar, chance);
      const on = earlierOf(addDays(at.startedOn, chance.whole(0, 3)), romeDay(noted));
      return {
        at: noted,
        actor: handlerOf(scene),
        paper: null,
        once: null,
        actions: () => [{ kind: 'noteReceipt', on }],
      };
    }
    if (behaviour.observations === 'none' || standing.preavviso?.entry.observationsOn !== null) return null;
    return answer(inOffice(now, chance.whole(1, 4), context.calendar, chance), sentPapers.preavvisoDiRigetto, null);
  }
  if (at.activity === 'participation') {
    if (behaviour.observations === 'none' || done.has('answer')) return null;
    return answer(inOffice(now, chance.whole(6, 18), context.calendar, chance), sentPapers.participation, 'answer');
  }
  if (at.activity !== 'additions' && at.activity !== 'correction' && at.activity !== 'conformation') return null;
  if (behaviour.lacking === 'neverSent' || done.has('answer') || behaviour.givesUpAt === at.activity) return null;
  const days = { nothing: [4, 20], sent: [3, 18], sentLate: [24, 29] }[behaviour.lacking] ?? [3, 18];
  const most = at.activity === 'correction' ? 9 : 29;
  const after = Math.min(chance.whole(days[0] ?? 3, days[1] ?? 18), most);
  return answer(officeOn(addDays(romeDay(now), after), context.calendar, chance), sentPapers[at.activity], 'answer');

  function answer(when: Date, paper: Move['paper'], once: string | null): Move {
    const on = romeDay(when);
    return {
      at: when,
      actor: recorder,
      paper,
      once,
      actions: (record) => [{ kind: 'noteAnswer', on, document: record }],
    };
  }
}

/** Somebody of the office begins to work at it. */
function taken(scene: Scene, procedure: RunningProcedure): Move | null {
  const { context, now, chanceOf, behaviour } = scene;
  const { at } = procedure;
  const turn = activityOf(context, at.node)?.actor;
  if (
    at.state !== 'todo' ||
    at.activity === 'assignment' ||
    turn === 'decidingOffice' ||
    turn === 'commission' ||
    turn === 'responsible'
  )
    return null;
  const chance = chanceOf('taken');
  const by = handlerId(scene);
  const days =
    behaviour.pace === 'slow'
      ? chance.whole(1, 5)
      : chance.weighted([
          [0, 6],
          [1, 3],
          [2, 1],
        ]);
  return {
    at: inOffice(now, days, context.calendar, chance),
    actor: officer(by),
    paper: null,
    once: null,
    actions: () => [{ kind: 'take', by }],
  };
}

/** Notes, and a colleague who goes on with it. */
function aside(scene: Scene, procedure: RunningProcedure): Move | null {
  const { behaviour, done, context, now, offices, chanceOf } = scene;
  const { at } = procedure;
  if (at.activity !== 'examination' && at.activity !== 'dwellingCheck' && at.activity !== 'unitCheck') return null;
  const chance = chanceOf('aside');
  const when = inOffice(now, 0, context.calendar, chance);
  const extension = extended(scene, procedure, when);
  if (extension) return extension;
  if (behaviour.note && !done.has('note')) {
    const text = chance.pick(notes);
    return {
      at: when,
      actor: handlerOf(scene),
      paper: null,
      once: 'note',
      actions: () => [{ kind: 'writeNote', text }],
    };
  }
  if (behaviour.changesHands && !done.has('hands') && procedure.assignee !== null) {
    const to = offices.handler(procedure.unit, context.type.code, chance, procedure.assignee);
    if (to === procedure.assignee) return null;
    const by = officer(offices.responsible(procedure.unit));
    return {
      at: when,
      actor: by,
      paper: null,
      once: 'hands',
      actions: () => [{ kind: 'assign', to, note: 'Per distribuire il lavoro dell’ufficio' }],
    };
  }
  return null;
}

const notes = [
  'Sentito per telefono chi ha presentato la domanda: confermati i dati.',
  'Verificate le dichiarazioni sostitutive: nulla da rilevare.',
  'Da confrontare con la pratica dell’anno scorso per lo stesso luogo.',
  'Chiesto un chiarimento al tecnico incaricato.',
] as const;

/** proroga: while the term runs and has days left, by the person responsible. */
function extended(scene: Scene, { unit }: RunningProcedure, at: Date): Move | null {
  const { behaviour, done, standing, procedure, context, offices } = scene;
  const { legal } = standing;
  if (!behaviour.extends || done.has('extension') || !('term' in context.type) || !context.type.term.extension)
    return null;
  if (legal?.state !== 'runs' || legal.deadline.kind !== 'fixed' || legal.deadline.on < romeDay(at)) return null;
  return {
    at,
    actor: officer(offices.responsible(unit)),
    paper: extensionAct,
    once: 'extension',
    actions: (record) => [
      {
        kind: 'extend',
        act: actOf(extensionAct.title, procedure, record),
        reason: 'Il progetto è particolarmente complesso',
      },
    ],
  };
}

/** Along a line that what was found leaves open. */
function goesOn(scene: Scene, procedure: RunningProcedure): Move | null {
  const { context, done } = scene;
  const graph: Graph = context.type.graph;
  const { at } = procedure;
  const facts = factsAt(at.activity, scene);
  const lines = graph.transitions.filter((line) => line.from === at.node && isChosen(line, graph, facts));
  const [first] = lines;
  if (!first) return null;
  // What is awaited from the party ends with its answer, or its days.
  const waitsForParty =
    (at.activity === 'additions' || at.activity === 'preavvisoDiRigetto') &&
    !done.has('answer') &&
    !facts.has('applicantWithdraws');
  // Where no term stands still, the office itself looks again once the party's days are over.
  if (at.activity === 'additions' && waitsForParty && procedure.legal !== null) return null;
  if (at.activity === 'preavvisoDiRigetto' && scene.standing.preavviso?.entry.observationsOn === null && waitsForParty)
    return null;
  const withdrawal = facts.has('applicantWithdraws');
  const end = graph.ends[first.to]?.outcome;
  const activity = graph.nodes[first.to]?.activity ?? first.to;
  const paper = withdrawal
    ? sentPapers.withdrawal
    : paperOf(at.activity, activity, end !== undefined && negativeOutcomes.has(end));
  const checklist = activityOf(context, at.node)?.checklist ?? [];
  return {
    at: whenDone(scene, procedure),
    actor: officer(whoDoes(scene, procedure)),
    paper,
    // What other bodies said is not asked for again.
    once: at.activity === 'inquiries' ? 'answer' : null,
    actions: (record) =>
      lines.map((line): Action => {
        const found = line.guards.filter(isFindable);
        return {
          kind: 'advance',
          to: line.to,
          found,
          checked: [...checklist.keys()].filter(
            (i) => !checklist[i]?.unless.some((one) => found.some((name) => name === one)),
          ),
          ...(paper?.kind === 'act' || needsReference(at.activity)
            ? { act: actOf(paper?.title ?? 'Atto', procedure, record) }
            : {}),
          ...(paper?.flow === 'out' ? { message: paper.paragraphs.join(' ') } : {}),
        };
      }),
  };
}

/** What is decided is decided by an act. */
const needsReference = (activity: string): boolean =>
  [
    'decision',
    'confirmation',
    'rankingApproval',
    'refusal',
    'prohibition',
    'restoration',
    'measure',
    'dismissal',
  ].includes(activity);

function isChosen({ to, guards }: Transition, graph: Graph, facts: ReadonlySet<Findable>): boolean {
  const outcome = graph.ends[to]?.outcome;
  if (outcome && isSilent(outcome)) return false;
  if (guards.includes('controlWindowExpired')) return false;
  const findable = guards.filter(isFindable);
  // Who gives up does nothing else.
  if (facts.has('applicantWithdraws')) return findable.includes('applicantWithdraws');
  return findable.every((guard) => facts.has(guard));
}

/** By the norm of the activity and the pace of the office; for what others do, by theirs. A commission meets once for a whole call. */
function whenDone(scene: Scene, { at, filing, legal }: RunningProcedure): Date {
  const { context, behaviour, now, chanceOf, done } = scene;
  const chance = chanceOf('done');
  const norm = rollingNormOf(context, at.node)?.days ?? 1;
  const mode = activityOf(context, at.node)?.mode;
  if (
    filing.call &&
    (at.activity === 'scoring' || at.activity === 'objectionsAssessment' || at.activity === 'rankingApproval')
  ) {
    const together = { scoring: 24, objectionsAssessment: 44, rankingApproval: 60 }[at.activity];
    return officeOn(laterOf(addDays(filing.call.closesOn, together), romeDay(now)), context.calendar, chance) > now
      ? officeOn(laterOf(addDays(filing.call.closesOn, together), romeDay(now)), context.calendar, chance)
      : inOffice(now, 0, context.calendar, chance);
  }
  if (at.activity === 'additions' && legal === null && !done.has('answer') && at.dueOn !== null)
    return officeOn(addDays(at.dueOn, chance.whole(1, 8)), context.calendar, chance);
  if (['publication', 'provisionalRanking', 'correction', 'participation'].includes(at.activity))
    return inOffice(now, Math.ceil(norm * 0.72) + 1, context.calendar, chance);
  // Several bodies take most of the time that the law gives them.
  if (at.activity === 'conferenza') return inOffice(now, chance.whole(18, 40), context.calendar, chance);
  if (
    mode === 'waiting' &&
    at.activity !== 'preavvisoDiRigetto' &&
    at.activity !== 'additions' &&
    at.activity !== 'conformation'
  )
    return inOffice(now, chance.whole(1, Math.max(2, Math.ceil(norm * 0.7))), context.calendar, chance);
  // Some cases lie for weeks where the work is hardest; nobody means it.
  const rests = at.activity === 'examination' || at.activity === 'unitCheck' ? behaviour.rests : 0;
  const share = { fast: [0, 0.5], usual: [0.2, 0.9], slow: [0.9, 2.6] }[behaviour.pace];
  const days = Math.floor(norm * ((share[0] ?? 0) + chance.number() * ((share[1] ?? 1) - (share[0] ?? 0))));
  if (scene.procedure.substitute.state === 'active') return inOffice(now, Math.min(days, 1), context.calendar, chance);
  return hasExpired(scene.standing)
    ? inOffice(now, Math.min(days, 3), context.calendar, chance)
    : inOffice(now, days + rests, context.calendar, chance);
}

function whoDoes(scene: Scene, procedure: RunningProcedure): string {
  const { context, offices } = scene;
  const substituted = procedure.substitute.state === 'active';
  switch (activityOf(context, procedure.at.node)?.actor) {
    case 'responsible':
    case 'commission':
      return offices.responsible(procedure.unit);
    case 'decidingOffice':
      return signs(offices, context.type, substituted);
    default:
      return handlerId(scene);
  }
}

const handlerOf = (scene: Scene) => officer(handlerId(scene));

function handlerId({ procedure, offices, context, n }: Scene): string {
  return procedure.assignee ?? offices.handler(procedure.unit, context.type.code, chanceOf('handler', n));
}
