import { findProgram } from './findProgram.ts';

/** What a run in WebKitGTK needs. */
export interface WebKitPrograms {
  readonly driver: string;
  /** Xvfb: the browser draws on a screen even when nobody looks. */
  readonly screen: string;
  readonly browser: string;
}

const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].flatMap((machine) =>
  ['4.1', '4.0', '6.0'].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`),
);

/** The paths of WebKitGTK's driver and small browser, and of a screen to draw on; `null` unless all three are installed. */
export function findWebKit(): WebKitPrograms | null {
  const driver = findProgram(['WebKitWebDriver']);
  const screen = findProgram(['Xvfb']);
  const browser = findProgram(['MiniBrowser'], libraries);
  return driver && screen && browser ? { driver, screen, browser } : null;
}
