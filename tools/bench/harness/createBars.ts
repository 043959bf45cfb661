/** What was measured beside what is asked for. */
export interface Bar {
  readonly name: string;
  readonly measured: number;
  readonly asked: string;
  readonly passed: boolean;
}

/** The bars of one benchmark, in the order they were set. */
export interface Bars {
  readonly atLeast: (name: string, measured: number, bar: number, unit?: string) => void;
  readonly atMost: (name: string, measured: number, bar: number, unit?: string) => void;
  readonly holds: (name: string, does: boolean) => void;
  readonly list: () => readonly Bar[];
  /** One line each, with a tick or a cross. */
  readonly format: () => string;
}

/** Starts an empty list of bars. A measurement that is not a number misses its bar. */
export function createBars(): Bars {
  const bars: (Bar & { readonly text: string })[] = [];
  const add = (name: string, measured: number, asked: string, passed: boolean, unit: string) =>
    bars.push({ name, measured, asked, passed, text: `${mark(passed)} ${name}: ${round(measured)}${unit} (asked: ${asked})` });
  return {
    atLeast: (name, measured, bar, unit = 'x') => add(name, measured, `at least ${bar}${unit}`, measured >= bar, unit),
    atMost: (name, measured, bar, unit = 'x') => add(name, measured, `at most ${bar}${unit}`, measured <= bar, unit),
    holds: (name, does) => void bars.push({ name, measured: Number(does), asked: 'yes', passed: does, text: `${mark(does)} ${name}` }),
    list: () => bars.map(({ name, measured, asked, passed }) => ({ name, measured, asked, passed })),
    format: () => bars.map(({ text }) => text).join('\n'),
  };
}

function round(value: number): string {
  if (Math.abs(value) < 1) return value.toFixed(4);
  return value.toFixed(Math.abs(value) < 100 ? 1 : 0);
}

function mark(passed: boolean): string {
  return passed ? '✓' : '✗';
}
