import { en } from '@stepframe/ui';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilKept } from './keptRecords.ts';
import { type Stage, startStage } from './startStage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/** All that the page's policy refuses from the next load on, kept over reloads. */
async function watchViolations(page: Page): Promise<readonly string[]> {
  const violations: string[] = [];
  await page.exposeFunction('tellViolation', (violation: string) => void violations.push(violation));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const { tellViolation } = globalThis as unknown as { readonly tellViolation: (violation: string) => void };
      tellViolation(`${violatedDirective}: ${blockedURI} in ${sourceFile}`);
    });
  });
  return violations;
}

/** Opens the demo, and refuses whatever is not its own. */
async function visit() {
  const opened = await stage.visit();
  const violations = await watchViolations(opened.page);
  await opened.context.route(
    (url) => !url.href.startsWith(`${stage.demo.url}/`),
    (route) => route.abort(),
  );
  return { ...opened, violations };
}

const isWorkerAlive = (page: Page) => page.workers().some((worker) => worker.url().includes('capture.worker'));

describe('a page with a strict policy', () => {
  it('runs the whole journey, in its worker, and has nothing refused', async () => {
    const { page, context, customer, problems, foreignRequests, violations } = await visit();
    const loaded = await page.reload();
    const policy = loaded?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'; ");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types stepframe");
    expect(policy).not.toMatch(/unsafe|blob:|data:|\*|https?:|nonce|img-src|script-src|style-src|worker-src|connect-src/);

    await customer.begin('card');
    const sinceMs = Date.now();
    await customer.button(en['action.openCamera']).click();
    await customer.photograph();
    expect(isWorkerAlive(page)).toBe(true);
    const enlarge = `${en['action.enlarge']}: ${en['document.picture.front']}`;
    await customer.button(enlarge).click();
    await customer.button(en['zoom.larger']).click();
    await customer.button(en['action.close']).click();
    await untilKept(page, sinceMs);
    await page.reload();
    const next = customer.button(en['action.next'].replace('{side}', en['document.back']));
    await next.click();
    await customer.chooseFile({ name: 'back.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.back });
    await customer.button(en['action.sendBoth']).waitFor();
    const shown = await page
      .locator('.sf-picture canvas')
      .evaluateAll((canvases) => canvases.map((canvas) => (canvas as HTMLCanvasElement).toDataURL('image/jpeg', 0.1).length));
    // Not empty ones.
    expect(shown.filter((length) => length > 3_000)).toHaveLength(2);
    await customer.button(en['action.sendBoth']).click();
    await customer.goOnAfter(en['document.accepted']);
    await stage.showToCamera(stage.pictures.face);
    await customer.button(en['action.openCamera']).click();
    await customer.photograph();
    await customer.button(en['action.send']).click();
    await customer.goOnAfter(en['selfie.accepted']);
    await customer.heading('You’re verified').waitFor();
    expect([violations, problems, foreignRequests]).toEqual([[], [], []]);
    await context.close();
  });

  it('that allows no Trusted Types policy of ours does without the worker', async () => {
    const { page, context, customer } = await visit();
    await page.route(stage.demo.url, async (route) => {
      const answer = await route.fetch();
      const policy = answer.headers()['content-security-policy']?.replace('trusted-types stepframe', "trusted-types 'none'") ?? '';
      await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': policy } });
    });
    await page.reload();
    await customer.begin('passport');
    await customer.chooseFile({ name: 'front.jpg', mimeType: 'image/jpeg', buffer: stage.pictures.front });
    await customer.button(en['action.send']).waitFor();
    expect(isWorkerAlive(page)).toBe(false);
    await customer.button(en['action.send']).click();
    await customer.heading(en['document.accepted']).waitFor();
    await context.close();
  });
});
