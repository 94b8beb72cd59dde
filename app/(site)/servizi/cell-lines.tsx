import { OutwardLink } from '#app/_components/outward-link.tsx';

/** The lines of a cell of the table of procedures. */
export function CellLines({ lines, nothing }: { lines: readonly string[]; nothing: string }) {
  if (lines.length === 0) return <p className="aside">{nothing}</p>;
  return lines.map((line, index) => (
    <p key={`${index}${line}`}>
      <OutwardLink value={line} />
    </p>
  ));
}
