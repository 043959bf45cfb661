import type { Command } from '../../support/runCommand.ts';

/** A bundler at one version, and the ways in which it brings the packages into a page. */
export interface Bundler {
  /** Such as `webpack 5.112.2`. */
  readonly name: string;
  /** What is installed beside the packages, exactly. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly cases: readonly BundlerCase[];
}

/** One way to bring the packages into a page. */
export interface BundlerCase {
  /** Such as `dev`. */
  readonly name: string;
  /** Files written into the consumer for this case, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** The build, if there is one. */
  readonly build?: Command;
  /** Serves the page on a port. Without it, `dist` is served under a strict Content-Security-Policy. */
  readonly serve?: (port: number) => Command;
  /** Where pictures are prepared then. */
  readonly place: 'worker' | 'main';
  /** What the console may say. Nothing by default. */
  readonly accepts?: RegExp;
}
