import { mayServe, servedReach } from '#lib/access/counter.ts';
import { deskAt } from '#lib/access/desks.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Session, StaffSession } from '#lib/access/session.ts';
import type { Composition } from '#lib/composition.ts';
import { documentOfCase } from './readable-document.ts';
import { readablePayment } from './readable-payment.ts';

/** What a page at a desk is answered with. */
export interface DeskStatus {
  status: 200 | 403 | 404 | 429;
  /** Seconds, for who asked for too many cases that are none of theirs. */
  comeAgain: number | null;
}

const as = (status: 200 | 403 | 404): DeskStatus => ({ status, comeAgain: null });

type Parts = Pick<
  Composition,
  'payments' | 'procedures' | 'fascicoli' | 'fascicoloIndex' | 'organisation' | 'guesses' | 'requestDrafts' | 'counter'
>;

/**
 * The status of a page at a desk, for who is signed in: a desk that is not theirs is refused, and a case that is not within their reach is not
 * there, just as one that never was; the same of drafts. Where a page sends them to sign in as somebody else, that is its answer.
 */
export async function deskStatus(pathname: string, session: Session, parts: Parts): Promise<DeskStatus> {
  const desk = deskAt(pathname);
  if (desk && session.kind === 'staff' && desk.path !== '/mia-pagina' && !desk.isFor(session)) return as(403);
  const [, draft] = session.kind === 'citizen' ? (aboutDraft.exec(pathname) ?? []) : [];
  if (session.kind === 'citizen' && draft !== undefined)
    return (await parts.requestDrafts.find(session.agent, draft)) ? as(200) : missed(session, parts);
  const [, person, theirs] = aboutPerson.exec(pathname) ?? [];
  if (person !== undefined && session.kind === 'staff') return as(await servedStatus(session, person, theirs, parts));
  const [, payment] = aboutPayment.exec(pathname) ?? [];
  if (payment !== undefined && session.kind === 'citizen')
    return (await readablePayment(payment, session, parts)) ? as(200) : missed(session, parts);
  const receipt = session.kind === 'citizen' ? aboutReceipt.exec(pathname) : null;
  const [, id] = aboutCase.exec(pathname) ?? receipt ?? [];
  if (id === undefined || !(await parts.procedures.hasCase(id, reachOf(session, parts.organisation()))))
    return id === undefined ? as(200) : missed(session, parts);
  const [, record] = aboutDocument.exec(pathname) ?? [];
  return record === undefined || (await documentOfCase(id, record, session, parts)) ? as(200) : missed(session, parts);
}

/** At the front office: nobody of that id, and a case that is none of that person's, are not there. One's own page is refused. */
async function servedStatus(
  session: StaffSession,
  person: string,
  id: string | undefined,
  { counter, procedures }: Parts,
): Promise<200 | 403 | 404> {
  if (!(await counter.isKnown(person))) return 404;
  if (!mayServe(session, person).allowed) return 403;
  return id === undefined || (await procedures.hasCase(id, servedReach(session, person))) ? 200 : 404;
}

/** Officers look for cases all day; the limit is for who has but their own. */
function missed(session: Session, { guesses }: Parts): DeskStatus {
  const comeAgain = session.kind === 'citizen' ? guesses.missed(session.agent) : null;
  return comeAgain === null ? as(404) : { status: 429, comeAgain };
}

const aboutCase = /^\/(?:ufficio|mia-pagina)\/pratiche\/(?!elenco\.csv$)([^/]+)(?:\/.*)?$/;
const aboutPerson = /^\/sportello\/persone\/(?!nuova$)([^/]+)(?:\/pratiche\/([^/]+))?(?:\/.*)?$/;
const aboutPayment = /^\/mia-pagina\/pagamenti\/([^/]+)(?:\/vai)?$/;
const aboutReceipt = /^\/servizi\/[^/]+\/richiesta\/([^/]+)$/;
const aboutDraft = /^\/servizi\/[^/]+\/richiesta\/bozza\/([^/]+)(?:\/.*)?$/;
const aboutDocument = /^\/(?:ufficio|mia-pagina)\/pratiche\/[^/]+\/documenti\/([^/]+)(?:\/versioni)?$/;
