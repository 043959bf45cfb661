import { describe, expect, it } from 'vitest';
import { createCanvas } from './createCanvas.ts';
import { sampleTiles } from './sampleTiles.ts';

/** Something like a photograph: a sky without detail, a wall with some, and a meadow with much. */
function drawScene(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const { context } = canvas;
  let seed = 5;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#468');
  sky.addColorStop(1, '#cde');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  for (let count = 0; count < (width * height) / 90; count += 1) {
    const y = height * (1 - random() ** 2);
    context.fillStyle = `hsl(${Math.round(random() * 120)} 40% ${Math.round(random() * 100)}%)`;
    context.fillRect(random() * width, y, 2 + random() * 6, 2 + random() * 6);
  }
  return canvas;
}

describe('sampleTiles', () => {
  it.each([
    [1920, 1440],
    [1080, 1920],
    [640, 480],
    [4096, 3072],
  ])('tells the bytes of %i x %i within a seventh, at any quality', async (width, height) => {
    const canvas = drawScene(width, height);
    const sample = sampleTiles(canvas);
    for (const quality of [0.5, 0.7, 0.9]) {
      const { size } = await canvas.encode(quality);
      const share = (await sample.estimateBytes(quality)) / size;
      expect(share).toBeGreaterThan(0.87);
      expect(share).toBeLessThan(1.15);
    }
    sample.close();
    canvas.close();
  });

  it('takes a picture smaller than a tile', async () => {
    const canvas = createCanvas(20, 10);
    const sample = sampleTiles(canvas);
    expect(await sample.estimateBytes(0.8)).toBeGreaterThan(0);
    sample.close();
    canvas.close();
  });
});
