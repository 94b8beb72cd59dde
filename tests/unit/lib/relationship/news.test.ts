import { describe, expect, it } from 'vitest';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import { newsOfStep } from '#lib/relationship/news.ts';
import { demoCatalogue } from '#tests/builders/procedure-types.ts';

const catalogue = demoCatalogue();
const day = '2026-03-02';
const started = (activity: string): ProcedureEvent => ({
  kind: 'activityStarted',
  day,
  activity: { n: 2, node: activity, activity, state: 'waiting', startedOn: day, dueOn: '2026-03-12' },
});
const byActor = (actor: string) => [...catalogue.values()].find((one) => one.actor === actor)?.code ?? '';
const silent = [...catalogue.values()].find((one) => one.notify === 'none' && one.actor === 'officer')?.code ?? '';
const told = [...catalogue.values()].find((one) => one.notify !== 'none' && one.actor === 'officer')?.code ?? '';
const notify = (
  manner: 'informative' | 'legal',
  whom: 'applicant' | 'counterparties' | 'otherBodies',
): ProcedureEvent => ({
  kind: 'toNotify',
  day,
  whom,
  manner,
  about: 'x',
  message: null,
});

const newsFor = (...events: ProcedureEvent[]) => Object.fromEntries(newsOfStep(events, catalogue));

describe('what a step is to whom', () => {
  it('the turn of the applicant is theirs, with its day, before all else that happens', () =>
    expect(
      newsFor(
        { kind: 'clockResumed', day, entry: 'a', on: day },
        started(byActor('applicant')),
        notify('informative', 'applicant'),
      ),
    ).toEqual({
      applicant: { reason: 'yourTurn', by: '2026-03-12', served: false },
      representative: { reason: 'yourTurn', by: '2026-03-12', served: false },
      counterparty: { reason: 'termResumed', by: null, served: false },
    }));

  it('an activity is told where its type says so', () => {
    expect(told).not.toBe('');
    expect(newsFor(started(told))).toHaveProperty('applicant.reason', 'moved');
    expect(newsFor(started(silent))).toEqual({});
  });

  it('what the office keeps to itself is told to nobody', () =>
    expect(
      newsFor(
        { kind: 'activityTaken', day, by: 'anna' },
        { kind: 'assigned', day, to: 'anna', note: 'riservata' },
        { kind: 'noteWritten', day, text: 'fra noi' },
        { kind: 'documentAdded', day, record: 'r', document: null },
        notify('informative', 'otherBodies'),
      ),
    ).toEqual({}));

  it('beside what is served there is a courtesy that says what it is, for whom it is served alone', () => {
    const news = newsFor(notify('legal', 'applicant'), {
      kind: 'concluded',
      day,
      outcome: 'granted',
      on: day,
      act: null,
      bySilence: false,
      grossDays: 10,
      suspendedDays: 0,
      daysLate: 0,
    });
    expect(news).toMatchObject({
      applicant: { reason: 'decided', served: true },
      counterparty: { reason: 'decided', served: false },
    });
  });
});
