import { composition } from '#lib/composition.ts';
import { documentContent } from '#lib/http/document-content.ts';
import { findOpenDocument } from '#lib/store/reading/find-open-document.ts';

/** The bytes of a document of the historical archive that anybody reads. Its file's name was the office's, and may name persons. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { pool, dataDir } = composition();
  return documentContent(request, await findOpenDocument(pool, dataDir, (await params).id), null);
}
