import { composition } from '#lib/composition.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { serviceGraph, servicesGraph } from '#lib/linked-data/services-graph.ts';
import { syntaxOf } from '#lib/linked-data/syntaxes.ts';
import { freshAnswer } from './fresh-answer.ts';

/** `/data/servizi.{extension}`: the Comune, its offices and all types of procedure; `/data/servizi/{code}.{extension}`: one type with its versions. */
export const answerServices = (request: Request, name: string): Promise<Response> =>
  answering(async () => {
    const [, code = '', extension = ''] = /^([^.]*)\.(.+)$/.exec(name) ?? [];
    const syntax = syntaxOf(extension);
    const { procedureTypes, today, baseUrl } = composition();
    await procedureTypes.current();
    const statements =
      code === ''
        ? servicesGraph(procedureTypes, today(), baseUrl)
        : serviceGraph(procedureTypes, code, today(), baseUrl);
    if (!syntax || !statements) return problem(404, 'There is nothing of this name.');
    return freshAnswer(request, syntax.write(statements), { contentType: syntax.contentType, changedAt: null });
  });
