import { composition } from '#lib/composition.ts';
import { documentPreview } from '#lib/http/document-preview.ts';
import { findOpenDocument } from '#lib/store/reading/find-open-document.ts';

/** A small picture of a document of the historical archive that anybody reads. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { pool, dataDir, previews } = composition();
  return documentPreview(request, await findOpenDocument(pool, dataDir, (await params).id), previews);
}
