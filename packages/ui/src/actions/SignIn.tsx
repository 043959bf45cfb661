'use client';

import { type Action, createAction } from './createAction.tsx';
import { toFailedWays } from './toFailedWays.ts';

/** Leads to the host's sign-in where the session is over, if the host has told how. */
export const SignIn: Action = createAction('SignIn', (step, t) =>
  toFailedWays(step)?.isOver && step.onSignIn ? { words: t('action.signIn'), rank: 'primary', onPress: step.onSignIn } : null,
);
