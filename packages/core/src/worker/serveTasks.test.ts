import { describe, expect, it, vi } from 'vitest';
import { defaultImageLimits } from '../image/imageLimits.ts';
import { serveTasks } from './serveTasks.ts';
import type { WorkerAnswer, WorkerOrder } from './WorkerMessage.ts';

type Listener = (event: MessageEvent<WorkerOrder>) => void;

function serve() {
  const listeners = new Map<string, Listener>();
  const answers: WorkerAnswer[] = [];
  serveTasks({
    addEventListener: (type, listener) => listeners.set(type, listener),
    postMessage: (message: WorkerAnswer) => answers.push(message),
  });
  const order = (data: WorkerOrder) => listeners.get('message')?.(new MessageEvent('message', { data }));
  const run = (id: number, file: Blob) =>
    order({ type: 'run', id, request: { name: 'prepareFile', input: { file, limits: defaultImageLimits }, transfer: [] } });
  return { answers, order, run, mishear: () => listeners.get('messageerror')?.(new MessageEvent('messageerror')) };
}

describe('serveTasks', () => {
  it('says first, and by itself, whether it can draw', () => {
    // Node cannot.
    expect(serve().answers).toEqual([{ type: 'ready', canDraw: false }]);
  });

  it('answers with an error as data, by the number of the job', async () => {
    const { answers, run } = serve();
    run(7, new Blob());
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(answers[1]).toMatchObject({ type: 'failed', id: 7, failure: { name: 'ImageError', code: 'image/empty' } });
    expect(structuredClone(answers[1])).toEqual(answers[1]);
  });

  it('ends a job that is cancelled', async () => {
    const { answers, order, run } = serve();
    const reason = vi.fn<() => void>();
    const file = new Blob(['x']);
    file.arrayBuffer = () => {
      reason();
      order({ type: 'cancel', id: 1 });
      return Promise.resolve(new TextEncoder().encode('GIF89a\u0010\u0010\u0010\u0010').buffer);
    };
    run(1, file);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(reason).toHaveBeenCalledTimes(1);
    expect(answers[1]).toMatchObject({ type: 'failed', id: 1, failure: { name: 'Error', message: expect.stringContaining('AbortError') } });
  });

  it('ends itself when it cannot read what it is told', () => {
    expect(serve().mishear).toThrow('cannot read');
  });
});
