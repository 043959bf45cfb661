import { defaultSkipField } from '@stepframe/core';
import { decodeField, make, type PartInfo } from 'multipasta';
import { Refusal, refuseOtherJourney, refuseTooLarge } from './Refusal.ts';

export interface StepRewriterOptions {
  /** Boundary of the body that comes in. */
  readonly boundary: string;
  /** The session's; written out in place of whatever the browser sent. */
  readonly journeyId: string;
  /** Name of the API's skip field. */
  readonly skipField: string;
  /** Bytes of all pictures together. */
  readonly maxBytes: number;
}

/** Rewrites one submission, piece by piece. Everything throws a Refusal at the first thing that is not allowed. */
export interface StepRewriter {
  /** Content type of what is written out. */
  readonly contentType: string;
  /** Takes the next bytes of the browser's body and gives those that go on; they are views, not copies. */
  readonly write: (chunk: Uint8Array) => Uint8Array[];
  /** Takes the end of the browser's body and gives the last bytes, the closing boundary among them. */
  readonly end: () => Uint8Array[];
  /** Whether a picture has begun: until then everything is held by the rewriter's caller. */
  readonly hasPicture: () => boolean;
  /** Id of the step; `''` until it has come, which may be after the picture. */
  readonly stepId: () => string;
}

/** Room for text fields, part headers and boundaries, over the pictures' own limit. */
export const overheadBytes: number = 128 * 1024;

const maxIdChars = 256;
const maxFieldBytes = 64 * 1024;
const pictureFields = new Set(['image', 'image2']);
const pictureNames: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };
const encoder = new TextEncoder();
const dash = 45;

/**
 * Reads a multipart submission and writes a fresh one: own boundary, own part headers, neutral file names, the
 * session's journey id first, and only the fields of Process Journey Step, each at most once.
 *
 * The closing boundary is written only when all has been read and found good, so the API cannot take a submission that
 * the relay refuses.
 */
export function createStepRewriter(options: StepRewriterOptions): StepRewriter {
  const { journeyId, maxBytes } = options;
  const boundary = `stepframe-${crypto.randomUUID()}`;
  const seen = new Set<string>();
  let out: Uint8Array[] = [];
  let bodyBytes = 0;
  let pictureBytes = 0;
  let stepId = '';
  let isSkip = false;
  let isDone = false;
  let held: Uint8Array = new Uint8Array();

  const put = (text: string): void => {
    out.push(encoder.encode(text));
  };
  const putField = (name: string, value: string): void =>
    put(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);

  /** Looks at the head of a part; `true` for a picture. */
  function admit({ name, filename, contentType, contentDisposition }: PartInfo): boolean {
    const field = name === options.skipField ? defaultSkipField : name;
    const isPicture = pictureFields.has(field);
    if (contentDisposition !== 'form-data') throw refuseMultipart();
    if (!isPicture && !['journey_id', 'step_id', 'additional_data', defaultSkipField].includes(field)) {
      throw new Refusal(400, 'unknown_field', 'The submission has a field that Process Journey Step does not have.');
    }
    if (seen.has(field)) throw new Refusal(400, 'duplicate_field', 'A field was sent twice. Send each field once.');
    seen.add(field);
    if (!isPicture && filename !== undefined) throw new Refusal(400, 'unexpected_file', 'A text field was sent as a file.');
    if (isPicture && !Object.hasOwn(pictureNames, contentType)) {
      throw new Refusal(415, 'unsupported_image_type', 'Send pictures as image/jpeg or image/png file parts.');
    }
    return isPicture;
  }

  function takeField(info: PartInfo, value: Uint8Array): void {
    const text = decodeField(info, value);
    if (info.name === 'journey_id') {
      if (text !== journeyId) throw refuseOtherJourney();
    } else if (info.name === 'step_id') {
      if (text === '' || text.length > maxIdChars || /\p{Cc}/u.test(text)) {
        throw new Refusal(400, 'invalid_step_id', '`step_id` must be 1 to 256 printable characters.');
      }
      stepId = text;
      putField('step_id', text);
    } else if (info.name === 'additional_data') {
      putField('additional_data', text);
    } else {
      const flag = text.trim().toLowerCase();
      if (flag !== 'true' && flag !== 'false') throw new Refusal(400, 'invalid_skip', 'The skip field takes the text true or false.');
      isSkip = flag === 'true';
      putField(options.skipField, flag);
    }
  }

  function takePicture({ name, contentType }: PartInfo): (chunk: Uint8Array | null) => void {
    put(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${name}.${pictureNames[contentType] ?? ''}"\r\n` +
        `content-type: ${contentType}\r\n\r\n`,
    );
    return (chunk) => {
      if (chunk === null) return put('\r\n');
      pictureBytes += chunk.byteLength;
      if (pictureBytes > maxBytes) throw refuseTooLarge();
      out.push(chunk);
    };
  }

  const parser = make({
    headers: { 'content-type': `multipart/form-data; boundary="${options.boundary}"` },
    maxFieldSize: maxFieldBytes,
    isFile: admit,
    onField: takeField,
    onFile: takePicture,
    onError({ _tag: kind }) {
      // After the closing boundary there may be an epilogue, which means nothing (RFC 2046, 5.1.1).
      if (isDone) return;
      if (kind === 'ReachedLimit') throw new Refusal(413, 'field_too_large', 'A text field is over 64 KiB.');
      throw kind === 'EndNotReached' ? refuseIncomplete() : refuseMultipart();
    },
    onDone() {
      isDone = true;
    },
  });

  function feed(chunk: Uint8Array): void {
    if (isDone || chunk.byteLength === 0) return;
    try {
      parser.write(chunk);
    } catch (error) {
      // The parser throws on a malformed `filename*`.
      throw error instanceof Refusal ? error : refuseMultipart();
    }
  }

  function takeOut(): Uint8Array[] {
    const ready = out;
    out = [];
    return ready;
  }

  putField('journey_id', journeyId);

  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    hasPicture: () => seen.has('image') || seen.has('image2'),
    stepId: () => stepId,

    write(chunk) {
      bodyBytes += chunk.byteLength;
      if (bodyBytes > maxBytes + overheadBytes) throw refuseTooLarge();
      const joined = held.byteLength === 0 ? chunk : concat(held, chunk);
      // The parser knows the closing boundary only when both its dashes come in one piece.
      const cut = joined.byteLength - countTrailingDashes(joined);
      feed(joined.subarray(0, cut));
      held = joined.slice(cut);
      return takeOut();
    },

    end() {
      feed(held);
      try {
        parser.end();
      } catch (error) {
        throw error instanceof Refusal ? error : refuseMultipart();
      }
      if (!isDone) throw refuseIncomplete();
      if (!seen.has('step_id')) throw new Refusal(400, 'missing_step_id', '`step_id` is required.');
      if (!seen.has('image') && !isSkip) throw new Refusal(400, 'missing_image', 'Send `image`, or the skip field with the text true.');
      put(`--${boundary}--\r\n`);
      return takeOut();
    },
  };
}

function refuseIncomplete(): Refusal {
  return new Refusal(400, 'incomplete_body', 'The body ended in the middle. Send it again.');
}

function refuseMultipart(): Refusal {
  return new Refusal(400, 'invalid_multipart', 'The body is not well-formed multipart/form-data.');
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.byteLength + b.byteLength);
  joined.set(a);
  joined.set(b, a.byteLength);
  return joined;
}

/** 0, 1 or 2. */
function countTrailingDashes(bytes: Uint8Array): number {
  if (bytes.at(-1) !== dash) return 0;
  return bytes.at(-2) === dash ? 2 : 1;
}
