import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, screen, spyOn } from 'storybook/test';
import { useCaptureSupport } from './useCaptureSupport.ts';

/** What is possible on this page, read without a prompt. */
function Support(): ReactNode {
  const support = useCaptureSupport();
  if (!support) return <p>Reading…</p>;
  const { blocked, cameras, permission, isInApp, hasCameraApp } = support;
  return (
    <ul aria-label="What is possible">
      <li>{`Blocked: ${blocked?.code ?? 'no'}`}</li>
      <li>{`Cameras: ${cameras}`}</li>
      <li>{`Permission: ${permission}`}</li>
      <li>{`Inside of another app: ${isInApp ? 'yes' : 'no'}`}</li>
      <li>{`Camera app: ${hasCameraApp ? 'yes' : 'no'}`}</li>
    </ul>
  );
}

const meta = { title: 'Hooks/useCaptureSupport', component: Support } satisfies Meta<typeof Support>;

export default meta;
type Story = StoryObj<typeof meta>;

const see = (words: RegExp) => screen.findByText(words, undefined, { timeout: 5_000 });

export const Possible: Story = {
  play: async () => {
    await see(/Blocked: no/);
    await see(/Cameras: [1-9]/);
  },
};

export const NoCamera: Story = {
  beforeEach: () => {
    const devices = spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue([]);
    return () => devices.mockRestore();
  },
  play: async () => {
    await see(/Cameras: 0/);
    await expect(screen.getByText(/Blocked: camera\//)).toBeVisible();
  },
};

export const InsideAnotherApp: Story = {
  beforeEach: () => {
    const agent = spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 [FBAN/FBIOS]');
    return () => agent.mockRestore();
  },
  play: async () => {
    await see(/Inside of another app: yes/);
  },
};
