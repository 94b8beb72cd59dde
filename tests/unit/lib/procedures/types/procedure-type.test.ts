import { describe, expect, expectTypeOf, it } from 'vitest';
import { families, procedureTypeSchema, type ProcedureTypeOf } from '#lib/procedures/types/procedure-type.ts';
import { smallTypes } from '#tests/builders/procedure-types.ts';

const wrongWith = (type: unknown): string[] =>
  procedureTypeSchema
    .safeParse(type)
    .error?.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')])) ?? [];

const { application, scia, communication, declaration, ranking, exOfficio } = smallTypes;
const term = application.term;
const silence = application.silence;
const preavvisoDiRigetto = application.preavvisoDiRigetto;
const withEnd = (type: Record<string, unknown>, outcome: string) => ({
  ...type,
  graph: { ...(type.graph as object), ends: { done: { outcome } } },
});
const withEffect = (type: Record<string, unknown>, effect: string) => ({
  ...type,
  graph: { ...(type.graph as object), transitions: [{ from: 'filing', to: 'registration', effects: [effect] }] },
});

describe('a type of procedure', () => {
  it.each(families)('of the family %s has a smallest form', (family) =>
    expect(wrongWith(smallTypes[family])).toEqual([]),
  );

  it.each([
    ['a communication has no term', { ...communication, term }, 'term'],
    ['a communication has no silence', { ...communication, silence }, 'silence'],
    ['a communication has no decision', withEnd(communication, 'granted'), 'graph.ends.done.outcome'],
    ['a communication has no clock', withEffect(communication, 'startClock'), 'graph.transitions.0.effects.0'],
    ['a SCIA has no term', { ...scia, term }, 'term'],
    ['a SCIA has no silence', { ...scia, silence }, 'silence'],
    ['a SCIA has no preavviso', { ...scia, preavvisoDiRigetto }, 'preavvisoDiRigetto'],
    ['a SCIA is not suspended as an application', withEffect(scia, 'suspend:art2c7'), 'graph.transitions.0.effects.0'],
    [
      'a SCIA is controlled in 60 or 30 days',
      { ...scia, controlWindow: { ...(scia.controlWindow as object), days: 45 } },
      'controlWindow.days',
    ],
    ['a declaration has two terms of its own', { ...declaration, term }, 'term'],
    ['a declaration is not refused', withEnd(declaration, 'refused'), 'graph.ends.done.outcome'],
    ['a competition has no preavviso', { ...ranking, preavvisoDiRigetto }, 'preavvisoDiRigetto'],
    ['a competition gives no preavviso', withEffect(ranking, 'suspend:art10bis'), 'graph.transitions.0.effects.0'],
    ['nobody files what the office begins', { ...exOfficio, channels: ['web'] }, 'channels'],
    ['what the office begins is not silent', { ...exOfficio, silence }, 'silence'],
    ['an application is not consolidated', withEnd(application, 'consolidated'), 'graph.ends.done.outcome'],
    ['silence that counts for nothing is no end', withEnd(application, 'silenzioAssenso'), 'graph.ends.done.outcome'],
    [
      'silence is no outcome to be declared',
      {
        ...application,
        outcomes: {
          granted: { retention: { disposition: 'unknown', reason: { it: 'x', en: 'x' } } },
          silenzioAssenso: {},
        },
      },
      'silenzioAssenso',
    ],
    [
      'the law exempts nobody else from the preavviso',
      { ...application, preavvisoDiRigetto: { kind: 'exempt', reason: 'boundContent', source: { act: 'x' } } },
      'preavvisoDiRigetto.reason',
    ],
    ['no term is longer than 180 days', { ...application, term: { ...(term as object), days: 181 } }, 'term.days'],
    ['a published version says from when', { ...application, status: 'published' }, 'validFrom'],
  ])('%s', (_, type, wrong) => expect(wrongWith(type)).toContain(wrong));

  it('impossible states don’t type', () => {
    expectTypeOf<ProcedureTypeOf<'communication'>>().not.toHaveProperty('term');
    expectTypeOf<ProcedureTypeOf<'scia'>>().not.toHaveProperty('silence');
    expectTypeOf<ProcedureTypeOf<'ranking'>>().not.toHaveProperty('preavvisoDiRigetto');
    expectTypeOf<ProcedureTypeOf<'exOfficio'>>().not.toHaveProperty('channels');
    expectTypeOf<ProcedureTypeOf<'scia'>['controlWindow']['days']>().toEqualTypeOf<30 | 60>();
    expect(families).toHaveLength(6);
  });
});
