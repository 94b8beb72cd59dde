import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { fileRequest } from './file-request.ts';
import type { ServedApplicant } from '#lib/http/counter/identified-form.ts';
import { mayFileFor } from '#lib/access/filing.ts';
import type { Session } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { plainFormats } from '#lib/http/file-format.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import type { FormProblem, FormState } from '#lib/http/form-view.ts';
import { rawForm, type RawForm } from '#lib/http/raw-form.ts';
import { readFile } from '#lib/http/read-file.ts';
import { readRequest, summaryRows, type ReadRequest } from '#lib/http/read-request.ts';
import { fillView, sendView } from '#lib/http/request-form.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { GivenDocument, GivenFile } from '#lib/store/procedures/procedure-store.ts';

export interface RequestTurn {
  type: ProcedureType;
  session: Session;
  before: FormState;
  data: FormData;
  /** At the front office: for whom, and in which contact. */
  served?: ServedApplicant & { contact: string };
}

/** What a press of a button came to: a page of the form again, or a case. */
export type RequestAnswer = { kind: 'asked'; state: FormState } | { kind: 'filed'; id: string };

/** One turn of the form of a request at the counter: more rows, on to the documents, back, or filed. Nothing that was typed is lost on the way. */
export async function requestTurn({ type, session, before, data, served }: RequestTurn): Promise<RequestAnswer> {
  const { t, lang } = await pageContext();
  const raw = rawForm(data);
  const mode = served ? { kind: 'counter' as const, served } : { kind: 'desk' as const };
  const parts = { type, mode, served, raw, t, lang };
  const intent = raw.text('intent');
  const asked = (state: Partial<FormState>): RequestAnswer => ({
    kind: 'asked',
    state: { form: fillView(parts), problems: [], notice: null, turn: turnAfter(before), ...state },
  });
  if (intent === 'back' || intent.startsWith('more:')) return asked({});
  const read = readRequest(parts, null);
  if (read.problems.length > 0) return asked({ problems: read.problems });
  const send = sendView(parts, summaryRows(read, parts));
  if (intent !== 'send') return asked({ form: send });
  const applicants = read.parties
    .filter(({ role }) => role === 'applicant')
    .map(({ agent }) => ('id' in agent ? agent.id : null));
  if (served && raw.text('signed') !== 'yes')
    return asked({ form: send, problems: [{ name: 'signed', message: t('counter.wrong.signed') }] });
  const permission = mayFileFor(session, { type, applicants }, composition().organisation());
  if (!permission.allowed)
    return asked({ form: send, notice: { title: t('request.refused'), lines: [permission.reason.text[lang]] } });
  const files = await readDocuments(type, raw);
  if (files.problems.length > 0) return asked({ form: send, problems: files.problems });
  return file({
    read,
    files,
    type,
    session,
    raw,
    contact: served?.contact,
    again: (state) => asked({ form: send, ...state }),
  });
}

interface ReadDocuments {
  request: GivenFile | null;
  documents: GivenDocument[];
  problems: FormProblem[];
}

/** The files that came; what the type wants and is not there is told once, for what is filed must be registered (DPR 445/2000 art. 53). */
async function readDocuments(type: ProcedureType, raw: RawForm): Promise<ReadDocuments> {
  const { t, lang } = await pageContext();
  const asked = 'documents' in type ? type.documents : [];
  const problems: FormProblem[] = [];
  const documents: GivenDocument[] = [];
  const one = async (
    name: string,
    formats: readonly string[],
    sent: File | null = raw.file(name),
  ): Promise<GivenFile | null> => {
    const found = await readFile(sent, formats);
    if (found.kind === 'read') return found.file;
    if (found.kind !== 'missing') problems.push({ name, message: fileProblem(found, formats, t) });
    return null;
  };
  for (const { code, formats, mandatory, name } of asked) {
    const file = await one(`d.${code}`, formats);
    if (file) documents.push({ ...file, kind: 'attachment', code, flow: 'in' });
    else if (mandatory.kind === 'always' && raw.text('without') !== 'yes' && !raw.file(`d.${code}`))
      problems.push({ name: `d.${code}`, message: t('request.documentWanted', { name: name[lang] }) });
  }
  for (const sent of raw.files('d.other')) {
    const further = await one('d.other', plainFormats, sent);
    if (further) documents.push({ ...further, kind: 'attachment', code: null, title: 'Altro allegato', flow: 'in' });
  }
  const request = await one('d.request', plainFormats);
  return { request, documents, problems };
}

interface FilingTurn {
  read: ReadRequest;
  files: ReadDocuments;
  type: ProcedureType;
  session: Session;
  raw: RawForm;
  contact: string | undefined;
  again(state: Partial<FormState>): RequestAnswer;
}

async function file({ read, files, type, session, raw, contact, again }: FilingTurn): Promise<RequestAnswer> {
  const result = await fileRequest({ read, type, session, key: raw.text('key'), contact, ...files });
  return result.kind === 'filed' ? result : again({ notice: result.notice });
}
