import { StepframeError, type StepframeErrorOptions } from './StepframeError.ts';

/** `contract/malformed`: an answer is not what the API documents, beyond what the tolerant parsers accept. */
export type ContractErrorCode = 'contract/malformed';

export interface ContractErrorOptions extends StepframeErrorOptions {
  /** Path of the field that is missing or wrong, such as `step_summaries.0.definition`. */
  readonly field?: string | undefined;
}

/** An answer that cannot be understood. The message names the field, never its value. */
export class ContractError extends StepframeError<ContractErrorCode> {
  readonly field: string | undefined;

  constructor(message: string, options: ContractErrorOptions = {}) {
    super('contract/malformed', message, { retryable: true, ...options });
    this.field = options.field;
  }
}
