import type { Language } from '#lib/i18n/language.ts';
import type { ActivityPhase } from '#lib/procedures/types/activity-type.ts';
import type { DrawnNode } from '#lib/procedures/types/draw-graph.ts';
import { nodeLetters, wrapLabel } from './wrap-label.ts';

const lineHeight = 17;
/** A step with its number in the list, or an end, round. */
export function GraphNode({
  node,
  phase,
  number,
  lang,
}: {
  node: DrawnNode;
  phase: ActivityPhase | null;
  number: number | null;
  lang: Language;
}) {
  const label = number === null ? node.label[lang] : `${number}. ${node.label[lang]}`;
  const lines = wrapLabel(label, nodeLetters);
  const middle = node.y + node.height / 2;
  return (
    <g className={node.kind === 'end' ? 'node node-end' : `node phase-${phase ?? 'none'}`}>
      <rect
        x={node.x}
        y={node.y}
        width={node.width}
        height={node.height}
        rx={node.kind === 'end' ? node.height / 2 : 3}
      />
      <text textAnchor="middle">
        {lines.map((line, index) => (
          <tspan key={line} x={node.x + node.width / 2} y={middle + 5 + (index - (lines.length - 1) / 2) * lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
