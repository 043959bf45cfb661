import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeExif } from './encodeExif.ts';
import { encodeFlatJpeg } from './encodeFlatJpeg.ts';
import type { ImageFacts } from './ImageFacts.ts';
import { inspectImage } from './inspectImage.ts';

interface Label {
  readonly file: string;
  readonly kind: string;
  readonly expected: string;
  readonly storedWidth?: number;
  readonly storedHeight?: number;
  readonly exifOrientation?: number;
  readonly gps?: boolean;
}

interface Picture {
  readonly label: Label;
  readonly read: () => Uint8Array;
}

/** A folder beside the repository, not part of it. */
const folder = new URL('../../../../../shared/data/', import.meta.url);

function findPictures(): readonly Picture[] {
  const index = new URL('index.json', folder);
  if (!existsSync(index)) {
    process.stderr.write('inspectImage: ../shared/data is not there, so a made-up picture is used instead of the labelled ones.\n');
    const label = { file: 'made up', kind: 'tricky', expected: 'ok', storedWidth: 64, storedHeight: 48, exifOrientation: 6, gps: true };
    return [{ label, read: () => encodeFlatJpeg(64, 48, encodeExif({ orientation: 6, hasGps: true })) }];
  }
  const { items } = JSON.parse(readFileSync(index, 'utf8')) as { items: Label[] };
  return items
    .filter(({ kind }) => kind !== 'video')
    .map((label) => ({ label, read: () => new Uint8Array(readFileSync(new URL(label.file, folder))) }));
}

/** Where the facts differ from the label, in words. Only JPEG and PNG are read further than their type. */
function findDifferences({ storedWidth, storedHeight, exifOrientation = 1, gps, expected }: Label, facts: ImageFacts): readonly string[] {
  const isRead = facts.widthPx !== null;
  const isPicture = facts.type === 'image/jpeg' || facts.type === 'image/png';
  const orientation = exifOrientation >= 1 && exifOrientation <= 8 ? exifOrientation : 1;
  const checks = {
    size: !isRead || storedWidth === undefined || (facts.widthPx === storedWidth && facts.heightPx === storedHeight),
    orientation: !isRead || facts.orientation === orientation,
    place: !isRead || gps === undefined || facts.hasGps === gps,
    'whole, and found faulty': !expected.startsWith('ok') || facts.fault === null,
    'faulty, and found whole': expected !== 'reject:corrupt' || facts.fault !== null || facts.type === null,
    'not a JPEG or PNG, and taken for one': expected !== 'reject:unsupported_type' || !isPicture,
  };
  return Object.entries(checks).flatMap(([name, isFine]) => (isFine ? [] : [name]));
}

describe('inspectImage, on labelled pictures', () => {
  it.each(findPictures())('agrees with the label of $label.file', ({ label, read }) => {
    expect(findDifferences(label, inspectImage(read()))).toEqual([]);
  });
});
