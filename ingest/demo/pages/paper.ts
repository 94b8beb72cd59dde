import sharp from 'sharp';

/** What a page is made of. */
export interface Paper {
  colour: string;
  /** Of its edges, and of where hands took it. */
  edge: string;
  /** How rough it looks, 0 to 1. */
  grain: number;
  /** Marks of the mould's wires. */
  laid: boolean;
}

export const papers = {
  parchment: { colour: '#ecdcb4', edge: '#b08d55', grain: 0.55, laid: false },
  rag: { colour: '#eee2c6', edge: '#bb9a66', grain: 0.5, laid: true },
  fine: { colour: '#f1e9d6', edge: '#c7ab7c', grain: 0.35, laid: true },
  machine: { colour: '#f0e8d4', edge: '#cdb182', grain: 0.3, laid: false },
  form: { colour: '#ece6d2', edge: '#d3c39a', grain: 0.25, laid: false },
  card: { colour: '#cfc0a2', edge: '#9c8660', grain: 0.75, laid: false },
} satisfies Record<string, Paper>;

let noise: Promise<{ fine: Buffer; coarse: Buffer }> | null = null;

/** Grey noise to be laid over paper: fibres and clouds, made once. */
function noises(): Promise<{ fine: Buffer; coarse: Buffer }> {
  const made = (side: number, sigma: number) =>
    sharp({
      create: {
        width: side,
        height: side,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma },
      },
    }).greyscale();
  noise ??= Promise.all([made(768, 60).blur(0.9).png().toBuffer(), made(40, 34).blur(1).png().toBuffer()]).then(
    ([fine, coarse]) => ({ fine, coarse }),
  );
  return noise;
}

const made = new Map<string, Promise<Buffer>>();

/** A blank sheet as raw RGB. Those of one paper and size are one, turned over for each page. */
export function blank(paper: Paper, width: number, height: number): Promise<Buffer> {
  const key = JSON.stringify([paper, width, height]);
  let sheet = made.get(key);
  if (!sheet) {
    // one kind after the other is drawn: what is not needed again makes room
    made.clear();
    sheet = makeBlank(paper, width, height);
    made.set(key, sheet);
  }
  return sheet;
}

async function makeBlank(paper: Paper, width: number, height: number): Promise<Buffer> {
  const { fine, coarse } = await noises();
  const clouds = await sharp(coarse)
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .linear(paper.grain * 0.75, 128 * (1 - paper.grain * 0.75))
    .png({ compressionLevel: 0 })
    .toBuffer();
  const fibres = await sharp(fine)
    .linear(paper.grain, 128 * (1 - paper.grain))
    .png()
    .toBuffer();
  return sharp(Buffer.from(ground(paper, width, height)))
    .flatten()
    .composite([
      { input: clouds, blend: 'soft-light' },
      { input: fibres, tile: true, blend: 'soft-light' },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();
}

function ground({ colour, edge, laid }: Paper, width: number, height: number): string {
  const wires = laid
    ? `<pattern id="w" width="460" height="22" patternUnits="userSpaceOnUse"><path d="M0 6H460M0 17H460" stroke="${edge}" stroke-width="2" stroke-opacity=".1"/><path d="M230 0V22" stroke="${edge}" stroke-width="5" stroke-opacity=".13"/></pattern>`
    : '';
  const side = (name: string, x2: number, y2: number, x1 = 0, y1 = 0) =>
    `<linearGradient id="${name}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"><stop offset="0" stop-color="${edge}" stop-opacity=".55"/><stop offset=".06" stop-color="${edge}" stop-opacity=".16"/><stop offset=".3" stop-color="${edge}" stop-opacity="0"/></linearGradient>`;
  const sides = ['l', 'r', 't', 'b'].map((name) => `<rect width="100%" height="100%" fill="url(#${name})"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${wires}${side('l', 1, 0)}${side('r', 0, 0, 1)}${side('t', 0, 1)}${side('b', 0, 0, 0, 1)}</defs>
    <rect width="100%" height="100%" fill="${colour}"/>${laid ? '<rect width="100%" height="100%" fill="url(#w)"/>' : ''}${sides}</svg>`;
}
