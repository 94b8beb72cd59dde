import { composition } from '#lib/composition.ts';
import { procedureTypeParametersSchema, toProcedureTypeJson, toProcedureTypesJson } from './procedure-types.ts';
import { problem, publicJson } from './problem.ts';
import { yamlFile } from './yaml-file.ts';
import { answering } from './read-json.ts';
import { requestLanguage } from './request-language.ts';
import { procedureTypeJsonSchema as procedureTypeContract } from '#lib/procedures/types/json-schema.ts';
import type { Language } from '#lib/i18n/language.ts';

/** The table of procedures (D.Lgs. 33/2013 art. 35) as JSON. */
export const answerProcedureTypes = (request: Request): Promise<Response> =>
  inLanguage(request, (language) => {
    const { procedureTypes, today, baseUrl } = composition();
    return publicJson(toProcedureTypesJson(procedureTypes, today(), language, baseUrl));
  });

/** One type of procedure: its row of the table, and its steps. */
export const answerProcedureType = (request: Request, code: string): Promise<Response> =>
  inLanguage(request, (language) => {
    const { procedureTypes, today, baseUrl } = composition();
    const type = procedureTypes.findType(code, today());
    if (!type) return problem(404, 'No published type of procedure bears this code.');
    return publicJson(toProcedureTypeJson(type, procedureTypes, language, baseUrl));
  });

/** A published version as it was written. */
export const answerTypeVersion = (code: string, version: string): Promise<Response> =>
  answering(async () => {
    const { procedureTypes } = composition();
    await procedureTypes.current();
    const found = procedureTypes.versions(code).find(({ type }) => String(type.version) === version);
    if (!found) return problem(404, 'No published version of a type of procedure bears this code and number.');
    return yamlFile(found.yaml, found.type);
  });

/** The JSON Schema of what a version says. */
export const answerTypeSchema = (): Promise<Response> => answering(async () => publicJson(procedureTypeContract()));

function inLanguage(request: Request, answer: (language: Language) => Response): Promise<Response> {
  return answering(async () => {
    const lang = new URL(request.url).searchParams.get('lang') || undefined;
    const asked = procedureTypeParametersSchema.safeParse({ lang });
    if (!asked.success) {
      const message = asked.error.issues[0]?.message ?? '';
      return problem(400, 'A parameter cannot be used.', [{ parameter: 'lang', message }]);
    }
    await composition().procedureTypes.current();
    return answer(requestLanguage(request, asked.data.lang));
  });
}
