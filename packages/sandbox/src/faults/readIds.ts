import type { OpenBody } from './openBody.ts';

/** The ids in a call, as far as they could be found. */
export interface CallIds {
  readonly journeyId: string | undefined;
  readonly stepId: string | undefined;
}

/** How far into a body its ids are looked for, in bytes. */
const maxPeekBytes = 64 * 1024;

/** Finds out which journey and step a call is for, reading as little of its body as will do. */
export async function readIds(request: Request, body: OpenBody): Promise<CallIds> {
  if (body.hasEnded()) return { journeyId: decodeURIComponent(new URL(request.url).pathname.split('/').at(-1) ?? ''), stepId: undefined };
  for (;;) {
    const readBytes = await body.read(body.bytes().length + 1);
    const text = new TextDecoder('latin1').decode(body.bytes().subarray(0, maxPeekBytes));
    const ids = { journeyId: find(text, 'journey_id'), stepId: find(text, 'step_id') };
    const isComplete = ids.journeyId !== undefined && ids.stepId !== undefined;
    if (isComplete || body.hasEnded() || readBytes >= maxPeekBytes) return ids;
  }
}

/** A text part of multipart by name, or a string member of JSON. */
function find(text: string, name: string): string | undefined {
  const part = new RegExp(`name="${name}"(?:\\r\\n[^\\r\\n]+)*\\r\\n\\r\\n([^\\r\\n]*)\\r\\n|"${name}"\\s*:\\s*"([^"]*)"`).exec(text);
  return part?.[1] ?? part?.[2];
}
