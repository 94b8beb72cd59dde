import { describe, expect, it } from 'vitest';
import { dueFacts } from '#lib/procedures/cases/due-facts.ts';
import type { RunningProcedure } from '#lib/procedures/cases/procedure.ts';
import { demoType } from '#tests/builders/procedure-types.ts';
import { act, DrivenCase } from '#tests/builders/cases.ts';

const running = ({ procedure }: DrivenCase): RunningProcedure => {
  if (procedure.state !== 'running') throw new Error('does not run');
  return procedure;
};
const permit = (isProtected: boolean | null = false) =>
  new DrivenCase('permesso-di-costruire', '2026-03-02', { answers: { protected: isProtected } })
    .to('completenessCheck')
    .to('examination', 'documentsComplete', 'opinionsNotRequired');
const due = (one: DrivenCase) => dueFacts(one.procedure, one.context);

describe('suspension of art. 2 c. 7', () => {
  const incomplete = () => new DrivenCase('patrocinio', '2026-03-02').to('completenessCheck').on('2026-03-05');

  it('moves the deadline by the days until what was missing came, whenever an officer reads it', () => {
    const one = incomplete().to('additions', 'documentsIncomplete');
    expect(due(one)).toMatchObject({ clock: 'suspended', dueOn: null, waitingFor: 'applicant' });
    one.on('2026-03-20').do({ kind: 'noteAnswer', on: '2026-03-15', document: null });
    // 30 days from 2 March are 1 April; ten days of suspension, and 11 April is a Saturday, no holiday.
    expect(due(one)).toMatchObject({ clock: 'runs', dueOn: '2026-04-11' });
    expect(one.to('completenessCheck').node).toBe('completenessCheck');
    expect(one.events.filter(({ kind }) => kind === 'clockResumed')).toHaveLength(1);
  });

  it('is granted once', () => {
    const one = incomplete().to('additions', 'documentsIncomplete').on('2026-03-10').to('completenessCheck');
    const refusal = one.refused(one.wayTo('additions', 'documentsIncomplete'));
    expect(refusal.reasons).toMatchObject([{ code: 'suspensionUnused', article: 'L. 241/1990 art. 2 c. 7' }]);
    expect(refusal.allowed.map(({ to }) => to).filter(Boolean)).toEqual(
      expect.arrayContaining(['preavvisoDiRigetto', 'examination', 'withdrawn']),
    );
    expect(refusal.allowed.every(({ barred }) => barred === null)).toBe(true);
  });

  // 31 March in the end, and the first of May is no day on which a term ends.
  it('ends by itself after 30 days, and time takes the case back to the officer', () => {
    const one = incomplete().to('additions', 'documentsIncomplete');
    expect(due(one)).toMatchObject({ timeActsOn: '2026-04-05', latest: '2026-05-02' });
    expect(one.on('2026-04-04').codes({ kind: 'letTimeAct' })).toEqual(['stillAwaited']);
    one.on('2026-04-05').do({ kind: 'letTimeAct' });
    expect(one.node).toBe('completenessCheck');
  });

  it('asked for after the term moves nothing, and the case is not stuck', () => {
    const one = incomplete().on('2026-05-04').to('additions', 'documentsIncomplete');
    expect(due(one)).toMatchObject({ clock: 'expired', dueOn: '2026-04-01' });
    one.to('completenessCheck').to('preavvisoDiRigetto', 'documentsIncomplete');
    expect(due(one)).toMatchObject({ clock: 'expired' });
    one.do({ kind: 'noteReceipt', on: '2026-05-04' }).on('2026-05-15').to('observationsAssessment');
    one.to('refusal', 'requirementsNotMet').to('refusalNotification').to('improcedibile', 'documentsIncomplete');
    expect(one.events.at(-1)).toMatchObject({ kind: 'concluded', outcome: 'improcedibile', daysLate: 44 });
  });
});

describe('the clock has the last word, whatever a graph says', () => {
  const looped = (suspendable = true) => {
    const type = demoType('patrocinio');
    if (type.family !== 'application') throw new Error('is an application');
    const transitions = type.graph.transitions.map((line) =>
      line.to === 'additions' ? { ...line, guards: ['documentsIncomplete' as const] } : line,
    );
    const careless = { ...type, term: { ...type.term, suspendable }, graph: { ...type.graph, transitions } };
    return new DrivenCase(careless, '2026-03-02').to('completenessCheck');
  };

  it('no second suspension', () => {
    const one = looped().to('additions', 'documentsIncomplete').on('2026-03-10').to('completenessCheck');
    expect(one.refused(one.wayTo('additions', 'documentsIncomplete')).reasons).toMatchObject([
      { code: 'suspendedTooOften', article: 'L. 241/1990 art. 2 c. 7' },
    ]);
  });

  it('none at all where the term allows none', () => {
    const one = looped(false);
    expect(one.codes(one.wayTo('additions', 'documentsIncomplete'))).toEqual(['notSuspendable']);
  });

  it('activities that pass by themselves in a circle stop where they began', () => {
    const type = demoType('patrocinio');
    if (type.family !== 'application') throw new Error('is an application');
    const nodes = { ...type.graph.nodes, again: { activity: 'registration' } };
    const transitions = [
      ...type.graph.transitions.filter(({ from }) => from !== 'registration'),
      { from: 'registration', to: 'again', guards: [], effects: [] },
      { from: 'again', to: 'registration', guards: [], effects: [] },
    ];
    const one = new DrivenCase({ ...type, graph: { ...type.graph, nodes, transitions } }, '2026-03-02');
    expect(one.node).toBe('registration');
  });
});

describe('preavviso di rigetto', () => {
  const notified = () => permit().on('2026-03-10').to('preavvisoDiRigetto', 'requirementsNotMet');

  it('holds the clock until nobody knows when, before its receipt is known', () => {
    const one = notified();
    expect(due(one)).toMatchObject({ clock: 'suspended', latest: null, timeActsOn: null });
    expect(one.codes(one.wayTo('observationsAssessment'))).toEqual(['preavvisoNotReceived']);
  });

  it('leaves the party its ten days, and then lets the case go on by itself', () => {
    const one = notified().on('2026-03-12').do({ kind: 'noteReceipt', on: '2026-03-12' });
    expect(running(one).at.dueOn).toBe('2026-03-23');
    expect(one.refused(one.wayTo('observationsAssessment')).reasons).toMatchObject([
      { code: 'preavvisoOpen', article: 'L. 241/1990 art. 10-bis', from: '2026-03-24' },
    ]);
    expect(due(one).timeActsOn).toBe('2026-03-24');
    expect(one.on('2026-03-24').do({ kind: 'letTimeAct' }).node).toBe('observationsAssessment');
    // 13 days of 90 held, from the 10th to the 23rd of March; 31 May, their end, is 13 June then, a Saturday.
    expect(due(one).dueOn).toBe('2026-06-13');
  });

  it('lets the case go on at once when the party has answered; the clock waits ten days more', () => {
    const one = notified().do({ kind: 'noteReceipt', on: '2026-03-10' }).on('2026-03-16');
    one.do({ kind: 'noteAnswer', on: '2026-03-16', document: 'd1' }).to('observationsAssessment');
    expect(due(one)).toMatchObject({ clock: 'suspended' });
    one.on('2026-03-27');
    expect(due(one)).toMatchObject({ clock: 'runs', dueOn: '2026-06-16' });
  });

  it('is noted as received once, and on a day that can be', () => {
    const one = notified().on('2026-03-12');
    expect(one.codes({ kind: 'noteReceipt', on: '2026-03-09' })).toEqual(['wrongDay']);
    expect(one.codes({ kind: 'noteReceipt', on: '2026-03-13' })).toEqual(['wrongDay']);
    expect(one.do({ kind: 'noteReceipt', on: '2026-03-11' }).codes({ kind: 'noteReceipt', on: '2026-03-11' })).toEqual([
      'alreadyReceived',
    ]);
  });

  it('is wanted by the engine even where a graph forgets it', () => {
    const type = demoType('patrocinio');
    if (type.family !== 'application') throw new Error('is an application');
    const careless = {
      ...type,
      graph: {
        ...type.graph,
        transitions: [
          ...type.graph.transitions,
          { from: 'examination', to: 'refusal', guards: [], effects: [] },
          { from: 'examination', to: 'refused', guards: [], effects: [] },
        ],
      },
    };
    const one = new DrivenCase(careless, '2026-03-02')
      .to('completenessCheck')
      .to('examination', 'documentsComplete', 'opinionsNotRequired');
    expect(one.codes(one.wayTo('refusal'))).toEqual(['noPreavviso']);
    expect(one.codes(one.wayTo('refused'))).toEqual(['noPreavviso']);
  });
});

describe('silence', () => {
  it('counts where the application says that no protection holds, as of the last day of the term', () => {
    // Ninety days from 2 March end on 31 May, a Sunday.
    const one = permit(false).on('2026-06-01');
    expect(due(one)).toMatchObject({ dueOn: '2026-06-01', timeActsOn: '2026-06-02' });
    expect(one.refused({ kind: 'letTimeAct' }).reasons).toMatchObject([{ code: 'termExpired', from: '2026-06-02' }]);
    one.on('2026-06-15').do({ kind: 'letTimeAct' });
    expect(one.procedure).toMatchObject({ outcome: 'silenzioAssenso', concludedOn: '2026-06-01', act: null });
    expect(one.events.at(-1)).toMatchObject({ bySilence: true, grossDays: 91, daysLate: 0 });
  });

  it('leaves no room for an act after it (art. 2 c. 8-bis)', () => {
    const one = permit(false).on('2026-06-02');
    const late = one.refused(one.wayTo('decision', 'requirementsMet'));
    expect(late.reasons.map(({ article }) => article)).toContain('L. 241/1990 art. 2 c. 8-bis');
    expect(one.codes(one.wayTo('preavvisoDiRigetto', 'requirementsNotMet'))).toEqual(['tooLate']);
    expect(one.codes({ kind: 'askSubstitute' })).toEqual(['silenceAnswers']);
  });

  it('does not count where protection holds: the decision is late and stands, and the substitute may step in', () => {
    const one = permit(true).on('2026-06-02');
    expect(one.codes({ kind: 'letTimeAct' })).toEqual(['silenceApplies', 'noSilence']);
    one.do({ kind: 'askSubstitute' }).do({ kind: 'startSubstitute', ownMotion: false });
    // Half of ninety days.
    expect(due(one)).toMatchObject({ clock: 'runs', dueOn: '2026-07-17', overdue: 0 });
    one.to('decision', 'requirementsMet').on('2026-06-08').to('notification', 'paymentNotDue');
    one.to('granted', 'requirementsMet');
    expect(one.events.at(-1)).toMatchObject({ kind: 'concluded', outcome: 'granted', daysLate: 7, bySilence: false });
    expect(one.procedure.substitute).toMatchObject({ state: 'active', clock: { concludedOn: '2026-06-08' } });
  });

  it('waits for somebody to say whether it counts, where nobody has', () => {
    const one = permit(null).on('2026-06-02');
    expect(one.procedure.silence).toBe('unknown');
    expect(due(one).timeActsOn).toBeNull();
    expect(one.codes({ kind: 'letTimeAct' })).toEqual(['silenceUnknown']);
    expect(one.codes(one.wayTo('decision', 'requirementsMet'))).toContain('silenceUnknown');
    one.to('silenzioAssenso', 'silenceApplies');
    expect(one.procedure).toMatchObject({ state: 'concluded', outcome: 'silenzioAssenso', silence: 'applies' });
  });

  it('an officer who finds protection is heard, whatever the application said', () => {
    const one = permit(false).on('2026-06-02').to('decision', 'requirementsMet', 'silenceExcluded');
    expect(one.procedure.silence).toBe('excluded');
  });

  it('has no exceptions to be found where the type knows none', () => {
    const one = new DrivenCase('cambio-residenza', '2026-03-02').to('dwellingCheck').on('2026-04-20');
    expect(one.procedure.silence).toBe('applies');
    expect(one.codes(one.wayTo('confirmation', 'requirementsMet', 'silenceExcluded'))).toContain('silenceFixed');
  });

  it('is attested on request, and after ten days a declaration is enough', () => {
    const one = permit(false)
      .on('2026-06-02')
      .do({ kind: 'letTimeAct' })
      .on('2026-06-10')
      .do({ kind: 'askAttestation' });
    expect(one.procedure.attestation).toMatchObject({ state: 'requested', selfDeclarationFrom: '2026-06-21' });
    expect(one.codes({ kind: 'askAttestation' })).toEqual(['alreadyAsked']);
    one.do({ kind: 'issueAttestation', act: act() });
    expect(one.procedure.attestation).toEqual({ state: 'issued', on: '2026-06-10' });
  });

  it('is attested only where consent has formed so', () => {
    const one = new DrivenCase('patrocinio', '2026-03-02')
      .to('completenessCheck')
      .to('withdrawn', 'applicantWithdraws');
    expect(one.codes({ kind: 'askAttestation' })).toEqual(['noConsentBySilence']);
  });
});

describe('access to documents', () => {
  const request = () => new DrivenCase('accesso-documentale', '2026-03-02').to('completenessCheck').on('2026-03-09');

  it('begins its term anew on the day the request was put right', () => {
    const one = request().to('correction', 'documentsIncomplete').on('2026-03-19');
    one.do({ kind: 'noteAnswer', on: '2026-03-17', document: null }).to('completenessCheck', 'documentsComplete');
    // Thirty days from 17 March.
    expect(due(one)).toMatchObject({ clock: 'runs', dueOn: '2026-04-16' });
  });

  it('is refused by silence after thirty days', () => {
    const one = request().on('2026-04-02').do({ kind: 'letTimeAct' });
    expect(one.procedure).toMatchObject({ outcome: 'silenzioRigetto', concludedOn: '2026-04-01' });
  });

  it('can still be granted late: its silence is no consent', () => {
    const one = request().to('examination', 'documentsComplete', 'counterpartiesAbsent').on('2026-04-10');
    one.to('decision', 'requirementsMet').to('notification', 'paymentNotDue').to('copiesDelivery').to('granted');
    expect(one.events.at(-1)).toMatchObject({ outcome: 'granted', daysLate: 9 });
  });
});

describe('SCIA', () => {
  const scia = () => new DrivenCase('scia-agibilita', '2026-03-02').to('sciaControl');

  it('has its effect from the filing, and is confirmed when the control window ends', () => {
    const one = scia();
    expect(one.procedure).toMatchObject({ effectiveOn: '2026-03-02', silence: 'excluded' });
    one.on('2026-04-20').do({ kind: 'letTimeAct' });
    expect(one.procedure).toMatchObject({ outcome: 'consolidated', concludedOn: '2026-04-01' });
    expect(one.events.at(-1)).toMatchObject({ bySilence: false, daysLate: 0 });
  });

  it('cannot be prohibited after the window', () => {
    const one = scia().on('2026-04-02');
    expect(one.codes(one.wayTo('prohibition', 'requirementsNotMet'))).toEqual(['controlWindowOpen', 'tooLate']);
  });

  it('is prohibited by law only when the time to conform is over', () => {
    const one = scia().on('2026-03-20').to('conformation', 'conditionsNeeded').on('2026-04-19');
    expect(one.refused(one.wayTo('prohibited', 'requirementsNotMet')).reasons).toMatchObject([
      { code: 'conformationOpen', from: '2026-04-20', article: 'L. 241/1990 art. 19 c. 3' },
    ]);
    expect(one.on('2026-04-20').to('prohibited', 'requirementsNotMet').procedure).toMatchObject({ act: null });
  });

  it('is controlled anew for the whole window from the day the party says it has conformed', () => {
    const one = scia().on('2026-03-20').to('conformation', 'conditionsNeeded').on('2026-04-10');
    one.do({ kind: 'noteAnswer', on: '2026-04-10', document: null }).to('conformityControl', 'documentsComplete');
    expect(due(one)).toMatchObject({ clock: 'runs', dueOn: '2026-05-10', timeActsOn: '2026-05-11' });
  });

  it('runs its window from the day the competent office receives it (art. 18-bis), once', () => {
    const one = new DrivenCase('scia-agibilita', '2026-03-02', {}, 'suap');
    one.on('2026-03-09').do({ kind: 'passOn', unit: 'edilizia-privata', reason: 'Competenza' });
    expect(due(one)).toMatchObject({ dueOn: '2026-04-08' });
    expect(one.procedure).toMatchObject({ unit: 'edilizia-privata', assignee: null });
    one.on('2026-03-12').do({ kind: 'passOn', unit: 'suap', reason: 'Errore' });
    one.on('2026-03-13').do({ kind: 'passOn', unit: 'edilizia-privata', reason: 'Competenza' });
    expect(due(one)).toMatchObject({ dueOn: '2026-04-08' });
  });

  it('does not begin its window again by arriving once it was interrupted', () => {
    const one = new DrivenCase('scia-agibilita', '2026-03-02', {}, 'suap').to('sciaControl').on('2026-03-05');
    one.to('conformation', 'conditionsNeeded').on('2026-03-06');
    one.do({ kind: 'passOn', unit: 'edilizia-privata', reason: 'Competenza' });
    expect(one.procedure.legal).toMatchObject({ term: { startOn: '2026-03-02' }, ledger: [{ from: '2026-03-05' }] });
  });
});
