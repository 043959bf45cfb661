/** What every Stepframe error carries. */
export interface StepframeErrorOptions {
  /** May the very same call be tried again and stand a chance? */
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/**
 * The base of every error Stepframe throws.
 *
 * `code` is stable (`area/what`) and is what programs and translations go by; `message` is for developers: what
 * happened, why it matters, what to do. Neither ever holds a token, a picture or the body of a request.
 */
export class StepframeError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly retryable: boolean;

  constructor(code: Code, message: string, options: StepframeErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/**
 * Whether a caught value is one of Stepframe's errors.
 *
 * It goes by shape, because `instanceof` fails when a page holds two copies of the package.
 */
export function isStepframeError(value: unknown): value is StepframeError {
  return value instanceof Error && 'retryable' in value && 'code' in value && typeof value.code === 'string' && value.code.includes('/');
}
