import { Chance } from './chance.ts';
import { papers } from './paper.ts';
import { Sheet } from './sheet.ts';
import { blob, wear } from './wear.ts';

const width = 4300;
const height = 3100;
/** The print on its card. */
const print = { x: 330, y: 260, width: 3640, height: 2380 };

export interface Photograph {
  code: string;
  number: number;
  caption: readonly [string, string];
  /** Walls broken open. */
  damaged: boolean;
  scaffolding: boolean;
  people: number;
}

/** A street of arcades seen in perspective, in the browns of an albumen print, mounted on card with its caption. */
export function photograph(photo: Photograph): Sheet {
  const sheet = new Sheet(width, height, papers.card, new Chance(`${photo.code} ${photo.number}`), '#4b3b2c');
  const { chance } = sheet;
  const vanish = { x: print.x + print.width * chance.between(0.4, 0.6), y: print.y + print.height * 0.55 };
  let scene = `<rect x="${print.x}" y="${print.y}" width="${print.width}" height="${print.height}" fill="url(#sky)"/>`;
  scene += tower(vanish.x + chance.between(-260, 260), vanish.y, chance);
  scene += street(vanish);
  for (const side of [-1, 1] as const) scene += row(side, vanish, chance, photo);
  if (photo.damaged) scene += rubble(vanish, chance);
  for (let at = 0; at < photo.people; at++) scene += person(vanish, chance);
  scene += `<rect x="${print.x}" y="${print.y}" width="${print.width}" height="${print.height}" fill="url(#dim)"/>`;
  for (let at = 0; at < 14; at++)
    scene += `<path d="M${chance.between(print.x, print.x + print.width).toFixed(0)} ${chance.between(print.y, print.y + print.height).toFixed(0)}q${chance.between(-60, 60).toFixed(0)} ${chance.between(20, 160).toFixed(0)} ${chance.between(-90, 90).toFixed(0)} ${chance.between(60, 260).toFixed(0)}" stroke="#f4e8cf" stroke-width="3" stroke-opacity=".35" fill="none"/>`;
  sheet.draw(
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#d9c6a0"/><stop offset=".6" stop-color="#f6ead0"/></linearGradient>
      <radialGradient id="dim" cx=".5" cy=".5" r=".75"><stop offset=".55" stop-color="#2a1a0c" stop-opacity="0"/><stop offset="1" stop-color="#2a1a0c" stop-opacity=".62"/></radialGradient>
      <clipPath id="print"><rect x="${print.x}" y="${print.y}" width="${print.width}" height="${print.height}"/></clipPath></defs>
     <rect x="${print.x - 8}" y="${print.y - 6}" width="${print.width + 30}" height="${print.height + 30}" fill="#3d2f1f" fill-opacity=".5"/>
     <rect x="${print.x - 40}" y="${print.y - 40}" width="${print.width + 80}" height="${print.height + 80}" fill="#fffaf0"/>
     <g clip-path="url(#print)">${scene}</g>`,
  );
  sheet.write(2810, { hand: 'roundhand', text: photo.caption[0], x: 380, size: 104 });
  sheet.write(2940, { hand: 'quick', text: photo.caption[1], x: 380, size: 74 });
  sheet.write(2890, { hand: 'print', text: `N. ${photo.number}`, x: 3940, size: 92, anchor: 'end', ink: '#7a2f24' });
  wear(sheet, 0.4);
  return sheet;
}

const far = 0.1;

/** A point on the wall of a side: `deep` 0 is beside us, 1 at the end of the street; `high` in parts of the first house's height. */
function onWall(side: -1 | 1, vanish: { x: number; y: number }, deep: number, high: number): string {
  const near = 1 - deep * (1 - far);
  const x = vanish.x + side * print.width * 0.62 * near;
  const y = vanish.y + print.height * 0.5 * near - high * print.height * 1.05 * near;
  return `${x.toFixed(0)} ${y.toFixed(0)}`;
}

function row(side: -1 | 1, vanish: { x: number; y: number }, chance: Chance, photo: Photograph): string {
  let svg = '';
  const houses = 6;
  for (let at = houses - 1; at >= 0; at--) {
    const deep = (part: number) => 1 - (1 - (at + part) / houses) ** 1.6;
    const high = chance.between(0.72, 1.05);
    const broken = photo.damaged && side === 1 && at === 1;
    const light = Math.round(side === -1 ? 92 + at * 17 : 132 + at * 15);
    const tone = (value: number) => `rgb(${value},${Math.round(value * 0.84)},${Math.round(value * 0.62)})`;
    const p = (part: number, level: number) => onWall(side, vanish, deep(part), level);
    const crown = broken
      ? `${p(0, high * 0.62)}L${p(0.09, high * 0.58)}L${p(0.14, high * 0.5)}L${p(0.3, high * 0.46)}L${p(0.36, high * 0.53)}L${p(0.52, high * 0.55)}L${p(0.58, high * 0.66)}L${p(0.74, high * 0.7)}L${p(0.79, high * 0.86)}L${p(0.9, high * 0.9)}L${p(0.94, high)}L${p(1, high)}`
      : `${p(0, high)}L${p(1, high)}`;
    svg += `<path d="M${p(0, 0)}L${crown}L${p(1, 0)}Z" fill="${tone(light)}"/>`;
    if (!broken)
      svg += `<path d="M${p(-0.02, high)}L${p(1.02, high)}L${p(1.02, high + 0.05)}L${p(-0.02, high + 0.05)}Z" fill="${tone(light - 46)}"/>`;
    for (let bay = 0; bay < 4; bay++) {
      const from = 0.06 + bay * 0.235;
      svg += `<path d="M${p(from, 0)}L${p(from, 0.17)}L${p(from + 0.04, 0.225)}L${p(from + 0.1, 0.245)}L${p(from + 0.15, 0.225)}L${p(from + 0.185, 0.17)}L${p(from + 0.185, 0)}Z" fill="${tone(34 + at * 10)}"/>`;
      for (const level of [0.36, 0.56, 0.76]) {
        if (level + 0.13 > high || (broken && level > 0.5)) continue;
        svg += `<path d="M${p(from + 0.035, level)}L${p(from + 0.035, level + 0.12)}L${p(from + 0.14, level + 0.12)}L${p(from + 0.14, level)}Z" fill="${tone(48 + at * 10)}"/>`;
        svg += `<path d="M${p(from - 0.03, level)}L${p(from - 0.03, level + 0.12)}L${p(from + 0.03, level + 0.12)}L${p(from + 0.03, level)}Z" fill="${tone(light - 34)}"/>`;
      }
    }
    svg += `<path d="M${p(0, 0.29)}L${p(1, 0.29)}" stroke="${tone(light - 40)}" stroke-width="7"/>`;
    if (photo.scaffolding && side === -1 && at === 1) svg += poles(p, high);
  }
  return svg;
}

function poles(p: (part: number, level: number) => string, high: number): string {
  const upright = [0, 0.25, 0.5, 0.75, 1].map((at) => `M${p(at, 0)}L${p(at, high + 0.12)}`).join('');
  const level = [0.25, 0.5, 0.75, 1].map((at) => `M${p(-0.05, high * at)}L${p(1.05, high * at)}`).join('');
  return `<path d="${upright}${level}M${p(0, 0)}L${p(0.5, high)}M${p(0.5, 0)}L${p(1, high)}" stroke="#2e2114" stroke-width="13" fill="none"/>`;
}

const street = (vanish: { x: number; y: number }) =>
  `<linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#d8c6a2"/><stop offset="1" stop-color="#8b7553"/></linearGradient><path d="M${onWall(-1, vanish, 1, 0)}L${onWall(1, vanish, 1, 0)}L${print.x + print.width + 900} ${print.y + print.height + 200}H${print.x - 900}Z" fill="url(#ground)"/>
   ${Array.from({ length: 16 }, (_, at) => `<path d="M${vanish.x} ${vanish.y + 60}L${print.x - 500 + at * 310} ${print.y + print.height + 100}" stroke="#5f4c30" stroke-width="4" stroke-opacity=".28"/>`).join('')}`;

function tower(x: number, y: number, chance: Chance): string {
  const high = chance.between(760, 1000);
  return `<g fill="#b49f78"><path d="M${x - 90} ${y + 100}v${-high}h180v${high}Z"/><path d="M${x - 104} ${y - high + 100}h208l-104 -250Z" fill="#9c8863"/><path d="M${x - 40} ${y - high + 330}v-130q40 -60 80 0v130Z" fill="#6b583c"/></g>`;
}

const rubble = (vanish: { x: number; y: number }, chance: Chance) =>
  Array.from({ length: 70 }, () => {
    const y = vanish.y + print.height * chance.between(0.22, 0.42);
    const size = chance.between(12, 70) * ((y - vanish.y) / (print.height * 0.4));
    const x = vanish.x + chance.between(500, 1250) * ((y - vanish.y) / (print.height * 0.36));
    const value = chance.whole(70, 170);
    return `<path d="${blob(x, y, size, chance.between(0, 6), 0.3)}" fill="rgb(${value},${Math.round(value * 0.84)},${Math.round(value * 0.63)})"/>`;
  }).join('');

function person({ x, y }: { x: number; y: number }, chance: Chance): string {
  const near = chance.between(0.14, 0.8);
  const high = print.height * 0.24 * near * chance.between(0.82, 1.08);
  const foot = y + print.height * 0.5 * near;
  const at = x + chance.between(-0.5, 0.5) * print.width * near;
  const value = Math.round(70 - near * 40);
  const coat = `rgb(${value},${Math.round(value * 0.8)},${Math.round(value * 0.6)})`;
  const skirt = chance.next() < 0.4 ? 0.3 : 0.16;
  return `<g transform="translate(${at.toFixed(0)} ${foot.toFixed(0)}) scale(${high.toFixed(1)})"><ellipse cx=".22" cy="0" rx=".4" ry=".035" fill="#2b1d10" fill-opacity=".4"/><path d="M${-skirt} 0L-.11 -.52h.22L${skirt} 0Z" fill="${coat}"/><path d="M-.15 -.46L-.1 -.8q.1 -.06 .2 0L.15 -.46Z" fill="${coat}"/><circle cx="0" cy="-.89" r=".07" fill="#b79a74"/><path d="M-.12 -.91h.24l-.05 -.03q-.02 -.07 -.07 -.07t-.07 .07Z" fill="${coat}"/></g>`;
}
