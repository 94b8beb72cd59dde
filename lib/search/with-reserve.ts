import { noticeText, type Notice } from './notices.ts';
import { SearchRequestError, type Search, type SearchAnswer, type SearchRequest } from './search.ts';

/** An engine outside the database, which may be away. */
export interface MainSearch extends Search {
  /** Whether an error says that the engine is away, and not that the question is one it cannot answer. */
  isAway(error: unknown): boolean;
  /** Asks for as little as possible: throws while the engine is away. */
  probe(): Promise<void>;
}

/** Milliseconds between two questions to an engine that is away; readers do not wait for them. */
const pauseBetweenProbes = 2000;

/**
 * Search that goes on when its engine does not: the reserve answers, and says so. An engine that is away is asked again beside the readers,
 * never by making one of them wait.
 * @param tell told in one line when the main engine goes and when it comes back
 * @param now milliseconds, of any beginning
 */
export function searchWithReserve(
  main: MainSearch,
  reserve: Search,
  tell: (line: string) => void,
  now: () => number = Date.now,
): Search {
  let isUp = true;
  let lastProbe = 0;

  const probe = () => {
    if (now() - lastProbe < pauseBetweenProbes) return;
    lastProbe = now();
    main.probe().then(
      () => {
        if (!isUp) tell('search: the main engine answers again');
        isUp = true;
      },
      () => undefined, // still away: the next question asks again
    );
  };

  const failed = (error: unknown) => {
    if (error instanceof SearchRequestError) throw error;
    tell(`search: the main engine failed, the reserve answers (${error instanceof Error ? error.message : error})`);
    if (!main.isAway(error)) return;
    isUp = false;
    lastProbe = now();
  };

  const ask = async <T>(question: (engine: Search) => Promise<T>): Promise<{ value: T; notices: Notice[] }> => {
    if (isUp) {
      try {
        return { value: await question(main), notices: [] };
      } catch (error) {
        failed(error);
      }
    } else probe();
    return { value: await question(reserve), notices: ['fromReserve'] };
  };

  return {
    async query(request) {
      const { value, notices } = await ask((engine) => queryFrom(engine, request));
      return withNotices(value.answer, [...notices, ...value.notices], request.lang);
    },
    suggest: async (request) => (await ask((engine) => engine.suggest(request))).value,
  };
}

/** A page of a list that the other engine began cannot be found here: the list begins again, rather than end in an error. */
async function queryFrom(engine: Search, request: SearchRequest): Promise<{ answer: SearchAnswer; notices: Notice[] }> {
  try {
    return { answer: await engine.query(request), notices: [] };
  } catch (error) {
    if (!(error instanceof SearchRequestError && error.foreign)) throw error;
    return { answer: await engine.query({ ...request, at: { page: 1 } }), notices: ['listBegunAgain'] };
  }
}

function withNotices(answer: SearchAnswer, notices: readonly Notice[], lang: SearchRequest['lang']): SearchAnswer {
  if (notices.length === 0) return answer;
  return { ...answer, notices: [...notices.map((notice) => noticeText(notice, lang)), ...(answer.notices ?? [])] };
}
