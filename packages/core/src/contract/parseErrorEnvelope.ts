/** The API's error envelope. Source: docs/error-handling. */
export interface ErrorEnvelope {
  readonly message: string;
  /** `error_code`, an open set; empty when there is none. */
  readonly apiCode: string;
  /** A relay's word on whether the API can have the whole submission; `null` when it says nothing. */
  readonly arrived: boolean | null;
}

/** Reads an error body. It never throws: whatever is missing is empty, since an error may come from any proxy on the way. */
export function parseErrorEnvelope(input: unknown): ErrorEnvelope {
  const wire = typeof input === 'object' && input !== null ? (input as { message?: unknown; error_code?: unknown; arrived?: unknown }) : {};
  return {
    message: typeof wire.message === 'string' ? wire.message : '',
    apiCode: typeof wire.error_code === 'string' ? wire.error_code : '',
    arrived: typeof wire.arrived === 'boolean' ? wire.arrived : null,
  };
}
