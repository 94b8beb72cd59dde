import { freePorts, startElasticsearch, type ElasticsearchServer } from './elasticsearch-server.ts';

export interface ElasticsearchCluster {
  nodes: ElasticsearchServer[];
  urls: string[];
  stop(): Promise<void>;
}

/** Nodes on loopback that may each be master, of half a gigabyte each. */
export async function startCluster(home: string, javaHome: string, size = 3): Promise<ElasticsearchCluster> {
  const ports = await Promise.all(Array.from({ length: size }, () => freePorts()));
  const names = ports.map((_, n) => `node-${n + 1}`);
  const started = await Promise.allSettled(
    ports.map((own, n) =>
      startElasticsearch(home, javaHome, {
        ports: own,
        settings: {
          'node.name': names[n],
          'cluster.name': `eli4u-cluster-${ports[0]?.[1]}`,
          'cluster.initial_master_nodes': names,
          'discovery.seed_hosts': ports.map(([, transport]) => `127.0.0.1:${transport}`),
          // A node that is killed is missed at once, by its closed connection; one that hangs, after three such.
          'cluster.fault_detection.follower_check.interval': '500ms',
          'cluster.fault_detection.leader_check.interval': '500ms',
        },
      }),
    ),
  );
  const nodes = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  const failed = started.find((each) => each.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { nodes, urls: nodes.map(({ url }) => url), stop };
}
