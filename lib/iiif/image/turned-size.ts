import type { ImageRequest } from './image-request.ts';
import type { Size } from './region.ts';

/** The rectangle around an answer that was turned (Image API 3.0 §4.3). */
export function turnedSize({ size, degrees }: Pick<ImageRequest, 'size' | 'degrees'>): Size {
  const angle = (degrees * Math.PI) / 180;
  const [across, up] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  return {
    width: Math.round(size.width * across + size.height * up),
    height: Math.round(size.width * up + size.height * across),
  };
}
