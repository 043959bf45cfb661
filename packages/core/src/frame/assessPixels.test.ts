import { describe, expect, it, vi } from 'vitest';
import { type AssessInput, assessNext, assessPixels, forgetStream } from './assessPixels.ts';

type Frame = VideoFrame & { readonly close: ReturnType<typeof vi.fn> };

/** A frame that can be read where nothing can draw: evenly grey, so that no document is in it. */
function createFrame(grey = 128): Frame {
  const size = { width: 64, height: 48 };
  const data = new Uint8ClampedArray(size.width * size.height * 4).fill(grey);
  return { ...size, data, close: vi.fn<() => void>() } as Partial<Frame> as Frame;
}

let lastStream = 0;

function openStream() {
  const stream = (lastStream += 1);
  const cancel = vi.fn<() => void>();
  const given: Frame[] = [];
  const pull = (controller: ReadableStreamDefaultController<VideoFrame>) => {
    const frame = createFrame();
    given.push(frame);
    controller.enqueue(frame);
  };
  const frames = new ReadableStream<VideoFrame>({ pull, cancel }, { highWaterMark: 0 });
  const handBack: Transferable[] = [];
  const context = { handBack, signal: new AbortController().signal };
  const assess = (input: Partial<AssessInput>, to = context) =>
    assessPixels({ stream, subject: 'document', forgiven: [], pixels: createFrame(), ...input }, to);
  const next = () => assessNext({ stream, gapMs: 0, faces: undefined }, context);
  return { stream, frames, given, cancel, handBack, assess, next };
}

describe('assessPixels', () => {
  it('closes a frame with an issue, and hands back one whose issues are forgiven', async () => {
    const { assess, handBack } = openStream();
    const [bad, forgiven, any] = [createFrame(), createFrame(), createFrame()];
    const output = await assess({ pixels: bad });
    expect(output.report.issues).toEqual(['no-document']);
    expect(output).not.toHaveProperty('pixels');
    expect(bad.close).toHaveBeenCalledOnce();
    expect(await assess({ pixels: forgiven, forgiven: ['no-document', 'dark'] })).toMatchObject({ pixels: forgiven });
    expect(await assess({ pixels: any, forgiven: 'all' })).toMatchObject({ pixels: any });
    expect(handBack).toEqual([forgiven, any]);
    expect([forgiven.close, any.close].flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  it('closes a frame that nobody waits for any more, or that cannot be read', async () => {
    const { assess } = openStream();
    const frame = createFrame();
    await expect(assess({ pixels: frame }, { handBack: [], signal: AbortSignal.abort('left') })).rejects.toBe('left');
    expect(frame.close).toHaveBeenCalledOnce();
    const broken = { ...createFrame(), data: null } as Partial<Frame> as Frame;
    await expect(assess({ pixels: broken })).rejects.toThrow(/./);
    expect(broken.close).toHaveBeenCalledOnce();
  });

  it('judges the next frames of the stream as the one they came with', async () => {
    const { assess, next, frames, given, handBack } = openStream();
    await assess({ frames, forgiven: 'all', subject: 'face' });
    const output = await next();
    expect(output).toMatchObject({ report: { subject: 'face', frameWidthPx: 64 }, pixels: given[0] });
    expect(handBack).toContain(given[0]);
    await assess({ forgiven: [], subject: 'document' });
    expect(await next()).toMatchObject({ report: { subject: 'document', issues: ['no-document'] } });
    expect(given[1]?.close).toHaveBeenCalledOnce();
  });

  it('has nothing next without frames of its own, and after it was forgotten', async () => {
    const { stream, assess, next, frames, cancel } = openStream();
    expect(await next()).toBeUndefined();
    await assess({});
    expect(await next()).toBeUndefined();
    await assess({ frames });
    forgetStream({ stream });
    forgetStream({ stream });
    expect(await next()).toBeUndefined();
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
  });
});
