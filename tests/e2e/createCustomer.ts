import { en } from '@stepframe/ui';
import type { Locator, Page } from 'playwright';

/** A file as the file chooser hands it over. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What a customer does on the demo's pages, by the names that are to be read there. */
export interface Customer {
  readonly button: (name: string | RegExp) => Locator;
  readonly heading: (name: string | RegExp) => Locator;
  /** Picks what the sandbox will say. */
  readonly chooseScenario: (name: string) => Promise<void>;
  /** Consents, and says which document is at hand. */
  readonly begin: (document: 'card' | 'passport') => Promise<void>;
  /** Opens the camera and takes one picture. */
  readonly photograph: () => Promise<void>;
  /** Takes the camera's picture into their own hands, once it is live. */
  readonly turnOffAutomatic: () => Promise<void>;
  /** Chooses a file with the button of that name. */
  readonly chooseFile: (file: ChosenFile, name?: string) => Promise<void>;
  /** Photographs a passport from a file and sends it. */
  readonly sendPassport: (file: ChosenFile) => Promise<void>;
  /** Takes a selfie from a file and sends it. */
  readonly sendSelfie: (file: ChosenFile) => Promise<void>;
  /** Waits for the verdict of that heading and goes on. */
  readonly goOnAfter: (verdict: string) => Promise<void>;
}

/** Puts a customer in front of a page. */
export function createCustomer(page: Page): Customer {
  const button: Customer['button'] = (name) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const heading: Customer['heading'] = (name) => page.getByRole('heading', { name, exact: typeof name === 'string' });

  const chooseFile: Customer['chooseFile'] = async (file, name) => {
    const chooser = page.waitForEvent('filechooser');
    // The first one, or another one after it.
    const first = button(en['action.chooseFile']).or(button(en['action.chooseAnotherFile']));
    await (name ? button(name) : first).click();
    await (await chooser).setFiles(file);
  };
  const sendFile = async (file: ChosenFile) => {
    await chooseFile(file);
    await button(en['action.send']).click();
  };

  return {
    button,
    heading,
    chooseFile,
    chooseScenario: async (name) => {
      const list = page.getByLabel('Scenario');
      if (!(await list.isVisible())) await page.locator('summary').click();
      await list.selectOption(name);
    },
    begin: async (document) => {
      await button('Start verification').click();
      await button(document === 'card' ? /^ID card/ : /^Passport/).click();
    },
    photograph: async () => {
      // A good picture may be taken by itself first: the customer then has what they wanted.
      const pressed = button(en['action.takePicture']).click();
      const reviewed = page.locator('.sf-step[data-screen="review"]').waitFor();
      await Promise.any([pressed, reviewed]);
      pressed.catch(() => {});
      await reviewed;
    },
    turnOffAutomatic: async () => {
      await page.getByRole('switch', { name: en['camera.automatic'] }).click();
    },
    sendPassport: sendFile,
    sendSelfie: sendFile,
    goOnAfter: async (verdict) => {
      await heading(verdict).waitFor();
      await button(en['action.continue']).click();
    },
  };
}
