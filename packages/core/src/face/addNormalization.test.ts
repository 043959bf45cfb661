import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { addNormalization } from './addNormalization.ts';

const require = createRequire(import.meta.url);
const readModel = (path: string) => new Uint8Array(readFileSync(path));
const shortRange = readModel(require.resolve('@mediapipe/face_detection/face_detection_short_range.tflite'));
/** Has an entry of metadata of another kind. */
const sparse = readModel(require.resolve('@mediapipe/face_detection/face_detection_full_range_sparse.tflite'));

/** Reads a FlatBuffer the plain way: by tables, fields and vectors. */
class FlatTable {
  readonly view: DataView;
  readonly at: number;

  constructor(view: DataView, at: number = view.getUint32(0, true)) {
    this.view = view;
    this.at = at;
  }

  static open(bytes: Uint8Array): FlatTable {
    return new FlatTable(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  place(field: number): number {
    const vtable = this.at - this.view.getInt32(this.at, true);
    const at = 4 + 2 * field;
    const offset = at < this.view.getUint16(vtable, true) ? this.view.getUint16(vtable + at, true) : 0;
    return offset === 0 ? 0 : this.at + offset;
  }

  word(field: number): number {
    return this.view.getUint32(this.place(field), true);
  }

  byte(field: number): number {
    return this.view.getUint8(this.place(field));
  }

  /** Where the content of a vector or string begins, and how many elements it has. */
  vector(field: number): { start: number; length: number } {
    const place = this.place(field);
    if (place === 0) return { start: 0, length: 0 };
    const at = place + this.view.getUint32(place, true);
    return { start: at + 4, length: this.view.getUint32(at, true) };
  }

  table(field: number): FlatTable {
    const place = this.place(field);
    return new FlatTable(this.view, place + this.view.getUint32(place, true));
  }

  tables(field: number): FlatTable[] {
    const { start, length } = this.vector(field);
    return Array.from({ length }, (_, index) => {
      const at = start + 4 * index;
      return new FlatTable(this.view, at + this.view.getUint32(at, true));
    });
  }

  bytes(field: number): Uint8Array {
    const { start, length } = this.vector(field);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + start, length);
  }

  text(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  floats(field: number): number[] {
    const { start, length } = this.vector(field);
    return Array.from({ length }, (_, index) => this.view.getFloat32(start + 4 * index, true));
  }
}

describe('addNormalization', () => {
  it.each([
    ['the short-range model', shortRange, 0],
    ['a model with other metadata', sparse, 1],
  ])('says of %s that its input goes from -1 to 1', (_, model, others) => {
    const root = FlatTable.open(addNormalization(model));
    const metadata = root.tables(6);
    expect(metadata).toHaveLength(others + 1);
    expect(metadata.at(-1)?.text(0)).toBe('TFLITE_METADATA');
    const bytes = root.tables(4)[metadata.at(-1)?.word(1) ?? -1]?.bytes(0) ?? new Uint8Array();
    expect(new TextDecoder().decode(bytes.slice(4, 8))).toBe('M001');
    const unit = FlatTable.open(bytes.slice()).tables(3)[0]?.tables(2)[0]?.tables(4)[0];
    expect(unit?.byte(0)).toBe(1);
    expect(unit?.table(1).floats(0)).toEqual([127.5]);
    expect(unit?.table(1).floats(1)).toEqual([127.5]);
  });

  it.each([
    ['the short-range model', shortRange],
    ['a model with other metadata', sparse],
  ])('leaves %s as it is: version, operators, graph, description and weights', (_, model) => {
    const before = FlatTable.open(model);
    const bytes = addNormalization(model);
    const after = FlatTable.open(bytes);
    expect(new TextDecoder().decode(bytes.slice(4, 8))).toBe('TFL3');
    expect(after.word(0)).toBe(before.word(0));
    expect(after.text(3)).toBe(before.text(3));
    expect(after.vector(1).length).toBe(before.vector(1).length);
    expect(after.tables(2).map((graph) => [graph.vector(0).length, graph.vector(3).length])).toEqual(
      before.tables(2).map((graph) => [graph.vector(0).length, graph.vector(3).length]),
    );
    const [weights, kept] = [before.tables(4), after.tables(4)];
    expect(kept).toHaveLength(weights.length + 1);
    for (const [index, buffer] of weights.entries()) {
      expect(Buffer.compare(kept[index]?.bytes(0) ?? new Uint8Array(), buffer.bytes(0))).toBe(0);
      // XNNPACK reads weights where they lie, and asks for multiples of 16.
      expect((kept[index]?.vector(0).start ?? 1) % 16).toBe(buffer.vector(0).start % 16);
    }
  });

  it('gives back as it is what has such metadata', () => {
    const once = addNormalization(shortRange);
    expect(once.length).toBeGreaterThan(shortRange.length);
    expect(addNormalization(once)).toBe(once);
  });
});
