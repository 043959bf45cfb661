import { describe, expect, it, vi } from 'vitest';
import { defaultImageLimits } from '../image/imageLimits.ts';
import { serveTasks } from './serveTasks.ts';
import type { TaskAnswer } from './WorkerMessage.ts';

function serve() {
  const answers: TaskAnswer[] = [];
  const order = serveTasks((answer) => answers.push(answer), 'main');
  const run = (id: number, file: Blob) => order({ id, name: 'prepareFile', input: { file, limits: defaultImageLimits }, transfer: [] });
  return { answers, order, run };
}

describe('serveTasks', () => {
  it('answers with an error as data, by the number of the job', async () => {
    const { answers, run } = serve();
    run(7, new Blob());
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(answers[0]).toMatchObject({ id: 7, failure: { name: 'ImageFault', code: 'image/empty' } });
    expect(structuredClone(answers[0])).toEqual(answers[0]);
  });

  it('ends a job that is cancelled', async () => {
    const { answers, order, run } = serve();
    const reason = vi.fn<() => void>();
    const file = new Blob(['x']);
    file.arrayBuffer = () => {
      reason();
      order({ id: 1 });
      return Promise.resolve(new TextEncoder().encode('GIF89a\u0010\u0010\u0010\u0010').buffer);
    };
    run(1, file);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(reason).toHaveBeenCalledTimes(1);
    expect(answers[0]).toMatchObject({ id: 1, failure: { name: 'AbortError' } });
  });
});
