import { once } from 'node:events';
import { createServer } from 'node:http';
import { elasticsearchHome } from './elasticsearch-distribution.ts';
import { canRun, findJava, javaProgram } from './elasticsearch-java.ts';
import { startElasticsearch, type ElasticsearchServer } from './elasticsearch-server.ts';

/** Where the run's Elasticsearch is, or why there is none. */
export type Admission = { url: string } | { missing: string } | { failed: string };

export interface Door {
  /** Asked once, it starts the server; asked again, it gives the same. */
  url: string;
  close(): Promise<void>;
}

/** Test files run in processes of their own and most need no Elasticsearch: the run's one server starts when the first of them asks here. */
export async function openElasticsearchDoor(): Promise<Door> {
  let started: Promise<ElasticsearchServer | { missing: string }> | null = null;
  const door = createServer((_, response) => {
    started ??= start();
    const tell = (admission: Admission) => response.end(JSON.stringify(admission));
    started.then(
      (server) => tell('url' in server ? { url: server.url } : server),
      (error: unknown) => tell({ failed: String(error) }),
    );
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
  const address = door.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      door.close();
      const server = await started?.catch(() => null);
      if (server && 'stop' in server) await server.stop();
    },
  };
}

async function start(): Promise<ElasticsearchServer | { missing: string }> {
  const java = findJava();
  if (java === null) return { missing: 'Elasticsearch needs Java 21 or later (ES_JAVA_HOME, JAVA_HOME or installed)' };
  if (!canRun('mvn', '--version'))
    return { missing: 'Elasticsearch is fetched by Maven (mvn), which is not installed' };
  return startElasticsearch(await elasticsearchHome(javaProgram(java)), java);
}
