import type { AgentDescription } from '#lib/records/agent.ts';
import { webAddressOf } from '#lib/records/web-address.ts';

/** Sources of an agent in words, with their address where one of the links bears the same words; links beside them follow. */
export function eacSources({ sources, links }: AgentDescription): { label: string; address: string | undefined }[] {
  const linked = links.flatMap(({ href, label }) => {
    const address = webAddressOf(href);
    return address === null ? [] : [{ address, label: label ?? address }];
  });
  const words = sources.map(({ text }) => ({
    label: text,
    address: linked.find(({ label }) => label === text)?.address,
  }));
  const beside = linked.filter(({ label }) => !sources.some(({ text }) => text === label));
  return [...words, ...beside];
}
