import type { CaseNews } from '#lib/store/live/live-news.ts';

/** Milliseconds between two looks at what happened. */
const lookEvery = 1500;
/** Looks back so far each time: what was committed late is met all the same. */
const lookBack = 60_000;
/** Milliseconds between two looks at sessions, and between two signs of life. */
const sessionsEvery = 10_000;
/** Open pages of one process, of one session, and of one person, who may sign in as often as they like. */
const mostStreams = 5000;
const mostOfSession = 20;
const mostOfReader = 60;

/** A page that is open. */
export interface LiveStream {
  /** For whom its reader may look. */
  agents: readonly string[];
  /** Who reads, as events name them: what they did themselves is no news. */
  reader: string;
  session: string;
  /** When the page was drawn. */
  since: Date;
  /** There is news: told once, and the stream is over. */
  news(): void;
  /** Nothing, so that nobody in between ends the connection. */
  alive(): void;
  /** The session is over, or the process ends. */
  over(why: 'session' | 'stopping'): void;
}

export interface LiveParts {
  findNews(agents: readonly string[], since: Date): Promise<CaseNews[]>;
  findEnded(sessions: readonly string[], now: Date): Promise<string[]>;
  /** The clock by which events are dated. */
  now(): Date;
}

export interface LiveHub {
  /** Takes a page in; null where there are too many. @returns what lets it go */
  open(stream: LiveStream): (() => void) | null;
  /** Whether something happened since: for who cannot hold a connection open. */
  hasNews(viewer: Pick<LiveStream, 'agents' | 'reader' | 'since'>): Promise<boolean>;
  size(): number;
  end(): void;
}

/** All pages that are open at this process, told by one look at the database every second and a half, however many they are. */
export function createLiveHub({ findNews, findEnded, now }: LiveParts): LiveHub {
  const streams = new Set<LiveStream>();
  let timer: NodeJS.Timeout | null = null;
  let sessionsSeen = 0;

  const concerns = (
    { agents, reader, since }: Pick<LiveStream, 'agents' | 'reader' | 'since'>,
    news: CaseNews,
  ): boolean => news.actor !== reader && new Date(news.at) > since && agents.includes(news.agent);

  const look = async (): Promise<void> => {
    const agents = [...new Set([...streams].flatMap((stream) => stream.agents))];
    const news = await findNews(agents, new Date(now().getTime() - lookBack));
    if (news.length > 0)
      for (const stream of streams)
        if (news.some((one) => concerns(stream, one)) && streams.delete(stream)) stream.news();
  };

  const lookAtSessions = async (): Promise<void> => {
    // Sessions run by the machine's clock, whatever a demonstration moves.
    const ended = new Set(await findEnded([...new Set([...streams].map(({ session }) => session))], new Date()));
    for (const stream of streams) {
      if (!ended.has(stream.session)) stream.alive();
      else if (streams.delete(stream)) stream.over('session');
    }
  };

  const round = async (): Promise<void> => {
    try {
      if (streams.size > 0) await look();
      if (streams.size > 0 && performance.now() - sessionsSeen >= sessionsEvery) {
        sessionsSeen = performance.now();
        await lookAtSessions();
      }
    } catch (error) {
      // The database may be restarting: the next look goes back far enough.
      console.error('open pages could not be told:', error instanceof Error ? error.message : error);
    }
    timer = streams.size > 0 ? setTimeout(() => void round(), lookEvery) : null;
  };

  const hasNews: LiveHub['hasNews'] = async (viewer) =>
    (await findNews(viewer.agents, viewer.since)).some((one) => concerns(viewer, one));

  return {
    open: (stream) => {
      const ofReader = [...streams].filter(({ reader }) => reader === stream.reader);
      const ofSession = ofReader.filter(({ session }) => session === stream.session);
      if (streams.size >= mostStreams || ofReader.length >= mostOfReader || ofSession.length >= mostOfSession)
        return null;
      streams.add(stream);
      // A page that was asleep has missed more than a look goes back.
      if (now().getTime() - stream.since.getTime() > lookBack / 2)
        void hasNews(stream).then(
          (news) => news && streams.delete(stream) && stream.news(),
          () => undefined,
        );
      timer ??= setTimeout(() => void round(), lookEvery);
      return () => void streams.delete(stream);
    },
    hasNews,
    size: () => streams.size,
    end: () => {
      if (timer) clearTimeout(timer);
      for (const stream of streams) stream.over('stopping');
      streams.clear();
    },
  };
}
