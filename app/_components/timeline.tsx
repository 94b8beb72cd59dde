import type { FondsTile } from '#lib/store/reading/reading-store.ts';

const width = 520;
const rowHeight = 42;
const mostRows = 9;

/** The fonds in time, each a line of its years, up to today where it still grows. Drawn for the eye: the wall below says the same in words. */
export function Timeline({ fonds, today }: { fonds: readonly FondsTile[]; today: string }) {
  const rows = fonds
    .flatMap((one) =>
      one.dates.start
        ? [{ id: one.id, title: one.title, from: yearOf(one.dates.start), to: yearOf(one.dates.end ?? today) }]
        : [],
    )
    .slice(0, mostRows);
  if (rows.length < 3) return null;
  const first = Math.floor(Math.min(...rows.map((row) => row.from)) / 100) * 100;
  const last = Math.ceil((Math.max(...rows.map((row) => row.to)) + 1) / 100) * 100;
  const x = (year: number) => Math.round(((year - first) / (last - first)) * width * 10) / 10;
  const centuries = Array.from({ length: (last - first) / 100 + 1 }, (_, index) => first + index * 100);
  const height = rows.length * rowHeight + 30;
  return (
    <svg className="timeline" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {centuries.map((year, index) => (
        <g key={year}>
          <line x1={x(year)} x2={x(year)} y1="0" y2={height - 24} />
          {index < centuries.length - 1 && (centuries.length < 9 || index % 2 === 0) ? (
            <text x={x(year) + 3} y={height - 6}>
              {year}
            </text>
          ) : null}
        </g>
      ))}
      {rows.map((row, index) => {
        const late = x(row.from) > width * 0.55;
        return (
          <a key={row.id} href={`/records/${row.id}`} tabIndex={-1}>
            <text
              className="timeline-name"
              x={late ? x(row.to) : x(row.from)}
              y={index * rowHeight + 18}
              textAnchor={late ? 'end' : 'start'}
            >
              {row.title.length > 38 ? `${row.title.slice(0, 36)}…` : row.title}
            </text>
            <rect
              x={x(row.from)}
              y={index * rowHeight + 25}
              width={Math.max(3, x(row.to) - x(row.from))}
              height="7"
              rx="1"
            />
          </a>
        );
      })}
    </svg>
  );
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
