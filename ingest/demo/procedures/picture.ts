import sharp from 'sharp';

/** A drawn picture of a bridge, as a photograph taken at an inspection would lie in a fascicolo; another for each number. */
export function pictureOf(n: number): Promise<Uint8Array> {
  const arches = 2 + (n % 3);
  const width = 1200 / arches;
  const sky = ['#c9d8e2', '#d9cfc0', '#b8c6cf'][n % 3];
  const openings = Array.from({ length: arches }, (_, i) => {
    const left = i * width + 40;
    const right = (i + 1) * width - 40;
    return `<path d="M${left} 600V470a${(right - left) / 2} 170 0 0 1 ${right - left} 0V600z" fill="#7d97a5"/>`;
  }).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="${sky}"/>
    <circle cx="${180 + ((n * 173) % 840)}" cy="130" r="60" fill="#f2e9d8"/><rect y="250" width="1200" height="350" fill="#9c7a5b"/>
    <rect y="236" width="1200" height="26" fill="#7a5c42"/>${openings}<rect y="600" width="1200" height="200" fill="#5f7f8f"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 60 }).toBuffer();
}
