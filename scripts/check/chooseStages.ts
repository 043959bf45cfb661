import type { Stage } from './Stage.ts';

/**
 * The stages that `--only` names, with the ones they need, in their own order. Without `--only`, all of them but those that
 * wait to be named; `--with` names some of those.
 *
 * Throws when an argument or a stage is unknown, so that a slip of the keyboard does not pass as "nothing failed".
 */
export function chooseStages(all: readonly Stage[], args: readonly string[]): readonly Stage[] {
  const words = args.flatMap((arg) => arg.split('='));
  const usual = all.filter(({ onDemand }) => !onDemand);
  if (words.length === 0) return usual;
  const known = `Known stages: ${all.map(({ id }) => id).join(', ')}.`;
  const [flag, ...lists] = words;
  if (flag !== '--only' && flag !== '--with') {
    throw new Error(`${flag} is not an option; there are --only <stage>,<stage> and --with <stage>,<stage>. ${known}`);
  }
  const named = lists.flatMap((list) => list.split(',')).filter((id) => id !== '');
  if (named.length === 0) throw new Error(`${flag} names no stage. ${known}`);

  const chosen = new Set<Stage>(flag === '--with' ? usual : []);
  const choose = (id: string): void => {
    const stage = all.find((one) => one.id === id);
    if (!stage) throw new Error(`There is no stage "${id}". ${known}`);
    chosen.add(stage);
    stage.needs?.forEach(choose);
  };
  named.forEach(choose);
  return all.filter((stage) => chosen.has(stage));
}
