import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGraphSteps } from '#lib/procedures/types/graph-steps.ts';
import { normWords } from '#lib/procedures/types/type-words.ts';
import { demoCatalogue, demoType } from '#tests/builders/procedure-types.ts';
import { plainCatalogue, randomGraph } from '#tests/builders/random-graph.ts';

const steps = toGraphSteps(demoType('patrocinio').graph, demoCatalogue());

describe('toGraphSteps', () => {
  it('says what the drawing shows, in plain words', () =>
    expect(steps.find(({ name }) => name === 'completenessCheck')).toMatchObject({
      number: 4,
      title: { it: 'Verifica della completezza' },
      phase: { it: 'Fase istruttoria' },
      actor: { it: 'Ufficio che istruisce' },
      norm: { it: 'entro 1 giorno lavorativo', en: 'within 1 working day' },
    }));

  it('tells each way on with its conditions and what it brings about', () =>
    expect(steps.find(({ name }) => name === 'completenessCheck')?.ways.map(({ it: words }) => words)).toEqual([
      'Se la documentazione non è completa e il termine non è ancora stato sospeso: passo 5, Attesa delle integrazioni (il termine si sospende, L. 241/1990, art. 2, c. 7; si avvisa l’interessato).',
      'Se la documentazione non è completa e il termine è già stato sospeso una volta e il preavviso di rigetto non è ancora stato dato: passo 7, Preavviso di rigetto (il termine si sospende, L. 241/1990, art. 10-bis; si avvisa l’interessato).',
      'Se la documentazione è completa e serve un parere: passo 9, Parere dell’assessore.',
      'Se la documentazione è completa e non servono pareri: passo 6, Esame.',
      'Se chi ha presentato la domanda vi rinuncia: fine: Rinunciata dall’interessato (il termine finisce).',
    ]));

  it('has a step for every node and a sentence for every transition of any graph', () =>
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const told = toGraphSteps(graph, plainCatalogue);
        expect(told.map(({ number }) => number)).toEqual(told.map((_, index) => index + 1));
        expect(told.map(({ name }) => name).sort()).toEqual(Object.keys(graph.nodes).sort());
        expect(told.flatMap(({ ways }) => ways)).toHaveLength(graph.transitions.length);
      }),
    ));
});

it.each([
  [{ days: 0, unit: 'working' as const }, 'subito', 'at once'],
  [{ days: 1, unit: 'calendar' as const }, 'entro 1 giorno', 'within 1 day'],
  [{ days: 45, unit: 'calendar' as const }, 'entro 45 giorni', 'within 45 days'],
  [{ days: 2, unit: 'working' as const }, 'entro 2 giorni lavorativi', 'within 2 working days'],
])('%o is %s', (norm, it, en) => expect(normWords(norm)).toEqual({ it, en }));
