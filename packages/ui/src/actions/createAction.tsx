import { forwardRef } from 'react';
import { type Translate, useMessages } from '../messages/useMessages.ts';
import { Button, type ButtonOwnProps, type ButtonState } from '../parts/Button.tsx';
import type { Part } from '../parts/usePart.ts';
import { type StepContextValue, useStep } from '../step/StepContext.ts';

/** What a button does on the screen that is due. */
export interface Act {
  readonly words: string;
  readonly rank: ButtonState['rank'];
  readonly onPress: () => void;
  /** It has its place and the focus, and does nothing just now. */
  readonly isBusy?: boolean | undefined;
}

/** A button that is there only where it makes sense; its words and its rank are those of the screen, unless others are given. */
export type Action<Own = object> = Part<'button', ButtonState, ButtonOwnProps & Own>;

/** Makes the button of one action. `find` gives what it does now, or `null` where it makes no sense. */
export function createAction(name: string, find: (step: StepContextValue, t: Translate) => Act | null): Action {
  const Made: Action = forwardRef(function Made({ children, rank, onClick, ...props }, ref) {
    const act = find(useStep(), useMessages());
    if (!act) return null;
    return (
      <Button
        {...props}
        ref={ref}
        rank={rank ?? act.rank}
        aria-disabled={act.isBusy}
        onClick={(event) => {
          onClick?.(event);
          if (!event.defaultPrevented && !act.isBusy) act.onPress();
        }}
      >
        {children ?? act.words}
      </Button>
    );
  });
  Made.displayName = name;
  return Made;
}
