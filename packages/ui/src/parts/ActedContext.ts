import { createContext, type RefObject } from 'react';

/**
 * Whether the person has acted inside the step. Only then may a new screen take the focus: a step that changes by
 * itself, or has just appeared, must not pull the focus out of the host's page.
 */
export const ActedContext: React.Context<RefObject<boolean>> = createContext<RefObject<boolean>>({ current: false });
