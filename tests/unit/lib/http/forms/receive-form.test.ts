import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveForm, type FormTakers, type ReceivedForm } from '#lib/http/forms/receive-form.ts';
import { forgetSent } from '#lib/http/forms/sent-files.ts';
import { readFile, type ReadFile } from '#lib/http/read-file.ts';
import { receiveDocument } from '#lib/store/documents/receive.ts';

const longest = 1000;
const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF';
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-forms-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

const takers = (more: Partial<FormTakers> = {}): FormTakers => ({
  may: async () => true,
  take: (source) => receiveDocument(dataDir, source, longest),
  ...more,
});

async function receive(data: FormData, more: Partial<FormTakers> = {}, cutAt?: number): Promise<ReceivedForm> {
  const sent = new Response(data);
  const bytes = Buffer.from(await sent.arrayBuffer());
  async function* parts() {
    for (let at = 0; at < (cutAt ?? bytes.length); at += 100)
      yield bytes.subarray(at, Math.min(at + 100, cutAt ?? bytes.length));
    if (cutAt !== undefined) throw new Error('the connection is gone');
  }
  return receiveForm(
    Readable.from(parts(), { objectMode: false }),
    sent.headers.get('content-type') ?? '',
    takers(more),
  );
}

const drafts = () => readdir(path.join(dataDir, 'documents', 'drafts')).catch(() => []);

function formOf(...files: [name: string, content: string, fileName: string][]): FormData {
  const data = new FormData();
  data.append('case', 'abc');
  data.append('title', 'Relazione con à, «virgolette» e "altre"');
  for (const [name, content, fileName] of files) data.append(name, new File([content], fileName));
  data.append('flow', 'in');
  return data;
}

const filesOf = (form: ReceivedForm, name: string): Promise<ReadFile[]> =>
  Promise.all(
    (form.kind === 'form' ? form.data.getAll(name) : []).map((one) =>
      readFile(one instanceof File ? one : null, ['pdf']),
    ),
  );

describe('a form with files', () => {
  it('keeps what was typed, and each file for what it is, whatever happens to its neighbours', async () => {
    const form = await receive(
      formOf(
        ['file', pdf, 'uno "1".pdf'],
        ['file', '', 'vuoto.pdf'],
        ['file', 'x'.repeat(longest + 1), 'lungo.pdf'],
        ['file', `${pdf} due`, 'perizia à.pdf'],
        ['file', '<html>', 'falso.pdf'],
      ),
    );
    if (form.kind !== 'form') throw new Error(form.kind);
    expect(form.data.get('title')).toBe('Relazione con à, «virgolette» e "altre"');
    expect(form.data.get('flow')).toBe('in');
    const found = await filesOf(form, 'file');
    expect(found.map((one) => ('name' in one ? [one.kind, one.name] : [one.kind]))).toEqual([
      ['read'],
      ['empty', 'vuoto.pdf'],
      ['tooLong', 'lungo.pdf'],
      ['read'],
      ['wrongFormat', 'falso.pdf'],
    ]);
    expect(found.flatMap((one) => (one.kind === 'read' ? [one.file.fileName] : []))).toEqual([
      'uno "1".pdf',
      'perizia à.pdf',
    ]);
    expect(await drafts()).toHaveLength(3);
    await forgetSent(form.tokens);
    expect(await drafts()).toEqual([]);
  });

  it('asks whether files may be taken before it takes one, knowing what stands above them', async () => {
    const asked: [string, string][][] = [];
    const form = await receive(formOf(['file', pdf, 'a.pdf'], ['file', pdf, 'b.pdf']), {
      may: async (typed) => {
        asked.push([...typed]);
        return false;
      },
      take: () => {
        throw new Error('bytes were read');
      },
    });
    if (form.kind !== 'form') throw new Error(form.kind);
    expect(asked).toEqual([
      [
        ['case', 'abc'],
        ['title', 'Relazione con à, «virgolette» e "altre"'],
      ],
    ]);
    expect(form.data.getAll('file')).toEqual([]);
    expect(form.data.get('flow')).toBe('in');
  });

  it('a box in which nothing was chosen stays one', async () => {
    const form = await receive(formOf(['file', '', '']));
    if (form.kind !== 'form') throw new Error(form.kind);
    const [file] = form.data.getAll('file');
    expect(file).toMatchObject({ size: 0, name: '' });
  });

  it('that breaks off in the middle of a file leaves nothing', async () => {
    expect(await receive(formOf(['file', pdf, 'a.pdf'], ['file', 'x'.repeat(900), 'b.pdf']), {}, 900)).toEqual({
      kind: 'unreadable',
    });
    expect(await drafts()).toEqual([]);
  });

  it('on a full disk says so of the file, and leaves nothing', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const form = await receive(formOf(['file', pdf, 'a.pdf']), {
      take: (source) =>
        receiveDocument(dataDir, source, longest, {
          openFile: async () => ({
            write: () => Promise.reject(full),
            sync: async () => undefined,
            close: async () => undefined,
          }),
        }),
    });
    expect(await filesOf(form, 'file')).toEqual([{ kind: 'noSpace', name: 'a.pdf' }]);
    expect(await drafts()).toEqual([]);
  });

  it('with more files than any form of ours takes is refused, and leaves nothing', async () => {
    const many = Array.from({ length: 61 }, (_, i): [string, string, string] => ['file', pdf, `${i}.pdf`]);
    expect(await receive(formOf(...many))).toEqual({ kind: 'tooMuch' });
    expect(await drafts()).toEqual([]);
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=other'])(
    'that is none (%s) is unreadable',
    async (type) => {
      expect(await receiveForm(Readable.from(['--x\r\n'], { objectMode: false }), type, takers())).toEqual({
        kind: 'unreadable',
      });
    },
  );
});

it('a file that did not come through the server has no bytes here, whatever it says it is', async () => {
  expect(await readFile(new File([pdf], 'a.pdf'), ['pdf'])).toEqual({ kind: 'cut', name: 'a.pdf' });
  const forged = `eli4u-sent-file:${crypto.randomUUID()}`;
  expect(await readFile(new File([forged], 'a.pdf'), ['pdf'])).toEqual({ kind: 'cut', name: 'a.pdf' });
});
