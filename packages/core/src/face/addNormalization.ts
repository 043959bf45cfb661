/** Fields of the schema's `Model`. Source: https://github.com/tensorflow/tensorflow/blob/master/tensorflow/compiler/mlir/lite/schema/schema.fbs */
const fieldCount = 8;
const buffersField = 4;
const metadataField = 6;
const metadataName = 'TFLITE_METADATA';

/** 127.5 as a 32-bit float. */
const half255 = 0x42ff0000;

/**
 * A `ModelMetadata` that says of the one input: (0..255 - 127.5) / 127.5. A FlatBuffer, word by word: each table comes after its
 * vtable, and numbers are distances or two 16-bit places.
 * Source: https://github.com/google-ai-edge/mediapipe/blob/master/mediapipe/tasks/metadata/metadata_schema.fbs
 */
const normalization: readonly number[] = [
  [20, 0x3130304d], // Where the root is, and "M001".
  [12 | (8 << 16), 0, 4 << 16], // ModelMetadata: subgraph_metadata is its fourth field.
  [12, 4, 1, 16],
  [10 | (8 << 16), 0, 4], // SubGraphMetadata: input_tensor_metadata, the third.
  [12, 4, 1, 20],
  [14 | (8 << 16), 0, 0, 4], // TensorMetadata: process_units, the fifth.
  [16, 4, 1, 12],
  [8 | (12 << 16), 8 | (4 << 16)], // ProcessUnit: the type of its options, 1 for NormalizationOptions, and the options.
  [8, 16, 1],
  [8 | (12 << 16), 4 | (8 << 16)], // NormalizationOptions: mean and std.
  [8, 8, 12, 1, half255, 1, half255],
].flat();

/** A model as far as it is copied: what its root's fields point at, in bytes from its begin. */
interface ModelRoot {
  readonly version: number;
  readonly targets: readonly (number | undefined)[];
  readonly list: (field: number) => readonly number[];
}

function readRoot(model: Uint8Array): ModelRoot {
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength);
  const word = (at: number) => view.getUint32(at, true);
  const follow = (at: number) => at + word(at);
  const root = follow(0);
  const vtable = root - view.getInt32(root, true);
  const places = Array.from({ length: fieldCount }, (_, field) => {
    const at = 4 + 2 * field;
    return at < view.getUint16(vtable, true) ? view.getUint16(vtable + at, true) : 0;
  });
  const targets = places.map((place) => (place === 0 ? undefined : follow(root + place)));
  return {
    version: word(root + (places[0] ?? 0)),
    targets,
    list: (field) => {
      const start = targets[field];
      return start === undefined ? [] : Array.from({ length: word(start) }, (_, index) => follow(start + 4 * (index + 1)));
    },
  };
}

/**
 * Adds to a face detection model what MediaPipe's tasks ask of it: that its input is scaled to -1..1, as every BlazeFace's is. A
 * model that has such metadata is given back as it is.
 *
 * The models in the package `@mediapipe/face_detection` have none. The model stays in one piece behind a new root, which has its
 * fields and one buffer more.
 *
 * @param model the bytes of a TensorFlow Lite model.
 */
export function addNormalization(model: Uint8Array): Uint8Array {
  if (new TextDecoder('latin1').decode(model).includes(metadataName)) return model;
  const { version, targets, list } = readRoot(model);
  const buffers = list(buffersField);
  const metadata = list(metadataField);

  // Places in words, one thing after the other; distances in a FlatBuffer only lead forwards.
  const vtable = 2;
  const root = vtable + (4 + 2 * fieldCount) / 4;
  const buffersAt = root + 1 + fieldCount;
  const metadataAt = buffersAt + 2 + buffers.length;
  const entry = metadataAt + 2 + metadata.length + 2;
  const name = entry + 3;
  const buffer = name + 5 + 2;
  // The bytes of a buffer, and with them the model, begin at a multiple of 16.
  const data = Math.ceil((buffer + 3) / 4) * 4;
  const modelAt = Math.ceil((data + normalization.length) / 4) * 16;

  const bytes = new Uint8Array(modelAt + model.length);
  const view = new DataView(bytes.buffer);
  const write = (at: number, ...words: readonly number[]) => {
    for (const [index, word] of words.entries()) view.setUint32((at + index) * 4, word, true);
  };
  const link = (at: number, targetByte: number) => write(at, targetByte - at * 4);
  const linkAll = (at: number, old: readonly number[], added: number) => {
    write(at, old.length + 1);
    for (const [index, target] of old.entries()) link(at + 1 + index, modelAt + target);
    link(at + 1 + old.length, added * 4);
  };

  bytes.set(model, modelAt);
  write(0, root * 4);
  bytes.set(model.subarray(4, 8), 4);
  view.setUint16(vtable * 4, (root - vtable) * 4, true);
  view.setUint16(vtable * 4 + 2, (1 + fieldCount) * 4, true);
  write(root, (root - vtable) * 4, version);
  for (let field = 0; field < fieldCount; field += 1) {
    const target = targets[field];
    const isOurs = field === buffersField || field === metadataField;
    if (target === undefined && !isOurs) continue;
    view.setUint16(vtable * 4 + 4 + 2 * field, (1 + field) * 4, true);
    if (field > 0) link(root + 1 + field, target === undefined ? 0 : modelAt + target);
  }
  link(root + 1 + buffersField, buffersAt * 4);
  link(root + 1 + metadataField, metadataAt * 4);
  linkAll(buffersAt, buffers, buffer);
  linkAll(metadataAt, metadata, entry);
  // Metadata: its name, and the number of its buffer.
  write(entry - 2, 8 | (12 << 16), 4 | (8 << 16), 8, 0, buffers.length);
  link(entry + 1, name * 4);
  write(name, metadataName.length);
  new TextEncoder().encodeInto(metadataName, bytes.subarray((name + 1) * 4));
  // Buffer: its bytes.
  write(buffer - 2, 6 | (8 << 16), 4, 8, 0);
  link(buffer + 1, (data - 1) * 4);
  write(data - 1, normalization.length * 4, ...normalization);
  return bytes;
}
