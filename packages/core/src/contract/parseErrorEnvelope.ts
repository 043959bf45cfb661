/** The API's error envelope. Source: docs/error-handling. */
export interface ErrorEnvelope {
  readonly message: string;
  /** `error_code`, an open set; empty when there is none. */
  readonly apiCode: string;
}

/** Reads an error body. It never throws: whatever is missing is empty, since an error may come from any proxy on the way. */
export function parseErrorEnvelope(input: unknown): ErrorEnvelope {
  const wire = typeof input === 'object' && input !== null ? (input as { message?: unknown; error_code?: unknown }) : {};
  return {
    message: typeof wire.message === 'string' ? wire.message : '',
    apiCode: typeof wire.error_code === 'string' ? wire.error_code : '',
  };
}
