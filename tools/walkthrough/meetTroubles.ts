import { en } from '@stepframe/ui';
import type { Page } from 'playwright';
import type { Stage } from '../../tests/e2e/startStage.ts';
import type { RenderedSpecimens } from '../../tests/support/renderSpecimens.ts';
import type { ChosenFile, Customer } from '../../tests/e2e/createCustomer.ts';
import type { Notebook } from './createNotebook.ts';
import { phone } from './phone.ts';

/** What people meet when something goes wrong, each from a fresh start. */
export async function meetTroubles(stage: Stage, specimens: RenderedSpecimens, notebook: Notebook): Promise<void> {
  const front = { name: 'card.jpg', mimeType: 'image/jpeg', buffer: specimens.front };
  const pdf = { name: 'card.pdf', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7\n') };
  notebook.begin('When something goes wrong');

  {
    const { page, context, customer } = await stage.visit(phone);
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
      navigator.permissions.query = () => Promise.resolve(Object.assign(new EventTarget(), { state: 'denied' }) as PermissionStatus);
    });
    await page.reload();
    await customer.begin('passport');
    await customer.button(en['action.openCamera']).click();
    await page.getByRole('alert').waitFor();
    await notebook.look(page, 'The camera was refused to the page.');
    await context.close();
  }
  {
    const { page, context, customer } = await stage.visit(phone);
    await customer.begin('passport');
    await customer.chooseFile(pdf);
    await page.getByRole('alert').waitFor();
    await notebook.look(page, 'A PDF was chosen in place of a photo.');
    await context.close();
  }
  {
    const { page, context, customer } = await stage.visit(phone);
    await customer.begin('passport');
    await customer.chooseFile(front);
    await customer.button(en['action.send']).waitFor();
    await context.setOffline(true);
    await page.waitForTimeout(800);
    await customer.button(en['action.send']).click();
    await customer.heading(en['uploading.offline.title']).waitFor();
    await notebook.look(page, 'The network was gone when Send was pressed.');
    await context.close();
  }
  {
    const { page, context, customer } = await stage.visit(phone);
    await customer.begin('passport');
    // As a relay says it that was restarted in between.
    const unknown = { success: false, message: '', error_code: 'outcome_unknown' };
    await page.route('**/process-journey-step', (route) => route.fulfill({ status: 409, json: unknown }));
    await sendPassport(page, customer, front);
    await customer.heading(en['failed.title']).waitFor();
    await notebook.look(page, 'Nobody can say whether the picture has arrived.');
    await context.close();
  }
  {
    const { page, context, customer } = await stage.visit(phone);
    await customer.chooseScenario('rejected-concluded');
    await page.locator('summary').click();
    await customer.begin('passport');
    await sendPassport(page, customer, front);
    await customer.heading(en['feedback.feedback_not_physical_document.title']).waitFor();
    await notebook.look(page, 'The picture was rejected.');
    await sendPassport(page, customer, front);
    await customer.heading(en['same.title']).waitFor();
    await notebook.look(page, 'The very same photo was sent again.');
    await customer.button(en['action.sendAnyway']).click();
    await customer.heading(en['concluded.title']).waitFor();
    await notebook.look(page, 'It was rejected once more, and no attempt is left.');
    await context.close();
  }
  {
    const { page, context, customer } = await stage.visit(phone);
    await customer.begin('passport');
    await customer.button(en['action.openCamera']).waitFor();
    await page.route('**/summary/**', (route) => route.fulfill({ status: 401, json: {} }));
    await page.reload();
    await customer.heading('Your session has ended').waitFor();
    await notebook.look(page, 'The page was opened again after the session had ended.');
    await context.close();
  }
}

/** As quickly as a hand can: a tap in the same place within the blink of an eye is taken for the second of a double tap. */
async function sendPassport(page: Page, customer: Customer, file: ChosenFile): Promise<void> {
  await customer.chooseFile(file);
  await customer.button(en['action.send']).waitFor();
  await page.waitForTimeout(800);
  await customer.button(en['action.send']).click();
}
