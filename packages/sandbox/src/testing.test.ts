import { expect, it } from 'vitest';

it('can be imported where there is no window and no canvas', async () => {
  expect('document' in globalThis).toBe(false);
  const entry = await import('./testing.ts');
  expect(Object.keys(entry)).toEqual(
    expect.arrayContaining([
      'cardRatio',
      'createFakeCamera',
      'drawPhonePhoto',
      'drawScene',
      'drawSpecimenCard',
      'drawSpecimenFace',
      'drawSpecimenFile',
      'imageScene',
      'installFakeCamera',
      'specimenScene',
      'withExif',
    ]),
  );
});
