import { expect, screen, userEvent, waitFor } from 'storybook/test';

const patience = { timeout: 12_000 };

/** Tabs to the button of that name, sees that the focus shows there, and presses it. Fails when Tab does not lead to it. */
export async function pressByKeyboard(name: string, key: 'Enter' | ' ' = 'Enter'): Promise<void> {
  const button = await screen.findByRole('button', { name }, patience);
  await waitFor(() => expect(button).toBeEnabled(), patience);
  for (let presses = 0; document.activeElement !== button; presses += 1) {
    if (presses > 15) throw new Error(`Fifteen times Tab did not lead to ${name}.`);
    await userEvent.tab();
  }
  await expect(getComputedStyle(button).outlineStyle).not.toBe('none');
  await userEvent.keyboard(key === 'Enter' ? '{Enter}' : ' ');
}
