import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalItem, LabelledBox, LabelledQuad } from './EvalItem.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const isRow = (value: unknown, length: number): value is readonly number[] =>
  Array.isArray(value) && value.length === length && value.every((entry) => Number.isFinite(entry));

function readQuad(value: unknown): LabelledQuad | null {
  return Array.isArray(value) && value.length === 4 && value.every((corner) => isRow(corner, 2))
    ? (value as unknown as LabelledQuad)
    : null;
}

function readBoxes(value: unknown): readonly LabelledBox[] | null {
  return Array.isArray(value) && value.every((box) => isRow(box, 4)) ? (value as unknown as readonly LabelledBox[]) : null;
}

const readFlag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
const readText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const readNumber = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined);

function readItem(folder: string, value: unknown, index: number): EvalItem {
  const where = `Entry ${index} of index.json`;
  if (!isFields(value)) throw new Error(`${where} is not an object.`);
  const { file, kind, expected } = value;
  for (const [name, field] of Object.entries({ file, kind, expected })) {
    if (typeof field !== 'string' || field === '') throw new Error(`${where} has no text in \`${name}\`.`);
  }
  if (!existsSync(join(folder, String(file)))) throw new Error(`${where} names ${String(file)}, and no such file is in the folder.`);
  return {
    file: String(file),
    kind: String(kind),
    expected: String(expected),
    synthetic: value['synthetic'] === true,
    quad: readQuad(value['quad']),
    faceBoxes: readBoxes(value['faceBoxes']),
    blur: readFlag(value['blur']),
    glare: readFlag(value['glare']),
    dark: readFlag(value['dark']),
    partial: readFlag(value['partial']),
    borderline: value['borderline'] === true,
    width: readNumber(value['width']),
    height: readNumber(value['height']),
    labelsFile: readText(value['labelsFile']),
  };
}

/**
 * Reads a folder of labelled pictures: `index.json` with `items`, and the files they name.
 *
 * @throws Error with a message for people when there is no such folder, no index, or an entry that cannot be used.
 */
export function readIndex(folder: string): readonly EvalItem[] {
  const path = join(folder, 'index.json');
  if (!existsSync(path)) {
    throw new Error(`${path} is not there. Name a folder of labelled pictures: \`npm run eval -- ../shared/data\`.`);
  }
  let index: unknown;
  try {
    index = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path} is not JSON.`, { cause });
  }
  const items = isFields(index) ? index['items'] : undefined;
  if (!Array.isArray(items) || items.length === 0) throw new Error(`${path} has no list \`items\` with anything in it.`);
  return items.map((item, place) => readItem(folder, item, place));
}
