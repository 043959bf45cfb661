import { en } from '@stepframe/ui';
import sharp from 'sharp';
import type { BrowserUnderTest, CameraMood } from './BrowserUnderTest.ts';
import { findWebKit } from './findWebKit.ts';
import { startDriver } from './startDriver.ts';
import type { Tab } from './Tab.ts';

const timeoutMs = 60_000;
/** The key under which WebDriver hands over an element. Source: W3C WebDriver, 12.1. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
/** Answers that say "not yet". Source: W3C WebDriver, 6.6. */
const notYet = new Set(['no such element', 'stale element reference', 'element not interactable', 'element click intercepted']);
/** While the machine has other work the driver now and then cannot ask the page at all (2.50). Looking again changes nothing there. */
const notAsked = 'unknown error';

/** WebKitGTK's small browser through WebDriver: plain HTTP, see W3C WebDriver. */
async function openWebKit(camera: CameraMood): Promise<Tab> {
  const programs = findWebKit();
  if (!programs) throw new Error('WebKitGTK is not installed.');
  const driver = await startDriver(programs);
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(driver.url + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new WebDriverError(value as { error: string; message: string });
    return value;
  };
  const args = ['--automation', '--enable-media-stream=true', `--enable-mock-capture-devices=${camera === 'works'}`];
  const options = { 'webkitgtk:browserOptions': { binary: programs.browser, args } };
  try {
    const { sessionId } = (await call('POST', '/session', { capabilities: { alwaysMatch: options } })) as { sessionId: string };
    const session = `/session/${sessionId}`;
    const readText = () => call('POST', `${session}/execute/sync`, { script: 'return document.body.innerText', args: [] }).catch(String);
    const withElement = async (xpath: string, act: (path: string) => Promise<unknown>): Promise<void> => {
      for (const endsAt = Date.now() + timeoutMs; ;) {
        let isFound = false;
        try {
          const found = (await call('POST', `${session}/element`, { using: 'xpath', value: xpath })) as Record<string, string>;
          isFound = true;
          await act(`${session}/element/${found[elementKey]}`);
          return;
        } catch (error) {
          const isNotYet = error instanceof WebDriverError && (notYet.has(error.reason) || (!isFound && error.reason === notAsked));
          const mayCome = isNotYet && Date.now() < endsAt;
          if (!mayCome) throw new Error(`${xpath}: ${String(error)}\nThe page says: ${await readText()}`, { cause: error });
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    };
    return {
      open: async (url) => {
        await call('POST', `${session}/url`, { url });
      },
      waitFor: (xpath) => withElement(xpath, () => Promise.resolve()),
      click: (xpath) => withElement(xpath, (element) => call('POST', `${element}/click`, {})),
      chooseFile: (xpath, path) => withElement(xpath, (element) => call('POST', `${element}/value`, { text: path })),
      read: (expression) => call('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
      close: async () => {
        // It ends the browser; what is left of it without an answer goes with the screen.
        await call('DELETE', session).catch(() => undefined);
        await driver.close();
      },
    };
  } catch (error) {
    await driver.close();
    throw error;
  }
}

class WebDriverError extends Error {
  readonly reason: string;

  constructor({ error, message }: { readonly error: string; readonly message: string }) {
    super(`${error}: ${message}`);
    this.reason = error;
  }
}

/** A grey test card with bars of colour at the left, below the middle, and a disc at the right, above it. */
async function showsCamera(jpeg: Buffer): Promise<boolean> {
  const { data, info } = await sharp(jpeg).resize(160, 90, { fit: 'fill' }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const look = (x: number, y: number) => {
    const at = (Math.round(y * info.height) * info.width + Math.round(x * info.width)) * info.channels;
    return [...data.subarray(at, at + 3)];
  };
  const isNear = (colour: readonly number[], red: number, green: number, blue: number) =>
    [red, green, blue].every((value, index) => Math.abs(value - (colour[index] ?? Number.NaN)) < 60);
  return (
    isNear(look(0.088, 0.695), 255, 255, 0) &&
    isNear(look(0.23, 0.695), 255, 0, 0) &&
    isNear(look(0.912, 0.305), 128, 128, 128) &&
    isNear(look(0.912, 0.695), 128, 128, 128)
  );
}

export const webkit: BrowserUnderTest = {
  name: 'WebKitGTK',
  debianPackages: ['webkit2gtk-driver', 'xvfb', 'gstreamer1.0-plugins-base', 'gstreamer1.0-plugins-good', 'gstreamer1.0-plugins-bad'],
  isInstalled: () => findWebKit() !== null,
  open: openWebKit,
  // Without any camera it still says OverconstrainedError, even to `video: true` (2.50).
  withheldText: en['error.camera/not-found'],
  showsCamera,
};
