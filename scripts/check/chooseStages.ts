import type { Stage } from './Stage.ts';

/**
 * The stages that `--only` names, with the ones they need, in their own order. Without `--only`, all of them.
 *
 * Throws when an argument or a stage is unknown, so that a slip of the keyboard does not pass as "nothing failed".
 */
export function chooseStages(all: readonly Stage[], args: readonly string[]): readonly Stage[] {
  const words = args.flatMap((arg) => arg.split('='));
  if (words.length === 0) return all;
  const known = `Known stages: ${all.map(({ id }) => id).join(', ')}.`;
  const [flag, ...lists] = words;
  if (flag !== '--only') throw new Error(`${flag} is not an option; the one there is: --only <stage>,<stage>. ${known}`);
  const named = lists.flatMap((list) => list.split(',')).filter((id) => id !== '');
  if (named.length === 0) throw new Error(`--only names no stage. ${known}`);

  const chosen = new Set<Stage>();
  const choose = (id: string): void => {
    const stage = all.find((one) => one.id === id);
    if (!stage) throw new Error(`There is no stage "${id}". ${known}`);
    chosen.add(stage);
    stage.needs?.forEach(choose);
  };
  named.forEach(choose);
  return all.filter((stage) => chosen.has(stage));
}
