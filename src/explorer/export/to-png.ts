import type { WrittenFile } from '../../formats/format.ts';

/** Pixels per unit of the drawing. */
const FINENESS = 2;
/** The most pixels of a picture: browsers refuse larger canvases, each at another size. */
const MOST_PIXELS = 60_000_000;
const LONGEST_SIDE = 16_000;

/** How many pixels each unit of a drawing gets: two, or fewer where the picture would be too large for a browser. */
export function finenessOf(width: number, height: number): number {
  return Math.min(FINENESS, Math.sqrt(MOST_PIXELS / (width * height)), LONGEST_SIDE / Math.max(width, height));
}

/** Draws an SVG file into a PNG file. Rejects where the browser cannot, and with the reason of the signal. */
export async function toPng({ name, text = '' }: WrittenFile, signal: AbortSignal): Promise<WrittenFile> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    signal.throwIfAborted();
    const fineness = finenessOf(image.naturalWidth, image.naturalHeight);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * fineness);
    canvas.height = Math.round(image.naturalHeight * fineness);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser cannot draw pictures.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null) throw new Error('The picture is too large for this browser. Take the SVG, or a smaller part.');
    signal.throwIfAborted();
    return { name: name.replace(/\.svg$/u, '.png'), bytes: new Uint8Array(await blob.arrayBuffer()) };
  } finally {
    URL.revokeObjectURL(address);
  }
}
