/** Ids of the flow's steps, as Flow Builder would show them. */
export const documentStepId = '0';
export const selfieStepId = '10';

/** The steps in the order the customer takes them. */
export const stepIds: readonly string[] = [documentStepId, selfieStepId];
