import { IdDocumentStep, SelfieStep } from '@stepframe/ui';
import styles from '@stepframe/ui/styles.css?inline';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { themes } from '../looks.tsx';
import './theming.css';

interface LooksProps {
  readonly scheme: 'light' | 'dark';
}

/** Every ready theme, in one page: each is a handful of variables, so it can also be had for a part of the page alone. */
function Looks({ scheme }: LooksProps): ReactNode {
  return (
    <div className="looks" data-theme={scheme}>
      {Array.from(themes, ([name, css]) => (
        <section key={name} className={`look look-${name}`} aria-label={name}>
          <style>{css.replace(/:where\(:root, ?:host\)/, `.look-${name}`)}</style>
          <p className="look-name">{name}</p>
          <SelfieStep stepId="10" />
          <IdDocumentStep stepId="0" />
        </section>
      ))}
    </div>
  );
}

const meta = {
  title: 'Theming/Looks',
  component: Looks,
  args: { scheme: 'light' },
} satisfies Meta<typeof Looks>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One step at its beginning, and one that needs a hand. */
const stage = { scenario: 'rejected-cropped-then-approved', submitted: ['0'], processingMs: 0 } as const;

const seeLooks = async () => {
  await waitFor(() => expect(screen.getAllByRole('heading', { name: 'Take a selfie' })).toHaveLength(themes.size), { timeout: 8_000 });
};

export const ReadyThemes: Story = {
  parameters: { stage },
  play: async () => {
    await seeLooks();
    const grounds = [...document.querySelectorAll('.look [data-rank="primary"]')].map((button) => getComputedStyle(button).backgroundColor);
    await expect(new Set(grounds).size).toBe(themes.size);
  },
};

export const ReadyThemesInTheDark: Story = { args: { scheme: 'dark' }, parameters: { stage }, play: seeLooks };

const densities = ['compact', 'regular', 'spacious'] as const;

/** How much room there is. Targets have 44 px in the tightest of them. */
export const Density: Story = {
  render: () => (
    <div className="looks">
      {densities.map((density) => (
        <section key={density} className="look" aria-label={density} data-density={density}>
          <p className="look-name">{density}</p>
          <SelfieStep stepId="10" />
        </section>
      ))}
    </div>
  ),
  play: async () => {
    const buttons = await screen.findAllByRole('button', { name: 'Choose a photo' }, { timeout: 8_000 });
    const heights = buttons.map((button) => button.getBoundingClientRect().height);
    await expect(heights.map(Math.round)).toEqual([44, 48, 56]);
  },
};

interface ShadowProps {
  readonly css?: string;
  readonly children: ReactNode;
}

/** A shadow root: stylesheets of the page do not reach what is inside. */
function Shadow({ css, children }: ShadowProps): ReactNode {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const attach = useCallback((element: HTMLDivElement | null) => {
    if (element) setRoot(element.shadowRoot ?? element.attachShadow({ mode: 'open' }));
  }, []);
  return (
    <div ref={attach} className="shadow">
      {root &&
        createPortal(
          <>
            {css !== undefined && <style>{css}</style>}
            <main>{children}</main>
          </>,
          root,
        )}
    </div>
  );
}

const findInside = async () => {
  const root = await waitFor(() => {
    const inside = document.querySelector('.shadow')?.shadowRoot?.querySelector('main');
    if (!inside) throw new Error('There is no shadow root yet.');
    return inside;
  });
  return within(root as HTMLElement);
};
const press = async (inside: ReturnType<typeof within>, name: string) =>
  userEvent.click(await inside.findByRole('button', { name }, { timeout: 8_000 }));

const takeInside = async () => {
  const inside = await findInside();
  await press(inside, 'Open the camera');
  await waitFor(() => expect(inside.getByRole('button', { name: 'Take the picture' })).toBeEnabled(), { timeout: 8_000 });
  const [video, guide] = ['video', '.sf-guide'].map((name) =>
    document.querySelector('.shadow')?.shadowRoot?.querySelector(name)?.getBoundingClientRect(),
  );
  // They lie on each other by themselves.
  await expect(guide?.toJSON()).toEqual(video?.toJSON());
  await press(inside, 'Take the picture');
  await inside.findByRole('img', { name: /Your picture of the/ }, { timeout: 8_000 });
};

/** Without any stylesheet: where a look of your own begins. */
export const Unstyled: Story = {
  render: () => (
    <Shadow>
      <IdDocumentStep stepId="0" autoCapture={false} />
    </Shadow>
  ),
  play: takeInside,
};

/** In a shadow root, with the stylesheet inside of it. */
export const InAShadowRoot: Story = {
  render: () => (
    <Shadow css={styles}>
      <IdDocumentStep stepId="0" autoCapture={false} />
    </Shadow>
  ),
  play: takeInside,
};
