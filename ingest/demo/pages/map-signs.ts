import type { Chance } from './chance.ts';
import { pathOf, widthOf } from './hands.ts';

/** Signs of surveyors' maps as SVG, each from the place where it stands on the ground. */

const ink = '#4a3526';

export function house(x: number, y: number, side: number, chance: Chance): string {
  const wide = side * chance.between(0.9, 1.5);
  const high = side * chance.between(0.5, 0.8);
  const roof = side * 0.42;
  const red = chance.pick(['#b5573a', '#a84e35', '#c06a48', '#b0624a']);
  const depth = side * 0.36;
  return `<g stroke="${ink}" stroke-width="5" stroke-linejoin="round"><path d="M${x} ${y}v${-high}h${wide}v${high}Z" fill="#e9d3b0"/>
    <path d="M${x + wide} ${y}l${depth} ${-depth * 0.6}v${-high}l${-depth} ${depth * 0.6}Z" fill="#c9ab82"/>
    <path d="M${x - 8} ${y - high}l${depth * 0.5} ${-roof}h${wide}l${depth * 0.5 + 16} ${roof - depth * 0.6}l${-depth} ${depth * 0.6}Z" fill="${red}" fill-opacity=".85"/>
    <path d="M${x + wide * 0.16} ${y - high * 0.7}h${wide * 0.16}v${high * 0.3}h${-wide * 0.16}ZM${x + wide * 0.62} ${y}v${-high * 0.55}h${wide * 0.18}v${high * 0.55}" fill="#6b4a33"/></g>`;
}

export function church(x: number, y: number, side: number): string {
  return `<g stroke="${ink}" stroke-width="6" stroke-linejoin="round"><path d="M${x} ${y}v${-side}l${side * 0.5} ${-side * 0.45}l${side * 0.5} ${side * 0.45}v${side}Z" fill="#ecd9b8"/>
    <path d="M${x + side} ${y}l${side * 0.9} ${-side * 0.3}v${-side}l${-side * 0.9} ${side * 0.3}Z" fill="#cdb089"/>
    <path d="M${x + side * 0.5} ${y - side * 1.45}l${side * 0.9} ${-side * 0.3}l${side * 0.5} ${side * 0.45}l${-side * 0.9} ${side * 0.3}Z" fill="#b5573a" fill-opacity=".85"/>
    <path d="M${x + side * 1.95} ${y - side * 0.3}v${-side * 2}l${side * 0.2} ${-side * 0.5}l${side * 0.2} ${side * 0.5}v${side * 2}Z" fill="#e3cba4"/>
    <circle cx="${x + side * 0.5}" cy="${y - side * 0.86}" r="${side * 0.13}" fill="#6b4a33"/><path d="M${x + side * 0.37} ${y}v${-side * 0.36}q${side * 0.13} ${-side * 0.18} ${side * 0.26} 0v${side * 0.36}Z" fill="#6b4a33"/></g>`;
}

export function tree(x: number, y: number, size: number, chance: Chance): string {
  const green = chance.pick(['#6f8450', '#7d8f57', '#5f7648', '#86935c']);
  return `<path d="M${x} ${y}v${-size * 0.5}" stroke="${ink}" stroke-width="7"/><ellipse cx="${x + size * 0.5}" cy="${y + 2}" rx="${size * 0.5}" ry="${size * 0.1}" fill="#6b6a4a" fill-opacity=".3"/>
    <path d="M${x - size * 0.36} ${y - size * 0.5}q${-size * 0.1} ${-size * 0.4} ${size * 0.26} ${-size * 0.42}q${size * 0.2} ${-size * 0.24} ${size * 0.36} ${size * 0.1}q${size * 0.3} ${size * 0.12} ${size * 0.06} ${size * 0.4}Z" fill="${green}" fill-opacity=".8" stroke="${ink}" stroke-width="4"/>`;
}

export function boat(x: number, y: number, size: number, turn: number): string {
  return `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${turn.toFixed(0)})" stroke="${ink}" stroke-width="5"><path d="M${-size} ${-size * 0.16}q${size} ${size * 0.3} ${size * 2} ${-size * 0.08}q${-size * 0.3} ${size * 0.4} ${-size * 0.9} ${size * 0.42}q${-size * 0.8} 0 ${-size * 1.1} ${-size * 0.34}Z" fill="#8a5c3a"/>
    <path d="M${-size * 0.5} ${size * 0.02}q0 ${-size * 0.5} ${size * 0.4} ${-size * 0.5}t${size * 0.44} ${size * 0.5}" fill="#d9c39a"/></g>`;
}

/** Ploughed strips, within a four-sided field. */
export function field(x: number, y: number, width: number, height: number, chance: Chance): string {
  const wash = chance.pick(['#b9b573', '#c9bd84', '#a9ad6c', '#d3c48e']);
  const lean = chance.between(-70, 70);
  const furrows = Array.from({ length: Math.floor(height / 34) }, (_, at) => {
    const part = at / Math.floor(height / 34);
    return `M${(x + lean * part).toFixed(0)} ${(y + at * 34 + 18).toFixed(0)}q${width / 2} ${chance.between(-9, 9).toFixed(0)} ${width} 0`;
  }).join('');
  return `<path d="M${x} ${y}h${width}l${lean} ${height}h${-width}Z" fill="${wash}" fill-opacity=".5" stroke="#6d6a3a" stroke-width="5"/><path d="${furrows}" stroke="#77703c" stroke-width="4" stroke-opacity=".55" fill="none"/>`;
}

/** A rose of the winds; `up` is the wind that is above. */
export function rose(x: number, y: number, radius: number, up: string): string {
  const points = Array.from({ length: 16 }, (_, at) => {
    const angle = (at / 16) * 2 * Math.PI - Math.PI / 2;
    const far = at % 4 === 0 ? radius : at % 2 === 0 ? radius * 0.66 : radius * 0.4;
    const side = (turn: number) =>
      `${(x + radius * 0.13 * Math.cos(angle + turn)).toFixed(0)} ${(y + radius * 0.13 * Math.sin(angle + turn)).toFixed(0)}`;
    const tip = `${(x + far * Math.cos(angle)).toFixed(0)} ${(y + far * Math.sin(angle)).toFixed(0)}`;
    return `<path d="M${x} ${y}L${side(0.5)}L${tip}Z" fill="#a3392b"/><path d="M${x} ${y}L${side(-0.5)}L${tip}Z" fill="#f3e6c8" stroke="${ink}" stroke-width="3"/>`;
  }).join('');
  const size = radius * 0.34;
  return `<circle cx="${x}" cy="${y}" r="${radius * 0.78}" fill="none" stroke="${ink}" stroke-width="4"/><circle cx="${x}" cy="${y}" r="${radius * 0.72}" fill="none" stroke="${ink}" stroke-width="3"/>${points}
    <path d="${pathOf('print', up, x - widthOf('print', up, size) / 2, y - radius * 1.08, size)}" fill="${ink}"/>`;
}

/** A scroll with curled ends, to bear the title. */
export function scroll(x: number, y: number, width: number, height: number): string {
  return `<g stroke="${ink}" stroke-width="7"><path d="M${x} ${y}q${width / 2} ${-height * 0.12} ${width} 0v${height}q${-width / 2} ${height * 0.12} ${-width} 0Z" fill="#f4e8cb"/>
    <path d="M${x} ${y}q-70 -30 -84 34t40 66q44 -10 30 -44M${x + width} ${y}q70 -30 84 34t-40 66q-44 -10 -30 -44M${x} ${y + height}q-70 30 -84 -34t40 -66q44 10 30 44M${x + width} ${y + height}q70 30 84 -34t-40 -66q-44 10 -30 44" fill="#dcc594"/></g>`;
}
