import { Controls, Description, Primary, Subtitle, Title } from '@storybook/addon-docs/blocks';
import type { ReactNode } from 'react';

/**
 * What a component is, once, with its props. Its other stories play their way to a screen, which they do on their own pages: here
 * all of them would stand at the beginning, on one camera.
 */
export function DocsPage(): ReactNode {
  return (
    <>
      <Title />
      <Subtitle />
      <Description />
      <Primary />
      <Controls />
    </>
  );
}
