import type { Sheet } from './sheet.ts';

/** Stains, foxing and thumbed corners, as the leaf's own chance has it. */
export function wear(sheet: Sheet, amount = 1): void {
  const { chance, width, height } = sheet;
  let svg = '';
  for (let at = Math.floor(chance.between(0, 2.2) * amount); at > 0; at--) svg += stain(sheet, at);
  for (let at = 0; at < 60 * amount; at++) {
    const x = chance.between(0, width);
    const y = chance.between(0, height);
    svg += `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${chance.between(2, 11).toFixed(1)}" fill="#8a6330" fill-opacity="${chance.between(0.06, 0.28).toFixed(2)}"/>`;
  }
  sheet.draw(svg);
}

/** Water that dried: pale within, with a brown rim. */
function stain({ chance, width, height }: Sheet, at: number): string {
  const x = chance.pick([chance.between(0, width * 0.25), chance.between(width * 0.7, width)]);
  const y = chance.between(0, height);
  const radius = chance.between(width * 0.06, width * 0.22);
  const id = `s${at}${Math.round(x)}`;
  return `<radialGradient id="${id}"><stop offset="0" stop-color="#b48a4c" stop-opacity=".08"/><stop offset=".8" stop-color="#b48a4c" stop-opacity=".16"/><stop offset=".93" stop-color="#9a6e34" stop-opacity=".38"/><stop offset=".96" stop-color="#9a6e34" stop-opacity=".12"/><stop offset="1" stop-color="#9a6e34" stop-opacity="0"/></radialGradient>
    <path d="${blob(x, y, radius, chance.between(0, 6))}" fill="url(#${id})"/>`;
}

/** A roundish shape that is no circle. */
export function blob(x: number, y: number, radius: number, turn: number, uneven = 0.12): string {
  const points = Array.from({ length: 48 }, (_, at) => {
    const angle = (at / 48) * 2 * Math.PI;
    const r = radius * (1 + uneven * Math.sin(3 * angle + turn) + (uneven / 2) * Math.sin(7 * angle + 2 * turn));
    return `${(x + r * Math.cos(angle)).toFixed(0)} ${(y + r * 0.86 * Math.sin(angle)).toFixed(0)}`;
  });
  return `M${points.join('L')}Z`;
}

/** The table beneath, seen where a skin or a torn sheet does not reach: a dark frame with an uneven inner edge. */
export function cutOut(sheet: Sheet, margin: number, uneven: number): void {
  const { width, height, chance } = sheet;
  const step = 140;
  const away = (base: number, at: number, turn: number) =>
    base + uneven * (Math.sin(at / 310 + turn) + 0.6 * Math.sin(at / 121 + 2 * turn)) + chance.between(-4, 4);
  const points: string[] = [];
  const turn = chance.between(0, 6);
  for (let x = margin; x < width - margin; x += step) points.push(`${x} ${away(margin, x, turn).toFixed(0)}`);
  for (let y = margin; y < height - margin; y += step)
    points.push(`${(width - away(margin, y, turn + 1)).toFixed(0)} ${y}`);
  for (let x = width - margin; x > margin; x -= step)
    points.push(`${x} ${(height - away(margin, x, turn + 2)).toFixed(0)}`);
  for (let y = height - margin; y > margin; y -= step) points.push(`${away(margin, y, turn + 3).toFixed(0)} ${y}`);
  const edge = `M${points.join('L')}Z`;
  sheet.draw(
    `<path d="${edge}" fill="none" stroke="#6d5028" stroke-width="34" stroke-opacity=".28"/><path fill-rule="evenodd" d="M0 0H${width}V${height}H0Z${edge}" fill="#1b1815"/>`,
  );
}
