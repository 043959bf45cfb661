import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIndex } from './readIndex.ts';

let folder = '';
const write = (index: unknown) => writeFileSync(join(folder, 'index.json'), typeof index === 'string' ? index : JSON.stringify(index));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'eval-'));
  writeFileSync(join(folder, 'card.jpg'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readIndex', () => {
  it('reads what the schema names, and takes what is left out for not judged', () => {
    const quad = [
      [0, 0],
      [9, 0],
      [9, 5],
      [0, 5],
    ];
    write({ items: [{ file: 'card.jpg', kind: 'document', expected: 'ok', synthetic: true, quad, blur: false, more: 'words' }] });
    const [item] = readIndex(folder);
    expect(item).toMatchObject({ file: 'card.jpg', synthetic: true, quad, blur: false, glare: null, faceBoxes: null, borderline: false });
  });

  it('leaves out corners that are none', () => {
    write({ items: [{ file: 'card.jpg', kind: 'document', expected: 'ok', quad: [[0, 0], [9], [9, 5], [0, 5]] }] });
    expect(readIndex(folder)[0]?.quad).toBeNull();
  });

  it.each([
    ['not JSON', '{', /is not JSON/],
    ['no list', { items: {} }, /no list `items`/],
    ['an empty list', { items: [] }, /no list `items`/],
    ['an entry that is no object', { items: [3] }, /Entry 0 .* not an object/],
    ['an entry without a label', { items: [{ file: 'card.jpg', kind: 'document' }] }, /no text in `expected`/],
    ['a file that is not there', { items: [{ file: 'gone.jpg', kind: 'document', expected: 'ok' }] }, /names gone\.jpg/],
  ])('says what is wrong with an index that has %s', (_, index, message) => {
    write(index);
    expect(() => readIndex(folder)).toThrow(message);
  });

  it('says so when there is no folder', () => {
    expect(() => readIndex(join(folder, 'nowhere'))).toThrow(/is not there\. Name a folder/);
  });
});
