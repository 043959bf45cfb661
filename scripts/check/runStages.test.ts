import { describe, expect, it } from 'vitest';
import { runStages } from './runStages.ts';
import type { Stage } from './Stage.ts';

const stage = (id: string, more: Partial<Stage> = {}): Stage => ({ id, title: id, command: ['true'], counts: 'tool', ...more });

/** Runs the stages, each ending when it is told to, and keeps a diary. */
function play(stages: readonly Stage[], failing: readonly string[] = []) {
  const diary: string[] = [];
  const enders = new Map<string, () => void>();
  const done = runStages(stages, {
    run: (one) =>
      new Promise<{ stage: Stage; passed: boolean }>((resolve) => {
        diary.push(`+${one.id}`);
        enders.set(one.id, () => {
          diary.push(`-${one.id}`);
          resolve({ stage: one, passed: !failing.includes(one.id) });
        });
      }),
    skip: (one, need) => {
      diary.push(`${one.id} skipped for ${need}`);
      return { stage: one, passed: false };
    },
  });
  const end = async (id: string): Promise<void> => {
    enders.get(id)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { diary, done, end };
}

describe('runStages', () => {
  it('runs two side by side and starts the next when one ends', async () => {
    const { diary, done, end } = play([stage('a'), stage('b'), stage('c')]);
    expect(diary).toEqual(['+a', '+b']);
    await end('b');
    expect(diary).toEqual(['+a', '+b', '-b', '+c']);
    await end('a');
    await end('c');
    expect((await done).map((result) => result.stage.id)).toEqual(['a', 'b', 'c']);
  });

  it('gives a stage that wants to be alone the machine to itself', async () => {
    const { diary, done, end } = play([stage('a'), stage('b', { alone: true }), stage('c')]);
    expect(diary).toEqual(['+a']);
    await end('a');
    await end('b');
    await end('c');
    await done;
    expect(diary).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
  });

  it('waits for what a stage needs though there is room', async () => {
    const { diary, done, end } = play([stage('a'), stage('b', { needs: ['a'] })]);
    expect(diary).toEqual(['+a']);
    await end('a');
    await end('b');
    await done;
    expect(diary).toEqual(['+a', '-a', '+b', '-b']);
  });

  it('skips what needs a failed stage, and what needs that, and runs the rest', async () => {
    const { diary, done, end } = play([stage('a'), stage('b', { needs: ['a'] }), stage('c', { needs: ['b'] }), stage('d')], ['a']);
    await end('a');
    await end('d');
    expect((await done).map((result) => result.passed)).toEqual([false, false, false, true]);
    expect(diary).toEqual(['+a', '-a', 'b skipped for a', 'c skipped for b', '+d', '-d']);
  });
});
