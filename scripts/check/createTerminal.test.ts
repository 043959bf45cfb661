import { describe, expect, it } from 'vitest';
import { createTerminal } from './createTerminal.ts';

describe('createTerminal', () => {
  it('shows the oldest pane at once and keeps the others back until it closes', () => {
    let shown = '';
    const terminal = createTerminal((text) => (shown += text));
    const [first, second, third] = [terminal.open(), terminal.open(), terminal.open()];
    second.write('b1 ');
    first.write('a1 ');
    expect(shown).toBe('a1 ');
    third.write('c1 ');
    third.close();
    first.write('a2 ');
    first.close();
    expect(shown).toBe('a1 a2 b1 ');
    second.write('b2 ');
    second.close();
    expect(shown).toBe('a1 a2 b1 b2 c1 ');
  });
});
