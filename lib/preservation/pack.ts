import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import yazl from 'yazl';
import { sincroIndex } from '#lib/projections/sincro-index.ts';
import { UnsoundPackage, type SubmissionPackage } from './preservation-system.ts';
import type { Preservable, PreservedFile } from './preservation-source.ts';

export interface PackageFacts {
  id: string;
  madeAt: Date;
  submitter: { taxCode: string; name: string };
}

/**
 * A submission package (pacchetto di versamento): `PIndex.xml` and what it lists, in one ZIP. Stored, not compressed, with the instant of the
 * index: the same content gives the same bytes. Each file is read when its turn has come and compared with its hash on the way.
 */
export function submissionPackage(one: Preservable, facts: PackageFacts): SubmissionPackage {
  const index = sincroIndex({
    packageId: facts.id,
    madeAt: facts.madeAt.toISOString(),
    submitter: facts.submitter,
    description: one.description,
    metadata: one.metadata,
    files: one.files.map(({ name, sha256, format }) => ({ name, sha256, format })),
  });
  return { id: facts.id, open: () => zipOf(index, one.files, facts.madeAt) };
}

function zipOf(index: string, files: readonly PreservedFile[], mtime: Date): Readable {
  const zip = new yazl.ZipFile();
  const output = new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
  const fail = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  const options = { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true };
  zip.addBuffer(Buffer.from(index), 'PIndex.xml', options);
  for (const file of files)
    zip.addReadStreamLazy(file.name, { ...options, size: file.bytes }, (give) => {
      const bytes = file.open();
      const checked = bytes.pipe(hashCheck(file));
      bytes.on('error', () => checked.destroy(new UnsoundPackage(`${file.name}: its bytes cannot be read`)));
      checked.on('error', fail);
      output.on('close', () => bytes.destroy());
      give(null, checked);
    });
  zip.end();
  zip.outputStream.on('error', fail);
  zip.outputStream.pipe(output);
  return output;
}

function hashCheck({ name, sha256 }: PreservedFile): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(
        hash.digest('hex') === sha256
          ? null
          : new UnsoundPackage(`${name}: its bytes no longer have the hash they had`),
      );
    },
  });
}
