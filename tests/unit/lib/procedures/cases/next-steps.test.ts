import { describe, expect, it } from 'vitest';
import { nextStepsOf } from '#lib/procedures/cases/next-steps.ts';
import { nextStepWords } from '#lib/projections/next-step-words.ts';
import { DrivenCase } from '#tests/builders/cases.ts';

const at = (node: string, ...guards: Parameters<DrivenCase['to']>[1][]) => {
  const one = new DrivenCase('patrocinio', '2026-03-02');
  one.to('completenessCheck');
  if (node !== 'completenessCheck') one.on('2026-03-05').to(node, ...guards);
  return one;
};
const nextOf = (one: DrivenCase, suspended = false) => {
  if (one.procedure.state !== 'running') throw new Error('it runs no more');
  return nextStepsOf(one.procedure, one.context, suspended);
};

describe('the next step of a case', () => {
  it('is what comes when nothing goes wrong, by the day of the activity that runs', () => {
    const one = at('completenessCheck');
    const next = nextOf(one);
    expect(next?.ways.length).toBeGreaterThan(0);
    const words = next ? nextStepWords(next, false, '2026-03-03').it : '';
    expect(words).not.toMatch(/rigetto|integrazion/i);
    expect(next?.by).toBe(one.procedure.state === 'running' ? one.procedure.at.dueOn : '');
    expect(words).toMatch(/; atteso entro /);
    expect(next ? nextStepWords(next, false, '2026-12-31').it : '').toMatch(/; era atteso per /);
  });

  it('says on what each of several ways hangs, and of one nothing', () => {
    const next = nextOf(at('completenessCheck'));
    for (const { when } of next?.ways ?? []) expect(when === null).toBe(next?.ways.length === 1);
  });

  it('has no day while the term stands still, and comes after the answer of who is asked', () => {
    const next = nextOf(at('additions', 'documentsIncomplete'), true);
    expect(next?.by).toBeNull();
    expect(next && nextStepWords(next, true, '2026-03-06')).toMatchObject({
      it: expect.stringMatching(/, dopo la tua risposta$/),
      en: expect.stringMatching(/, after your answer$/),
    });
  });

  it('says once where two ways lead to the same, and not how it ends before it has', () => {
    const one = at('completenessCheck');
    if (one.procedure.state !== 'running') throw new Error('it runs no more');
    const way = (to: string, guards: ('documentsComplete' | 'opinionsRequired')[] = []) => ({
      from: 'here',
      to,
      guards,
      effects: [],
    });
    const graph = {
      start: 'here',
      nodes: { here: { activity: 'completenessCheck' }, there: { activity: 'examination' } },
      ends: { ended: { outcome: 'granted' as const } },
      transitions: [way('there', ['documentsComplete']), way('there', ['opinionsRequired']), way('ended')],
    };
    const type = { ...one.context.type, graph } as typeof one.context.type;
    const procedure = { ...one.procedure, at: { ...one.procedure.at, node: 'here' } };
    const next = nextStepsOf(procedure, { ...one.context, type }, false);
    expect(next?.ways.map(({ title }) => title.it)).toEqual([expect.any(String), 'Conclusione']);
    const nowhere = { ...one.procedure, at: { ...one.procedure.at, node: 'there' } };
    expect(nextStepsOf(nowhere, { ...one.context, type }, false)).toBeNull();
  });
});
