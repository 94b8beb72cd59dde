import { dayWords } from '#lib/procedures/day-words.ts';
import { ledgerArticle } from '#lib/procedures/cases/documents-asked.ts';
import type { ProcedureEvent, ReceiptMoves } from '#lib/procedures/cases/procedure-event.ts';
import { groundWords } from '#lib/procedures/cases/reopening-words.ts';
import { channelWords } from '#lib/procedures/delivery/channels.ts';
import type { ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import type { Graph } from '#lib/procedures/types/graph.ts';
import { guardWords } from '#lib/procedures/types/guards.ts';
import { outcomeWords } from '#lib/procedures/types/outcomes.ts';
import { normOf } from '#lib/procedures/types/norm-of.ts';
import type { Norm } from '#lib/procedures/types/term.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import { daysWords } from '#lib/procedures/types/type-words.ts';

/** What a line of the case's history says: a title, and what was written with it. */
export interface EventWords {
  title: Text;
  /** Acts, reasons, notes: in the words of who wrote them, or ours. */
  details: Text[];
}

export interface EventNames {
  graph: Graph;
  catalogue: ActivityCatalogue;
  /** What an office is called. */
  unit(code: string): Text;
  /** What a member of the staff is called. */
  member(id: string): string;
  /** The documents that the type names. */
  documents?: readonly { code: string; name: Text }[] | undefined;
}

const same = (text: string | null | undefined): Text[] => (text ? [{ it: text, en: text }] : []);
const line = (it: string, en: string): Text => ({ it, en });

function lateLine(days: number, unit?: Norm['unit']): Text {
  const words = daysWords(days, unit);
  return line(`Oltre il tempo previsto di ${words.it}`, `Beyond its time by ${words.en}`);
}

/** An event of a case in words. */
export function eventWords(event: ProcedureEvent, names: EventNames): EventWords {
  const said = titleOf(event, names);
  return { title: said, details: detailsOf(event, names) };
}

function titleOf(event: ProcedureEvent, names: EventNames): Text {
  const day = (on: string) => dayWords(on);
  switch (event.kind) {
    case 'filed':
      return line('Richiesta registrata', 'Request registered');
    case 'startCommunicated':
      return line('Avvio comunicato', 'Start communicated');
    case 'madeEffective':
      return line('La dichiarazione ha effetto', 'The declaration takes effect');
    case 'clockStarted':
      return line('Il termine comincia', 'The term begins');
    case 'clockMoved':
      return event.entry.kind === 'extension'
        ? line(`Termine prorogato di ${event.entry.days} giorni`, `Term extended by ${event.entry.days} days`)
        : line('Il termine si ferma', 'The term stops');
    case 'clockResumed':
      return line(`Il termine riprende dal ${day(event.on).it}`, `The term resumes from ${day(event.on).en}`);
    case 'clockStopped':
      return line(`Il termine finisce il ${day(event.on).it}`, `The term ends on ${day(event.on).en}`);
    case 'noticeReceived':
      return line(
        `Preavviso ricevuto il ${day(event.on).it}: si risponde entro il ${day(event.until).it}`,
        `Notice received on ${day(event.on).en}: answers by ${day(event.until).en}`,
      );
    case 'actDelivered':
      return line(
        `Ricevuto il ${day(event.on).it}: ${channelWords[event.channel].it}`,
        `Received on ${day(event.on).en}: ${channelWords[event.channel].en}`,
      );
    case 'deliveryCorrected':
      return event.on === null
        ? line('Consegna corretta: non risulta ricevuta', 'Delivery corrected: not received after all')
        : line(
            `Consegna corretta: ricevuto il ${day(event.on).it}`,
            `Delivery corrected: received on ${day(event.on).en}`,
          );
    case 'answerReceived':
      return line(`Risposta arrivata il ${day(event.on).it}`, `Answer received on ${day(event.on).en}`);
    case 'messageSent':
      return event.from === 'office'
        ? line('Messaggio dell’ufficio', 'Message of the office')
        : line('Messaggio all’ufficio', 'Message to the office');
    case 'activityStarted':
      return prefixed(line('Comincia: ', 'Begins: '), activityName(event.activity.activity, names));
    case 'activityTaken':
      return line(`Presa in carico da ${names.member(event.by)}`, `Taken by ${names.member(event.by)}`);
    case 'assigned':
      return event.to === null
        ? line('Rimessa fra quelle da assegnare', 'Put back among those to be assigned')
        : line(`Assegnata a ${names.member(event.to)}`, `Assigned to ${names.member(event.to)}`);
    case 'passedOn':
      return prefixed(line('Passata a: ', 'Passed on to: '), names.unit(event.to));
    case 'activityDone':
      return prefixed(line('Fatto: ', 'Done: '), activityName(names.graph.nodes[event.node]?.activity ?? '', names));
    case 'adopted':
      return line('Atto adottato', 'Act adopted');
    case 'documentAdded':
      return line('Documento aggiunto al fascicolo', 'Document added to the file');
    case 'referenceAdded':
      return line(`Riferimento ${event.scheme}: ${event.value}`, `Reference ${event.scheme}: ${event.value}`);
    case 'noteWritten':
      return line('Nota', 'Note');
    case 'paymentRequested':
      return line('Pagamento chiesto', 'Payment asked for');
    case 'paymentReceived':
      return line('Pagamento ricevuto', 'Payment received');
    case 'refundDue':
      return line('Rimborso dovuto', 'Refund due');
    case 'toNotify':
      return prefixed(line('Avviso a: ', 'Notice to: '), whomWords[event.whom]);
    case 'toPublish':
      return line('Da pubblicare all’albo pretorio', 'To be published on the notice board');
    case 'concluded':
      return prefixed(line('Conclusa: ', 'Concluded: '), outcomeWords[event.outcome]);
    case 'substituteAsked':
      return line('Chiesto l’intervento sostitutivo', 'The substitute’s power was asked for');
    case 'substituteStarted':
      return line('Comincia l’intervento sostitutivo', 'The substitute’s power begins');
    case 'attestationAsked':
      return line('Chiesta l’attestazione del silenzio assenso', 'Attestation of consent asked for');
    case 'attestationIssued':
      return line('Attestazione rilasciata', 'Attestation issued');
    case 'closed':
      return line('Fascicolo chiuso', 'File closed');
    case 'reopened':
      return line('Pratica riaperta', 'Case opened again');
    case 'deadlineReprojected':
      return line(
        'Scadenza ricalcolata dopo una modifica del calendario',
        'Deadline reckoned anew after an edited calendar',
      );
  }
}

function detailsOf(event: ProcedureEvent, { graph, catalogue, documents = [] }: EventNames): Text[] {
  switch (event.kind) {
    case 'activityDone':
      return [
        ...event.found.map((found) => prefixed(line('Accertato: ', 'Found: '), guardWords[found])),
        ...actLine(event.act),
        ...same(event.message),
        ...documents
          .filter(({ code }) => event.asked.includes(code))
          .map(({ name }) => prefixed(line('Chiesto: ', 'Asked for: '), name)),
        ...same(event.note),
        ...(event.daysLate > 0 ? [lateLine(event.daysLate, normOf(graph, catalogue, event.node)?.unit)] : []),
      ];
    case 'adopted':
    case 'attestationIssued':
      return actLine(event.act);
    case 'reopened':
      return [
        ...(event.ground ? [prefixed(line('Per: ', 'For: '), groundWords[event.ground])] : []),
        ...same(event.judgment),
        ...actLine(event.act),
      ];
    case 'clockMoved':
      return [
        ...(event.entry.act ? [line(`Atto: ${event.entry.act}`, `Act: ${event.entry.act}`)] : []),
        ...same(ledgerArticle(event.entry)),
      ];
    case 'actDelivered':
      return movedLines(event.moves);
    case 'deliveryCorrected':
      return [
        line(`Prima annotato il ${dayWords(event.was).it}`, `Noted before on ${dayWords(event.was).en}`),
        ...same(event.reason),
        ...movedLines(event.moves),
      ];
    case 'assigned':
    case 'answerReceived':
    case 'substituteAsked':
      return same(event.note);
    case 'passedOn':
      return same(event.reason);
    case 'noteWritten':
      return same(event.text);
    case 'toNotify':
      return same(event.message);
    case 'concluded':
      return [
        ...actLine(event.act),
        line(
          `Durata: ${event.grossDays} giorni, di cui ${event.suspendedDays} sospesi${event.daysLate > 0 ? `; ${event.daysLate} oltre il termine` : ''}`,
          `Duration: ${event.grossDays} days, of which ${event.suspendedDays} suspended${event.daysLate > 0 ? `; ${event.daysLate} past the term` : ''}`,
        ),
      ];
    case 'deadlineReprojected':
      return [
        line(
          `Prima ${event.before ? dayWords(event.before).it : '—'}, ora ${event.after ? dayWords(event.after).it : '—'}`,
          `Before ${event.before ? dayWords(event.before).en : '—'}, now ${event.after ? dayWords(event.after).en : '—'}`,
        ),
      ];
    default:
      return [];
  }
}

/** What runs from a receipt. */
function movedLines({ term, answer, effectiveOn }: ReceiptMoves): Text[] {
  const by = term?.until ?? answer?.dueOn;
  return [
    ...(by && answer?.receivedOn
      ? [line(`Si risponde entro il ${dayWords(by).it}`, `Answers by ${dayWords(by).en}`)]
      : []),
    ...(effectiveOn
      ? [line(`Ha effetto dal ${dayWords(effectiveOn).it}`, `It has effect from ${dayWords(effectiveOn).en}`)]
      : []),
  ];
}

const actLine = (act: { reference: string } | null): Text[] =>
  act ? [line(`Atto: ${act.reference}`, `Act: ${act.reference}`)] : [];

const whomWords: Record<Extract<ProcedureEvent, { kind: 'toNotify' }>['whom'], Text> = {
  applicant: { it: 'l’interessato', en: 'the person concerned' },
  counterparties: { it: 'controinteressati', en: 'third parties concerned' },
  otherBodies: { it: 'altri enti', en: 'other bodies' },
};

function prefixed(before: Text, { it, en }: Text): Text {
  return { it: before.it + it, en: before.en + en };
}

function activityName(code: string, { catalogue }: EventNames): Text {
  return catalogue.get(code)?.name ?? { it: code, en: code };
}
