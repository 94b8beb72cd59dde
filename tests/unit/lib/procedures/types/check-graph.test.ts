import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGraph } from '#lib/procedures/types/check-graph.ts';
import { checkWays } from '#lib/procedures/types/check-shape.ts';
import type { Graph, Transition } from '#lib/procedures/types/graph.ts';
import { pathWords } from '#lib/procedures/types/problem.ts';
import { procedureTypeSchema } from '#lib/procedures/types/procedure-type.ts';
import { walkGraph, type WalkState } from '#lib/procedures/types/walk-graph.ts';
import { demoCatalogue, demoType, smallTypes, transition, withGraph } from '#tests/builders/procedure-types.ts';
import { randomGraph } from '#tests/builders/random-graph.ts';

const catalogue = demoCatalogue();
const found = (code: string, change: (graph: Graph) => Graph, catalogued = catalogue) =>
  checkGraph(withGraph(demoType(code), change), catalogued).map(({ code: name, path }) => `${name} ${pathWords(path)}`);

const without =
  (...ways: readonly [string, string][]) =>
  (graph: Graph): Graph => ({
    ...graph,
    transitions: graph.transitions.filter(({ from, to }) => !ways.some(([a, b]) => a === from && b === to)),
  });
const plus =
  (...added: readonly Transition[]) =>
  (graph: Graph): Graph => ({ ...graph, transitions: [...graph.transitions, ...added] });
const changed =
  (from: string, to: string, change: Partial<Transition>) =>
  (graph: Graph): Graph => ({
    ...graph,
    transitions: graph.transitions.map((one) => (one.from === from && one.to === to ? { ...one, ...change } : one)),
  });
const node =
  (name: string, activity: string, norm?: { days: number; unit: 'calendar' | 'working' }) =>
  (graph: Graph): Graph => ({ ...graph, nodes: { ...graph.nodes, [name]: { activity, norm } } });
const both =
  (first: (graph: Graph) => Graph, then: (graph: Graph) => Graph) =>
  (graph: Graph): Graph =>
    then(first(graph));

describe('checkGraph finds', () => {
  it.each<[string, string, (graph: Graph) => Graph, string]>([
    ['a start that is no node', 'patrocinio', (graph) => ({ ...graph, start: 'begin' }), 'noStart graph.start'],
    ['a way to nowhere', 'patrocinio', plus(transition('examination', 'limbo')), 'toNowhere graph.transitions[23].to'],
    [
      'a way from nowhere',
      'patrocinio',
      plus(transition('limbo', 'granted')),
      'fromNowhere graph.transitions[23].from',
    ],
    [
      'a way on from an end',
      'patrocinio',
      plus(transition('granted', 'examination')),
      'fromNowhere graph.transitions[23].from',
    ],
    [
      'an unknown activity',
      'patrocinio',
      node('examination', 'divination'),
      'unknownActivity graph.nodes.examination.activity',
    ],
    ['an activity that nobody reaches', 'patrocinio', node('lost', 'siteInspection'), 'unreachable graph.nodes.lost'],
    [
      'an end that nobody reaches',
      'patrocinio',
      without(['notification', 'granted']),
      'unreachable graph.ends.granted',
    ],
    ['a dead end', 'patrocinio', without(['notification', 'granted']), 'deadEnd graph.nodes.notification'],
    [
      'a place whose ways out are all closed by then',
      'patrocinio',
      without(
        ['completenessCheck', 'examination'],
        ['completenessCheck', 'assessoreOpinion'],
        ['completenessCheck', 'preavvisoDiRigetto'],
        ['completenessCheck', 'withdrawn'],
      ),
      'stuck graph.nodes.completenessCheck',
    ],
    [
      'a loop without an exit',
      'patrocinio',
      both(
        without(['notification', 'granted']),
        both(
          node('again', 'examination'),
          plus(transition('notification', 'again'), transition('again', 'notification')),
        ),
      ),
      'endlessLoop graph.nodes.again',
    ],
    [
      'a refusal without preavviso',
      'patrocinio',
      plus(transition('examination', 'refusal', ['requirementsNotMet'])),
      'noPreavviso graph.ends.refused',
    ],
    [
      'a refusal while the preavviso still runs',
      'patrocinio',
      plus(transition('preavvisoDiRigetto', 'refusal')),
      'noPreavviso graph.ends.refused',
    ],
    [
      'a decision without communication of start',
      'patrocinio',
      changed('filing', 'registration', { effects: ['startClock'] }),
      'noStartNotice graph.ends.granted',
    ],
    [
      'a term that never begins',
      'patrocinio',
      changed('filing', 'registration', { effects: ['communicateStart'] }),
      'clockNeverStarted graph.ends.granted',
    ],
    [
      'an end under suspension',
      'patrocinio',
      plus(transition('additions', 'granted')),
      'endsSuspended graph.ends.granted',
    ],
    [
      'two suspensions',
      'patrocinio',
      changed('completenessCheck', 'additions', { guards: ['documentsIncomplete'] }),
      'suspendedTwice graph.transitions[3].effects',
    ],
    [
      'a suspension where the term has none',
      'accesso-documentale',
      changed('completenessCheck', 'correction', { effects: ['suspend:art2c7'], guards: ['suspensionUnused'] }),
      'notSuspendable graph.transitions[3].effects',
    ],
    [
      'a decision after silence has consented',
      'permesso-di-costruire',
      changed('examination', 'decision', { guards: ['requirementsMet'] }),
      'lateDecision graph.transitions[9].guards',
    ],
    [
      'silence before the term expires',
      'permesso-di-costruire',
      changed('examination', 'silenzioAssenso', { guards: [] }),
      'earlySilence',
    ],
    [
      'silence that forgets its exceptions',
      'permesso-di-costruire',
      changed('examination', 'silenzioAssenso', { guards: ['termExpired'] }),
      'silenceInSpiteOfExceptions',
    ],
    [
      'an expiry that nothing provides for',
      'permesso-di-costruire',
      without(['opinion', 'silenzioAssenso']),
      'expiryMissed graph.nodes.opinion',
    ],
    [
      'a prohibition after the window',
      'scia-agibilita',
      changed('sciaControl', 'prohibition', { guards: [] }),
      'lateDecision',
    ],
    [
      'a SCIA that takes no effect',
      'scia-agibilita',
      changed('filing', 'registration', { effects: ['startClock'] }),
      'neverEffective graph.ends.consolidated',
    ],
    [
      'a residence annulled without preavviso',
      'cambio-residenza',
      plus(transition('dwellingCheck', 'restoration', ['termNotExpired'])),
      'noPreavviso graph.ends.notConfirmed',
    ],
    [
      'norms beyond the term',
      'patrocinio',
      node('examination', 'examination', { days: 20, unit: 'working' }),
      'beyondTerm term.days',
    ],
    [
      'a fee that nobody asks for',
      'permesso-di-costruire',
      node('payment', 'notification'),
      'feeNeverAsked fees[2].due',
    ],
    [
      'norms beyond the window',
      'scia-agibilita',
      node('sciaControl', 'sciaControl', { days: 31, unit: 'calendar' }),
      'beyondTerm controlWindow.days',
    ],
  ])('%s', (_, code, change, wanted) => expect(found(code, change).join('\n')).toContain(wanted));

  it('an activity without a citizen text', () => {
    const silent = new Map(catalogue);
    const examination = catalogue.get('examination');
    if (examination) silent.set('examination', { ...examination, citizenText: undefined });
    expect(found('patrocinio', (graph) => graph, silent)).toEqual(['noCitizenText graph.nodes.examination']);
  });

  it('nothing in a suspension of 30 days: the term stands still', () =>
    expect(found('patrocinio', node('additions', 'additions', { days: 30, unit: 'calendar' }))).toEqual([]));

  it.each([
    { days: 31, unit: 'calendar' as const },
    { days: 22, unit: 'working' as const },
  ])('a suspension of $days $unit days', (norm) =>
    expect(found('patrocinio', node('additions', 'additions', norm))).toEqual([
      'suspensionTooLong graph.transitions[3].effects',
    ]),
  );

  it('nothing in a refusal without preavviso where the law exempts', () => {
    const exempt = {
      kind: 'exempt',
      reason: 'competition',
      source: { act: 'L. 241/1990', article: 'art. 10-bis' },
    } as const;
    const type = demoType('patrocinio');
    if (type.family !== 'application') throw new Error('patrocinio is an application');
    const graph = plus(transition('examination', 'refusal'))(type.graph);
    expect(
      checkGraph(
        withGraph({ ...type, preavvisoDiRigetto: exempt }, () => graph),
        catalogue,
      ),
    ).toEqual([]);
  });

  it.each(Object.keys(smallTypes))('nothing in the smallest %s', (family) => {
    const type = procedureTypeSchema.parse(Object.entries(smallTypes).find(([name]) => name === family)?.[1]);
    expect(checkGraph(type, catalogue).filter(({ code }) => code !== 'expiryMissed')).toEqual([]);
  });
});

describe('on random graphs', () => {
  const reaches = (graph: Graph, from: string): Set<string> => {
    const seen = new Set([from]);
    for (const name of seen) for (const { from: a, to } of graph.transitions) if (a === name) seen.add(to);
    return seen;
  };

  it('what it says is unreachable no way leads to, guards or not', () =>
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const walked = new Set(walkGraph(graph).states.map(({ node: name }) => name));
        for (const name of walked) expect(reaches(graph, graph.start).has(name)).toBe(true);
      }),
    ));

  it('without a complaint about ways, an end can be reached from wherever one gets', () =>
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const { states, steps } = walkGraph(graph);
        const home = new Set(
          [...states.keys()].filter((state) => states[state]?.node === 'granted' || states[state]?.node === 'refused'),
        );
        for (let grown = true; grown;) {
          grown = false;
          for (const { from, to } of steps) if (home.has(to) && !home.has(from)) grown = Boolean(home.add(from));
        }
        const trapped = checkWays(graph, { states, steps }).some(({ code }) => code !== 'unreachable');
        expect(trapped).toBe(home.size < states.length);
      }),
    ));

  it('a walk never suspends unseen and never forgets', () =>
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const { states, steps } = walkGraph(graph);
        const keeps = (before: WalkState, after: WalkState) =>
          (!before.suspensionUsed || after.suspensionUsed) &&
          (!before.startCommunicated || after.startCommunicated) &&
          (before.preavviso !== 'done' || after.preavviso !== 'none');
        for (const { from, to } of steps) {
          const [before, after] = [states[from], states[to]];
          expect(before && after && keeps(before, after)).toBe(true);
        }
        expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(states.length);
      }),
    ));

  it('never falls over, and puts every problem somewhere in the type', () =>
    fc.assert(
      fc.property(
        randomGraph,
        fc.constantFrom('patrocinio', 'permesso-di-costruire', 'accesso-documentale'),
        (graph, code) => {
          const problems = checkGraph(
            withGraph(demoType(code), () => graph),
            catalogue,
          );
          expect(problems.every(({ path, message }) => path.length > 0 && message.it && message.en)).toBe(true);
        },
      ),
      { numRuns: 30 },
    ));
});
