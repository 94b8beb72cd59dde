import type { FondsTile } from '#lib/store/reading/reading-store.ts';

const width = 240;
const height = 84;

/**
 * A fonds drawn as its shelf: a spine for each power of its extent, their heights and widths from the id, so that each fonds has its own face
 * and keeps it. Decoration: what it says is also written beside it.
 */
export function Shelf({ fonds }: { fonds: Pick<FondsTile, 'id' | 'childCount' | 'unitCount' | 'dates'> }) {
  const random = numbersFrom(fonds.id);
  const size = Math.max(fonds.unitCount, fonds.childCount, 1);
  const wanted = Math.min(26, 5 + Math.round(Math.log2(size + 1) * 2.2));
  const spines: { x: number; w: number; h: number; band: number; tone: number }[] = [];
  let x = 6;
  while (spines.length < wanted && x < width - 14) {
    const w = 5 + Math.floor(random() * 9);
    spines.push({ x, w, h: 34 + Math.floor(random() * 38), band: random(), tone: random() });
    x += w + 1.5;
  }
  return (
    <svg
      className={`shelf shelf-${century(fonds.dates.start)}`}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {spines.map((spine) => (
        <g key={spine.x}>
          <rect
            className={spine.tone > 0.86 ? 'spine spine-rubric' : spine.tone > 0.5 ? 'spine spine-dark' : 'spine'}
            x={spine.x}
            y={height - 6 - spine.h}
            width={spine.w}
            height={spine.h}
            rx="1"
          />
          {spine.w > 7 ? (
            <rect
              className="spine-label"
              x={spine.x + 1.5}
              y={height - 6 - spine.h + 6 + spine.band * 10}
              width={spine.w - 3}
              height={7}
            />
          ) : null}
        </g>
      ))}
      <rect className="shelf-board" x="0" y={height - 6} width={width} height="3" />
    </svg>
  );
}

const century = (day: string | null): string => {
  const year = Number(day?.slice(0, 4) ?? 0);
  return year === 0 ? 'undated' : year < 1500 ? 'medieval' : year < 1800 ? 'modern' : 'recent';
};

/** Numbers between 0 and 1 that follow from a text (mulberry32). */
function numbersFrom(text: string): () => number {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
