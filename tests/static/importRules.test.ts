import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Files that hold one import each, and whether the design lets them have it. */
const imports: readonly (readonly [file: string, imported: string, verdict: 'allowed' | 'refused'])[] = [
  ['packages/ui/src/a.ts', '@stepframe/react', 'allowed'],
  ['packages/ui/src/b.ts', '@stepframe/core/capture', 'allowed'],
  ['packages/ui/src/c.ts', '@stepframe/relay', 'refused'],
  ['packages/ui/src/d.ts', '@stepframe/sandbox', 'refused'],
  ['packages/ui/src/e.ts', '@stepframe/sandbox/testing', 'refused'],
  ['packages/ui/src/e.test.tsx', '@stepframe/sandbox/testing', 'allowed'],
  ['packages/ui/src/e.stories.tsx', '@stepframe/sandbox', 'allowed'],
  ['packages/ui/src/f.test.tsx', '@stepframe/relay', 'refused'],
  ['packages/ui/src/g.ts', '@stepframe/ui', 'refused'],
  ['packages/ui/src/h/i.ts', '../../../core/src/client/createClient.ts', 'refused'],
  ['packages/ui/src/j.ts', '@stepframe/core/src/client/createClient.ts', 'refused'],
  ['packages/ui/src/k.ts', '@stepframe/core/dist/index.js', 'refused'],

  ['packages/react/src/a.ts', '@stepframe/core', 'allowed'],
  ['packages/react/src/b.tsx', 'react', 'allowed'],
  ['packages/react/src/c.ts', '@stepframe/ui', 'refused'],
  ['packages/react/src/d.ts', '@stepframe/relay', 'refused'],
  ['packages/react/src/e.ts', '@stepframe/sandbox', 'refused'],
  ['packages/react/src/e.test.tsx', '@stepframe/sandbox', 'allowed'],

  ['packages/relay/src/a.ts', '@stepframe/core', 'allowed'],
  ['packages/relay/src/b.ts', '@stepframe/react', 'refused'],
  ['packages/relay/src/c.ts', '@stepframe/sandbox/node', 'refused'],
  ['packages/relay/src/c.test.ts', '@stepframe/sandbox/node', 'allowed'],
  ['packages/relay/src/testing/d.ts', '@stepframe/sandbox/node', 'allowed'],
  ['packages/relay/src/e.ts', 'react', 'refused'],

  ['packages/sandbox/src/a.ts', '@stepframe/core', 'allowed'],
  ['packages/sandbox/src/b.ts', '@stepframe/relay', 'refused'],
  ['packages/sandbox/src/c.ts', '@stepframe/ui', 'refused'],
  ['packages/sandbox/src/d.ts', 'react-dom/client', 'refused'],

  ['packages/core/src/index.ts', './camera/a.ts', 'refused'],
  ['packages/core/src/capture.ts', './client/a.ts', 'refused'],
  ['packages/core/src/other.ts', '@stepframe/react', 'refused'],
  ['packages/core/src/other.test.ts', '@stepframe/sandbox', 'allowed'],
  ['packages/core/src/other2.test.ts', '@stepframe/relay', 'refused'],

  ['packages/core/src/camera/a.ts', '../frame/a.ts', 'allowed'],
  ['packages/core/src/image/a.ts', '../contract/preparedImage.ts', 'allowed'],
  ['packages/core/src/image/b.ts', '../contract/summary.ts', 'refused'],
  ['packages/core/src/image/c.ts', 'axios', 'refused'],
  ['packages/core/src/frame/a.ts', '../client/createClient.ts', 'refused'],
  ['packages/core/src/quality/a.ts', '../verdict/toVerdict.ts', 'refused'],
  ['packages/core/src/quality/a.browser.test.ts', '../verdict/toVerdict.ts', 'refused'],
  ['packages/core/src/camera/b.ts', '../index.ts', 'refused'],
  ['packages/core/src/camera/c.ts', '@stepframe/sandbox/testing', 'refused'],
  ['packages/core/src/camera/c.browser.test.ts', '@stepframe/sandbox/testing', 'allowed'],

  ['packages/core/src/client/a.ts', '../contract/step.ts', 'allowed'],
  ['packages/core/src/client/b.ts', '../contract/preparedImage.ts', 'allowed'],
  ['packages/core/src/client/c.ts', '../image/prepareImage.ts', 'refused'],
  ['packages/core/src/client/c.test.ts', '../image/prepareImage.ts', 'refused'],
  ['packages/core/src/client/d.ts', '@stepframe/sandbox', 'refused'],
  ['packages/core/src/client/d.test.ts', '@stepframe/sandbox', 'allowed'],
  ['packages/core/src/client/e.ts', 'browser-image-compression', 'refused'],
  ['packages/core/src/client/f.ts', '../capture.ts', 'refused'],
  ['packages/core/src/verdict/a.ts', '../camera/openCamera.ts', 'refused'],

  ['packages/core/src/contract/a.ts', '../errors/ContractError.ts', 'allowed'],
  ['packages/core/src/contract/b.ts', 'valibot', 'allowed'],
  ['packages/core/src/contract/preparedImage.ts', '../image/prepareImage.ts', 'refused'],
  ['packages/core/src/contract/c.ts', '../client/createClient.ts', 'refused'],

  ['packages/core/src/errors/CameraError.ts', './StepframeError.ts', 'allowed'],
  ['packages/core/src/errors/ImageError.ts', '../contract/step.ts', 'refused'],
  ['packages/core/src/errors/RequestError.ts', 'axios', 'refused'],

  ['apps/demo/src/a.ts', '@stepframe/sandbox/node', 'allowed'],
  ['apps/demo/src/b.ts', '../../../packages/core/src/index.ts', 'refused'],
  ['apps/demo/src/c.ts', '@stepframe/ui/dist/index.js', 'refused'],
  ['.storybook/a.ts', '../packages/ui/src/index.ts', 'refused'],
  ['tests/e2e/a.test.ts', '../../packages/relay/src/index.ts', 'refused'],
];

const folder = mkdtempSync(join(tmpdir(), 'stepframe-import-rules-'));
let findings = new Map<string, string[]>();

beforeAll(() => {
  for (const name of ['.oxlintrc.json', 'oxlint.imports.json']) copyFileSync(name, join(folder, name));
  for (const [file, imported] of imports) write(file, `export { thing } from '${imported}';\n`);
  write('packages/core/src/camera/dynamic.ts', "export const thing = (): Promise<unknown> => import('../client/createClient.ts');\n");
  write('packages/core/src/camera/typeOnly.ts', "export type { Client } from '../client/createClient.ts';\n");
  write('packages/react/src/circle.ts', "import { round } from './round.ts';\nexport const circle = (): unknown => round;\n");
  write('packages/react/src/round.ts', "import { circle } from './circle.ts';\nexport const round = (): unknown => circle;\n");
  write('packages/react/src/long.ts', 'export {};\n'.repeat(251));
  write('packages/react/src/long.test.ts', 'export {};\n'.repeat(251));
  findings = lint();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(imports)('of %s: %s is %s', (file, _imported, verdict) => {
    expect(findings.get(file) ?? []).toEqual(verdict === 'refused' ? ['eslint(no-restricted-imports)'] : []);
  });

  it('see through dynamic and type-only imports', () => {
    expect(findings.get('packages/core/src/camera/dynamic.ts')).toEqual(['eslint(no-restricted-imports)']);
    expect(findings.get('packages/core/src/camera/typeOnly.ts')).toEqual(['eslint(no-restricted-imports)']);
  });

  it('refuse a circle', () => {
    expect(findings.get('packages/react/src/circle.ts')).toEqual(['import(no-cycle)']);
  });

  it('keep a source file to 250 lines, and let a test be longer', () => {
    expect(findings.get('packages/react/src/long.ts')).toContain('eslint(max-lines)');
    expect(findings.get('packages/react/src/long.test.ts') ?? []).not.toContain('eslint(max-lines)');
  });
});

describe('the dependencies', () => {
  it.each(readdirSync('packages'))('of %s hold the sandbox only for development', (name) => {
    const manifest = JSON.parse(readFileSync(join('packages', name, 'package.json'), 'utf8')) as Record<string, object | undefined>;
    for (const field of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
      expect(Object.keys(manifest[field] ?? {})).not.toContain('@stepframe/sandbox');
    }
  });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** The rules that each file breaks, by its name. */
function lint(): Map<string, string[]> {
  const oxlint = join(process.cwd(), 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  const broken = new Map<string, string[]>();
  for (const { filename, code } of diagnostics) broken.set(filename, [...(broken.get(filename) ?? []), code]);
  return broken;
}
