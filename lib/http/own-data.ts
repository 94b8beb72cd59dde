import { caseFacts } from '#lib/access/case-facts.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import { lookReasons } from '#lib/access/looks.ts';
import { threadsOf } from '#lib/access/messages.ts';
import type { Reach } from '#lib/access/reach.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import type { Composition } from '#lib/composition.ts';
import type { Language } from '#lib/i18n/language.ts';
import { feeLabel } from '#lib/procedures/payments/fee-label.ts';
import { paymentStateWords, type Payment } from '#lib/procedures/payments/payment.ts';
import { centsInWords } from '#lib/procedures/payments/payment-words.ts';
import { outcomeWords } from '#lib/procedures/types/outcomes.ts';
import type {
  OwnCase,
  OwnData,
  OwnDelegation,
  OwnDocument,
  OwnDraft,
  OwnLook,
  OwnOfficeContact,
} from '#lib/records/own-data.ts';
import { identifiedWords } from '#lib/relationship/identified.ts';
import type { HandledCase, WorkLine } from '#lib/store/procedures/procedure-store.ts';
import { lineState } from './my-case-lines.ts';

type Parts = Pick<
  Composition,
  | 'procedures'
  | 'procedureTypes'
  | 'ownData'
  | 'payments'
  | 'counter'
  | 'looks'
  | 'delegations'
  | 'organisation'
  | 'baseUrl'
  | 'today'
  | 'now'
  | 'requestDrafts'
>;

export interface OwnDataOf {
  session: CitizenSession;
  agent: string;
  reach: Reach;
  lang: Language;
}

/** All that is held of somebody, by way of the same readings that their pages are made of; null for one who is not there. */
export async function ownDataOf(of: OwnDataOf, parts: Parts): Promise<OwnData | null> {
  const { ownData, procedureTypes, now } = parts;
  const [profile, consents] = await Promise.all([ownData.profile(of.agent), ownData.consents(of.agent)]);
  if (!profile) return null;
  return {
    madeAt: now().toISOString(),
    controller: procedureTypes.comune().name[of.lang],
    identity: {
      name: profile.name,
      taxCode: profile.taxCode,
      foreignIdentifier: profile.foreignIdentifier,
      birth: profile.birth,
      vouchedForAt: profile.known?.at.toISOString() ?? null,
    },
    contacts: profile.contacts,
    language: profile.language,
    consents: consents.map(({ purpose, givenAt, withdrawnAt }) => ({
      purpose,
      givenAt: givenAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
    cases: () => casesOf(of, parts),
    drafts: () => draftsOf(of, parts),
    delegations: () => delegationsOf(of, parts),
    contactChanges: () => changesOf(of, parts),
    officeContacts: () => officeContactsOf(of, parts),
    looks: () => looksOf(of, parts),
  };
}

/** Pages read at a time, of any list; who has more than these many is told by the count on their page. */
const mostPages = 400;

async function* pages<T>(
  read: (after: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): AsyncGenerator<T> {
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = await read(after);
    yield* items;
    if (next === null) return;
    after = next;
  }
}

async function* casesOf(of: OwnDataOf, parts: Parts): AsyncGenerator<OwnCase> {
  const whose = { agent: of.agent, reach: of.reach };
  const lines = pages(async (after) => {
    const { lines: items, next } = await parts.procedures.listMyTable(whose, {}, { after, limit: 100 });
    const handled = await parts.procedures.findHandled(
      items.map(({ id }) => id),
      of.reach,
    );
    return { items: items.map((line) => ({ line, handled: handled.get(line.id) })), next };
  });
  for await (const { line, handled } of lines)
    if (handled) {
      const documents = await documentsOf(line.id, handled, of, parts);
      const messages = await messagesOf(line.id, handled, of, parts);
      const payments = await paymentsOf(line.id, handled, of, parts);
      yield caseOf(line, handled, { documents, messages, payments }, of, parts);
    }
}

function caseOf(
  line: WorkLine,
  { procedure, context }: HandledCase,
  held: Pick<OwnCase, 'documents' | 'messages' | 'payments'>,
  { agent, lang }: OwnDataOf,
  { procedureTypes, baseUrl }: Parts,
): OwnCase {
  const party = procedure.filing.parties.find((one) => one.agent === agent);
  return {
    id: line.id,
    type: line.type.code,
    title: `${context.type.title[lang]}: ${line.title}`,
    protocol: `${line.protocol.number}/${line.protocol.year}`,
    filedOn: line.filedOn,
    state: lineState(line)[lang],
    outcome: line.outcome && outcomeWords[line.outcome][lang],
    concludedOn: line.concludedOn,
    office: procedureTypes.units().get(line.unit)?.[lang] ?? line.unit,
    role: party?.role ?? 'applicant',
    answers: party?.role === 'counterparty' ? null : procedure.filing.answers,
    url: `${baseUrl}/mia-pagina/pratiche/${line.id}`,
    ...held,
  };
}

async function paymentsOf(
  id: string,
  { context }: HandledCase,
  { reach, lang }: OwnDataOf,
  { payments }: Parts,
): Promise<OwnCase['payments']> {
  return (await payments.ofCase(id, reach)).map((payment) => ({
    fee: feeLabel(context.type, payment)[lang],
    amount: centsInWords(payment.cents, lang),
    state: paymentStateWords[payment.state][lang],
    noticeNumber: 'noticeNumber' in payment ? payment.noticeNumber : null,
    paidOn: paidOnOf(payment),
  }));
}

const paidOnOf = (payment: Payment): string | null => {
  if (payment.state === 'paid') return payment.paidAt.toISOString();
  return payment.state === 'elsewhere' ? payment.paidOn : null;
};

/** The conversations that they read, from the first word on. */
async function messagesOf(
  id: string,
  { procedure, context }: HandledCase,
  { session, agent, reach }: OwnDataOf,
  { procedures, organisation }: Parts,
): Promise<OwnCase['messages']> {
  const threads = threadsOf(session, caseFacts(procedure, context.type, context.catalogue), organisation());
  const found: OwnCase['messages'] = [];
  let before: number | undefined;
  for (let page = 0; page < mostPages; page++) {
    const actor = { kind: 'citizen' as const, id: agent };
    const read = await procedures.messages.list({ id, reach, actor, threads, before });
    found.unshift(
      ...read.messages.map(({ at, fromOffice, text }) => ({
        at,
        from: fromOffice ? ('office' as const) : ('party' as const),
        text,
      })),
    );
    before = read.messages[0]?.n;
    if (!read.earlier || before === undefined) break;
  }
  return found;
}

/** What they are writing for whom the copy is; of a draft for somebody else that one has it. */
async function* draftsOf({ session, agent }: OwnDataOf, { requestDrafts }: Parts): AsyncGenerator<OwnDraft> {
  for (const { id } of await requestDrafts.list(session.agent, agent)) {
    const draft = await requestDrafts.find(session.agent, id);
    if (!draft) continue;
    yield {
      type: draft.type.code,
      savedAt: draft.savedAt.toISOString(),
      keptUntil: draft.expiresAt.toISOString(),
      answers: draft.answers,
      files: draft.files.map(({ fileName, format, bytes, sha256 }) => ({ name: fileName, format, bytes, sha256 })),
    };
  }
}

async function documentsOf(
  id: string,
  { procedure, context }: HandledCase,
  of: OwnDataOf,
  parts: Parts,
): Promise<OwnDocument[]> {
  const facts = caseFacts(procedure, context.type, context.catalogue);
  const offices = parts.organisation();
  const found: OwnDocument[] = [];
  let after = 0;
  for (let page = 0; page < mostPages; page++) {
    const read = await parts.procedures.listDocuments(id, of.reach, { after });
    for (const document of read?.items ?? []) {
      if (!mayReadDocument(of.session, facts, document, offices).allowed) continue;
      const { record, title, fileName, format, bytes, sha256, flow, registration } = document;
      found.push({
        title,
        fileName,
        format,
        bytes,
        sha256,
        flow,
        protocol: registration ? `${registration.number}/${registration.year}` : null,
        url: `${parts.baseUrl}/mia-pagina/pratiche/${id}/documenti/${record}`,
      });
    }
    if (!read?.next) break;
    after = read.next;
  }
  return found;
}

async function* delegationsOf({ agent }: OwnDataOf, { delegations }: Parts): AsyncGenerator<OwnDelegation> {
  for (const side of ['given', 'received'] as const)
    for await (const one of pages((after) => delegations.list(agent, side, after)))
      yield {
        side,
        with: side === 'given' ? one.delegate.name : one.principal.name,
        power: one.power,
        scope:
          one.scope.kind === 'all'
            ? 'all'
            : one.scope.kind === 'types'
              ? one.scope.types.join(', ')
              : one.scope.cases.join(', '),
        from: one.from,
        until: one.until,
        state: one.state.state,
      };
}

async function* changesOf({ agent }: OwnDataOf, { ownData }: Parts) {
  for await (const { at, changes } of pages((after) => ownData.contactChanges(agent, after)))
    yield { at: at.toISOString(), changes };
}

async function* officeContactsOf(
  { agent, reach, lang }: OwnDataOf,
  { counter }: Parts,
): AsyncGenerator<OwnOfficeContact> {
  for await (const one of pages((after) => counter.list(agent, after, reach)))
    yield {
      at: one.begunAt.toISOString(),
      channel: one.channel,
      askedBy: one.askedBy,
      asker: one.askerName,
      asked: one.heard,
      need: one.need,
      service: one.type,
      answered: one.told,
      outcome: one.outcome,
      rating: one.rating,
      identified: one.identified && identifiedWords(one.identified)[lang],
      cases: one.cases.map(({ title }) => title),
    };
}

async function* looksOf({ agent, lang }: OwnDataOf, { looks, procedureTypes }: Parts): AsyncGenerator<OwnLook> {
  const units = procedureTypes.units();
  for await (const { at, kind, as, procedure, document } of pages((after) => looks.list(agent, after, 500)))
    yield {
      at: at.toISOString(),
      what: kind,
      case: procedure?.title ?? null,
      document,
      by:
        as === null
          ? 'staff'
          : [as.role, as.unit ? (units.get(as.unit)?.[lang] ?? as.unit) : null].filter(Boolean).join(', '),
      why: as && lookReasons[as.role][lang],
    };
}
