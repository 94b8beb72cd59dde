const width = 420;
const rowHeight = 52;
const box = { centre: 150, side: 200, height: 42 };

/** This agent and those around it, joined by lines. The list below says the same, so that the drawing may be passed over. */
export function RelationGraph({ centre, around }: { centre: string; around: readonly string[] }) {
  const height = around.length * rowHeight + 4;
  const middle = height / 2;
  const right = width - box.side - 2;
  return (
    <svg className="graph" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {around.map((name, index) => {
        const y = index * rowHeight + rowHeight / 2 + 2;
        const bend = (box.centre + right) / 2;
        return (
          <path key={`${index}${name}`} d={`M${box.centre} ${middle} C${bend} ${middle} ${bend} ${y} ${right} ${y}`} />
        );
      })}
      {around.map((name, index) => (
        <Name
          key={`${index}${name}`}
          x={right}
          y={index * rowHeight + rowHeight / 2 + 2}
          width={box.side}
          name={name}
        />
      ))}
      <Name x={2} y={middle} width={box.centre} name={centre} main />
    </svg>
  );
}

function Name({
  x,
  y,
  width: wide,
  name,
  main = false,
}: {
  x: number;
  y: number;
  width: number;
  name: string;
  main?: boolean;
}) {
  const lines = twoLines(name, Math.floor(wide / 7.4));
  return (
    <g className={main ? 'graph-main' : undefined}>
      <rect x={x} y={y - box.height / 2} width={wide} height={box.height} rx="3" />
      {lines.map((line, index) => (
        <text key={line} x={x + wide / 2} y={y + 5 + (index - (lines.length - 1) / 2) * 16} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}

/** A name in at most two lines; what doesn't fit is in the list. */
function twoLines(text: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  const shown = lines.slice(0, 2).map((line) => (line.length > most ? `${line.slice(0, most - 1)}…` : line));
  const second = shown[1];
  if (lines.length > 2 && second !== undefined && !second.endsWith('…'))
    shown[1] = `${second.slice(0, most - 1).replace(/[\s,.(-]+$/, '')}…`;
  return shown;
}
