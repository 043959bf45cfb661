import { describe, expect, it } from 'vitest';
import { chooseStages } from './chooseStages.ts';
import type { Stage } from './Stage.ts';
import { stages } from './stages.ts';

const stage = (id: string, ...needs: string[]): Stage => ({ id, title: id, command: ['true'], counts: 'tool', needs });
const all = [stage('lint'), stage('build'), stage('demo', 'build'), stage('e2e', 'demo')];
const ids = (chosen: readonly Stage[]): string[] => chosen.map(({ id }) => id);

describe('chooseStages', () => {
  it('takes every stage when nothing is named', () => {
    expect(ids(chooseStages(all, []))).toEqual(['lint', 'build', 'demo', 'e2e']);
  });

  it.each([[['--only', 'build,lint']], [['--only=build,lint']], [['--only', 'build', 'lint']]])(
    'keeps the stages’ own order for %j',
    (args) => {
      expect(ids(chooseStages(all, args))).toEqual(['lint', 'build']);
    },
  );

  it('adds what a named stage needs, and what that needs', () => {
    expect(ids(chooseStages(all, ['--only', 'e2e']))).toEqual(['build', 'demo', 'e2e']);
  });

  it('leaves out what waits to be named, unless it is named', () => {
    const some = [...all, { ...stage('long', 'build'), onDemand: true }];
    expect(ids(chooseStages(some, []))).toEqual(ids(all));
    expect(ids(chooseStages(some, ['--with', 'long']))).toEqual([...ids(all), 'long']);
    expect(ids(chooseStages(some, ['--only', 'long']))).toEqual(['build', 'long']);
  });

  it.each([[['--only', 'lnit']], [['--only']], [['--only', ',']], [['--with']], [['unit']]])(
    'refuses %j and says what is known',
    (args) => {
      expect(() => chooseStages(all, args)).toThrow('Known stages: lint, build, demo, e2e.');
    },
  );
});

describe('stages', () => {
  it('have names of their own, and need only stages that start before them', () => {
    const seen = new Set<string>();
    for (const { id, needs = [] } of stages) {
      expect(seen).not.toContain(id);
      for (const need of needs) expect(seen).toContain(need);
      seen.add(id);
    }
  });
});
