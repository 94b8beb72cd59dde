import { yamlFile } from '#lib/http/yaml-file.ts';
import { composition } from '#lib/composition.ts';
import { findTypesDesk } from '../../../load-types-desk.ts';

/** The YAML of a version, a draft's too, for who keeps the types. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ code: string; version: string }> },
): Promise<Response> {
  const desk = await findTypesDesk();
  if (!desk?.permission.allowed) return new Response(null, { status: 403 });
  const { code, version } = await params;
  const kept = await composition().typeDrafts.findVersion(code, Number(version));
  return kept ? yamlFile(kept.source, kept) : new Response(null, { status: 404 });
}
