import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { answerServices } from './answer-services.ts';
import { dataAnswers } from './data-answers.ts';

/** `/data/{id}.{extension}`: the whole name, for Next gives a folder one part of an address. */
export const answerData = (request: Request, name: string): Promise<Response> =>
  answering(async () => {
    const [, id = '', extension = ''] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
    if (id === 'servizi') return answerServices(request, `.${extension}`);
    const answer = dataAnswers.get(extension);
    return answer
      ? answer(request, id)
      : problem(404, `There is nothing of this name; data end with .${[...dataAnswers.keys()].join(', .')}.`);
  });
