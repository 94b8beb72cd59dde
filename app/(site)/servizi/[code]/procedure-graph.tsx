import { phaseWords } from '#lib/procedures/types/activity-type.ts';
import type { DrawnBand, DrawnEdge, GraphDrawing } from '#lib/procedures/types/draw-graph.ts';
import type { Point } from '#lib/procedures/types/route-edges.ts';
import { GraphNode } from './graph-node.tsx';
import type { SectionProps } from './section-props.ts';
import { wrapLabel } from './wrap-label.ts';

/** Room at the left for the names of the phases. */
const gutter = 136;
const margin = 14;

/** The graph of a type: rows are phases, told apart by colour and by name; lines lead downwards, those that go back are dashed. */
export function ProcedureGraph({
  drawing,
  numbers,
  title,
  t,
  lang,
}: {
  drawing: GraphDrawing;
  numbers: ReadonlyMap<string, number>;
  title: string;
} & Omit<SectionProps, 'type'>) {
  const width = drawing.width + gutter;
  const ends = drawing.nodes.filter(({ kind }) => kind === 'end').map(({ label }) => label[lang]);
  return (
    <figure className="procedure-graph">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div className="procedure-graph-frame" role="region" aria-label={t('procedure.graph')} tabIndex={0}>
        <div className="procedure-graph-sheet" style={{ maxWidth: width, minWidth: Math.round(width * 0.77) }}>
          <svg
            viewBox={`${-gutter} 0 ${width} ${drawing.height}`}
            role="img"
            aria-labelledby="graph-title graph-description"
          >
            <title id="graph-title">{title}</title>
            <desc id="graph-description">
              {t('procedure.graphDescription', { steps: numbers.size, ends: ends.join('; ') })}
            </desc>
            <defs>
              <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
                <path d="M0 0.5 8 4 0 7.5z" className="arrow-head" />
              </marker>
            </defs>
            {drawing.bands.map((band) => (
              <Band key={band.phase ?? 'ends'} band={band} width={width} t={t} lang={lang} />
            ))}
            {drawing.edges.map((edge) => (
              <path
                key={`${edge.from} ${edge.to}`}
                d={lineOf(edge)}
                className={edge.back ? 'edge back' : 'edge'}
                markerEnd="url(#arrow)"
              />
            ))}
            {drawing.nodes.map((node) => (
              <GraphNode
                key={node.name}
                node={node}
                phase={phaseAt(node.y, drawing)}
                number={numbers.get(node.name) ?? null}
                lang={lang}
              />
            ))}
          </svg>
          <span className="procedure-graph-start" style={startOf(drawing)} />
        </div>
      </div>
      <figcaption>{t('procedure.graphCaption')}</figcaption>
    </figure>
  );
}

/** Where the first step stands, with room around it: a narrow screen begins there. */
function startOf({ nodes, width }: GraphDrawing): { left: string; width: string } {
  const [first] = nodes;
  const share = (units: number) => `${((units / (width + gutter)) * 100).toFixed(1)}%`;
  return { left: share(gutter + (first?.x ?? 0) - 60), width: share((first?.width ?? 0) + 120) };
}

const phaseAt = (y: number, { bands }: GraphDrawing) =>
  bands.find((band) => y >= band.y && y < band.y + band.height)?.phase ?? null;

/** Corners a little rounded, so that lines that cross are told from lines that turn. */
function lineOf({ points }: DrawnEdge): string {
  const corners = points.filter(({ x, y }, index) => x !== points[index - 1]?.x || y !== points[index - 1]?.y);
  return corners
    .map((corner, index) => {
      const before = corners[index - 1];
      const after = corners[index + 1];
      if (!before) return `M${corner.x} ${corner.y}`;
      if (!after) return ` L${corner.x} ${corner.y}`;
      const into = towards(corner, before);
      const out = towards(corner, after);
      return ` L${into.x} ${into.y} Q${corner.x} ${corner.y} ${out.x} ${out.y}`;
    })
    .join('');
}

/** A point a few units from a corner on the way to another. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = Math.min(6, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}

function Band({ band, width, t, lang }: { band: DrawnBand; width: number } & Omit<SectionProps, 'type'>) {
  const label = wrapLabel(band.phase ? phaseWords[band.phase][lang] : t('procedure.ends'), 14);
  const top = band.y - margin;
  const height = band.height + 2 * margin;
  return (
    <g className={`band ${band.phase ? `phase-${band.phase}` : 'phase-ends'}`}>
      <rect className="band-field" x={-gutter} y={top} width={width} height={height} />
      <rect className="band-edge" x={-gutter} y={top} width={6} height={height} />
      <text x={-gutter + 16} y={top + 28}>
        {label.map((line, index) => (
          <tspan key={line} x={-gutter + 16} dy={index === 0 ? 0 : 19}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
