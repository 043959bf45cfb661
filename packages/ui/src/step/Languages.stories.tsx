import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import type { Messages } from '../messages/en.ts';
import { ar } from '../messages/locales/ar.ts';
import { de } from '../messages/locales/de.ts';
import { es } from '../messages/locales/es.ts';
import { fr } from '../messages/locales/fr.ts';
import { hi } from '../messages/locales/hi.ts';
import { pt } from '../messages/locales/pt.ts';
import { ur } from '../messages/locales/ur.ts';
import { IdDocumentStep } from './IdDocumentStep.tsx';

const meta = {
  title: 'Steps/Languages',
  component: IdDocumentStep,
  args: { stepId: '0', sides: 2, autoCapture: false, onContinue: fn(), onVerdict: fn() },
} satisfies Meta<typeof IdDocumentStep>;

export default meta;
type Story = StoryObj<typeof meta>;

const patience = { timeout: 12_000 };
const click = async (name: string) => userEvent.click(await screen.findByRole('button', { name }, patience));
const step = () => document.querySelector<HTMLElement>('.sf-step');

/** From the instructions to the review of both sides, in the language and in its direction; a picture is mirrored in none. */
function inLanguage(messages: Messages): Story {
  return {
    args: { messages },
    play: async () => {
      await screen.findByRole('heading', { name: messages['document.title'] }, patience);
      await expect([step()?.lang, step()?.dir]).toEqual([messages.language, messages.direction]);
      const tip = screen.getByText(messages['document.tip.1']).getBoundingClientRect();
      const tick = document.querySelector('.sf-tips .sf-icon')?.getBoundingClientRect() ?? new DOMRect();
      await expect(tick.left > tip.right - 1 ? 'rtl' : 'ltr').toBe(messages.direction);
      await click(messages['action.openCamera']);
      await waitFor(() => expect(screen.getByRole('button', { name: messages['action.takePicture'] })).toBeEnabled(), patience);
      await expect(getComputedStyle(document.querySelector('video') ?? document.body).transform).toBe('none');
      await click(messages['action.takePicture']);
      await click(messages['action.next'].replace('{side}', messages['document.back']));
      await waitFor(() => expect(screen.getByRole('button', { name: messages['action.takePicture'] })).toBeEnabled(), patience);
      await click(messages['action.takePicture']);
      await screen.findByRole('button', { name: messages['action.sendBoth'] }, patience);
      const canvases = [...document.querySelectorAll('canvas')];
      await expect(canvases.map((canvas) => getComputedStyle(canvas).transform)).toEqual(['none', 'none']);
      await expect(step()?.scrollWidth).toBeLessThanOrEqual(step()?.clientWidth ?? 0);
    },
  };
}

export const Arabic: Story = inLanguage(ar);
export const French: Story = inLanguage(fr);
export const German: Story = inLanguage(de);
export const Hindi: Story = inLanguage(hi);
export const Portuguese: Story = inLanguage(pt);
export const Spanish: Story = inLanguage(es);
export const Urdu: Story = inLanguage(ur);
