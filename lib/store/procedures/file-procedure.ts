import type pg from 'pg';
import type { FilingFacts, Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { file } from '#lib/procedures/cases/file.ts';
import { reason } from '#lib/procedures/cases/reason.ts';
import { firstInstantOf, romeDay } from '#lib/procedures/rome.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { noteFiled } from '#lib/store/counter/write-contact.ts';
import { handPayments, refuseUnsettled } from '#lib/store/payments/close-payments.ts';
import { closeDraft } from '#lib/store/request-drafts/close-draft.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { actorName, behalfOf, type Actor } from './actor.ts';
import { columnsOf, type ProcedureColumns } from './columns-of.ts';
import { saveWords } from './case-words.ts';
import { currentVisibility, type Series } from './current-archive.ts';
import { contextAt, officeNamed, type Desk } from './desk.ts';
import { assignUnit } from '#lib/store/fascicoli/responsible-unit.ts';
import { nextFascicolo, saveFascicolo } from '#lib/store/fascicoli/save-fascicolo.ts';
import { classificationOn, type Classification } from '#lib/fascicoli/classification.ts';
import { referenceCode, type FascicoloNumber } from '#lib/fascicoli/reference-code.ts';
import { checkUnits } from './check-units.ts';
import { claimKey, keepAnswer } from './idempotency.ts';
import { inTransaction, type Outcome } from './in-transaction.ts';
import type {
  FilingRequest,
  FilingResult,
  DocumentFacts,
  GivenDocument,
  KeptGivenDocument,
  Receipt,
} from './procedure-writing.ts';
import { nextNumber } from './protocollo.ts';
import { takenReference } from './references.ts';
import { resolveParties, UnknownAgent, type ResolvedParty } from './resolve-parties.ts';
import { saveDocument } from './save-document.ts';
import { saveSteps } from './save-steps.ts';

/** A request that has come: all that does not depend on the transaction is ready. */
interface Filing {
  request: FilingRequest;
  actor: Actor;
  type: ProcedureType;
  /** Where the titolario in force puts it. */
  place: Classification;
  series: Series;
  kept: readonly { document: DocumentFacts; kept: KeptDocument }[];
  ids: { procedure: string; records: readonly string[]; agents: readonly string[] };
  now: Date;
}

/** What a case begins with: a request, or what the office learnt. */
const firstTitle = ({ family }: ProcedureType): string => (family === 'exOfficio' ? 'Segnalazione' : 'Istanza');

/**
 * Files a request: fascicolo, request and enclosures as its documents, number of the protocollo, events, receipt. Bytes are kept first; the
 * rest is one transaction.
 */
export async function fileProcedure(desk: Desk, request: FilingRequest, actor: Actor): Promise<FilingResult> {
  const now = desk.now();
  const type = desk.types.findType(request.type, romeDay(now));
  if (!type)
    return refused(
      'unknownType',
      `Nessun procedimento ha il codice «${request.type}»`,
      `No procedure has the code "${request.type}"`,
    );
  const unknown = await checkUnits(desk.pool, type, request);
  if (unknown.length > 0) return { kind: 'refused', reasons: unknown };
  const documents: (GivenDocument | KeptGivenDocument)[] = [
    { ...request.request, kind: 'request', code: null, title: firstTitle(type), flow: 'in' },
    ...request.documents,
  ];
  const kept = [];
  const bringer = { by: actorName(actor), about: null };
  for (const document of documents) {
    if ('kept' in document) {
      const checked = await desk.gate.check(document.kept, bringer);
      if (checked !== 'mayBeOpened') return notAdmitted(checked, document.fileName);
      kept.push({ document, kept: document.kept });
      continue;
    }
    const admitted = await desk.gate.admitGiven(document, bringer);
    if (admitted.kind !== 'admitted') return notAdmitted(admitted, document.fileName);
    kept.push({ document, kept: admitted.kept });
  }
  const place = classificationOn(desk.types.titolari().versions(), type.titolario, romeDay(now));
  const series = await desk.seriesOf({ ...place, kind: 'procedimento' });
  const [procedure = '', ...ids] = await desk.takeIds(1 + documents.length + request.parties.length);
  const filing: Filing = {
    request,
    actor,
    type,
    place,
    series,
    kept,
    ids: { procedure, records: ids.slice(0, documents.length), agents: ids.slice(documents.length) },
    now,
  };
  try {
    return await inTransaction(desk.pool, (client) => fileIn(client, desk, filing));
  } catch (error) {
    if (!(error instanceof UnknownAgent)) throw error;
    return refused('unknownAgent', 'Una delle parti non è conosciuta', 'One of the parties is not known');
  }
}

const refused = (code: string, it: string, en: string): FilingResult => ({
  kind: 'refused',
  reasons: [reason(code, it, en)],
});

async function fileIn(client: pg.ClientBase, desk: Desk, filing: Filing): Promise<Outcome<FilingResult>> {
  const { request, actor, type, ids, now } = filing;
  const undone = (value: FilingResult) => ({ keep: false, value });
  if (request.idempotency) {
    const claim = await claimKey(client, request.idempotency, now);
    if (claim.kind === 'keyReused') return undone(claim);
    // The receipt was written by this very function.
    if (claim.kind === 'answered') return undone({ kind: 'filed', receipt: claim.answer as Receipt, replayed: true });
  }
  const unpaid = request.draft ? await refuseUnsettled(client, request.draft, type) : [];
  if (unpaid.length > 0) return undone({ kind: 'refused', reasons: unpaid });
  const taken = await takenReference(client, request.externalReferences);
  if (taken) return undone({ kind: 'referenceTaken', ...taken });
  const parties = await resolveParties(client, request.parties, ids.agents);
  const on = romeDay(now);
  const register = desk.types.comune().register;
  const registration = await nextNumber(client, register, on);
  // After the protocollo, for the fascicolo is of the year of the day on which the request was registered.
  const fascicolo = await nextFascicolo(client, filing.place, registration.on);
  const facts = factsOf(filing, parties, registration);
  // A clock that was set back registers nothing on a day before the last number's.
  const instant = registration.on > on ? firstInstantOf(registration.on) : now;
  const context = await contextAt(desk, client, type, instant);
  const decided = file({ id: ids.procedure, facts, ...(request.unit ? { unit: request.unit } : {}) }, context);
  if (decided.kind === 'refused') return undone({ kind: 'refused', reasons: decided.reasons });
  const columns = columnsOf(decided.procedure, context.catalogue, { ...context, today: registration.on }, instant);
  const office = officeNamed(desk, columns.unit);
  await saveCase(client, filing, columns, { facts, parties, fascicolo, office, aoo: desk.types.comune().code });
  await saveSteps(
    client,
    [
      {
        id: ids.procedure,
        first: 1,
        events: decided.events,
        at: instant,
        on: registration.on,
        actor: actorName(actor),
        onBehalfOf: behalfOf(actor) ?? representedBy(actor, parties),
      },
    ],
    'file',
  );
  const receipt = receiptOf(decided.procedure, columns);
  if (request.idempotency) await keepAnswer(client, request.idempotency, receipt);
  if (request.contact && actor.kind === 'officer')
    await noteFiled(client, request.contact, { procedure: ids.procedure, type: type.code, member: actor.id, at: now });
  if (request.draft) {
    await handPayments(client, request.draft.id, ids.procedure);
    await closeDraft(client, request.draft, ids.procedure, now);
  }
  return { keep: true, value: { kind: 'filed', receipt, replayed: false } };
}

/** Who files as a representative does so in the name of whom they represent, whether or not the caller says so. */
const representedBy = (actor: Actor, parties: readonly ResolvedParty[]): string | null =>
  actor.kind === 'citizen'
    ? (parties.find(({ agent, role }) => role === 'representative' && agent === actor.id)?.actsFor ?? null)
    : null;

function factsOf({ request }: Filing, parties: readonly ResolvedParty[], registration: Registration): FilingFacts {
  return {
    channel: request.channel,
    identification: request.identification,
    parties: parties.map(({ agent, role, actsFor }) => ({ agent, role, actsFor })),
    answers: request.answers,
    documents: request.documents.flatMap(({ code }) => (code === null ? [] : [code])),
    // One day for both (L. 241/1990 art. 18-bis c. 1).
    filedOn: registration.on,
    registration,
    externalReferences: request.externalReferences,
    aboutRecord: request.aboutRecord,
    call: request.call,
  };
}

interface Known {
  facts: FilingFacts;
  parties: readonly ResolvedParty[];
  /** Area organizzativa omogenea whose register it is. */
  aoo: string;
  /** Which received it, as the register names it. */
  office: { name: string };
  fascicolo: FascicoloNumber;
}

async function saveCase(client: pg.ClientBase, filing: Filing, columns: ProcedureColumns, known: Known): Promise<void> {
  const { request, type, place: classification, series, ids, now, actor } = filing;
  const { facts, parties, fascicolo } = known;
  const { registration } = facts;
  const place = request.place ?? `prot. ${registration.number}/${registration.year}`;
  const title = `${type.title.it}, ${place}`;
  const code = referenceCode(fascicolo);
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, title, title_lang, object, date_start, date_certainty, phase, visibility, opened_on)
     VALUES ($1, $2, $3, $4, nextval('eli4u.fascicolo_position'), 2, 'file', 'fascicolo', $5, $6, 'it', $7, $8, 'certain', 'current', $9, $8)`,
    [
      ids.procedure,
      series.repository,
      series.id,
      series.root,
      code,
      title,
      request.subject,
      facts.filedOn,
      currentVisibility,
    ],
  );
  const applicant = parties.find(({ role }) => role === 'applicant') ?? null;
  await client.query(
    `INSERT INTO eli4u.procedure (id, type_code, type_version, version, state, node, activity, activity_state, phase, activity_due_on, waiting_for,
       unit, assignee, channel, applicant_agent, title, subject, protocol_register, protocol_year, protocol_number, filed_on, due_on, due_latest,
       clock_state, silence, outcome, concluded_on, by_silence, closed_on, days_late, document, changed_at)
     SELECT t.id, $2, $3, t.version, t.state, t.node, t.activity, t.activity_state, t.phase, t.activity_due_on, t.waiting_for,
       t.unit, t.assignee, $4, $5, $6, $7, $8, $9, $10, $11, t.due_on, t.due_latest,
       t.clock_state, t.silence, t.outcome, t.concluded_on, t.by_silence, t.closed_on, t.days_late, t.document, t.changed_at
       FROM json_populate_record(NULL::eli4u.procedure, $1) AS t`,
    [
      JSON.stringify(columns),
      type.code,
      type.version,
      request.channel,
      applicant?.agent ?? null,
      title,
      request.subject,
      registration.register,
      registration.year,
      registration.number,
      facts.filedOn,
    ],
  );
  await saveFascicolo(client, {
    id: ids.procedure,
    kind: 'procedimento',
    titolario: classification.titolario,
    number: fascicolo,
    openedOn: facts.filedOn,
    unit: columns.unit,
    words: [request.subject, request.place ?? '', title],
  });
  await saveParties(client, ids.procedure, parties);
  await assignUnit(client, { record: ids.procedure, unit: columns.unit, on: facts.filedOn });
  await saveReferences(client, ids.procedure, facts.externalReferences);
  await saveWords(client, ids.procedure, registration, [
    request.subject,
    request.place ?? '',
    code,
    ...parties.map(({ name }) => name),
    ...facts.externalReferences.map(({ value }) => value),
  ]);
  // Whom a procedure of the office's own motion concerns has sent nothing.
  const senders =
    type.family === 'exOfficio'
      ? [known.office]
      : parties.filter(({ role }) => role !== 'counterparty').map(({ name }) => ({ name }));
  for (const [i, { document, kept }] of filing.kept.entries())
    await saveDocument(client, {
      record: ids.records[i] ?? '',
      procedure: ids.procedure,
      root: series.root,
      repository: series.repository,
      ordinal: i + 1,
      kind: document.kind,
      code: document.code,
      title: titleOf(document, type),
      fileName: document.fileName,
      format: document.format,
      kept,
      flow: document.flow,
      // What comes with a request is registered with it (DPR 445/2000 art. 53): one number, borne by the request.
      registration:
        i === 0
          ? {
              number: registration,
              object: request.subject,
              attachments: filing.kept.slice(1).map((one, k) => ({
                record: ids.records[k + 1] ?? '',
                title: titleOf(one.document, type),
                hash: one.kept.sha256,
              })),
              channel: request.channel,
              aoo: known.aoo,
              unit: columns.unit,
              classification: `${type.titolario.title}/${type.titolario.class}`,
            }
          : null,
      registeredWith: i === 0 ? null : (ids.records[0] ?? null),
      sender: senders,
      recipients: [known.office],
      addedAt: now,
      on: registration.on,
      addedBy: actorName(actor),
    });
}

/** Of a document without a title of its own: the name of the type's. */
export function titleOf(document: Pick<DocumentFacts, 'title' | 'code'>, type: ProcedureType): string {
  if (document.title) return document.title;
  const known = 'documents' in type ? type.documents.find(({ code }) => code === document.code) : undefined;
  return known?.name.it ?? 'Documento';
}

async function saveParties(client: pg.ClientBase, id: string, parties: readonly ResolvedParty[]): Promise<void> {
  if (parties.length === 0) return;
  const rows = JSON.stringify(parties.map(({ agent, role, actsFor }, ordinal) => ({ ordinal, agent, role, actsFor })));
  await client.query(
    `INSERT INTO eli4u.procedure_party (procedure_id, ordinal, agent_id, role, acts_for)
     SELECT $1, ordinal, agent, role, "actsFor" FROM json_to_recordset($2) AS t (ordinal smallint, agent text, role text, "actsFor" text)`,
    [id, rows],
  );
  await client.query(
    `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role, label, internal)
     SELECT $1, ordinal, agent, 'party', role, true FROM json_to_recordset($2) AS t (ordinal smallint, agent text, role text)`,
    [id, rows],
  );
}

/** Identifiers of other systems; one that was taken meanwhile fails the transaction. */
async function saveReferences(
  client: pg.ClientBase,
  id: string,
  references: FilingFacts['externalReferences'],
): Promise<void> {
  if (references.length === 0) return;
  await client.query(
    `INSERT INTO eli4u.procedure_reference (scheme, value, procedure_id)
     SELECT DISTINCT scheme, value, $1 FROM json_to_recordset($2) AS t (scheme text, value text)`,
    [id, JSON.stringify(references)],
  );
}

function receiptOf(procedure: Procedure, columns: ProcedureColumns): Receipt {
  const { id, version, type, filing, unit } = procedure;
  return {
    id,
    version,
    type,
    registration: filing.registration,
    filedOn: filing.filedOn,
    dueOn: columns.due_on,
    unit,
    startCommunicated: procedure.startCommunicatedOn !== null,
  };
}
