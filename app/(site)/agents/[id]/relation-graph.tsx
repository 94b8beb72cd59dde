const width = 360;
const height = 300;
const centre = { x: width / 2, y: height / 2 };

/** A star of names. The list below says the same, so that it may be passed over. */
export function RelationGraph({ centre: name, around }: { centre: string; around: readonly { name: string; word: string }[] }) {
  const places = around.map((one, index) => {
    const angle = (index / around.length) * 2 * Math.PI - Math.PI / 2;
    return { ...one, x: round(centre.x + Math.cos(angle) * 112), y: round(centre.y + Math.sin(angle) * 118) };
  });
  return (
    <svg className="graph" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {places.map((place) => (
        <line key={`${place.name}${place.x}`} x1={centre.x} y1={centre.y} x2={place.x} y2={place.y} />
      ))}
      {places.map((place) => (
        <Label key={`${place.name}${place.x}`} x={place.x} y={place.y} name={place.name} />
      ))}
      <Label x={centre.x} y={centre.y} name={name} main />
    </svg>
  );
}

function Label({ x, y, name, main = false }: { x: number; y: number; name: string; main?: boolean }) {
  const lines = wrap(name, main ? 22 : 17);
  const boxWidth = Math.max(...lines.map((line) => line.length)) * 6.4 + 14;
  const boxHeight = lines.length * 14 + 8;
  const left = Math.min(Math.max(x - boxWidth / 2, 1), width - boxWidth - 1);
  const top = Math.min(Math.max(y - boxHeight / 2, 1), height - boxHeight - 1);
  return (
    <g className={main ? 'graph-main' : undefined}>
      <rect x={round(left)} y={round(top)} width={round(boxWidth)} height={boxHeight} rx="3" />
      {lines.map((line, index) => (
        <text key={line} x={round(left + boxWidth / 2)} y={round(top + 16 + index * 14)} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}

/** At most two lines; what doesn't fit is in the list. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  const shown = lines.slice(0, 2).map((line) => (line.length > most + 4 ? `${line.slice(0, most + 2)}…` : line));
  if (lines.length > 2) shown[1] = `${shown[1] ?? ''}…`;
  return shown;
}

const round = (number: number): number => Math.round(number * 10) / 10;
