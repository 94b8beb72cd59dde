import { describe, expect, it } from 'vitest';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import { eventWords, type EventNames } from '#lib/projections/event-words.ts';

const names: EventNames = {
  graph: { start: 'a', nodes: { a: { activity: 'examine' } }, ends: {}, transitions: [] },
  catalogue: new Map(),
  unit: (code) => ({ it: `ufficio ${code}`, en: `office ${code}` }),
  member: (id) => id.toUpperCase(),
};
const day = '2026-11-25';

describe('events in words', () => {
  it.each<[ProcedureEvent, string, string[]]>([
    [{ kind: 'assigned', day, to: 'anna', note: 'urgente' }, 'Assegnata a ANNA', ['urgente']],
    [{ kind: 'assigned', day, to: null, note: null }, 'Rimessa fra quelle da assegnare', []],
    [
      { kind: 'passedOn', day, from: 'suap', to: 'urp', reason: 'competenza' },
      'Passata a: ufficio urp',
      ['competenza'],
    ],
    [
      { kind: 'clockMoved', day, entry: { kind: 'art2c7', id: 'x', act: 'nota 3', from: day, to: null } },
      'Il termine si ferma',
      ['Atto: nota 3', 'L. 241/1990 art. 2 c. 7'],
    ],
    [
      { kind: 'noticeReceived', day, entry: 'x', on: '2026-11-20', until: '2026-11-30' },
      'Preavviso ricevuto il 20 novembre 2026: si risponde entro il 30 novembre 2026',
      [],
    ],
    [
      {
        kind: 'reopened',
        day,
        act: { reference: 'det. 9/2026', record: null },
        activity: { n: 9, node: 'a', activity: 'examine', state: 'todo', startedOn: day, dueOn: null },
        ground: 'judgment',
        judgment: 'TAR Veneto 12/2026',
      },
      'Pratica riaperta',
      ['Per: esecuzione di una sentenza', 'TAR Veneto 12/2026', 'Atto: det. 9/2026'],
    ],
  ])('%j', (event, title, details) => {
    const words = eventWords(event, names);
    expect(words.title.it).toBe(title);
    expect(words.details.map(({ it: text }) => text)).toEqual(details);
  });
});
