import type { HostName } from './page/hosts.ts';

/** Whether a screen looks the same there as on a quiet page, to the pixel; otherwise its look is kept. */
const looks: Readonly<Record<HostName, 'same' | 'own'>> = {
  bootstrap: 'same',
  'tailwind 3': 'same',
  'tailwind 4': 'same',
  normalize: 'same',
  reset: 'same',
  buttons: 'same',
  elements: 'same',
  body: 'same',
  root: 'same',
  rtl: 'same',
  narrow: 'own',
  transform: 'own',
};

const names = Object.keys(looks) as readonly HostName[];

/** Hosts of `page/hosts.ts` whose rules for elements must not change a pixel. */
export const hostsWithoutTrace = names.filter((name) => looks[name] === 'same');

/** Hosts that leave another place for the step. */
export const hostsWithOwnLook = names.filter((name) => looks[name] === 'own');
